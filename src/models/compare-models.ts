import { DataError } from "../rows/data-error.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { checkBase } from "./check-base.ts";
import { fitBgNbd } from "./fit-bg-nbd.ts";
import { fitBgCnbdK, fitMbgCnbdK } from "./fit-cnbd-k.ts";
import { fitMbgNbd } from "./fit-mbg-nbd.ts";
import { fitParetoNbd } from "./fit-pareto-nbd.ts";
import { informationCriteria } from "./information-criteria.ts";
import type { PurchaseModel } from "./models.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** Models of purchases in continuous time; BG/BB counts opportunities, which is another kind of data. */
export type ComparableKind = Exclude<PurchaseModel["kind"], "bg-bb">;

/** Which models to compare. */
export interface ComparisonOptions {
  /** Default: `bg-nbd`, `mbg-nbd`, `pareto-nbd`, and `mbg-cnbd-k` if the customers carry `sumLogIntervals`. */
  readonly candidates?: readonly ComparableKind[];
}

/** A candidate that could be fitted. */
export interface ComparedModel {
  readonly kind: ComparableKind;
  readonly model: PurchaseModel;
  /** Parameters estimated. */
  readonly parameters: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** How far the AIC lies above the lowest. */
  readonly deltaAic: number;
  /** Akaike weight: how probable the candidate is the one nearest to the truth, if one of them is; they add up to 1. */
  readonly weight: number;
  /** Whether the data leave parameters open; the log-likelihood is a maximum all the same. */
  readonly notIdentified: boolean;
}

/** A candidate that could not be fitted, or whose search was given up, and why. */
export interface FailedCandidate {
  readonly kind: ComparableKind;
  readonly message: string;
}

/** Candidates by ascending AIC, and those that could not be fitted. */
export interface ModelComparison {
  readonly rows: readonly ComparedModel[];
  readonly failures: readonly FailedCandidate[];
}

/**
 * Fits several purchase models to one customer base and ranks them by Akaike's criterion.
 *
 * Their likelihoods compare although none is a special case of another, because all are densities of the same data: the times of each
 * customer's purchases until his age T. A few units of AIC are a preference, tens are a verdict; and a model that explains the past best
 * need not predict best, so look at a holdout period too.
 *
 * @param customers - Summaries of the base, or any `{ unit, rows }`; with `sumLogIntervals` (`summarizeCustomers(log, { intervals: true })`)
 *   for models of regular buyers.
 * @param options - `candidates`, by kind.
 * @returns `{ rows, failures }`: one row per model, best first; candidates that the base is too poor for, with the message.
 * @throws {@link DataError} if a history is impossible, or a candidate is no such kind.
 * @see Burnham & Anderson (2002), "Model selection and multimodel inference", section 2.9 (Akaike weights).
 *
 * @example
 * import { compareModels, simulateHistories } from "clientele";
 *
 * const truth = { kind: "bg-nbd", parameters: { r: 0.8, alpha: 10, a: 0.8, b: 2.4 }, unit: "week" } as const;
 * const customers = simulateHistories(truth, { ages: Array.from({ length: 2000 }, () => 78), seed: 1 });
 * const { rows } = compareModels(customers);
 * rows.map(({ kind }) => kind); // => ["bg-nbd", "mbg-nbd", "pareto-nbd"]
 */
export function compareModels(
  customers: PurchaseHistories,
  options: ComparisonOptions = {},
): ModelComparison {
  checkNames("options", options, { candidates: true } satisfies Record<keyof ComparisonOptions, true>);
  checkBase(customers);
  const { candidates = usualCandidates(customers) } = options;
  checkCandidates(candidates);
  const failures: FailedCandidate[] = [];
  const fitted: Unranked[] = [];
  for (const kind of candidates) {
    try {
      fitted.push(judged(kind, FITS[kind](customers)));
    } catch (error) {
      if (!(error instanceof DataError && isAboutModel(error))) throw error;
      failures.push({ kind, message: error.message });
    }
  }
  return { rows: ranked(fitted), failures };
}

type Unranked = Omit<ComparedModel, "deltaAic" | "weight">;

const FITS: { readonly [Kind in ComparableKind]: (customers: PurchaseHistories) => PurchaseModel } = {
  "bg-nbd": fitBgNbd,
  "mbg-nbd": fitMbgNbd,
  "pareto-nbd": fitParetoNbd,
  "bg-cnbd-k": fitBgCnbdK,
  "mbg-cnbd-k": fitMbgCnbdK,
};

function usualCandidates({ rows }: PurchaseHistories): readonly ComparableKind[] {
  const again = rows.filter((row) => row?.frequency > 0);
  const timed = again.length > 0 && again.every((row) => Number.isFinite(row.sumLogIntervals));
  return timed ? [...WITHOUT_INTERVALS, "mbg-cnbd-k"] : WITHOUT_INTERVALS;
}

const WITHOUT_INTERVALS = ["bg-nbd", "mbg-nbd", "pareto-nbd"] as const;

function checkCandidates(candidates: readonly ComparableKind[]): void {
  const isList = Array.isArray(candidates) && candidates.length > 0;
  checkOption("candidates", candidates, isList ? null : 'Pass a list of kinds, such as ["bg-nbd"].');
  for (const kind of candidates) checkOneOf("candidates", kind, Object.keys(FITS));
  const twice = new Set(candidates).size < candidates.length;
  checkOption("candidates", candidates, twice ? "A kind is named twice." : null);
}

/** Whether a model and the base do not go together; anything else is wrong with the base itself. */
function isAboutModel({ byCode, total }: DataError): boolean {
  return (byCode.not_enough_data ?? 0) + (byCode.invalid_model ?? 0) === total;
}

function judged(kind: ComparableKind, model: PurchaseModel): Unranked {
  const { parameters, aic, bic } = informationCriteria(model);
  const notIdentified = model.warnings.some(({ code }) => code === "not-identified");
  return { kind, model, parameters, logLikelihood: model.logLikelihood, aic, bic, notIdentified };
}

function ranked(fitted: readonly Unranked[]): ComparedModel[] {
  const least = Math.min(...fitted.map(({ aic }) => aic));
  const total = fitted.reduce((sum, { aic }) => sum + Math.exp((least - aic) / 2), 0);
  return fitted
    .map((row) => ({ ...row, deltaAic: row.aic - least, weight: Math.exp((least - row.aic) / 2) / total }))
    .sort((left, right) => left.aic - right.aic);
}
