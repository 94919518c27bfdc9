import type { Random } from "../math/random.ts";
import type { DecisionHistory } from "./decision-history.ts";

/**
 * How likely the offers of a pipeline are to be won by several days and at all.
 *
 * Offers of one kind (of one group and age) share a cell. For each cell stand the probabilities, ascending, of having been won by each day asked for and
 * last of being won ever, at `cell × horizons`.
 */
export interface Chances {
  readonly horizons: number;
  readonly expected: Float64Array;
  /** For each offer its cell; −1 if nothing is known of it. */
  readonly cellOf: Int32Array;
  /** What the probabilities of its cell are multiplied by for each offer; `null` for 1. */
  readonly factor: Float64Array | null;
  /** Draws other probabilities that the history leaves possible; `null` if they are taken as known. */
  readonly draw: ((random: Random, into: Float64Array) => void) | null;
  /** How much work one such drawing is. */
  readonly effort: number;
}

/** A random number of a gamma distribution takes as long as so many additions. */
const GAMMA = 30;

/** The work of drawing a curve, rates and probabilities. */
export function effortOf({ days }: DecisionHistory, rates: number, expected: Float64Array): number {
  return GAMMA * (3 * days.length + 2 * rates) + 4 * expected.length;
}
