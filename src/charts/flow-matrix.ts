import { cellInk } from "./cell-ink.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import type { ChartSize } from "./frame-chart.ts";
import { wrappedLabels } from "./wrapped-labels.ts";

/** A cell of a matrix: how many went from a class to a class. */
export interface FlowCell {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Of those who were in `from`; `null` if nobody was. */
  readonly share: number | null;
  readonly stayed: boolean;
}

/** Words and order of a matrix. */
export interface FlowWords {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly share: string;
  readonly customers: string;
}

/** A matrix from class to class: numbers as text, shares of the row as colour, a frame around who stayed. Empty cells stay blank. */
export function flowMatrix(words: FlowWords, options: CheckedChartOptions): ChartPart {
  const { palette } = options;
  const hasSomebody = { filter: "datum.customers > 0" };
  const side = (title: string, sort: readonly string[]): ChartPart => ({ type: "ordinal", title, sort });
  return {
    encoding: {
      x: {
        field: "to",
        ...side(words.to, words.columns),
        scale: { domain: words.columns },
        axis: wrappedLabels(words.columns, 12),
      },
      y: {
        field: "from",
        ...side(words.from, words.rows),
        scale: { domain: words.rows },
        axis: { domain: false, ticks: false, labelLimit: 400 },
      },
      tooltip: [
        { field: "from", type: "nominal", title: words.from },
        { field: "to", type: "nominal", title: words.to },
        { field: "customers", type: "quantitative", title: words.customers, format: ",.0f" },
        { field: "share", type: "quantitative", title: words.share, format: ".1%" },
      ],
    },
    layer: [
      {
        transform: [hasSomebody],
        mark: { type: "rect", stroke: palette.ground, strokeWidth: 2 },
        encoding: {
          color: {
            field: "share",
            type: "quantitative",
            title: words.share,
            scale: { domain: [0, 1], range: [palette.few, palette.many], interpolate: "rgb" },
            legend: { format: ".0%", gradientLength: 140, values: [0, 0.25, 0.5, 0.75, 1], titleLimit: 400 },
          },
        },
      },
      {
        transform: [{ filter: "datum.stayed" }],
        mark: { type: "rect", fill: null, stroke: palette.muted, strokeWidth: 1.5, tooltip: null },
        encoding: { tooltip: { value: null } },
      },
      {
        transform: [hasSomebody],
        mark: { type: "text" },
        encoding: {
          text: { field: "customers", type: "quantitative", format: ",.0f" },
          color: cellInk("datum.share", options),
        },
      },
    ],
  };
}

/** The cells as rows of a chart. */
export function flowRows(cells: readonly FlowCell[]): readonly ChartRow[] {
  return cells.map((cell) => ({ ...cell }));
}

/** A size that leaves room for the numbers and for the longest word below a column. */
export function flowSize({ rows, columns }: FlowWords): ChartSize {
  const letters = columns
    .flatMap((name) => name.split(" "))
    .reduce((most, word) => Math.max(most, word.length), 0);
  const column = Math.max(NARROWEST, letters * LETTER + 8);
  return { width: Math.round(columns.length * column), height: Math.max(120, rows.length * 38) };
}

const NARROWEST = 76;

/** Width of a letter in pixels, about. */
const LETTER = 6.5;
