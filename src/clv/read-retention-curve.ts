import { checkOption } from "../rows/options.ts";
import type { SurvivalCurve } from "../statistics/survival-curve.ts";
import { contractShares } from "./contract-shares.ts";
import { kaplanMeierShares } from "./kaplan-meier-shares.ts";
import { observedShares } from "./observed-shares.ts";
import type { ReadCurve, RetentionCurve, RetentionModel } from "./retention-curve.ts";

/** Which curve it is, and what else is known of it. */
export interface CurveReading {
  readonly payments: number | undefined;
  readonly timePerPeriod: number | undefined;
  readonly first: 0 | 1;
}

/** Reads a curve of any kind. */
export function readCurve(curve: RetentionCurve, reading: CurveReading): ReadCurve {
  const { payments, timePerPeriod } = reading;
  const kind = kindOf(curve);
  checkOption("payments", payments, payments === undefined || kind === "model" ? null : ONLY_MODELS);
  checkOption("timePerPeriod", timePerPeriod, timePerPeriod === undefined || kind === "km" ? null : ONLY_KM);
  if (kind === "shares") return observedShares(curve as readonly number[]);
  if (kind === "km") return kaplanMeierShares(curve as SurvivalCurve, timePerPeriod ?? 1);
  return contractShares(curve as RetentionModel, payments ?? 0, reading.first);
}

const ONLY_MODELS = "Only a model of retention knows of payments made: leave them out.";
const ONLY_KM = "Only a Kaplan–Meier curve counts time in units of its own: leave this out.";

function kindOf(curve: unknown): "shares" | "km" | "model" {
  if (Array.isArray(curve)) return "shares";
  const kind = typeof curve === "object" && curve !== null && "kind" in curve ? curve.kind : null;
  if (kind === "kaplan-meier") return "km";
  checkOption("curve", curve, kind === "sbg" || kind === "bdw" ? null : NO_CURVE);
  return "model";
}

const NO_CURVE =
  "This is no retention curve: pass shares such as [1, 0.8, 0.7], what kaplanMeier returns, or a model of kind sbg or bdw.";
