import type { TimeToDecision } from "../hitrate/time-to-decision-result.ts";
import type { Locale } from "../locales/locale.ts";
import { checkNumber, invalidOption } from "../rows/options.ts";
import type { CumulativeIncidence, IncidenceStep } from "../statistics/cumulative-incidence-result.ts";
import { countText } from "../text/count-label.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { ChartRow } from "./chart.ts";
import { groupTexts } from "./group-texts.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

/** The curve of a cause, with its name. */
export interface NamedIncidence {
  readonly name: string;
  readonly steps: readonly IncidenceStep[];
}

/** What is drawn, wherever it comes from. */
export interface IncidenceCurves {
  readonly causes: readonly NamedIncidence[];
  /** The last time at which anything was observed. */
  readonly last: number;
  readonly level: number;
  /** How many were observed, in words. */
  readonly observed: string;
  /** `null` where the caller must say it. */
  readonly unit: TimeUnit | null;
}

const STEP_FIELDS = { time: "number", incidence: "number", atRisk: "number", events: "number" } as const;

/** The curves of causes, or of what ended offers. */
export function incidenceCurvesOf(
  result: CumulativeIncidence | TimeToDecision,
  locale: Locale,
): IncidenceCurves {
  const maker = "cumulativeIncidence or timeToDecision";
  checkResult("incidence", result, { kind: "text", level: "number" }, maker);
  const curves =
    result.kind === "time-to-decision"
      ? offerCurves(result, locale, maker)
      : causeCurves(result as CumulativeIncidence, locale, maker);
  checkNumber("incidence.level", curves.level, { above: 0, most: 1 });
  curves.causes.forEach(({ steps }, at) => {
    checkEntries(`incidence.steps[${at}]`, steps, STEP_FIELDS, maker);
  });
  if (curves.causes.length === 0 || curves.last === 0) {
    const trouble = "Nothing happened while anybody was observed, so there is nothing to draw.";
    throw invalidOption("incidence", null, trouble);
  }
  return curves;
}

function causeCurves(incidence: CumulativeIncidence, locale: Locale, maker: string): IncidenceCurves {
  const fields = { causes: "list", lastTime: "number", observations: "number" } as const;
  checkResult("incidence", incidence, fields, maker);
  checkEntries("incidence.causes", incidence.causes, { steps: "list" }, maker);
  const { causes, lastTime, level, observations } = incidence;
  const names = groupTexts(
    causes.map(({ cause }) => String(cause)),
    "",
  );
  return {
    causes: causes.map(({ steps }, at) => ({ name: names[at] as string, steps })),
    last: lastTime,
    level,
    observed: countText(observations, locale.charts.retention.incidence.observed, locale.format),
    unit: null,
  };
}

function offerCurves(times: TimeToDecision, locale: Locale, maker: string): IncidenceCurves {
  checkResult("incidence", times, { outcomes: "list", lastDay: "number?", offers: "number" }, maker);
  checkEntries("incidence.outcomes", times.outcomes, { outcome: "text", steps: "list" }, maker);
  return {
    // What is closed is the sum of the others.
    causes: times.outcomes
      .filter(({ outcome }) => outcome !== "closed")
      .map(({ outcome, steps }) => ({ name: locale.salesCycle.outcomes[outcome], steps })),
    last: times.lastDay ?? 0,
    level: times.level,
    observed: countText(times.offers, locale.charts.retention.incidence.offers, locale.format),
    unit: "day",
  };
}

/** The corners of a curve from 0 to the last time. */
export function incidenceRows({ name, steps }: NamedIncidence, last: number): readonly ChartRow[] {
  const start: ChartRow[] =
    steps[0]?.time === 0
      ? []
      : [{ cause: name, time: 0, incidence: 0, lower: null, upper: null, atRisk: null, events: 0 }];
  const rows = steps.map(({ time, incidence, lower, upper, atRisk, events }): ChartRow => {
    return { cause: name, time, incidence, lower, upper, atRisk, events };
  });
  const end = [...start, ...rows].at(-1) as ChartRow;
  const isThere = end["time"] === last;
  return [...start, ...rows, ...(isThere ? [] : [{ ...end, time: last, atRisk: null, events: 0 }])];
}

/** The share that has had a cause in the end. */
export function lastIncidence({ steps }: NamedIncidence): number {
  return steps.at(-1)?.incidence ?? 0;
}
