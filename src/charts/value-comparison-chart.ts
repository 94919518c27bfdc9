import type { LifetimeValueComparison } from "../clv/compare-lifetime-values.ts";
import type { Locale } from "../locales/locale.ts";
import { notEnoughData } from "../models/not-enough-data.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { frameChart } from "./frame-chart.ts";
import { checkEntries } from "./result-fields.ts";
import { NO_FIGURE, shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";
import { trimmedFormat } from "./trimmed-format.ts";

/**
 * A chart of lifetime values side by side, per customer, with what each rests on; it says so if they rest on different assumptions.
 *
 * @param comparison - What `compareLifetimeValues` returns.
 * @param options - What every chart can be told.
 * @returns A Vega-Lite specification with a row per value: `{ name, value, undiscounted, ratio, method, horizon, discountRate, firstMargin }`.
 * @throws DataError if it is no such result, or nothing is compared.
 *
 * @example
 * import { compareLifetimeValues, constantRetentionValue } from "clientele";
 * import { valueComparisonChart } from "clientele/charts";
 *
 * const options = { margin: 100, discountRate: 0.1, firstMargin: "immediate" } as const;
 * const now = constantRetentionValue({ ...options, retentionRate: 0.8 });
 * const better = constantRetentionValue({ ...options, retentionRate: 0.85 });
 * valueComparisonChart(compareLifetimeValues({ now, better })).title.subtitle; // => "Per customer; discounted at 10% a year; horizon: no end"
 */
export function valueComparisonChart(
  comparison: readonly LifetimeValueComparison[],
  options: ChartOptions = {},
): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkOption(
    "comparison",
    comparison,
    Array.isArray(comparison) ? null : `This is no list: pass what ${MAKER} returns.`,
  );
  checkEntries("comparison", comparison, ROW, MAKER);
  if (comparison.length === 0) throw notEnoughData("There is no value, so there is nothing to compare.");
  const { locale, palette } = checked;
  const { clv } = locale;
  const labels = locale.charts.models.values.comparison;
  const amounts = chartAmounts(
    comparison.map(({ valuePerCustomer }) => valuePerCustomer),
    locale,
  );
  const rows = comparison.map((own, i): ChartRow => {
    const value = amounts.text(own.valuePerCustomer);
    return {
      name: own.name,
      label: own.ratio === null || i === 0 ? value : `${value} (${shareText(own.ratio, locale)})`,
      value: own.valuePerCustomer,
      undiscounted: own.undiscountedPerCustomer,
      plain: amounts.text(own.undiscountedPerCustomer),
      ratio: own.ratio,
      compared: shareText(own.ratio, locale),
      method: clv.methods[own.method] ?? own.method,
      horizon: horizonOf(own.horizon, locale),
      discountRate: own.discountRate,
      firstMargin: clv.firstMargins[own.firstMargin] ?? own.firstMargin,
    };
  });
  const value = {
    field: "value",
    type: "quantitative",
    title: labels.perCustomer,
    axis: { format: trimmedFormat(amounts.format) },
  };
  const plot = {
    encoding: {
      y: {
        field: "name",
        type: "nominal",
        title: labels.name,
        axis: { title: null },
        sort: comparison.map(({ name }) => name),
      },
      tooltip: [
        textTip("name", labels.name),
        numberTip("value", labels.perCustomer, amounts.format),
        textTip("plain", labels.undiscounted),
        textTip("compared", labels.ratio),
        textTip("method", labels.method),
        textTip("horizon", labels.horizon),
        numberTip("discountRate", labels.discountRate, ".1%"),
        textTip("firstMargin", labels.firstMargin),
      ],
    },
    layer: [
      { mark: { type: "bar", height: { band: 0.62 } }, encoding: { x: value } },
      {
        mark: { type: "text", align: "left", dx: 5, aria: false },
        encoding: { x: value, text: { field: "label", type: "nominal" } },
      },
      {
        mark: {
          type: "text",
          align: "left",
          baseline: "top",
          dx: 5,
          dy: 7,
          fontSize: 10,
          color: palette.muted,
          aria: false,
        },
        encoding: { x: value, text: { field: "method", type: "nominal" } },
      },
    ],
  };
  const items = rows.map(({ name, label }) =>
    fillTemplate(labels.item, { name: String(name), value: String(label) }),
  );
  const words = {
    title: labels.title,
    subtitle: subtitleOf(comparison, rows, locale),
    description: fillTemplate(labels.description, { items: items.join(", ") }),
  };
  return frameChart(plot, rows, words, { width: 480, height: rows.length * 46 }, checked);
}

const MAKER = "compareLifetimeValues";
const ROW = {
  name: "text",
  method: "text",
  valuePerCustomer: "number?",
  undiscountedPerCustomer: "number?",
  ratio: "number?",
  discountRate: "number",
  horizon: "text",
} as const;

/** The horizon in words: `"5 × year"` is five years. */
function horizonOf(horizon: string, { charts, format }: Locale): string {
  const [count, period] = horizon.split(" × ");
  const label = charts.models.periods[period as CalendarPeriod];
  return label === undefined
    ? charts.models.values.comparison.noEnd
    : countText(Number(count), label, format);
}

function subtitleOf(
  comparison: readonly LifetimeValueComparison[],
  rows: readonly ChartRow[],
  locale: Locale,
): string {
  const { subtitle, differing } = locale.charts.models.values.comparison;
  const [first] = comparison;
  const same = comparison.every((own) => {
    return (
      own.discountRate === first?.discountRate &&
      own.horizon === first.horizon &&
      own.firstMargin === first.firstMargin
    );
  });
  if (!same) return differing;
  const rate = shareText(
    first?.discountRate ?? null,
    locale,
    Number.isInteger((first?.discountRate ?? 0) * 100) ? 0 : 1,
  );
  return fillTemplate(subtitle, { rate, horizon: String(rows[0]?.["horizon"] ?? NO_FIGURE) });
}
