import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { haloText } from "./halo-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A line across the bars with its words. */
export interface ValueMark {
  readonly value: number;
  readonly label: string;
}

/** Bars of customers by value, the open ones in another colour with their share of all value. */
export function valueHistogram(
  rows: readonly ChartRow[],
  marks: readonly ValueMark[],
  format: string,
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const { numberOfCustomers, values } = locale.charts.models;
  const { shareOfCustomers, shareOfValue } = values.distribution;
  const largest = rows.reduce((most, { customers }) => Math.max(most, customers as number), 1);
  const x = {
    field: "from",
    type: "quantitative",
    title: values.value,
    scale: { nice: false, zero: false, domain: [rows[0]?.["from"] ?? 0, rows[rows.length - 1]?.["to"] ?? 1] },
    axis: { format, grid: false, tickCount: 8 },
  };
  const y = {
    field: "customers",
    type: "quantitative",
    title: numberOfCustomers,
    // Room above the bars for the words of both lines.
    scale: { domain: [0, largest * 1.15], nice: true },
    axis: { format: ",.0f", tickCount: 5, tickMinStep: 1 },
  };
  return {
    layer: [
      {
        mark: { type: "bar", stroke: palette.ground, strokeWidth: 1 },
        encoding: {
          x: { ...x, bin: "binned" },
          x2: { field: "to" },
          y,
          color: {
            condition: { test: "datum.open !== null", value: palette.categories[1] },
            value: palette.categories[0],
          },
          tooltip: [
            textTip("range", values.value),
            numberTip("customers", numberOfCustomers, ",.0f"),
            numberTip("shareOfCustomers", shareOfCustomers, ".1%"),
            numberTip("shareOfValue", shareOfValue, ".1%"),
          ],
        },
      },
      {
        transform: [
          { filter: "datum.open === 'above'" },
          { calculate: "[datum.range, datum.text]", as: "lines" },
        ],
        mark: {
          type: "text",
          align: "right",
          baseline: "line-bottom",
          dy: -18,
          fontSize: 11,
          lineHeight: 13,
          aria: false,
        },
        encoding: { x: { ...x, field: "to" }, y, text: { field: "lines" } },
      },
      {
        transform: [{ filter: "datum.open === 'below'" }],
        mark: { type: "text", align: "left", baseline: "bottom", dy: -5, fontSize: 11, aria: false },
        encoding: { x, y, text: { field: "range", type: "nominal" } },
      },
      ...marks.flatMap(({ value, label }, i): readonly ChartPart[] => {
        const data = { values: [{ from: value, label }] };
        const dash = i === 0 ? [1, 0] : [4, 3];
        return [
          {
            data,
            mark: { type: "rule", color: palette.text, strokeDash: dash, aria: false },
            encoding: { x },
          },
          ...haloText(
            {
              data,
              mark: { type: "text", align: "left", baseline: "top", dx: 5, fontSize: 11 },
              encoding: { x, y: { value: i * 15 }, text: { field: "label", type: "nominal" } },
            },
            palette,
          ),
        ];
      }),
    ],
  };
}
