import type { FitTask } from "./child.ts";
import type { Pairing } from "./contests.ts";

/** What is fitted, and how often after the first time: often where a run is over too soon for the clock. */
export interface Fits {
  readonly pairing: Pairing;
  readonly clientele: number;
  /** A whole naive fit, if it is not too long. */
  readonly naive?: number;
  /** One evaluation of the naive likelihood. */
  readonly evaluation?: number;
}

const FITS: readonly Fits[] = [
  { pairing: { model: "bg-nbd", base: "sample" }, clientele: 300, naive: 3 },
  { pairing: { model: "bg-nbd", base: "master" }, clientele: 100, naive: 1 },
  { pairing: { model: "bg-nbd", base: "master-1998" }, clientele: 100, naive: 1 },
  { pairing: { model: "bg-nbd", base: "10k" }, clientele: 50 },
  { pairing: { model: "bg-nbd", base: "100k" }, clientele: 20, evaluation: 3 },
  { pairing: { model: "bg-nbd", base: "million" }, clientele: 7, evaluation: 2 },
  { pairing: { model: "bg-nbd", base: "week-cells" }, clientele: 10 },
  { pairing: { model: "mbg-nbd", base: "sample" }, clientele: 300, naive: 3 },
  { pairing: { model: "mbg-nbd", base: "master" }, clientele: 100, naive: 1 },
  { pairing: { model: "mbg-nbd", base: "100k" }, clientele: 20, evaluation: 3 },
  { pairing: { model: "mbg-nbd", base: "million" }, clientele: 5, evaluation: 2 },
  { pairing: { model: "pareto-nbd", base: "sample" }, clientele: 50, naive: 3 },
  { pairing: { model: "pareto-nbd", base: "master" }, clientele: 10, naive: 1 },
  { pairing: { model: "pareto-nbd", base: "10k" }, clientele: 20 },
  { pairing: { model: "pareto-nbd", base: "100k" }, clientele: 10, evaluation: 3 },
  { pairing: { model: "pareto-nbd", base: "million" }, clientele: 4, evaluation: 2 },
  { pairing: { model: "pareto-nbd", base: "week-cells" }, clientele: 4 },
  { pairing: { model: "bg-bb", base: "donations" }, clientele: 300, naive: 20 },
  { pairing: { model: "mbg-cnbd-k", base: "sample" }, clientele: 20 },
  { pairing: { model: "mbg-cnbd-k", base: "sample", k: 2 }, clientele: 50, naive: 3 },
  { pairing: { model: "gamma-gamma", base: "sample" }, clientele: 300, evaluation: 100 },
  { pairing: { model: "gamma-gamma", base: "master" }, clientele: 100, evaluation: 30 },
  { pairing: { model: "gamma-gamma", base: "spend-million" }, clientele: 7, evaluation: 5 },
  { pairing: { model: "sbg", base: "high-end" }, clientele: 1000, naive: 100 },
  { pairing: { model: "bdw", base: "high-end" }, clientele: 300, naive: 100 },
];

/** How much smaller drawn bases are when the benchmark is only tried. */
const THINNED = 20;

/** Every fit in every way; for a trial few of each, on smaller bases, and none whose naive fit takes long. */
export function fitTasks(folder: string, quick: boolean): FitTask[] {
  const options = { folder, thinned: quick ? THINNED : 1 };
  const fits = quick ? FITS.filter(({ pairing }) => !pairing.base.startsWith("master")) : FITS;
  return fits.flatMap(({ pairing, clientele, naive, evaluation }) =>
    Object.entries({ clientele, naive, "naive evaluation": evaluation }).flatMap(([way, runs]) =>
      runs === undefined
        ? []
        : [{ pairing, way: way as FitTask["way"], runs: quick ? Math.ceil(runs / THINNED) : runs, options }],
    ),
  );
}
