import type { Payback } from "../clv/payback-period.ts";
import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { haloText } from "./halo-text.ts";

/** What the panel of sums shows. */
export interface CumulativePlan {
  readonly payback: Payback;
  /** What stands at the line of the acquisition cost; `null` for no line. */
  readonly costText: string | null;
  readonly x: ChartPart;
  /** Title and axis of the sums. */
  readonly y: ChartPart;
  readonly tooltip: readonly ChartPart[];
}

/** Sums up to each period as points on a line, the first one that reaches the cost as a large diamond. */
export function cumulativePanel(
  { payback, costText, x, y: upright, tooltip }: CumulativePlan,
  { palette }: CheckedChartOptions,
): ChartPart {
  const y = { field: "cumulative", type: "quantitative", scale: { zero: true }, ...upright };
  const [first, second] = palette.categories;
  const lines = [
    { mark: { type: "line", color: first }, encoding: { x, y } },
    { mark: { type: "point", color: first, size: 40, opacity: 1 }, encoding: { x, y, tooltip } },
  ];
  if (costText === null) return { layer: lines };
  const cost = { values: [{ cumulative: payback.acquisitionCost, label: costText }] };
  const mark = payback.rows.find(({ period }) => period === payback.paidBackIn);
  return {
    layer: [
      {
        data: cost,
        mark: { type: "rule", color: second, strokeDash: [6, 3], strokeWidth: 1.5, aria: false },
        encoding: { y },
      },
      ...lines,
      ...(mark === undefined
        ? []
        : [
            {
              data: { values: [{ period: mark.period, cumulative: mark.cumulative }] },
              mark: { type: "point", shape: "diamond", color: second, size: 160, opacity: 1, aria: false },
              encoding: { x, y },
            },
          ]),
      ...haloText(
        {
          data: cost,
          mark: { type: "text", align: "right", baseline: "top", dy: 5, fontSize: 11 },
          encoding: { x: { value: "width" }, y, text: { field: "label", type: "nominal" } },
        },
        palette,
      ),
    ],
  };
}
