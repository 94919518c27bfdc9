import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";
import type { LorenzCurve, LorenzPoint } from "../statistics/lorenz-curve.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartPart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { checkedValueName, type ValueNameOptions } from "./value-name.ts";

/** What the Lorenz curve can be told. */
export interface LorenzChartOptions extends ChartOptions, ValueNameOptions {
  /** The Gini coefficient to be named below the headline, as `gini` returns it. Default: none is named. */
  readonly gini?: number | null;
}

const NAMES = { ...CHART_NAMES, valueName: true, gini: true } satisfies Record<
  keyof LorenzChartOptions,
  true
>;

/** A picture shows no more. */
const POINTS = 100;

/**
 * Draws the Lorenz curve beside the diagonal on which it would lie if all customers had the same.
 *
 * The area between the two is half the Gini coefficient. The share of the best 20 % in the headline is read off the curve as it was given. Of many points
 * some 100 are drawn.
 *
 * @param curve - What `lorenzCurve` returns, also after a way through JSON.
 * @param options - `gini` (what `gini` returns, in [0, 1], to be named), `valueName` (what the value is called, default "value"), and those of every chart:
 *   `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the points inside: `{ population, value }`, both shares.
 * @throws DataError for what is no Lorenz curve, if the total is 0, or for options that cannot be used.
 *
 * @example
 * import { gini, lorenzCurve } from "clientele";
 * import { lorenzChart } from "clientele/charts";
 *
 * const revenue = [60, 10, 20, 10, 0];
 * const chart = lorenzChart(lorenzCurve(revenue), { gini: gini(revenue), valueName: "revenue" });
 * chart.title.text; // => "The best 20% of the customers have 60% of the revenue"
 * chart.title.subtitle; // => "Lorenz curve of 5 customers, those with the least first; Gini coefficient 0.52"
 */
export function lorenzChart(curve: LorenzCurve, options: LorenzChartOptions = {}): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const value = checkedValueName(options, checked);
  const { gini = null } = options;
  if (gini !== null) checkNumber("gini", gini, { least: 0, most: 1 });
  checkResult("curve", curve, { n: "number", total: "number", rows: "list" }, "lorenzCurve");
  checkEntries("curve.rows", curve.rows, { population: "number", value: "number" }, "lorenzCurve");
  if (curve.rows.length < 2) {
    throw invalidOption("curve", curve.total, "The total is 0, so there is no curve to draw.");
  }
  const { locale } = checked;
  const words = locale.charts.customers;
  const places = {
    value,
    customers: countText(curve.n, words.count, locale.format),
    share: fineShareText(1 - heightAt(curve.rows, 0.8), locale),
    lower: fineShareText(heightAt(curve.rows, 0.5), locale),
  };
  const named = gini === null ? null : { gini: formatNumber(gini, 2, locale.format) };
  const giniText = named === null ? [] : [fillTemplate(words.lorenz.gini, named)];
  return frameChart(
    lorenzPlot(value, checked),
    drawnPoints(curve.rows),
    {
      title: fillTemplate(words.lorenz.title, places),
      subtitle: [fillTemplate(words.lorenz.subtitle, places), ...giniText].join("; "),
      description: [
        fillTemplate(words.lorenz.description, places),
        ...giniText.map((text) => `${text}.`),
      ].join(" "),
    },
    { width: 380, height: 380 },
    checked,
  );
}

/** The height of the curve at a share of customers, on the straight line between its points. */
function heightAt(rows: readonly LorenzPoint[], share: number): number {
  const next = rows.findIndex(({ population }) => population >= share);
  const right = rows[next] ?? { population: 1, value: 1 };
  const left = rows[next - 1] ?? { population: 0, value: 0 };
  const width = right.population - left.population;
  return width > 0
    ? left.value + ((right.value - left.value) * (share - left.population)) / width
    : right.value;
}

function drawnPoints(rows: readonly LorenzPoint[]): readonly { population: number; value: number }[] {
  const step = Math.max(1, Math.ceil((rows.length - 1) / POINTS));
  return rows
    .filter((_, at) => at % step === 0 || at === rows.length - 1)
    .map(({ population, value }) => ({ population, value }));
}

function lorenzPlot(value: string, { locale, palette }: CheckedChartOptions): ChartPart {
  const words = locale.charts.customers.lorenz;
  const up = fillTemplate(words.shareOfValue, { value });
  const percent = { format: ".0%", grid: true, tickCount: 5 };
  const axis = (field: string, title: string): ChartPart => ({
    field,
    type: "quantitative",
    title,
    scale: { domain: [0, 1] },
    axis: percent,
  });
  const tooltip = [
    { field: "population", type: "quantitative", title: words.shareOfCustomers, format: ".1%" },
    { field: "value", type: "quantitative", title: up, format: ".1%" },
  ];
  const [colour = palette.text] = palette.categories;
  return {
    encoding: { x: axis("population", words.shareOfCustomers) },
    layer: [
      {
        mark: { type: "area", color: colour, opacity: 0.18 },
        encoding: { y: axis("population", up), y2: { field: "value" } },
      },
      {
        mark: { type: "line", color: palette.muted, strokeWidth: 1.5, strokeDash: [6, 4] },
        encoding: { y: axis("population", up) },
      },
      { mark: { type: "line", color: colour }, encoding: { y: axis("value", up) } },
      {
        mark: { type: "point", opacity: 0, size: 80 },
        encoding: { y: axis("value", up), tooltip },
      },
      {
        data: { values: [{ population: 0.5, value: 0.5 }] },
        mark: { type: "text", text: words.equality, angle: 315, dy: -8, color: palette.muted },
        encoding: { y: axis("value", up) },
      },
    ],
  };
}
