import type { LogisticMaximum } from "./logistic-maximum.ts";
import type { LogisticWarning } from "./logistic-model.ts";
import { counted, listed } from "./warning-words.ts";

/** Fewer rows of the rarer outcome than this for each coefficient leave estimates that are off more often than their intervals say. */
const EVENTS_PER_COEFFICIENT = 5;

/** Doubts about a fit. Vittinghoff & McCulloch (2007), American Journal of Epidemiology 165(6), for few events. */
export function logisticWarnings(
  { converged, runaway }: LogisticMaximum,
  names: readonly string[],
  infinite: readonly boolean[],
  rarer: number,
): readonly LogisticWarning[] {
  const warnings: LogisticWarning[] = [];
  if (runaway !== null) {
    const covariates = names.filter((_, c) => infinite[c]);
    const message = `${listed(covariates)}: the likelihood rises without end, as for a level whose rows all have the same outcome, or a number beyond which they do. The true effect may be large, but these data cannot say how large: the coefficient is where the search stopped and has no standard error. Fit with penalty: "firth" (or a ridge), join rare levels, or leave the covariate out; if it is known only after the outcome, it does not belong here.`;
    warnings.push({ code: "separation", covariates, message });
  } else if (!converged) {
    const message =
      "The search for the coefficients gave up before the top of the likelihood: do not use them.";
    warnings.push({ code: "not-converged", covariates: names, message });
  }
  if (rarer < EVENTS_PER_COEFFICIENT * names.length) {
    const message = `The rarer outcome has ${counted(rarer, "row")} for ${counted(names.length, "coefficient")}: with fewer than ${EVENTS_PER_COEFFICIENT} for each, estimates and intervals are not to be relied on. Name fewer covariates, or fit with a penalty.`;
    warnings.push({ code: "few-events", covariates: names, message });
  }
  return warnings;
}
