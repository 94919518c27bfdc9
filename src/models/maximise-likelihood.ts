import { type Box, type Maximum, maximise, type Objective } from "../math/trust-region-newton.ts";
import { flatDirection } from "./flat-direction.ts";
import { penalised, type QuadraticPenalty } from "./quadratic-penalty.ts";

const LARGE_BASE = 60_000;
const FIRST_LOOK = 20_000;

/** Data whose likelihood is wanted: all of it, and a thinned sample of every n-th row. */
export interface LikelihoodData<Cells> {
  readonly rows: number;
  /** All cells. */
  readonly cells: Cells;
  readonly sample: (every: number) => Cells;
}

/** What else a search may need. */
export interface SearchOptions {
  readonly penalty?: QuadraticPenalty | null;
  /** Further points from which to search: for likelihoods that are known to have a second, lower top. */
  readonly otherStarts?: readonly (readonly number[])[];
}

/** Where a likelihood is greatest, and along which direction it is too flat to say so. */
export interface LikelihoodMaximum extends Maximum {
  readonly flat: readonly number[] | null;
}

/**
 * Maximises a likelihood in the logarithms of its parameters, less a penalty if there is one; `value` is the likelihood without it.
 *
 * For a large base a sample is maximised first: it costs little and starts the whole base so near its maximum that a few evaluations do.
 */
export function maximiseLikelihood<Cells>(
  data: LikelihoodData<Cells>,
  likelihood: (cells: Cells) => Objective,
  start: readonly number[],
  { penalty = null, otherStarts = [] }: SearchOptions = {},
): LikelihoodMaximum {
  const box = boxAround(start);
  const plain = likelihood(data.cells);
  const objective = penalty === null ? plain : penalised(plain, penalty);
  const first = otherStarts.reduce<Maximum>(
    (best, other) => higher(best, maximise(objective, other, box)),
    maximise(objective, firstPoint(data, likelihood, start, box), box),
  );
  const settled = first.converged && flatDirection(first) === null;
  const maximum = settled ? { ...first, flat: null } : onRidge(objective, first, start, box);
  return penalty === null ? maximum : { ...maximum, value: plain(maximum.point).value };
}

function firstPoint<Cells>(
  data: LikelihoodData<Cells>,
  likelihood: (cells: Cells) => Objective,
  start: readonly number[],
  box: Box,
): readonly number[] {
  if (data.rows <= LARGE_BASE) return start;
  const look = maximise(likelihood(data.sample(Math.ceil(data.rows / FIRST_LOOK))), start, box);
  // A sample may be too small to settle what the whole base does.
  return look.converged && flatDirection(look) === null ? look.point : start;
}

/**
 * The answer where the likelihood has a ridge.
 *
 * Customers more and less alike are tried as starts, for one may lead to a true maximum. If none does, all points along the ridge explain
 * the data about equally well; by convention the answer is the one nearest to the default start: the maximum less a penalty so weak that it
 * decides nothing else. So it depends neither on the way of the search nor on the unit of time.
 */
function onRidge(
  objective: Objective,
  first: Maximum,
  start: readonly number[],
  box: Box,
): LikelihoodMaximum {
  const from = (point: readonly number[]): Maximum => maximise(objective, point, box);
  const tried = [
    first,
    from(start.map((x) => x - OTHER_START)),
    from(start.map((x) => x + OTHER_START)),
  ] as const;
  const evaluations = tried.reduce((sum, maximum) => sum + maximum.evaluations, 0);
  const top = highest(tried);
  const settled = tried.find(
    (maximum) =>
      maximum.converged && flatDirection(maximum) === null && maximum.value > top.value - SAME_VALUE,
  );
  if (settled !== undefined) return { ...settled, evaluations, flat: null };
  const flat = flatDirection(top);
  if (flat === null) return { ...top, evaluations, flat };

  const convention = { centre: start, weight: start.map(() => CONVENTION_WEIGHT) };
  const weak = penalised(objective, convention);
  const ends = [maximise(weak, start, box), maximise(weak, top.point, box)] as const;
  const chosen = highest(ends);
  const there = objective(chosen.point);
  return {
    ...chosen,
    ...there,
    evaluations: ends.reduce((sum, end) => sum + end.evaluations, evaluations + 1),
    flat: flatDirection({ ...there, atLimit: chosen.atLimit }) ?? flat,
  };
}

/** All logarithms so much lower or higher: the same means, customers more or less different from each other. */
const OTHER_START = 1.5;
/** Far below the curvature of a likelihood that tells a parameter from another. */
const CONVENTION_WEIGHT = 1e-4;
/** A difference of log-likelihoods that no data can tell. */
const SAME_VALUE = 1e-3;

function highest([first, ...rest]: readonly [Maximum, ...Maximum[]]): Maximum {
  return rest.reduce((best, maximum) => (best.value >= maximum.value ? best : maximum), first);
}

/** The higher of two tops, with the evaluations of both. */
function higher(one: Maximum, other: Maximum): Maximum {
  const evaluations = one.evaluations + other.evaluations;
  return { ...highest([one, other]), evaluations };
}

/** Beyond a factor of e¹⁶ from the start the likelihood is flat for all that data can tell. */
function boxAround(start: readonly number[]): Box {
  return { lower: start.map((x) => x - 16), upper: start.map((x) => x + 16) };
}
