import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** What became of an offer that reached a stage. */
export type FunnelFate = "wentOn" | "won" | "open" | "lost" | "withdrawn";

/** From the axis outwards. */
export const FUNNEL_FATES: readonly FunnelFate[] = ["wentOn", "won", "open", "lost", "withdrawn"];

/** Room between bars, for the rates. */
const GAP = 0.5;

/** Stacked bars, stage below stage, and the rates between them. */
export function funnelPlot(
  rows: readonly ChartRow[],
  stages: readonly string[],
  height: number,
  { palette, locale }: CheckedChartOptions,
): ChartPart {
  const { funnel: labels } = locale.charts.offers;
  const { winRate } = locale.salesCycle.velocityFactors;
  const [first = "", second = "", third = "", , fifth = ""] = palette.categories;
  const colours = { wentOn: first, won: third, open: palette.quiet, lost: second, withdrawn: fifth };
  const present = FUNNEL_FATES.filter((fate) =>
    rows.some((row) => row["fate"] === labels.fates[fate] && row["count"] !== 0),
  );
  const halfStep = height / stages.length / 2;
  const y = {
    field: "stage",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: stages, paddingInner: GAP, paddingOuter: GAP / 2 },
    axis: { domain: false, ticks: false, labelPadding: 8, labelFontSize: 13 },
  };
  const once = [{ filter: "datum.place === 0" }];
  const scale = { zero: true };
  return {
    layer: [
      {
        mark: { type: "bar", stroke: palette.ground, strokeWidth: 1 },
        encoding: {
          y,
          x: {
            field: "count",
            type: "quantitative",
            title: labels.reached,
            scale,
            axis: { format: ",.0f", tickMinStep: 1, grid: false },
          },
          color: {
            field: "fate",
            type: "nominal",
            title: null,
            scale: {
              domain: present.map((fate) => labels.fates[fate]),
              range: present.map((fate) => colours[fate]),
            },
            legend: { orient: "top", labelLimit: 0, direction: "horizontal" },
          },
          order: { field: "place", type: "quantitative" },
          tooltip: [
            textTip("stage", labels.stageName),
            textTip("fate", labels.fate),
            numberTip("count", locale.charts.offers.terms.offers, ",.0f"),
            numberTip("reached", labels.reached, ",.0f"),
            numberTip("winRate", winRate, ".1%"),
          ],
        },
      },
      {
        transform: once,
        mark: { type: "text", align: "left", dx: 6, fontWeight: "bold", color: palette.text },
        encoding: { y, x: { field: "reached", type: "quantitative" }, text: { field: "reachedText" } },
      },
      {
        transform: [...once, { filter: "isValid(datum.step)" }],
        mark: { type: "text", align: "left", dy: -halfStep, color: palette.muted },
        encoding: { y, x: { value: 6 }, text: { field: "step" } },
      },
    ],
  };
}
