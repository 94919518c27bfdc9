import type { CustomerPortfolio, PortfolioField } from "../pareto/customer-portfolio-result.ts";
import type { ChartPart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** Words of a portfolio. */
export interface PortfolioWords {
  /** Of the fields, in the order of the result. */
  readonly names: readonly string[];
  /** What stands in the corner of a field, line by line. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly attractiveness: string;
  readonly position: string;
  /** `null` if points have no size. */
  readonly value: string | null;
}

/** Where the words of a field stand: at its outer corner, where the padding keeps points away. */
const CORNERS: Readonly<Record<PortfolioField, { readonly right: boolean; readonly top: boolean }>> = {
  star: { right: true, top: true },
  "question-mark": { right: false, top: true },
  cash: { right: true, top: false },
  marginal: { right: false, top: false },
};

const SHAPES = ["circle", "triangle-up", "square", "diamond"];

/** Points, lines where the fields meet, and the names of the fields. */
export function portfolioPlot(
  { rows, fields, limits }: CustomerPortfolio,
  words: PortfolioWords,
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const { terms } = locale;
  const amounts = chartAmounts(
    rows.map(({ value }) => value),
    locale,
  );
  const axis = (field: string, title: string, padding: number): ChartPart => ({
    field,
    type: "quantitative",
    title,
    scale: { zero: false, padding, nice: false },
    axis: { grid: false, tickCount: 6 },
  });
  const size = {
    field: "size",
    type: "quantitative",
    title: words.value,
    scale: { range: [16, 700], zero: true },
    legend: { format: amounts.format, symbolFillColor: palette.muted, symbolStrokeWidth: 0 },
  };
  const x = axis("position", words.position, 30);
  const y = axis("attractiveness", words.attractiveness, 56);
  return {
    layer: [
      {
        data: { values: [{ position: limits.position ?? 0 }] },
        mark: { type: "rule", strokeDash: [5, 4], strokeWidth: 1.5 },
        encoding: { x },
      },
      {
        data: { values: [{ attractiveness: limits.attractiveness ?? 0 }] },
        mark: { type: "rule", strokeDash: [5, 4], strokeWidth: 1.5 },
        encoding: { y },
      },
      {
        mark: { type: "point", filled: true, opacity: 0.75, stroke: palette.ground, strokeWidth: 0.5 },
        encoding: {
          x,
          y,
          ...(words.value === null ? {} : { size }),
          color: {
            field: "field",
            type: "nominal",
            title: locale.charts.customers.portfolio.fields,
            scale: { domain: words.names, range: palette.categories.slice(0, 4) },
          },
          shape: { field: "field", type: "nominal", scale: { domain: words.names, range: SHAPES } },
          tooltip: [
            { field: "customer", type: "nominal", title: terms.customer },
            { field: "field", type: "nominal", title: locale.charts.customers.portfolio.fields },
            { field: "position", type: "quantitative", title: words.position, format: ",.4~g" },
            { field: "attractiveness", type: "quantitative", title: words.attractiveness, format: ",.4~g" },
            ...(words.value === null
              ? []
              : [{ field: "value", type: "quantitative", title: words.value, format: amounts.format }]),
          ],
        },
      },
      ...fields.map(({ field }) => cornerText(words.texts[field] ?? [], CORNERS[field])),
    ],
  };
}

function cornerText(
  text: readonly string[],
  { right, top }: { readonly right: boolean; readonly top: boolean },
): ChartPart {
  return {
    data: { values: [{}] },
    mark: {
      type: "text",
      text,
      fontSize: 11,
      lineHeight: 14,
      align: right ? "right" : "left",
      baseline: "top",
      x: right ? "width" : 0,
      y: top ? 0 : "height",
      dx: right ? -4 : 4,
      dy: top ? 4 : -14 * text.length - 2,
    },
  };
}
