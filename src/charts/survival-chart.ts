import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import type { GroupSurvivalCurve } from "../statistics/kaplan-meier-by.ts";
import { checkCurve, type SurvivalCurve } from "../statistics/survival-curve.ts";
import type { Chart } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { framed } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { checkEntries } from "./result-fields.ts";
import { riskPlot, survivalPlot } from "./survival-plot.ts";
import { type NamedCurve, riskRows, survivalRows } from "./survival-rows.ts";
import { survivalWords } from "./survival-words.ts";
import { timeTicks } from "./time-ticks.ts";
import { checkedTimeUnit, type TimeUnitOptions } from "./time-words.ts";

/** What a chart of survival curves can be told. */
export interface SurvivalChartOptions extends ChartOptions, TimeUnitOptions {
  /** What tells the groups apart, such as `"plan"`, for headline and legend. Default: "group". */
  readonly by?: string;
}

const NAMES = { ...CHART_NAMES, unit: true, by: true } satisfies Record<keyof SurvivalChartOptions, true>;

/** More lines than this nobody can tell apart. */
const MOST_CURVES = 8;

/**
 * Draws how many are still there after each time (Kaplan–Meier), alone or by group, with those under observation below.
 *
 * Stairs fall where somebody left; bands are the intervals of each time by itself, ticks stand where somebody was last seen still there (of ticks that
 * would touch, one is drawn), dotted lines lead to the medians. The numbers below are those at risk just before the time; with late entries those who
 * enter before the next time at which anything happened are among them.
 *
 * @param curves - What `kaplanMeier` or `kaplanMeierBy` returns, also after a way through JSON; at most eight curves.
 * @param options - `unit` of the durations, `by` (what tells the groups apart), and those of every chart: `locale`, `theme`, `width` and `height` of the
 *   upper plot (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification of two plots, one above the other, with rows `{ group, time, survival, lower, upper, atRisk, events, censored }` and
 *   `{ group, time, atRisk }`.
 * @throws DataError for what are no curves, for more than eight, if nobody was observed, or for options that cannot be used.
 *
 * @example
 * import { kaplanMeier } from "clientele";
 * import { survivalChart } from "clientele/charts";
 *
 * const curve = kaplanMeier({ duration: [2, 3, 3, 5, 6, 8, 8, 9], event: [1, 1, 0, 1, 1, 1, 0, 1] });
 * const chart = survivalChart(curve, { unit: "month" });
 * chart.title.text; // => "Half are gone by month 6"
 */
export function survivalChart(
  curves: SurvivalCurve | readonly GroupSurvivalCurve[],
  options: SurvivalChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const unit = checkedTimeUnit(options);
  const { by } = options;
  checkOption("by", by, by === undefined || typeof by === "string" ? null : "This is no text.");
  const named = namedCurves(curves);
  const last = named.reduce((most, { curve }) => Math.max(most, curve.rows.at(-1)?.time ?? 0), 0);
  if (last === 0) throw invalidOption("curves", null, "Nobody was observed, so there is no curve to draw.");
  const frame = {
    names: named.map(({ name }) => name),
    last,
    unit,
    by: by ?? checked.locale.charts.retention.survival.group,
    curves: named,
  };
  const ticks = timeTicks(last, unit);
  return {
    ...framed(survivalWords(named, unit, by ?? null, checked), checked),
    spacing: 12,
    resolve: { scale: { color: "independent" } },
    vconcat: [
      survivalPlot(
        named.flatMap((curve) => survivalRows(curve, last)),
        frame,
        checked,
      ),
      riskPlot(
        named.flatMap((curve) => riskRows(curve, ticks)),
        frame,
        checked,
      ),
    ],
  };
}

const ROW_FIELDS = {
  time: "number",
  atRisk: "number",
  events: "number",
  censored: "number",
  survival: "number",
} as const;

function namedCurves(curves: SurvivalCurve | readonly GroupSurvivalCurve[]): readonly NamedCurve[] {
  if (!Array.isArray(curves)) {
    const curve = curves as SurvivalCurve;
    checkCurve(curve, "curves");
    checkEntries("curves.rows", curve.rows, ROW_FIELDS, "kaplanMeier");
    return [{ name: "", curve }];
  }
  const groups = curves as readonly GroupSurvivalCurve[];
  const trouble = `There are ${groups.length} curves: pass from 1 to ${MOST_CURVES}, or nobody can tell them apart.`;
  checkOption("curves", groups.length, groups.length > 0 && groups.length <= MOST_CURVES ? null : trouble);
  groups.forEach((curve, at) => {
    checkCurve(curve, `curves[${at}]`);
    checkEntries(`curves[${at}].rows`, curve.rows, ROW_FIELDS, "kaplanMeierBy");
  });
  const texts = groupTexts(
    groups.map(({ group }) => (group === undefined ? null : String(group))),
    "",
  );
  return groups.map((curve, at) => ({ name: texts[at] as string, curve }));
}
