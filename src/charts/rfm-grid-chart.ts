import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import type { Rfm, RfmOfRows, RfmScored } from "../segmentation/rfm-result.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { firstCapital } from "./first-capital.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { type AnyRfm, hasFmScore, type RfmGridCell, rfmGridCells } from "./rfm-grid-cells.ts";
import { rfmGridPlot } from "./rfm-grid-plot.ts";
import { segmentNames } from "./segment-names.ts";
import { wrappedText } from "./wrapped-text.ts";

/** What the grid of RFM can be told. */
export interface RfmGridChartOptions extends ChartOptions {
  /** What the colour of a cell stands for. Default `"customers"`. */
  readonly colour?: "customers" | "revenue";
}

const NAMES = { ...CHART_NAMES, colour: true } satisfies Record<keyof RfmGridChartOptions, true>;

/**
 * Draws the grid of recency (across) and FM score (up): how many customers are in each cell, what they brought, and what the segment is called.
 *
 * Where frequency and monetary value have different numbers of scores there is no FM score, and the grid goes up by frequency. Revenue is that of the
 * scores: in the window, returns deducted.
 *
 * @param rfm - What `rfm` returns, of a log or of rows, also after a way through JSON.
 * @param options - `colour` (`"customers"`, default, or `"revenue"`), and those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`,
 *   `subtitle`.
 * @returns A Vega-Lite specification with a row for each cell: `{ recency, vertical, customers, revenue, segment, … }`.
 * @throws DataError for what is no result of RFM, if nobody is scored, or for options that cannot be used.
 *
 * @example
 * import { rfm, simulateTransactions, transactionLog } from "clientele";
 * import { rfmGridChart } from "clientele/charts";
 *
 * const orders = simulateTransactions({ customers: 200, from: "2024-01-01", until: "2025-12-31", seed: 1 });
 * const chart = rfmGridChart(rfm(transactionLog(orders), { asOf: "2025-12-31" }));
 * chart.title.text; // => "Champions: 21% of the customers, 67% of the revenue"
 */
export function rfmGridChart<Segment extends string>(
  rfm: Rfm<Segment> | RfmOfRows<Segment, RfmScored<Segment>>,
  options: RfmGridChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const { colour = "customers" } = options;
  checkOneOf("colour", colour, ["customers", "revenue"]);
  checkRfm(rfm);
  const { locale } = checked;
  const words = locale.charts.customers;
  const cells = rfmGridCells(rfm);
  const nameOf = segmentNames(
    rfm.segments.map(({ segment }) => segment),
    locale,
    "",
  );
  const most = cells.reduce((largest, cell) => Math.max(largest, cell[colour]), 0);
  const amounts = chartAmounts(
    cells.map(({ revenue }) => revenue),
    locale,
  );
  const rows = cells.map((cell) => {
    const segment = cell.several ? words.rfmGrid.several : nameOf(cell.segment);
    const count = countText(cell.customers, words.count, locale.format);
    const lines = colour === "revenue" && cell.customers > 0 ? [count, segment] : [segment];
    return {
      recency: cell.recency,
      vertical: cell.vertical,
      customers: cell.customers,
      revenue: cell.revenue,
      segment,
      depth: most > 0 ? Math.max(0, cell[colour]) / most : 0,
      text: lines.map((line) => wrappedText(line, 18)).join("\n"),
    };
  });
  return frameChart(
    rfmGridPlot(rfm, colour, most, amounts.format, checked),
    rows,
    gridWords(rfm, cells, nameOf, checked),
    { width: rfm.bins.recency * 128, height: rfm.bins.frequency * 84 },
    checked,
  );
}

function checkRfm(rfm: AnyRfm): void {
  const maker = "rfm";
  checkResult("rfm", rfm, { rows: "list", segments: "list", bins: "record" }, maker);
  const scores = {
    recencyScore: "number",
    frequencyScore: "number",
    fmScore: "number?",
    revenue: "number",
  } as const;
  checkResult("rfm.bins", rfm.bins, { recency: "number", frequency: "number", monetary: "number" }, maker);
  checkEntries("rfm.rows", rfm.rows, scores, maker);
  checkOption(
    "rfm",
    rfm.rows.length,
    rfm.rows.length > 0 ? null : "Nobody is scored, so there is no grid to draw.",
  );
}

function gridWords(
  rfm: AnyRfm,
  cells: readonly RfmGridCell[],
  nameOf: (segment: string | null) => string,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { count, rfmGrid } = locale.charts.customers;
  const { asOf = null, from = null } = rfm as Partial<Pick<Rfm, "asOf" | "from">>;
  const date = (day: string): string => formatDate(day as Rfm["asOf"], locale.format);
  const day =
    asOf === null
      ? rfmGrid.rows
      : from === null
        ? fillTemplate(rfmGrid.day, { day: date(asOf) })
        : fillTemplate(rfmGrid.window, { from: date(from), to: date(asOf) });
  const fullest = cells.reduce((most, cell) => (cell.customers > most.customers ? cell : most));
  const best = bestSegment(rfm);
  const places = {
    day,
    customers: countText(rfm.rows.length, count, locale.format),
    vertical: hasFmScore(rfm) ? rfmGrid.frequencyMonetary : rfmGrid.frequency,
    fullest: [countText(fullest.customers, count, locale.format), nameOf(fullest.segment)]
      .filter(Boolean)
      .join(", "),
    segment: nameOf(best?.segment ?? null),
    shareOfCustomers: fineShareText(best?.shareOfCustomers ?? null, locale),
    shareOfRevenue: fineShareText(best?.shareOfRevenue ?? null, locale),
  };
  const title = fillTemplate(best === null ? rfmGrid.plainTitle : rfmGrid.title, places);
  return {
    title: firstCapital(title),
    subtitle: fillTemplate(rfmGrid.subtitle, places),
    description: [
      fillTemplate(rfmGrid.description, places),
      ...(best === null ? [] : [`${fillTemplate(rfmGrid.title, places)}.`]),
    ].join(" "),
  };
}

interface SegmentWeight {
  readonly segment: string;
  readonly shareOfCustomers: number;
  readonly shareOfRevenue: number;
}

/** The segment that brings most; `null` without segments or revenue. */
function bestSegment({ rows }: AnyRfm): SegmentWeight | null {
  const sums = new Map<string, { customers: number; revenue: number }>();
  let total = 0;
  for (const { segment, revenue } of rows) {
    total += revenue;
    if (segment === null) continue;
    const sum = sums.get(segment) ?? { customers: 0, revenue: 0 };
    sum.customers += 1;
    sum.revenue += revenue;
    sums.set(segment, sum);
  }
  const [best] = [...sums].sort(([, one], [, other]) => other.revenue - one.revenue);
  if (best === undefined || !(total > 0)) return null;
  const [segment, { customers, revenue }] = best;
  return { segment, shareOfCustomers: customers / rows.length, shareOfRevenue: revenue / total };
}
