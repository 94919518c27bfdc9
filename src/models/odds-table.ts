import type { Predictor, PurchaseModel } from "./models.ts";
import { departureProbability } from "./pareto-departure.ts";
import { type ParetoNbdParameters, paretoNbd } from "./pareto-nbd.ts";
import { kernelOf, type PurchaseParameters } from "./purchase-kernels.ts";

/**
 * The odds of having left, for many customers under one model: what they share by time or by number of purchases is worked out once.
 *
 * `txAt` and `ageAt` number the distinct times tx and T, without gaps.
 */
export interface OddsTable {
  /** From 0 to infinity; P(alive) is 1 ÷ (1 + odds). */
  of(x: number, tx: number, T: number, txAt: number, ageAt: number): number;
}

export function oddsTable(model: Predictor<PurchaseModel>): OddsTable {
  switch (model.kind) {
    case "bg-nbd":
      return new BetaGeometricOdds(model.parameters, 0);
    case "mbg-nbd":
      return new BetaGeometricOdds(model.parameters, 1);
    case "pareto-nbd":
      return new ParetoOdds(model.parameters);
    default: {
      const kernel = kernelOf(model);
      const parameters = model.parameters as unknown as PurchaseParameters;
      return { of: (x, tx, T) => Math.exp(kernel.logOddsDead(parameters, x, tx, T)) };
    }
  }
}

/** ln a − ln(b+x+early−1) + (r+x) [ln(α+T) − ln(α+tx)] with one logarithm per distinct time and number of purchases. */
class BetaGeometricOdds implements OddsTable {
  readonly #r: number;
  readonly #times: NumberTable;
  readonly #starts: NumberTable;

  constructor(
    {
      r,
      alpha,
      a,
      b,
    }: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
    early: 0 | 1,
  ) {
    this.#r = r;
    this.#times = new NumberTable((t) => Math.log(alpha + t));
    this.#starts = new NumberTable((x) =>
      x + early === 0 ? Number.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + (x + early - 1)),
    );
  }

  of(x: number, tx: number, T: number, txAt: number, ageAt: number): number {
    const silence = this.#times.at(ageAt, T) - this.#times.at(txAt, tx);
    return Math.exp(this.#starts.at(x, x) + (this.#r + x) * silence);
  }
}

/** The formula of `paretoNbd.logOddsDead` with the chances of departing kept by time and number of purchases. */
class ParetoOdds implements OddsTable {
  readonly #parameters: ParetoNbdParameters;
  readonly #purchaseTimes: NumberTable;
  readonly #departureTimes: NumberTable;
  readonly #departures: NumberTable[] = [];

  constructor(parameters: ParetoNbdParameters) {
    this.#parameters = parameters;
    this.#purchaseTimes = new NumberTable((t) => Math.log(parameters.alpha + t));
    this.#departureTimes = new NumberTable((t) => Math.log(parameters.beta + t));
  }

  of(x: number, tx: number, T: number, txAt: number, ageAt: number): number {
    if (tx === T) return 0;
    const { r, s } = this.#parameters;
    const fade =
      (r + x) * (this.#purchaseTimes.at(ageAt, T) - this.#purchaseTimes.at(txAt, tx)) +
      s * (this.#departureTimes.at(ageAt, T) - this.#departureTimes.at(txAt, tx));
    const ever = this.#departure(x, tx, txAt);
    const left = ever * Math.exp(fade);
    const later = this.#departure(x, T, ageAt);
    if (later < 0.999 * left) return left - later;
    // A short silence: the difference has no digits.
    return Math.exp(paretoNbd.logOddsDead(this.#parameters, x, tx, T));
  }

  #departure(x: number, t: number, at: number): number {
    let byPurchases = this.#departures[at];
    if (byPurchases === undefined) {
      const { r, alpha, s, beta } = this.#parameters;
      const q = (beta + t) / (alpha + t);
      byPurchases = new NumberTable((purchases) => departureProbability(r + purchases, s, q));
      this.#departures[at] = byPurchases;
    }
    return byPurchases.at(x, x);
  }
}

/** Values of a function, each worked out when it is first asked for. */
class NumberTable {
  readonly #work: (value: number) => number;
  #values = new Float64Array(16).fill(Number.NaN);

  constructor(work: (value: number) => number) {
    this.#work = work;
  }

  /** The function at `value`, kept at a place. */
  at(place: number, value: number): number {
    if (place >= MOST_PLACES) return this.#work(value);
    if (place >= this.#values.length) this.#grow(place);
    const known = this.#values[place] as number;
    if (!Number.isNaN(known)) return known;
    const worked = this.#work(value);
    this.#values[place] = worked;
    return worked;
  }

  #grow(place: number): void {
    const larger = new Float64Array(2 * (place + 1)).fill(Number.NaN);
    larger.set(this.#values);
    this.#values = larger;
  }
}

const MOST_PLACES = 4_000_000;
