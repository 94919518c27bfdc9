import type { Locale } from "../locales/locale.ts";
import type { ModelValidation } from "../models/model-validation.ts";
import type { ExpectedPeriod } from "../models/tracking-curve.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { formatDate } from "../text/text-format.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { dayFormat } from "./day-format.ts";
import { framed } from "./frame-chart.ts";
import { periodOfEnds, wholePeriods } from "./period-of-ends.ts";
import { type DrawnPeriod, drawnPeriods } from "./tracking-input.ts";
import { expectationWords, trackingWords } from "./tracking-words.ts";
import { twoColours, twoDashes } from "./two-series.ts";

/** What is shown of a tracked base. */
export interface TrackingChartOptions extends ChartOptions {
  /** Purchases in each period (`"incremental"`), up to each period (`"cumulative"`), or one above the other. Default `"both"`. */
  readonly show?: "both" | "incremental" | "cumulative";
}

/**
 * A chart of the repeat purchases of a whole base, week by week: what came, and what a model expects, before and after the split.
 *
 * The expectation is that of `trackingCurve`: it knows each customer's first day and nothing more, in the holdout too. The first and the last
 * period and the one of the split may be cut short; since both lines would dip there, the panel of single periods leaves them out. `height` is
 * that of each panel.
 *
 * @param tracking - What `validateModel` returns, or the rows of `trackingCurve`, which hold no actual purchases.
 * @param options - `show`: `"both"` (default), `"incremental"` or `"cumulative"`; and what every chart can be told.
 * @returns A Vega-Lite specification with a row per period and line: `{ end, series, incremental, cumulative, whole }`.
 * @throws DataError if it is neither result, there is no period, or an option is none.
 *
 * @example
 * import { simulateTransactions, transactionLog, validateModel } from "clientele";
 * import { trackingChart } from "clientele/charts";
 *
 * const orders = simulateTransactions({ customers: 500, from: "2023-01-01", until: "2024-12-31", seed: 3 });
 * const chart = trackingChart(validateModel(transactionLog(orders), { split: "2023-12-31", unit: "week" }));
 * chart.title.text; // => "Repeat purchases: actual and expected"
 */
export function trackingChart(
  tracking: ModelValidation | readonly ExpectedPeriod[],
  options: TrackingChartOptions = {},
): Chart {
  checkNames("options", options, { ...CHART_NAMES, show: true } satisfies Record<
    keyof TrackingChartOptions,
    true
  >);
  const { show = "both" } = options;
  checkOneOf("show", show, ["both", "incremental", "cumulative"]);
  const checked = checkedChartOptions(options);
  const { locale, palette } = checked;
  const periods = drawnPeriods(tracking);
  const validation = Array.isArray(tracking) ? null : (tracking as ModelValidation);
  const labels = locale.charts.models;
  const names = [labels.actual, labels.expected] as const;
  const titles = {
    incremental: labels.perPeriod[periodOfEnds(periods.map(({ end }) => end))],
    cumulative: labels.tracking.cumulative,
  };
  const split = validation === null ? null : validation.calibration.until;
  const panel = (field: "incremental" | "cumulative"): ChartPart => ({
    width: checked.width ?? 620,
    height: checked.height ?? (show === "both" ? 190 : 320),
    layer: [
      ...(split === null ? [] : holdoutRule(split, locale)),
      {
        ...(field === "incremental" ? { transform: [{ filter: "datum.whole" }] } : {}),
        mark: { type: "line" },
        encoding: {
          x: {
            field: "end",
            type: "temporal",
            title: null,
            scale: { type: "utc" },
            axis: { format: dayFormat(locale), tickCount: 7, grid: false, labelOverlap: "greedy" },
          },
          y: {
            field,
            type: "quantitative",
            title: titles[field],
            scale: { zero: true },
            axis: { format: ",.0f" },
          },
          color: twoColours(names, palette),
          strokeDash: twoDashes(names),
          tooltip: [
            { field: "day", type: "nominal", title: labels.tracking.end },
            { field: "series", type: "nominal", title: labels.purchases },
            { field: "incremental", type: "quantitative", title: titles.incremental, format: ",.1f" },
            { field: "cumulative", type: "quantitative", title: titles.cumulative, format: ",.0f" },
          ],
        },
      },
    ],
  });
  const words =
    validation === null ? expectationWords(periods, locale) : trackingWords(validation, periods, locale);
  const data = { values: trackingRows(periods, names, locale) };
  const frame = framed(words, checked);
  if (show !== "both") return { ...frame, data, ...panel(show) };
  const vconcat = [panel("incremental"), panel("cumulative")];
  return { ...frame, data, vconcat, resolve: { scale: { x: "shared" } } };
}

function trackingRows(
  periods: readonly DrawnPeriod[],
  [actualName, expectedName]: readonly [string, string],
  { format }: Locale,
): readonly ChartRow[] {
  const wholes = wholePeriods(periods.map(({ end }) => end));
  return periods.flatMap(({ end, actual, actualCumulative, expected, expectedCumulative }, i) => {
    const about = { end, day: formatDate(end, format), whole: wholes[i] as boolean };
    const came = { ...about, series: actualName, incremental: actual, cumulative: actualCumulative };
    const said = { ...about, series: expectedName, incremental: expected, cumulative: expectedCumulative };
    return actual === null ? [said] : [came, said];
  });
}

/** The line behind which the model knows nothing, with its word. */
function holdoutRule(split: IsoDate, { charts }: Locale): readonly ChartPart[] {
  const data = { values: [{ end: split, label: `${charts.models.tracking.holdout} →` }] };
  const x = { field: "end", type: "temporal", scale: { type: "utc" } };
  return [
    { data, mark: { type: "rule", strokeDash: [2, 2] }, encoding: { x } },
    {
      data,
      mark: { type: "text", align: "left", baseline: "top", dx: 5, fontSize: 11 },
      encoding: { x, y: { value: 0 }, text: { field: "label", type: "nominal" } },
    },
  ];
}
