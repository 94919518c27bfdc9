import { DataError } from "../rows/data-error.ts";
import { plainValue, quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type CalibrationLine, calibrationLine } from "./calibration-line.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import type { ChiSquareTest } from "./cox-model.ts";
import { hosmerLemeshow, type ReliabilityBin, reliabilityBins } from "./reliability-bins.ts";
import { type RocArea, rocArea } from "./roc-area.ts";

/** How probabilities are held against outcomes. */
export interface QualityOptions extends ConfidenceOptions {
  /** Groups of the table of calibration, 2 or more. Default 10: deciles. */
  readonly bins?: number;
  /** Whether the probabilities come from a model that was fitted to these outcomes: Hosmer and Lemeshow's test then has two degrees of freedom less. Default `false`. */
  readonly sameData?: boolean;
}

/** How good probabilities were, seen from what came; `null` where the data cannot say. */
export interface PredictionQuality extends RocArea {
  readonly observations: number;
  readonly events: number;
  /** Share with the outcome, and mean of the probabilities. */
  readonly observed: number;
  readonly predicted: number;
  /** Mean of (probability − outcome)²: 0 is perfect. */
  readonly brier: number;
  /** The same if all had the observed share: what can be had without any model. */
  readonly naiveBrier: number;
  /** Mean of −log of the probability of what came: 0 is perfect; `null` if something came that had probability 0. */
  readonly logLoss: number | null;
  readonly calibration: CalibrationLine;
  /** Predicted against observed, by ascending probability. */
  readonly bins: readonly ReliabilityBin[];
  /** Whether predicted and observed differ by more than chance; weak with few cases, and strict beyond use with many. */
  readonly hosmerLemeshow: ChiSquareTest | null;
}

const NAMES = { level: true, bins: true, sameData: true } satisfies Record<keyof QualityOptions, true>;

/**
 * Holds predicted probabilities against what came: do they rank well, are they right on the whole, and how far off are they?
 *
 * Ranking (`auc`, DeLong's interval) and calibration are two things: doubling all probabilities changes nothing of the first and spoils the second.
 * Only outcomes that the model has not seen tell how good it is. Hosmer and Lemeshow's test depends on how cases fall into groups, misses much with
 * few cases and objects to trifles with many: look at `calibration` and `bins` first.
 *
 * @param outcomes - What came: booleans, or 0 and 1.
 * @param probabilities - What was foretold, each from 0 to 1, in the same order.
 * @param options - `level` of intervals (default 0.95), `bins` (default 10), `sameData` (default `false`).
 * @returns AUC with interval, Brier score, log loss, calibration intercept and slope, table by deciles, Hosmer and Lemeshow's test.
 * @throws {@link DataError} if the lists are empty, differ in length, or hold anything else.
 * @see DeLong, DeLong & Clarke-Pearson (1988); Brier (1950); Cox (1958), Biometrika 45; Hosmer & Lemeshow (1980); Steyerberg (2019), chapter 15.
 *
 * @example
 * import { predictionQuality } from "clientele";
 *
 * const quality = predictionQuality([1, 0, 1, 0, 1, 0], [0.9, 0.8, 0.7, 0.4, 0.3, 0.2]);
 * quality.auc; // => 0.6667
 * quality.brier; // => 0.2383
 */
export function predictionQuality(
  outcomes: ArrayLike<boolean | number>,
  probabilities: ArrayLike<number>,
  options: QualityOptions = {},
): PredictionQuality {
  checkNames("options", options, NAMES);
  const { level = 0.95, bins = 10, sameData = false } = options;
  checkLevel(level);
  checkNumber("bins", bins, { least: 2, whole: true });
  checkOption("sameData", sameData, typeof sameData === "boolean" ? null : "This is neither true nor false.");
  const { outcome, probability } = checkedLists(outcomes, probabilities);
  return qualityOf(outcome, probability, { level, bins, sameData });
}

/** `predictionQuality` of lists that were checked. */
export function qualityOf(
  outcome: Uint8Array,
  probability: Float64Array,
  { level, bins, sameData }: Required<QualityOptions>,
): PredictionQuality {
  const z = standardErrorsOfLevel(level);
  const observations = outcome.length;
  let events = 0;
  let sum = 0;
  let squares = 0;
  let losses = 0;
  for (let i = 0; i < observations; i++) {
    const p = probability[i] as number;
    const came = outcome[i] as number;
    events += came;
    sum += p;
    squares += (p - came) ** 2;
    losses -= came === 1 ? Math.log(p) : Math.log1p(-p);
  }
  const observed = events / observations;
  const table = reliabilityBins(probability, outcome, bins, z);
  return {
    observations,
    events,
    observed,
    predicted: sum / observations,
    ...rocArea(
      probability.filter((_, i) => outcome[i] === 1).sort(),
      probability.filter((_, i) => outcome[i] === 0).sort(),
      z,
    ),
    brier: squares / observations,
    naiveBrier: observed * (1 - observed),
    logLoss: Number.isFinite(losses) ? losses / observations : null,
    calibration: calibrationLine(probability, outcome),
    bins: table,
    hosmerLemeshow: hosmerLemeshow(table, sameData),
  };
}

function checkedLists(
  outcomes: ArrayLike<unknown>,
  probabilities: ArrayLike<unknown>,
): { readonly outcome: Uint8Array; readonly probability: Float64Array } {
  for (const [path, list] of [
    ["outcomes", outcomes],
    ["probabilities", probabilities],
  ] as const) {
    const isList = Array.isArray(list) || (ArrayBuffer.isView(list) && "length" in list);
    checkOption(path, list, isList ? null : "This is no list.");
  }
  const { length } = outcomes;
  if (length !== probabilities.length) {
    const message = `There are ${probabilities.length} probabilities for ${length} outcomes: pass one for each.`;
    const value = plainValue(probabilities.length);
    throw new DataError([{ code: "unequal_columns", row: null, field: "probabilities", value, message }]);
  }
  if (length === 0) {
    const message = "There are no outcomes: pass at least one.";
    throw new DataError([{ code: "not_enough_data", row: null, field: "outcomes", value: null, message }]);
  }
  const faults = new IssueCollector();
  const outcome = new Uint8Array(length);
  const probability = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const came = outcomes[i];
    if (came === true || came === 1) outcome[i] = 1;
    else if (came !== false && came !== 0) {
      faults.add("invalid_value", i, "outcomes", came, () => `${quoted(came)} is no outcome: pass 0 or 1.`);
    }
    const p = probabilities[i];
    if (typeof p === "number" && p >= 0 && p <= 1) probability[i] = p;
    else {
      faults.add("invalid_value", i, "probabilities", p, () => `${quoted(p)} is no probability from 0 to 1.`);
    }
  }
  faults.throwIfAny();
  return { outcome, probability };
}
