import { chiSquareTail } from "../math/chi-square-tail.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";
import { checkMaximum, type MaximisedModel, parametersEstimated } from "./check-maximum.ts";
import { invalidModel } from "./invalid-model.ts";

/** The part of a fitted model that a comparison with a nested one needs. */
export interface TestableModel extends MaximisedModel {
  readonly unit: TimeUnit;
  readonly asOf?: IsoDate | null;
}

/** Whether data speak for the freedom that a larger model has. */
export interface LikelihoodRatioTest {
  /** Twice the gain in log-likelihood. */
  readonly statistic: number;
  /** How many more parameters the full model has. */
  readonly degreesOfFreedom: number;
  /** How probable at least such a gain would be, by chance, if the restricted model were true. */
  readonly pValue: number;
}

/**
 * The likelihood-ratio test of a restricted model within a full one, both fitted to the same customers.
 *
 * Nested are models of one kind where the full one has all covariates of the restricted one and more (on the same parameters), and sBG within
 * BdW (c = 1). Pareto/NBD, BG/NBD and their kin are not nested in each other: compare them by `informationCriteria` or `compareModels`.
 * The p-value is that of many customers, and means little if one of the models warns `not-identified`.
 *
 * @param restricted - The fitted model with fewer parameters.
 * @param full - The fitted model with more.
 * @returns `{ statistic, degreesOfFreedom, pValue }`.
 * @throws {@link DataError} if the models are not nested, of other customers or another unit, or no maxima of the likelihood.
 * @see Wilks (1938), "The large-sample distribution of the likelihood ratio", Annals of Mathematical Statistics 9(1).
 *
 * @example
 * import { fitBdw, fitSbg, likelihoodRatioTest } from "clientele";
 *
 * const customers = { unit: "year", cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] } as const;
 * const { degreesOfFreedom, pValue } = likelihoodRatioTest(fitSbg(customers), fitBdw(customers));
 * degreesOfFreedom; // => 1
 * pValue < 0.01; // => true
 */
export function likelihoodRatioTest(restricted: TestableModel, full: TestableModel): LikelihoodRatioTest {
  checkMaximum("restricted", restricted, "The test needs");
  checkMaximum("full", full, "The test needs");
  checkSameData(restricted, full);
  if (!isNested(restricted, full)) throw invalidModel("restricted", restricted.kind, NOT_NESTED);
  const degreesOfFreedom = parametersEstimated(full) - parametersEstimated(restricted);
  const gain = full.logLikelihood - restricted.logLikelihood;
  if (gain < -LOST_BY_ROUNDING * Math.max(1, Math.abs(full.logLikelihood)))
    throw invalidModel("full.logLikelihood", full.logLikelihood, LOWER);
  const statistic = Math.max(0, 2 * gain);
  return { statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom) };
}

/** Two searches for one maximum agree to far more digits. */
const LOST_BY_ROUNDING = 1e-9;

const NOT_NESTED =
  "The restricted model is no special case of the full one: pass models of one kind, the full one with all covariates of the restricted one and more, or sbg and bdw. Others compare by informationCriteria.";
const LOWER =
  "The full model explains the data worse than its special case, which cannot be: fit both to the same customers.";

function isNested(restricted: TestableModel, full: TestableModel): boolean {
  if (restricted.kind !== full.kind) return restricted.kind === "sbg" && full.kind === "bdw";
  const had = shiftsOf(full);
  const needed = shiftsOf(restricted);
  return had.size > needed.size && [...needed].every((shift) => had.has(shift));
}

function shiftsOf({ coefficients = [] }: TestableModel): Set<string> {
  return new Set(coefficients.map(({ parameter, covariate }) => JSON.stringify([parameter, covariate])));
}

function checkSameData(restricted: TestableModel, full: TestableModel): void {
  if (restricted.customers !== full.customers) {
    const trouble = `The models were fitted to ${restricted.customers} and ${full.customers} customers: fit both to the same.`;
    throw invalidModel("full.customers", full.customers, trouble);
  }
  if (restricted.unit !== full.unit) {
    const trouble = `The models count in units of a ${restricted.unit} and a ${full.unit}: fit both in the same.`;
    throw invalidModel("full.unit", full.unit, trouble);
  }
  const days = [restricted.asOf ?? null, full.asOf ?? null];
  if (!days.includes(null) && days[0] !== days[1]) {
    const trouble = `The models saw their customers until ${days[0]} and ${days[1]}: fit both to the same summaries.`;
    throw invalidModel("full.asOf", full.asOf, trouble);
  }
}
