import type { CustomerClassification } from "../classification/classify-customers.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { classNames } from "./class-names.ts";
import { activeOf } from "./class-shares-input.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";

/** A segment of a bar with less has no room for its figure. */
const LEAST_TEXT = 0.05;

/** The classes of several days, in their order, as stacked shares. */
export function classSharesOverTime(
  days: readonly CustomerClassification[],
  checked: CheckedChartOptions,
): Chart {
  const { locale } = checked;
  const { classShares: words } = locale.charts.customers;
  const names = classNames(locale);
  const date = (classification: CustomerClassification | undefined): string =>
    classification === undefined ? "" : formatDate(classification.asOf, locale.format);
  const rows = days.flatMap((classification) => {
    let end = 0;
    return classification.classes.map((row) => {
      const share = row.shareOfCustomers ?? 0;
      const start = end;
      end += share;
      const name = locale.classification.classes[row.class];
      const text = share >= LEAST_TEXT ? fineShareText(share, locale) : "";
      return {
        day: date(classification),
        class: name,
        customers: row.customers,
        share,
        start,
        end,
        middle: (start + end) / 2,
        text,
      };
    });
  });
  const [first, last] = [days[0], days.at(-1)];
  const active = (classification: CustomerClassification | undefined): string =>
    classification === undefined ? "" : formatNumber(activeOf(classification), 0, locale.format);
  const places = {
    from: date(first),
    to: date(last),
    first: active(first),
    last: active(last),
    days: days.map(date).join(", "),
  };
  return frameChart(
    stackPlot(names, days.map(date), checked),
    rows,
    {
      title: fillTemplate(words.overTimeTitle, places),
      subtitle: words.overTimeSubtitle,
      description: fillTemplate(words.overTimeDescription, places),
    },
    { width: Math.max(240, days.length * 84), height: 360 },
    checked,
  );
}

function stackPlot(
  names: readonly string[],
  days: readonly string[],
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const { terms } = locale;
  const share = (field: string): ChartPart => ({
    field,
    type: "quantitative",
    title: terms.shareOfCustomers,
    // The first class stands on top, as it does in the legend.
    scale: { domain: [0, 1], reverse: true },
    axis: { labelExpr: "format(1 - datum.value, '.0%')", tickCount: 5 },
  });
  return {
    encoding: {
      x: {
        field: "day",
        type: "ordinal",
        title: terms.asOf,
        scale: { domain: days, padding: 0.12 },
        axis: { labelAngle: days.length > 7 ? -40 : 0 },
      },
      tooltip: [
        { field: "day", type: "nominal", title: terms.asOf },
        { field: "class", type: "nominal", title: terms.class },
        { field: "customers", type: "quantitative", title: terms.customers, format: ",.0f" },
        { field: "share", type: "quantitative", title: terms.shareOfCustomers, format: ".1%" },
      ],
    },
    layer: [
      {
        mark: { type: "bar", stroke: palette.ground, strokeWidth: 1 },
        encoding: {
          y: share("start"),
          y2: { field: "end" },
          color: {
            field: "class",
            type: "nominal",
            title: terms.class,
            scale: { domain: names, range: palette.categories },
            legend: { symbolType: "square" },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 11, color: palette.ground },
        encoding: { y: share("middle"), text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
