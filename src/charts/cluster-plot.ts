import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** What the table of clusters shows. */
export interface ClusterTable {
  readonly clusters: readonly string[];
  readonly features: readonly string[];
  /** Distances are standard deviations; else binary logarithms of "times the mean". */
  readonly isModel: boolean;
}

/** From here on a cell has the full colour. */
const FULL = 2;

/** Cells of features by clusters: below the mean of all in one hue, above in the other, figures as text. */
export function clusterPlot(
  { clusters, features, isModel }: ClusterTable,
  options: CheckedChartOptions,
): ChartPart {
  const { locale, palette } = options;
  const words = locale.charts.customers.clusterProfile;
  const legend = isModel
    ? { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+.0f')" }
    : { labelExpr: "format(pow(2, datum.value), '.2~f') + '×'" };
  const side = { domain: false, ticks: false };
  const measure = isModel ? words.centre : words.mean;
  return {
    encoding: {
      x: {
        field: "cluster",
        type: "ordinal",
        title: words.clusters,
        scale: { domain: clusters },
        axis: { ...side, labelAngle: 0, labelOverlap: false, labelExpr: "split(datum.label, '\\n')" },
      },
      y: { field: "feature", type: "ordinal", title: words.feature, scale: { domain: features }, axis: side },
      tooltip: [
        { field: "cluster", type: "nominal", title: words.clusters },
        { field: "feature", type: "nominal", title: words.feature },
        { field: "text", type: "nominal", title: measure },
        ...(isModel
          ? [{ field: "distance", type: "quantitative", title: words.deviation, format: "+.2f" }]
          : []),
      ],
    },
    layer: [
      { mark: { type: "rect", fill: null, stroke: palette.grid } },
      {
        transform: [{ filter: "isValid(datum.distance)" }],
        mark: { type: "rect", stroke: palette.ground, strokeWidth: 2 },
        encoding: {
          color: {
            field: "distance",
            type: "quantitative",
            title: isModel ? words.deviation : words.index,
            scale: {
              domain: [-FULL, 0, FULL],
              range: [palette.worse, palette.ground, palette.better],
              interpolate: "rgb",
              clamp: true,
            },
            legend: { ...legend, values: [-2, -1, 0, 1, 2], gradientLength: 140, titleLimit: 420 },
          },
        },
      },
      {
        mark: { type: "text" },
        encoding: {
          text: { field: "text", type: "nominal" },
          color: {
            condition: {
              test: `isValid(datum.distance) && abs(datum.distance) > ${FULL * 0.6}`,
              value: palette.ground,
            },
            value: palette.text,
          },
        },
      },
    ],
  };
}
