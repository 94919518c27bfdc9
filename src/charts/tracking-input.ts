import type { ModelValidation, TrackedPeriod } from "../models/model-validation.ts";
import type { ExpectedPeriod } from "../models/tracking-curve.ts";
import { checkOption } from "../rows/options.ts";
import type { IsoDate } from "../time/civil-day.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

/** A period as it is drawn. */
export interface DrawnPeriod {
  readonly end: IsoDate;
  readonly expected: number;
  readonly expectedCumulative: number;
  /** `null` if nothing is known of what came. */
  readonly actual: number | null;
  readonly actualCumulative: number | null;
  readonly holdout: boolean;
}

/** The periods of either result. */
export function drawnPeriods(tracking: ModelValidation | readonly ExpectedPeriod[]): readonly DrawnPeriod[] {
  const periods = Array.isArray(tracking) ? expectedAlone(tracking) : tracked(tracking as ModelValidation);
  checkOption(
    "tracking",
    null,
    periods.length === 0 ? "There is no period, so there is nothing to draw." : null,
  );
  return periods;
}

const MAKERS = "validateModel or trackingCurve";

function expectedAlone(curve: readonly ExpectedPeriod[]): readonly DrawnPeriod[] {
  checkEntries("tracking", curve, { end: "text", expected: "number", cumulative: "number" }, MAKERS);
  return curve.map(({ end, expected, cumulative }) => ({
    end,
    expected,
    expectedCumulative: cumulative,
    actual: null,
    actualCumulative: null,
    holdout: false,
  }));
}

function tracked(validation: ModelValidation): readonly TrackedPeriod[] {
  checkResult("tracking", validation, VALIDATION, MAKERS);
  checkEntries("tracking.tracking", validation.tracking, TRACKED, MAKERS);
  return validation.tracking;
}

const VALIDATION = { model: "record", calibration: "record", holdout: "record", tracking: "list" } as const;
const TRACKED = {
  end: "text",
  actual: "number",
  expected: "number",
  actualCumulative: "number",
  expectedCumulative: "number",
} as const;
