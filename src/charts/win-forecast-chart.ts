import type { WinForecast, WinForecastPeriod } from "../hitrate/win-forecast-result.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ForecastRow, forecastPanels } from "./forecast-panels.ts";
import { type ChartWords, framed } from "./frame-chart.ts";
import { levelText } from "./level-text.ts";
import {
  checkedMeasure,
  type MeasureAmounts,
  measureAmounts,
  type PipelineMeasure,
} from "./pipeline-measure.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

/** What of the forecast is drawn. */
export interface WinForecastChartOptions extends ChartOptions {
  /** Money (`"value"`, default if the offers have values) or number of offers won (`"wins"`). */
  readonly measure?: PipelineMeasure;
}

const NAMES = { ...CHART_NAMES, measure: true } satisfies Record<keyof WinForecastChartOptions, true>;
const MAKER = "winForecast";

/**
 * Draws what today's open offers may bring: bars with limits for each period, and below the sum up to its end with its own limits.
 *
 * A hollow bar stands for the remainder of a period that has begun. Limits of the sums are not sums of limits: periods make up for each other.
 *
 * @param forecast - What `winForecast` returns.
 * @param options - `measure` (`"value"` or `"wins"`), `locale`, `theme`, `width` and `height` (pixels, of the panel of periods), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, no period is in it, values are wanted where there are none, or for options that are none.
 *
 * @example
 * import { offerBook, winForecast } from "clientele";
 * import { winForecastChart } from "clientele/charts";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-07", decided: "2025-01-20" },
 *     { status: "lost", submitted: "2025-01-09", decided: "2025-02-10" },
 *     { status: "won", submitted: "2025-01-15", decided: "2025-02-28" },
 *     { status: "open", submitted: "2025-03-05" },
 *   ],
 *   {},
 *   { until: "2025-03-10" },
 * );
 * winForecastChart(winForecast(book, { periods: 2 })).title.text;
 * // => "Forecast: 0.7 wins expected from open offers by the end of 2025-04"
 */
export function winForecastChart(forecast: WinForecast, options: WinForecastChartOptions = {}): Chart {
  checkResult(
    "forecast",
    forecast,
    { periods: "list", offers: "record", asOf: "text", level: "number" },
    MAKER,
  );
  checkEntries("forecast.periods", forecast.periods, { wins: "record", winsSoFar: "record" }, MAKER);
  checkNames("options", options, NAMES);
  const { measure: wanted, ...common } = options;
  const none = "Nothing tells when offers are won, as none was decided, so there is nothing to draw.";
  checkOption("forecast", forecast, forecast.periods.length > 0 ? null : none);
  const measure = checkedMeasure(wanted, forecast.offers.value !== null);
  const chart = checkedChartOptions(common);
  const amounts = measureAmounts(measure, forecast.offers.value, chart.locale);
  const rows = forecast.periods.map((period) => forecastRow(period, measure, chart));
  const words = wordsOf(forecast, rows, measure, amounts, chart);
  return { ...framed(words, chart), ...forecastPanels(rows, measure, amounts.format, chart) };
}

function forecastRow(
  { period, partial, wins, wonValue, winsSoFar, wonValueSoFar }: WinForecastPeriod,
  measure: PipelineMeasure,
  { locale }: CheckedChartOptions,
): ForecastRow {
  const { full, remainder } = locale.charts.offers.pipeline;
  const isMoney = measure === "value";
  const now = (isMoney ? wonValue : null) ?? wins;
  const sum = (isMoney ? wonValueSoFar : null) ?? winsSoFar;
  return {
    period,
    extent: partial ? remainder : full,
    expected: now.expected,
    lower: now.lower,
    upper: now.upper,
    sum: sum.expected,
    sumLower: sum.lower,
    sumUpper: sum.upper,
  };
}

function wordsOf(
  { offers, asOf, level }: WinForecast,
  rows: readonly ForecastRow[],
  measure: PipelineMeasure,
  amounts: MeasureAmounts,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { pipeline: labels, terms } = locale.charts.offers;
  const end = rows.at(-1) as ForecastRow;
  const list = rows.map((row) =>
    fillTemplate(labels.group, {
      group: row.period,
      expected: amounts.text(row.expected),
      limits: amounts.limits(row),
    }),
  );
  return {
    title: fillTemplate(labels[measure].forecast, { expected: amounts.text(end.sum), last: end.period }),
    subtitle: fillTemplate(labels.forecastSubtitle, {
      offers: countText(offers.offers, terms.offerCount, locale.format),
      level: levelText(level, locale),
      date: formatDate(asOf, locale.format),
    }),
    description: fillTemplate(labels.forecastDescription, {
      periods: list.join("; "),
      cumulative: amounts.text(end.sum),
      limits: amounts.limits({ lower: end.sumLower, upper: end.sumUpper }),
      last: end.period,
    }),
  };
}
