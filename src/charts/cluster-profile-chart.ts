import { checkNames, checkOption } from "../rows/options.ts";
import type { ClusterProfile } from "../statistics/cluster-profile.ts";
import type { KMeansModel } from "../statistics/k-means-model.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { type ClusterCell, modelCells, profileCells } from "./cluster-cells.ts";
import { clusterPlot } from "./cluster-plot.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

/** What the table of clusters can be told. */
export interface ClusterProfileChartOptions extends ChartOptions {
  /** What the clusters are called, in their order. Default: their numbers. */
  readonly names?: readonly string[];
}

const NAMES = { ...CHART_NAMES, names: true } satisfies Record<keyof ClusterProfileChartOptions, true>;

/**
 * Draws what clusters are like: a table of features by clusters, figures in the features' own units, colours for how far they are from all.
 *
 * Of a model, figures are the centres and colours count standard deviations from the mean of all, of logarithms where the model took them, and of
 * whatever scale it was given. Of a profile, figures are means and colours say how many times the mean of all; none where that mean is not above 0.
 *
 * @param clusters - What `kMeans` or `clusterProfile` returns, also after a way through JSON.
 * @param options - `names` (of the clusters, in their order), and those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with a row for each feature of each cluster: `{ cluster, feature, value, distance, text, … }`.
 * @throws DataError for what is neither model nor profile, for a wrong number of names, or for options that cannot be used.
 *
 * @example
 * import { kMeans } from "clientele";
 * import { clusterProfileChart } from "clientele/charts";
 *
 * const customers = [
 *   { orders: 1, revenue: 20 },
 *   { orders: 2, revenue: 30 },
 *   { orders: 2, revenue: 25 },
 *   { orders: 20, revenue: 900 },
 *   { orders: 24, revenue: 1100 },
 * ];
 * const model = kMeans(customers, ["orders", "revenue"], { clusters: 2, seed: 1 });
 * const chart = clusterProfileChart(model, { names: ["small", "large"] });
 * chart.title.text; // => "2 clusters; the largest holds 60% of all"
 */
export function clusterProfileChart(
  clusters: KMeansModel | ClusterProfile,
  options: ClusterProfileChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  checkResult("clusters", clusters, { clusters: "list", size: "number" }, "kMeans or clusterProfile");
  const isModel = "kind" in clusters;
  const cells = isModel ? checkedModel(clusters) : checkedProfile(clusters);
  const names = checkedNames(options.names, clusters.clusters.length);
  const { locale } = checked;
  const words = locale.charts.customers.clusterProfile;
  const features = [...new Set(cells.map(({ feature }) => feature))];
  const labels = clusters.clusters.map(({ cluster, share }, at) => {
    const name = names?.[at] ?? fillTemplate(words.cluster, { cluster: String(cluster) });
    return `${name}\n${fineShareText(share, locale)}`;
  });
  const textOf = new Map(
    features.map((feature) => {
      const values = cells.filter((cell) => cell.feature === feature).map(({ value }) => value);
      return [feature, chartAmounts(values, locale).text] as const;
    }),
  );
  const rows = cells.map((cell) => ({
    cluster: labels[cell.cluster] ?? "",
    feature: cell.feature,
    value: cell.value,
    distance: cell.distance,
    text: textOf.get(cell.feature)?.(cell.value) ?? "",
  }));
  const largest = clusters.clusters.reduce((most, { share }) => Math.max(most, share), 0);
  const places = {
    clusters: formatNumber(labels.length, 0, locale.format),
    share: fineShareText(largest, locale),
    measure: isModel ? words.centre : words.mean,
    colour: isModel ? words.deviation : words.index,
    features: features.join(", "),
    centres: labels
      .map((label) => {
        const own = rows.filter(({ cluster }) => cluster === label);
        return `${label.replace("\n", ", ")}: ${own.map(({ feature, text }) => `${feature} ${text}`).join(", ")}`;
      })
      .join("; "),
  };
  return frameChart(
    clusterPlot({ clusters: labels, features, isModel }, checked),
    rows,
    {
      title: fillTemplate(words.title, places),
      subtitle: fillTemplate(words.subtitle, places),
      description: fillTemplate(isModel ? words.description : words.profileDescription, places),
    },
    { width: Math.max(220, labels.length * 96), height: Math.max(60, features.length * 40) },
    checked,
  );
}

function checkedModel(model: KMeansModel): readonly ClusterCell[] {
  checkResult("clusters", model, { features: "list", clusters: "list" }, "kMeans");
  checkEntries("clusters.features", model.features, { name: "text", weight: "number" }, "kMeans");
  const fields = { cluster: "number", share: "number", centroid: "record", position: "list" } as const;
  checkEntries("clusters.clusters", model.clusters, fields, "kMeans");
  return modelCells(model);
}

function checkedProfile(profile: ClusterProfile): readonly ClusterCell[] {
  const maker = "clusterProfile";
  checkResult("clusters", profile, { base: "list", clusters: "list" }, "kMeans or clusterProfile");
  checkEntries(
    "clusters.clusters",
    profile.clusters,
    { cluster: "number", share: "number", measures: "list" },
    maker,
  );
  for (let at = 0; at < profile.clusters.length; at++) {
    const measures = profile.clusters[at]?.measures ?? [];
    checkEntries(
      `clusters.clusters[${at}].measures`,
      measures,
      { name: "text", mean: "number?", index: "number?" },
      maker,
    );
  }
  return profileCells(profile);
}

function checkedNames(names: readonly string[] | undefined, clusters: number): readonly string[] | null {
  if (names === undefined) return null;
  const isList = Array.isArray(names) && names.every((name) => typeof name === "string" && name !== "");
  const fits = isList && names.length === clusters && new Set(names).size === clusters;
  checkOption(
    "names",
    null,
    fits ? null : `Pass a list of ${clusters} different names, one for each cluster in their order.`,
  );
  return names;
}
