import type { Probe } from "./child.ts";

/** The largest difference of the scores of the same customers, relative to the first where that is above a millionth. */
export function largestDifference(reference: Probe, scores: Probe): number {
  let largest = 0;
  for (const name of Object.keys(scores) as (keyof Probe)[]) {
    const [expected = [], numbers = []] = [reference[name], scores[name]];
    if (expected.length !== numbers.length) throw new Error("Not the same customers were scored.");
    for (const [i, value] of expected.entries()) {
      const difference = Math.abs((numbers[i] as number) - value) / Math.max(Math.abs(value), 1e-6);
      // What is no number shall show.
      if (!(difference <= largest)) largest = difference;
    }
  }
  return largest;
}
