import type { Random } from "../math/random.ts";

/**
 * The formulas that a purchase model consists of; times are in the model's unit.
 *
 * A history is x repeat purchases, the last at age tx, observed to age T. "If alive" means: of a customer known to be alive at T, who is
 * then followed for t more units.
 */
export interface PurchaseKernel<Parameters> {
  /** Whether time is counted in opportunities, so that all times are whole numbers. */
  readonly discrete: boolean;
  /** Whether what is to come from a living customer depends on tx; if not, it is the same for all customers of equal x and T. */
  readonly recencyMatters: boolean;

  /**
   * Log-likelihood of one customer's history. The sum of the logarithms of the times between purchases counts where the model tells
   * regular from random times; others do without it.
   */
  logLikelihood(parameters: Parameters, x: number, tx: number, T: number, sumLogIntervals: number): number;
  /** Log odds of having left for good at age T; kept in this form since a probability near 0 or 1 loses its digits. */
  logOddsDead(parameters: Parameters, x: number, tx: number, T: number): number;
  /** Expected purchases. */
  expectedPurchasesIfAlive(parameters: Parameters, x: number, tx: number, T: number, t: number): number;
  /** Expected purchases to the end of time, each discounted by e^(−rate · time from T); infinite where they do not end and rate is 0. */
  discountedPurchasesIfAlive(parameters: Parameters, x: number, tx: number, T: number, rate: number): number;
  /** Probability of being alive after t more units. */
  survivalIfAlive(parameters: Parameters, x: number, tx: number, T: number, t: number): number;
  /** Probability of exactly n purchases. */
  countProbabilityIfAlive(
    parameters: Parameters,
    x: number,
    tx: number,
    T: number,
    t: number,
    n: number,
  ): number;
  /** Probability of at least n purchases, n ≥ 1; not one minus a sum, which would lose small probabilities. */
  tailProbabilityIfAlive(
    parameters: Parameters,
    x: number,
    tx: number,
    T: number,
    t: number,
    n: number,
  ): number;
  /** Draws the history of a new customer, observed to age T. */
  simulateHistory(parameters: Parameters, random: Random, T: number): SimulatedHistory;
  /** Draws a number of purchases. */
  simulatePurchasesIfAlive(
    parameters: Parameters,
    random: Random,
    x: number,
    tx: number,
    T: number,
    t: number,
  ): number;
}

/** What was drawn of a customer. */
export interface SimulatedHistory {
  readonly frequency: number;
  readonly recency: number;
  /** Where the model tells regular from random times. */
  readonly sumLogIntervals?: number;
}
