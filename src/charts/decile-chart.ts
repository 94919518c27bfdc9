import type { CustomerDifferences, DecileRow } from "../audit/differences-result.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type Drawing, drawnChart } from "./drawing.ts";
import type { ChartWords } from "./frame-chart.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareAxis } from "./share-axis.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

const MAKER = "auditCustomerBase under differences";
const WIDTH = 480;
const HEIGHT = 260;

/**
 * Draws what each tenth of the customers brings, the best first, as bars, and what they bring together as a line.
 *
 * @param differences - `differences` of what `auditCustomerBase` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, the total is not above 0 so that there are no shares, or for options that are none.
 *
 * @example
 * import { auditCustomerBase, simulateTransactions, transactionLog } from "clientele";
 * import { decileChart } from "clientele/charts";
 *
 * const log = transactionLog(
 *   simulateTransactions({ customers: 300, seed: 1, from: "2024-01-01", until: "2025-12-31" }),
 * );
 * const { differences } = auditCustomerBase(log, { asOf: "2025-12-31" });
 * if (differences !== null) decileChart(differences).title.text; // => "The best tenth of customers brought 59% of revenue"
 */
export function decileChart(differences: CustomerDifferences, options: ChartOptions = {}): Chart {
  checkResult(
    "differences",
    differences,
    { period: "record", deciles: "list", sortedBy: "text", customers: "number" },
    MAKER,
  );
  checkEntries(
    "differences.deciles",
    differences.deciles,
    { decile: "number", shareOfValue: "number?" },
    MAKER,
  );
  checkNames("options", options, CHART_NAMES);
  const trouble = hasShares(differences)
    ? null
    : "The total of the tenths is not above 0, so they have no shares to draw.";
  checkOption("differences", differences, trouble);
  const chart = checkedChartOptions(options);
  return drawnChart(decileDrawing(differences, chart), chart);
}

/** Whether there is a total of which tenths can be shares. */
export function hasShares({ deciles }: CustomerDifferences): boolean {
  return deciles.length > 0 && deciles.every(({ shareOfValue }) => shareOfValue !== null);
}

export function decileDrawing(differences: CustomerDifferences, chart: CheckedChartOptions): Drawing {
  return { words: wordsOf(differences, chart), part: decileBars(differences, chart) };
}

function decileBars(
  { deciles, sortedBy }: CustomerDifferences,
  { palette, locale, width, height }: CheckedChartOptions,
): ChartPart {
  const { audit } = locale.charts.offers;
  const labels = audit.deciles;
  const { format } = chartAmounts(
    deciles.map(({ highest }) => highest),
    locale,
  );
  const values = deciles.map(
    (row: DecileRow): ChartRow => ({
      decile: row.decile,
      customers: row.customers,
      share: row.shareOfValue,
      cumulative: row.cumulativeShare,
      highest: row.highest,
      lowest: row.lowest,
      text: shareText(row.shareOfValue, locale),
    }),
  );
  const [first = "", second = ""] = palette.categories;
  const names = [labels.share[sortedBy], labels.cumulative];
  const x = {
    field: "decile",
    type: "ordinal",
    title: labels.decile,
    scale: { type: "band", paddingInner: 0.2 },
    axis: { labelAngle: 0, grid: false },
  };
  const y = (field: string): ChartPart => shareAxis(field, labels.share[sortedBy]);
  const color = (name: string): ChartPart => ({
    datum: name,
    type: "nominal",
    title: null,
    scale: { domain: names, range: [first, second] },
    legend: { orient: "top", labelLimit: 0, symbolType: "square", symbolSize: 90 },
  });
  const tooltip = [
    textTip("decile", labels.decile),
    numberTip("customers", audit.customers, ",.0f"),
    numberTip("share", labels.share[sortedBy], ".1%"),
    numberTip("cumulative", labels.cumulative, ".1%"),
    numberTip("highest", labels.most, format),
    numberTip("lowest", labels.least, format),
  ];
  // The bar of the best tenth is its own sum, and its figure needs the place.
  const later = [{ filter: "datum.decile > 1" }];
  const sum = { x, y: y("cumulative"), color: color(labels.cumulative) };
  return {
    data: { values },
    width: width ?? WIDTH,
    height: height ?? HEIGHT,
    layer: [
      {
        mark: { type: "bar" },
        encoding: { x, y: y("share"), color: color(labels.share[sortedBy]), tooltip },
      },
      {
        mark: { type: "text", baseline: "bottom", dy: -3 },
        encoding: { x, y: y("share"), text: { field: "text" } },
      },
      { transform: later, mark: { type: "line", strokeDash: [5, 3] }, encoding: sum },
      { transform: later, mark: { type: "point", opacity: 1 }, encoding: { ...sum, tooltip } },
    ],
  };
}

function wordsOf(
  { deciles, sortedBy, customers, period }: CustomerDifferences,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { audit, terms } = locale.charts.offers;
  const labels = audit.deciles;
  const shares = deciles.map(({ shareOfValue }) => shareText(shareOfValue, locale));
  return {
    title: fillTemplate(labels.title, { share: shares[0] ?? "", ofValue: labels.ofValue[sortedBy] }),
    subtitle: fillTemplate(labels.subtitle, {
      customers: countText(customers, terms.customerCount, locale.format),
      period: period.period,
    }),
    description: fillTemplate(labels.description, { shares: shares.join("; ") }),
  };
}
