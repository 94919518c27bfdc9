import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { shareLimit } from "./share-limit.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** One rate of a group. */
export interface ForestRow extends ChartRow {
  readonly group: string;
  readonly kind: string;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly won: number;
  readonly of: number;
  /** "12 / 45". */
  readonly numbers: string;
}

/** A line across all groups. */
export interface ForestMean {
  readonly at: number;
  readonly text: string;
}

interface Forest {
  readonly rows: readonly ForestRow[];
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly mean: ForestMean | null;
  readonly keys: readonly string[];
  readonly chart: CheckedChartOptions;
  /** Of the plot, in pixels. */
  readonly width: number;
}

/** Rates with their intervals, group below group, and the numbers behind them to the right. */
export function forestPlot({ rows, names, kinds, mean, keys, chart, width }: Forest): ChartPart {
  const { palette, locale } = chart;
  const { hitRateBy: labels, terms } = locale.charts.offers;
  const [raw = ""] = kinds;
  const [first = "", second = ""] = palette.categories;
  const most = shareLimit([...rows.map(({ upper }) => upper), mean?.at ?? null]);
  const range = { domain: kinds, range: [second, first] };
  const x = {
    field: "rate",
    type: "quantitative",
    title: labels.rate,
    scale: { domain: [0, most] },
    axis: { format: ".0%" },
  };
  const y = {
    field: "group",
    type: "nominal",
    sort: null,
    title: keys.join(" · "),
    scale: { domain: names },
  };
  const kind = {
    field: "kind",
    type: "nominal",
    title: null,
    scale: range,
    legend: { orient: "top", columns: 1, labelLimit: 0, offset: 26 },
  };
  const yOffset = { field: "kind", type: "nominal", scale: { domain: kinds, paddingOuter: 0.5 } };
  const known = [{ filter: "isValid(datum.rate)" }];
  const tooltip = [
    textTip("group", terms.group),
    textTip("kind", terms.kind),
    numberTip("rate", labels.rate, ".1%"),
    numberTip("lower", terms.lower, ".1%"),
    numberTip("upper", terms.upper, ".1%"),
    numberTip("won", labels.won, ",.0f"),
    numberTip("of", labels.of, ",.0f"),
  ];
  const right = { value: width + 10 };
  const words = { type: "text", color: palette.muted };
  const layers: ChartPart[] = [
    {
      transform: known,
      mark: { type: "rule", strokeWidth: 2 },
      encoding: { x: { ...x, field: "lower" }, x2: { field: "upper" }, y, yOffset, color: kind, tooltip },
    },
    {
      transform: known,
      mark: { type: "point", size: 70, opacity: 1 },
      encoding: {
        x,
        y,
        yOffset,
        color: kind,
        shape: { ...kind, scale: { domain: kinds, range: ["circle", "diamond"] } },
        tooltip,
      },
    },
    {
      transform: [{ filter: { field: "kind", equal: raw } }],
      mark: { ...words, align: "left", color: palette.text },
      encoding: { x: right, y, text: { field: "numbers" } },
    },
    {
      data: { values: [{}] },
      mark: { ...words, align: "left", baseline: "bottom" },
      encoding: { x: right, y: { value: -6 }, text: { value: labels.column } },
    },
  ];
  if (mean !== null) {
    const here = { datum: mean.at, type: "quantitative" };
    const one = { data: { values: [{}] } };
    layers.unshift({ ...one, mark: { type: "rule", strokeDash: [5, 4] }, encoding: { x: here } });
    layers.push({
      ...one,
      mark: { ...words, baseline: "bottom" },
      encoding: { x: here, y: { value: -6 }, text: { value: mean.text } },
    });
  }
  return { layer: layers };
}
