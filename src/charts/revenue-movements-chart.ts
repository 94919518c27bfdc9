import type { RevenuePeriod } from "../retention/revenue-ledger.ts";
import type { RevenueMovements } from "../retention/revenue-movements.ts";
import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { type ChartAmounts, chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { periodsWidth } from "./period-axis.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { REVENUE_MOVEMENTS, revenueMovementsPlot } from "./revenue-movements-plot.ts";

/** What a chart of recurring revenue can be told. */
export interface RevenueMovementsChartOptions extends ChartOptions {
  /** Currency, for the title of the axis, such as `"€"`. Default: none is named. */
  readonly currency?: string;
}

const NAMES = { ...CHART_NAMES, currency: true } satisfies Record<keyof RevenueMovementsChartOptions, true>;

/**
 * Draws what came and went in monthly recurring revenue: gains above, losses below 0, and a line for the net change of each period.
 *
 * The bars of a period add up to its line, and the lines of all periods to the change from the first start to the last end.
 *
 * @param ledger - What `revenueMovements` returns, also after a way through JSON.
 * @param options - `currency` (for the axis), and those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside: `{ period, movement, label, order, amount, net, end }`, losses below 0.
 * @throws DataError for what is no such ledger, if it has no periods, or for options that cannot be used.
 *
 * @example
 * import { revenueMovements, subscriptionBook } from "clientele";
 * import { revenueMovementsChart } from "clientele/charts";
 *
 * const book = subscriptionBook([
 *   { customerId: "Ada", start: "2025-01-10", end: null, monthlyAmount: 50 },
 *   { customerId: "Ben", start: "2025-02-01", end: "2025-03-31", monthlyAmount: 30 },
 * ]);
 * const chart = revenueMovementsChart(revenueMovements(book, { from: "2025-02-01" }), { currency: "€" });
 * chart.title.text; // => "Recurring revenue (MRR) rose from 50.00 to 80.00"
 */
export function revenueMovementsChart(
  ledger: RevenueMovements,
  options: RevenueMovementsChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const { currency } = options;
  const isCurrency = currency === undefined || (typeof currency === "string" && currency !== "");
  checkOption("currency", currency, isCurrency ? null : "This is no currency: pass a text such as EUR.");
  checkMovements(ledger);
  const amounts = chartAmounts(
    ledger.rows.flatMap(({ start, end }) => [start, end]),
    checked.locale,
  );
  const width = checked.width ?? periodsWidth(ledger.rows.map(({ period }) => period));
  return frameChart(
    revenueMovementsPlot(ledger, width, currency ?? null, amounts, checked),
    ledger.rows.flatMap((row) => movementRows(row, checked)),
    movementWords(ledger, amounts, checked),
    { width, height: 340 },
    checked,
  );
}

function checkMovements(ledger: RevenueMovements): void {
  const maker = "revenueMovements";
  checkResult("ledger", ledger, { rows: "list", period: "text", decimals: "number" }, maker);
  const sums = {
    start: "number",
    end: "number",
    new: "number",
    expansion: "number",
    contraction: "number",
  } as const;
  const fields = { period: "text", ...sums, churn: "number", reactivation: "number" } as const;
  checkEntries("ledger.rows", ledger.rows, fields, maker);
  if (ledger.rows.length === 0) {
    throw invalidOption("ledger", null, "The ledger has no complete period, so there is nothing to draw.");
  }
}

function movementRows(row: RevenuePeriod, { locale }: CheckedChartOptions): readonly ChartRow[] {
  const { revenueMovements: names } = locale.retention;
  return REVENUE_MOVEMENTS.map(([movement, sign], order): ChartRow => {
    const { period, start, end } = row;
    // No −0, which a way through JSON would lose.
    const amount = row[movement] === 0 ? 0 : sign * row[movement];
    return { period, movement, label: names[movement], order, amount, net: end - start, end };
  });
}

function movementWords(
  { rows }: RevenueMovements,
  amounts: ChartAmounts,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { revenue: words, span, periodCount } = locale.charts.retention;
  const start = rows[0]?.start ?? 0;
  const end = rows.at(-1)?.end ?? 0;
  const places = {
    start: amounts.text(start),
    end: amounts.text(end),
    first: rows[0]?.period ?? "",
    last: rows.at(-1)?.period ?? "",
    periods: countText(rows.length, periodCount, locale.format),
    figures: REVENUE_MOVEMENTS.map(([movement, sign]) => {
      const sum = rows.reduce((total, row) => total + row[movement], 0);
      return `${locale.retention.revenueMovements[movement]} ${amounts.change(sum === 0 ? 0 : sign * sum)}`;
    }).join(", "),
  };
  const headline = end > start ? words.rose : end < start ? words.fell : words.same;
  return {
    title: fillTemplate(headline, places),
    subtitle: [fillTemplate(span, { from: places.first, to: places.last }), words.marks].join(" · "),
    description: fillTemplate(words.description, places),
  };
}
