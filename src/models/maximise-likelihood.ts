import { type Box, type Maximum, maximise, type Objective } from "../math/trust-region-newton.ts";

const LARGE_BASE = 60_000;
const FIRST_LOOK = 20_000;

/** Data whose likelihood is wanted: all of it, and a thinned sample of every n-th row. */
export interface LikelihoodData<Cells> {
  readonly rows: number;
  /** All cells. */
  readonly cells: Cells;
  readonly sample: (every: number) => Cells;
}

/**
 * Maximises a likelihood in the logarithms of its parameters.
 *
 * For a large base a sample is maximised first: it costs little and starts the whole base so near its maximum that a few evaluations do.
 */
export function maximiseLikelihood<Cells>(
  data: LikelihoodData<Cells>,
  likelihood: (cells: Cells) => Objective,
  start: readonly number[],
): Maximum {
  const box = boxAround(start);
  const first =
    data.rows > LARGE_BASE
      ? maximise(likelihood(data.sample(Math.ceil(data.rows / FIRST_LOOK))), start, box).point
      : start;
  return maximise(likelihood(data.cells), first, box);
}

/** Beyond a factor of e¹⁶ from the start the likelihood is flat for all that data can tell. */
function boxAround(start: readonly number[]): Box {
  return { lower: start.map((x) => x - 16), upper: start.map((x) => x + 16) };
}
