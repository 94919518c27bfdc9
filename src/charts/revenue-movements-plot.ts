import type { RevenueMovement } from "../retention/revenue-movement.ts";
import type { RevenueMovements } from "../retention/revenue-movements.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { ChartPart } from "./chart.ts";
import type { ChartAmounts } from "./chart-amounts.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { periodAxis } from "./period-axis.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** From the axis outwards on both sides: who stays first, then who comes and goes. */
export const REVENUE_MOVEMENTS: readonly (readonly [RevenueMovement, 1 | -1])[] = [
  ["expansion", 1],
  ["reactivation", 1],
  ["new", 1],
  ["contraction", -1],
  ["churn", -1],
];

/** The stacked bars of each period, and the line of net changes. */
export function revenueMovementsPlot(
  { rows, period }: RevenueMovements,
  width: number,
  currency: string | null,
  amounts: ChartAmounts,
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const { revenue: words, periods } = locale.charts.retention;
  const { revenueMovements: names } = locale.retention;
  const [blue, orange, green, violet] = palette.categories;
  const colours = [green, palette.quiet, blue, violet, orange].map((colour) => colour ?? palette.text);
  const y = {
    type: "quantitative",
    title: currency === null ? words.change : fillTemplate(words.changeIn, { currency }),
    axis: { format: ",~f", domain: false, ticks: false },
  };
  return {
    encoding: {
      x: periodAxis(
        rows.map((row) => row.period),
        periods[period],
        width,
      ),
      tooltip: [
        textTip("period", periods[period]),
        textTip("label", words.movement),
        numberTip("amount", words.amount, amounts.format),
        numberTip("net", words.net, amounts.format),
        numberTip("end", words.end, amounts.format),
      ],
    },
    layer: [
      {
        mark: {
          type: "bar",
          description: {
            expr: `datum.period + ", " + datum.label + ": " + format(datum.amount, "${amounts.format}")`,
          },
        },
        encoding: {
          y: { field: "amount", ...y, stack: "zero" },
          color: {
            field: "label",
            type: "nominal",
            title: words.movement,
            scale: { domain: REVENUE_MOVEMENTS.map(([movement]) => names[movement]), range: colours },
            legend: { symbolType: "square" },
          },
          order: { field: "order", type: "quantitative" },
        },
      },
      {
        mark: { type: "rule", color: palette.text, strokeWidth: 1, aria: false },
        encoding: { y: { datum: 0, ...y }, x: null, tooltip: null },
      },
      {
        transform: [{ filter: "datum.order === 0" }],
        mark: { type: "line", color: palette.ground, strokeWidth: 5, aria: false },
        encoding: { y: { field: "net", ...y } },
      },
      {
        transform: [{ filter: "datum.order === 0" }],
        mark: {
          type: "line",
          color: palette.text,
          strokeWidth: 2,
          point: { color: palette.text, size: 45, stroke: palette.ground },
        },
        encoding: { y: { field: "net", ...y } },
      },
    ],
  };
}
