import type { Interval } from "./confidence.ts";

/** The rate of a group, as it was observed and as it is to be judged beside the others. */
export interface ShrunkenRate {
  /** Cases that count. */
  readonly successes: number;
  /** All cases. */
  readonly trials: number;
  /** Successes ÷ trials; `null` without trials. */
  readonly rate: number | null;
  /** Wilson interval of the rate, from the group's own cases; `null` without trials. */
  readonly interval: Interval | null;
  /** Expected true rate given all groups: between `rate` and the mean of the prior; `null` if no group has trials. */
  readonly shrunken: number | null;
  /** Lower limit of the true rate given all groups; the tails on both sides are equally probable. */
  readonly lower: number | null;
  /** Upper limit of the true rate given all groups. */
  readonly upper: number | null;
  /** Probability that the group's true rate is above the mean of the prior; `null` if the spread of the rates is 0 or without end. */
  readonly probabilityAboveMean: number | null;
  /** Share of the group's own cases in `shrunken`: trials ÷ (trials + precision), from 0 to 1. */
  readonly weight: number;
}
