import type { BgNbdParameters } from "./bg-nbd.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import { departureProbability } from "./pareto-departure.ts";
import { type ParetoNbdParameters, paretoNbd } from "./pareto-nbd.ts";
import { kernelOf, parametersOf } from "./purchase-kernels.ts";

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
      const parameters = parametersOf(model);
      return { of: (x, tx, T) => Math.exp(kernel.logOddsDead(parameters, x, tx, T)) };
    }
  }
}

/** ln a − ln(b+x+early−1) + (r+x) [ln(α+T) − ln(α+tx)] with one logarithm per distinct time and number of purchases. */
class BetaGeometricOdds implements OddsTable {
  readonly #parameters: BgNbdParameters;
  readonly #early: 0 | 1;
  readonly #logTimes: LogTable;
  readonly #starts = new KeptNumbers();

  constructor(parameters: BgNbdParameters, early: 0 | 1) {
    this.#parameters = parameters;
    this.#early = early;
    this.#logTimes = new LogTable(parameters.alpha);
  }

  of(x: number, tx: number, T: number, txAt: number, ageAt: number): number {
    const silence = this.#logTimes.at(ageAt, T) - this.#logTimes.at(txAt, tx);
    const known = this.#starts.at(x);
    const start = Number.isNaN(known) ? this.#starts.keep(x, this.#start(x)) : known;
    return Math.exp(start + (this.#parameters.r + x) * silence);
  }

  #start(x: number): number {
    const { a, b } = this.#parameters;
    const chances = x + this.#early;
    return chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + (chances - 1));
  }
}

/** The formula of `paretoNbd.logOddsDead` with the chances of departing kept by time and number of purchases. */
class ParetoOdds implements OddsTable {
  readonly #parameters: ParetoNbdParameters;
  readonly #purchaseTimes: LogTable;
  readonly #departureTimes: LogTable;
  readonly #departures: KeptNumbers[] = [];

  constructor(parameters: ParetoNbdParameters) {
    this.#parameters = parameters;
    this.#purchaseTimes = new LogTable(parameters.alpha);
    this.#departureTimes = new LogTable(parameters.beta);
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
      byPurchases = new KeptNumbers();
      this.#departures[at] = byPurchases;
    }
    const known = byPurchases.at(x);
    if (!Number.isNaN(known)) return known;
    const { r, alpha, s, beta } = this.#parameters;
    return byPurchases.keep(x, departureProbability(r + x, s, (beta + t) / (alpha + t)));
  }
}

/** ln(scale + t) of the distinct times. */
class LogTable {
  readonly #scale: number;
  readonly #logs = new KeptNumbers();

  constructor(scale: number) {
    this.#scale = scale;
  }

  at(place: number, t: number): number {
    const known = this.#logs.at(place);
    return Number.isNaN(known) ? this.#logs.keep(place, Math.log(this.#scale + t)) : known;
  }
}

/** Numbers by their places; NaN where none is kept. No function is held: compiled code would die with it. */
class KeptNumbers {
  #values = new Float64Array(16).fill(Number.NaN);

  at(place: number): number {
    return place < this.#values.length ? (this.#values[place] as number) : Number.NaN;
  }

  /** Keeps a value, and gives it back. */
  keep(place: number, value: number): number {
    if (place >= MOST_PLACES) return value;
    if (place >= this.#values.length) {
      const larger = new Float64Array(2 * (place + 1)).fill(Number.NaN);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[place] = value;
    return value;
  }
}

const MOST_PLACES = 4_000_000;
