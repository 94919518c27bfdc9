import type { CoxMaximum } from "./cox-maximum.ts";
import type { CoxWarning } from "./cox-model.ts";
import { counted, listed } from "./warning-words.ts";

/** Fewer events than this for each coefficient leave estimates that are off more often than their intervals say. */
const EVENTS_PER_COEFFICIENT = 5;

/** Which coefficients a direction without end moves, in scaled covariates. */
export function runawayColumns(runaway: readonly number[] | null, columns: number): readonly boolean[] {
  if (runaway === null) return new Array<boolean>(columns).fill(false);
  const largest = Math.max(...runaway.map(Math.abs));
  return runaway.map((step) => Math.abs(step) > 0.01 * largest);
}

/** Doubts about a fit. Vittinghoff & McCulloch (2007) for few events. */
export function coxWarnings(
  { converged, runaway }: CoxMaximum,
  names: readonly string[],
  infinite: readonly boolean[],
  events: number,
): readonly CoxWarning[] {
  const warnings: CoxWarning[] = [];
  if (runaway !== null) {
    const covariates = names.filter((_, c) => infinite[c]);
    const message = `${listed(covariates)}: the likelihood rises without end, as for a level where nobody or everybody has the event. The true effect may be large, but these data cannot say how large: the coefficient is where the search stopped and has no standard error. Join rare levels, or leave the covariate out; tests.likelihoodRatio is still good.`;
    warnings.push({ code: "monotone-likelihood", covariates, message });
  } else if (!converged) {
    const message =
      "The search for the coefficients gave up before the top of the likelihood: do not use them.";
    warnings.push({ code: "not-converged", covariates: names, message });
  }
  if (events < EVENTS_PER_COEFFICIENT * names.length) {
    const message = `There are only ${counted(events, "event")} for ${counted(names.length, "coefficient")}: with fewer than ${EVENTS_PER_COEFFICIENT} for each, estimates and intervals are not to be relied on. Name fewer covariates.`;
    warnings.push({ code: "few-events", covariates: names, message });
  }
  return warnings;
}
