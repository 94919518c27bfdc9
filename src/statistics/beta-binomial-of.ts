import { logGamma } from "../math/log-gamma.ts";
import { frozen } from "../rows/frozen.ts";
import {
  type BetaBinomialCells,
  betaBinomialCells,
  type CountedNumbers,
  totalOf,
} from "./beta-binomial-cells.ts";
import {
  type BetaBinomialEstimates,
  estimatesAtTop,
  oneRate,
  onlyZeroAndOne,
} from "./beta-binomial-estimates.ts";
import type { BetaBinomialFit } from "./beta-binomial-fit.ts";
import { betaBinomialMaximum } from "./beta-binomial-maximum.ts";
import { type BetaBinomialCode, betaBinomialWarning } from "./beta-binomial-warning.ts";

/** `fitBetaBinomial` for counts that are known to be counts. */
export function betaBinomialOf(successes: Float64Array, trials: Float64Array): BetaBinomialFit {
  const cells = betaBinomialCells(successes, trials);
  const [estimates, code] = explained(cells, firstLook(cells, successes, trials));
  return frozen({
    kind: "beta-binomial",
    version: 1,
    ...estimates,
    logLikelihood: estimates.logLikelihood + logCoefficients(cells),
    groups: cells.groups,
    successes: totalOf(cells.successes),
    trials: totalOf(cells.trials),
    warnings: code === null ? [] : [betaBinomialWarning(code)],
  });
}

/** So many groups say where to search among any number of them. */
const FIRST_LOOK = 20_000;

/** Cells of every n-th group; of all if they are few, or if those all ended alike. */
function firstLook(
  cells: BetaBinomialCells,
  successes: Float64Array,
  trials: Float64Array,
): BetaBinomialCells {
  const every = Math.ceil(trials.length / FIRST_LOOK);
  if (every <= 1) return cells;
  const chosen = (_: number, i: number): boolean => i % every === 0;
  const sample = betaBinomialCells(successes.filter(chosen), trials.filter(chosen));
  return totalOf(sample.successes) > 0 && totalOf(sample.failures) > 0 ? sample : cells;
}

function explained(
  cells: BetaBinomialCells,
  sample: BetaBinomialCells,
): readonly [BetaBinomialEstimates, BetaBinomialCode | null] {
  const successes = totalOf(cells.successes);
  const failures = totalOf(cells.failures);
  const [ones, zeros] = [numberOf(cells.successes), numberOf(cells.failures)];
  const allOrNothing = ones + zeros === cells.groups;
  const unspread = noWayToDiffer(cells, ones, zeros, allOrNothing);
  if (unspread !== null) return [oneRate(successes, failures), unspread];
  if (allOrNothing && cells.trials.values.every((trials) => trials >= 1)) {
    return [onlyZeroAndOne(ones, zeros), "all-or-nothing"];
  }
  const maximum = betaBinomialMaximum(cells, sample);
  if (maximum === null) return [oneRate(successes, failures), "no-differences"];
  const top = estimatesAtTop(maximum);
  return [top, top.convergence.converged ? null : "not-converged"];
}

/** Why nothing can tell how groups differ; `null` if something may. */
function noWayToDiffer(
  { groups, trials }: BetaBinomialCells,
  withSuccesses: number,
  withFailures: number,
  allOrNothing: boolean,
): BetaBinomialCode | null {
  if (groups === 0) return "no-trials";
  if (groups === 1) return "one-group";
  if (withSuccesses === 0 || withFailures === 0) return "one-outcome";
  const single = allOrNothing && trials.values.length === 1 && trials.values[0] === 1;
  return single ? "single-trials" : null;
}

function numberOf({ counts }: CountedNumbers): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Σ log of the binomial coefficients, for sums of weights by the gamma function. */
function logCoefficients({ successes, failures, trials }: BetaBinomialCells): number {
  return logFactorials(trials) - logFactorials(successes) - logFactorials(failures);
}

function logFactorials({ values, counts }: CountedNumbers): number {
  return values.reduce((sum, value, i) => sum + logGamma(1 + value) * (counts[i] as number), 0);
}
