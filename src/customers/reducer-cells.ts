import { countingOrder } from "../math/counting-order.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { daysPerUnit, type TimeUnit } from "../time/unit.ts";
import { CustomerTally } from "./customer-tally.ts";
import { buyersOf } from "./reducer-columns.ts";
import type { ReducedCustomers } from "./reducer-summaries.ts";
import { frequencyOf, logIntervals } from "./summary-of.ts";

/** Customers with the same history. */
export interface CustomerCell {
  /** Repeat purchases. */
  readonly frequency: number;
  /** Age at the last purchase, in the unit of the cells. */
  readonly recency: number;
  /** Age as of the day of the cells. */
  readonly T: number;
  /** Mean over these customers of the sum of the logarithms of the times between purchases; if the reducer keeps `intervals`. */
  readonly sumLogIntervals?: number;
  /** How many customers there are. */
  readonly weight: number;
}

/** A customer base as its distinct histories: what every fit of a purchase model takes, and all it looks at. */
export interface CustomerCells {
  /** Unit of `recency` and `T`. */
  readonly unit: TimeUnit;
  readonly asOf: IsoDate;
  /** By ascending frequency, recency and T. */
  readonly rows: readonly CustomerCell[];
}

/** How histories are grouped. */
export interface CellOptions {
  /**
   * `"week"` rounds recency and T to the nearest whole week: far fewer cells, for bases of many millions. Purchases stay as they were
   * counted, and times stay in the unit. Default `"day"`: nothing is rounded.
   */
  readonly roundTo?: "day" | "week";
}

const NAMES = { roundTo: true } satisfies Record<keyof CellOptions, true>;

/** Groups the customers who have bought by their histories. */
export function reducedCells(reduced: ReducedCustomers, options: CellOptions): CustomerCells {
  checkNames("options", options, NAMES);
  const { roundTo = "day" } = options;
  checkOneOf("roundTo", roundTo, ["day", "week"]);
  const { settings, asOf, states, customerIds } = reduced;
  checkOption("roundTo", roundTo, settings.intervals && roundTo === "week" ? EXACT : null);
  const buyers = buyersOf(reduced);
  const { frequency, recency, age } = historiesOf(reduced, buyers, roundTo === "week" ? 7 : 1);
  const order = orderBy(frequency, orderBy(recency, countingOrder(age)));
  const sumLogs = settings.intervals ? states.sumLogs(customerIds.length) : null;
  const perUnit = daysPerUnit(settings.unit);
  const rows: CustomerCell[] = [];
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    const head = order[start] as number;
    const next = order[i];
    if (
      next !== undefined &&
      frequency[next] === frequency[head] &&
      recency[next] === recency[head] &&
      age[next] === age[head]
    ) {
      continue;
    }
    const weight = i - start;
    const x = frequency[head] as number;
    const cell = {
      frequency: x,
      recency: (recency[head] as number) / perUnit,
      T: (age[head] as number) / perUnit,
      weight,
    };
    if (sumLogs === null) rows.push(cell);
    else {
      let sum = 0;
      for (let k = start; k < i; k++) sum += sumLogs[buyers[order[k] as number] as number] as number;
      rows.push({ ...cell, sumLogIntervals: logIntervals(sum / weight, x, perUnit) });
    }
    start = i;
  }
  return { unit: settings.unit, asOf: isoDate(asOf), rows };
}

const EXACT = 'The times between purchases do not fit to rounded ages: leave roundTo at "day".';

/** The histories in days, rounded to the nearest step: down only, and all customers would seem younger. */
function historiesOf(
  { settings, asOf, states }: ReducedCustomers,
  buyers: Int32Array,
  step: number,
): { readonly frequency: Int32Array; readonly recency: Int32Array; readonly age: Int32Array } {
  const frequency = new Int32Array(buyers.length);
  const recency = new Int32Array(buyers.length);
  const age = new Int32Array(buyers.length);
  const tally = new CustomerTally();
  for (let i = 0; i < buyers.length; i++) {
    states.read(buyers[i] as number, tally);
    frequency[i] = frequencyOf(tally, settings.count);
    recency[i] = step * Math.round((tally.lastDay - tally.firstDay) / step);
    age[i] = step * Math.round((asOf - tally.firstDay) / step);
  }
  return { frequency, recency, age };
}

/** Orders by values; what is equal stays in the order it had. */
function orderBy(values: Int32Array, order: Int32Array): Int32Array {
  const places = countingOrder(order.map((i) => values[i] as number));
  return places.map((place) => order[place] as number);
}
