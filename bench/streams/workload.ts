import { DAYS, FIRST_DAY } from "../reduction/workload.ts";
import { uniform } from "../tools/uniform.ts";

/** Size of a stream of purchases. */
export interface StreamSize {
  readonly rows: number;
  readonly customers: number;
}

/** A part of the stream; its arrays are written anew by the next part. */
export interface PurchaseBatch {
  readonly rows: number;
  /** Customers from 0. */
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
}

export const BATCH_ROWS = 65_536;

/** Customers begin in the first half year, so that none is seen for less than a year and a half. */
const DAYS_OF_BEGINNING = 182;

/** Shape of the rates of leaving, and its scale in days: Pareto/NBD's s and beta. The rates of buying have shape 1. */
const DEPARTURE_SHAPE = 0.6;
const DEPARTURE_SCALE = 80;

/** Customers of one rate; many enough that the rates are as good as exponentially distributed. */
const RATES = 8192;

/**
 * Purchases of a Pareto/NBD base in no order, drawn part by part: the same on every machine, and never all in memory.
 *
 * Every customer makes his first purchase; the others go to customers by their rates and are dropped after they have left. The memory of the
 * generator is that of one batch, so what a process holds besides is the reducer's.
 */
export function* purchaseStream({ rows, customers }: StreamSize): Generator<PurchaseBatch> {
  const random = uniform(20_260_101);
  const customer = new Int32Array(BATCH_ROWS);
  const day = new Int32Array(BATCH_ROWS);
  const amount = new Float64Array(BATCH_ROWS);
  const shares = cumulatedRates();
  const perRate = customers / RATES;
  const firstEvery = rows / customers;
  let beginners = 0;
  for (let made = 0; made < rows; ) {
    const size = Math.min(BATCH_ROWS, rows - made);
    for (let i = 0; i < size; i++, made++) {
      const isFirst = beginners < customers && beginners * firstEvery <= made;
      // Numbers that follow each other are far apart in rate, so that a customer's number tells nothing.
      let place = beginners;
      let when = 0;
      if (isFirst) beginners += 1;
      else {
        do {
          const rate = rateAt(shares, random());
          place = Math.min(customers - 1, Math.floor((rate + random()) * perRate));
          when = Math.floor(random() * DAYS);
        } while (when <= firstDayOf(place) || when > lastDayOf(place));
      }
      customer[i] = scattered(place, customers);
      day[i] = FIRST_DAY + (isFirst ? firstDayOf(place) : when);
      amount[i] = Math.floor(100 + random() * 20_000) / 100;
    }
    yield { rows: size, customer, day, amount };
  }
}

function firstDayOf(place: number): number {
  return Math.floor(hashed(place, 0x9e3779b1) * DAYS_OF_BEGINNING);
}

/** The inverse of the Pareto distribution of departures. */
function lastDayOf(place: number): number {
  const stays = DEPARTURE_SCALE * ((1 - hashed(place, 0x85ebca6b)) ** (-1 / DEPARTURE_SHAPE) - 1);
  return firstDayOf(place) + stays;
}

/** A number in [0, 1) that belongs to a customer. */
function hashed(place: number, salt: number): number {
  let h = Math.imul(place + 1, salt);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

/** A one-to-one map of the customers, whose products stay whole in a double: the step has no divisor in common with powers of 10. */
function scattered(place: number, customers: number): number {
  return (place * STEP) % customers;
}

const STEP = 7_368_787;

/** Cumulated shares of the rates: quantiles of the exponential distribution. */
function cumulatedRates(): Float64Array {
  const shares = new Float64Array(RATES);
  let sum = 0;
  for (let k = 0; k < RATES; k++) {
    sum += -Math.log1p(-(k + 0.5) / RATES);
    shares[k] = sum;
  }
  return shares.map((share) => share / sum);
}

function rateAt(shares: Float64Array, u: number): number {
  let low = 0;
  let high = RATES - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] as number) < u) low = middle + 1;
    else high = middle;
  }
  return low;
}
