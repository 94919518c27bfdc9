import { rocArea } from "../statistics/roc-area.ts";
import type { ChurnSignal } from "./churn-signal.ts";
import { type CalibrationBin, signalCalibration } from "./signal-calibration.ts";
import type { SignalRanking } from "./signal-roc.ts";
import { type ThresholdTable, thresholdTable } from "./signal-thresholds.ts";

/** How well a signal told who would leave. */
export interface ChurnSignalQuality extends SignalRanking, ThresholdTable {
  readonly signal: ChurnSignal;
  /** Brier score: mean squared error of the probability; `null` for signals that are no probabilities. */
  readonly brier: number | null;
  /** Predicted against observed, in bins of equal width; `null` for signals that are no probabilities. */
  readonly calibration: readonly CalibrationBin[] | null;
}

/** What is to be told of a signal. */
export interface QualityRequest {
  readonly thresholds: readonly number[];
  readonly bins: number;
  /** How many standard errors intervals reach. */
  readonly z: number;
}

/** Holds a signal against who left (1) and who bought again (0). */
export function signalQuality(
  signal: ChurnSignal,
  values: Float64Array,
  churned: Uint8Array,
  { thresholds, bins, z }: QualityRequest,
): ChurnSignalQuality {
  const left = values.filter((_, i) => churned[i] === 1).sort();
  const stayed = values.filter((_, i) => churned[i] === 0).sort();
  const isProbability = signal === "churnProbability" || signal === "noPurchaseProbability";
  const calibration = isProbability ? signalCalibration(values, churned, bins, z) : null;
  return {
    signal,
    ...rocArea(left, stayed, z),
    ...thresholdTable(left, stayed, thresholds, z),
    brier: calibration?.brier ?? null,
    calibration: calibration?.bins ?? null,
  };
}
