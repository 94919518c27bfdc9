import { survivalQuantile } from "../statistics/survival-quantile.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { haloText } from "./halo-text.ts";
import { LINE_DASHES } from "./line-dashes.ts";
import { shareAxis } from "./share-axis.ts";
import type { NamedCurve } from "./survival-rows.ts";
import { timeAxis, timeText, timeTitle } from "./time-words.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** What both plots have in common. */
export interface SurvivalFrame {
  readonly names: readonly string[];
  readonly curves: readonly NamedCurve[];
  readonly last: number;
  readonly unit: TimeUnit | null;
  /** Title of the legend. */
  readonly by: string;
}

const WIDTH = 600;
const HEIGHT = 320;
const LINE = 18;

/** The stairs with bands, ticks and medians. */
export function survivalPlot(
  rows: readonly ChartRow[],
  frame: SurvivalFrame,
  checked: CheckedChartOptions,
): ChartPart {
  const { names, last, unit, by } = frame;
  const { locale, width, height } = checked;
  const { lower, upper, survival: words } = locale.charts.retention;
  const y = { ...shareAxis("survival", words.share, 1) };
  const legend = names.length > 1 ? { orient: "top", symbolSize: 300, symbolType: "stroke" } : null;
  const color = { ...coloured(names, checked), title: by };
  const dash = {
    field: "group",
    type: "nominal",
    title: by,
    scale: { domain: names, range: LINE_DASHES.slice(0, names.length) },
    legend,
  };
  const step = { interpolate: "step-after" };
  return {
    width: width ?? WIDTH,
    height: height ?? HEIGHT,
    data: { values: rows },
    encoding: { x: timeAxis(last, unit, locale) },
    // Else bands and lines would have a legend each.
    resolve: { legend: { color: "independent", strokeDash: "independent" } },
    layer: [
      {
        transform: [{ filter: "datum.lower !== null" }],
        mark: { type: "area", ...step, opacity: 0.15, aria: false },
        encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" }, color: { ...color, legend: null } },
      },
      { mark: { type: "line", ...step }, encoding: { y, color: { ...color, legend }, strokeDash: dash } },
      {
        transform: [{ filter: "datum.censored > 0" }],
        mark: { type: "tick", orient: "vertical", size: 9, thickness: 1.2, opacity: 1, aria: false },
        encoding: { y, color: { ...color, legend: null } },
      },
      ...medianLayers(frame, y, checked),
      {
        mark: { type: "point", opacity: 0, size: 90, aria: false },
        encoding: {
          y,
          tooltip: [
            ...(names.length > 1 ? [textTip("group", by)] : []),
            numberTip("time", timeTitle(unit, locale), ",.1f"),
            numberTip("survival", words.share, ".1%"),
            numberTip("lower", lower, ".1%"),
            numberTip("upper", upper, ".1%"),
            numberTip("atRisk", words.atRisk, ",.0f"),
            numberTip("events", words.eventsAt, ",.0f"),
            numberTip("censored", words.censoredAt, ",.0f"),
          ],
        },
      },
    ],
  };
}

/** Those under observation at the labelled times, a line for each curve. */
export function riskPlot(
  rows: readonly ChartRow[],
  { names, last, unit, by }: SurvivalFrame,
  checked: CheckedChartOptions,
): ChartPart {
  const { locale, width, palette } = checked;
  const { atRisk } = locale.charts.retention.survival;
  const isWhole = rows.every((row) => Number.isInteger(row["atRisk"]));
  return {
    title: {
      text: atRisk,
      fontSize: 12,
      fontWeight: "normal",
      color: palette.muted,
      offset: 4,
      frame: "group",
    },
    width: width ?? WIDTH,
    height: LINE * names.length,
    data: { values: rows },
    mark: { type: "text", fontSize: 11 },
    encoding: {
      x: { ...timeAxis(last, unit, locale), axis: null },
      y: {
        field: "group",
        type: "nominal",
        title: by,
        scale: { domain: names },
        axis: {
          title: null,
          domain: false,
          ticks: false,
          labels: names.length > 1,
          labelPadding: 18,
          grid: false,
        },
      },
      text: { field: "atRisk", type: "quantitative", title: atRisk, format: isWhole ? ",.0f" : ",.1f" },
      color: { ...coloured(names, checked), title: by, legend: null },
    },
  };
}

function coloured(names: readonly string[], { palette }: CheckedChartOptions): ChartPart {
  const range = palette.categories.slice(0, names.length);
  return { field: "group", type: "nominal", scale: { domain: names, range } };
}

/** Dotted lines from one half to the curves, and down to the times by which half have gone. */
function medianLayers(
  { curves }: SurvivalFrame,
  y: ChartPart,
  { locale, palette }: CheckedChartOptions,
): readonly ChartPart[] {
  const { median } = locale.charts.retention.survival;
  const medians = curves.flatMap(({ name, curve }): ChartRow[] => {
    const { time } = survivalQuantile(curve);
    return time === null
      ? []
      : [{ group: name, time, share: 0.5, foot: 0, start: 0, label: timeText(time, locale) }];
  });
  if (medians.length === 0) return [];
  const farthest = medians.reduce((most, row) => (Number(row["time"]) > Number(most["time"]) ? row : most));
  const rule = { type: "rule", strokeDash: [2, 3], color: palette.muted, aria: false };
  const across = { ...y, field: "share" };
  const [first] = medians;
  return [
    {
      data: { values: [farthest] },
      mark: rule,
      encoding: { y: across, x: { field: "start", type: "quantitative" }, x2: { field: "time" } },
    },
    {
      data: { values: medians },
      mark: rule,
      encoding: { y: { ...y, field: "foot" }, y2: { field: "share" } },
    },
    ...medians.flatMap((row) =>
      haloText(
        {
          data: {
            values: [
              {
                ...row,
                label: row === first ? median.replace("{time}", String(row["label"])) : row["label"],
              },
            ],
          },
          mark: {
            type: "text",
            align: "left",
            baseline: "bottom",
            dx: 4,
            dy: -3,
            fontSize: 11,
            color: palette.text,
          },
          encoding: { y: { ...y, field: "foot" }, text: { field: "label" } },
        },
        palette,
      ),
    ),
  ];
}
