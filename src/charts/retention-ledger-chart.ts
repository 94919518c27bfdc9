import type { RetentionLedger } from "../retention/retention-ledger.ts";
import type { RetentionLedgerRow } from "../retention/retention-ledger-row.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { periodAxis, periodsWidth } from "./period-axis.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** From the axis outwards: above 0 who is active at the end, below who was lost. */
const MOVEMENTS = [
  ["kept", 1],
  ["returned", 1],
  ["new", 1],
  ["lost", -1],
] as const;

/**
 * Draws a customer base from period to period: kept, returned and new customers above 0, lost ones below.
 *
 * What stands above 0 are the customers active at the end of the period; kept and lost ones together are those active at its start.
 *
 * @param ledger - What `retentionLedger` returns, also after a way through JSON.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside: `{ period, movement, label, order, customers, retentionRate, start, end }`, lost customers
 *   below 0.
 * @throws DataError for what is no such ledger, if it has no periods, or for options that cannot be used.
 *
 * @example
 * import { retentionLedger, transactionLog } from "clientele";
 * import { retentionLedgerChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-02-02", amount: 70 },
 *   { customerId: "Ben", date: "2025-01-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const chart = retentionLedgerChart(retentionLedger(log, { asOf: "2025-02-28" }));
 * chart.title.text; // => "50% of customers were kept in 2025-02"
 */
export function retentionLedgerChart(ledger: RetentionLedger, options: ChartOptions = {}): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkLedger(ledger);
  const width = checked.width ?? periodsWidth(ledger.rows.map(({ period }) => period));
  return frameChart(
    ledgerPlot(ledger, width, checked),
    ledger.rows.flatMap((row) => ledgerRows(row, checked)),
    ledgerWords(ledger, checked),
    { width, height: 320 },
    checked,
  );
}

function checkLedger(ledger: RetentionLedger): void {
  const maker = "retentionLedger";
  checkResult("ledger", ledger, { rows: "list", asOf: "text" }, maker);
  const counts = { kept: "number", returned: "number", new: "number", lost: "number" } as const;
  checkEntries(
    "ledger.rows",
    ledger.rows,
    { period: "text", ...counts, start: "number", end: "number" },
    maker,
  );
  if (ledger.rows.length === 0) {
    throw invalidOption("ledger", null, "The ledger has no complete period, so there is nothing to draw.");
  }
}

function ledgerRows(row: RetentionLedgerRow, { locale }: CheckedChartOptions): readonly ChartRow[] {
  const words = locale.charts.retention.ledger;
  const { period, retentionRate, start, end } = row;
  return MOVEMENTS.map(([movement, sign], order): ChartRow => {
    // No −0, which a way through JSON would lose.
    const customers = row[movement] === 0 ? 0 : sign * row[movement];
    return { period, movement, label: words[movement], order, customers, retentionRate, start, end };
  });
}

function ledgerWords({ rows }: RetentionLedger, { locale }: CheckedChartOptions): ChartWords {
  const { ledger: words, span, periodCount } = locale.charts.retention;
  const last = rows.at(-1);
  const count = (number: number): string => formatNumber(number, 0, locale.format);
  const sum = (movement: "new" | "returned" | "lost"): string =>
    count(rows.reduce((total, row) => total + row[movement], 0));
  const places = {
    first: rows[0]?.period ?? "",
    last: last?.period ?? "",
    period: last?.period ?? "",
    rate: shareText(last?.retentionRate ?? null, locale),
    periods: countText(rows.length, periodCount, locale.format),
    start: count(rows[0]?.start ?? 0),
    end: count(last?.end ?? 0),
    new: sum("new"),
    returned: sum("returned"),
    lost: sum("lost"),
  };
  return {
    title: fillTemplate((last?.retentionRate ?? null) === null ? words.plainTitle : words.title, places),
    subtitle: [fillTemplate(span, { from: places.first, to: places.last }), words.marks].join(" · "),
    description: fillTemplate(words.description, places),
  };
}

function ledgerPlot(
  { rows, period }: RetentionLedger,
  width: number,
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const { ledger: words, periods, period: own } = locale.charts.retention;
  const title = period === null ? own : periods[period];
  const [blue, orange, green] = palette.categories;
  const colours = [palette.quiet, green ?? palette.text, blue ?? palette.text, orange ?? palette.text];
  const y = {
    type: "quantitative",
    title: words.customers,
    axis: { format: ",.0f", tickMinStep: 1, domain: false, ticks: false },
  };
  return {
    encoding: {
      x: periodAxis(
        rows.map((row) => row.period),
        title,
        width,
      ),
      tooltip: [
        textTip("period", title),
        textTip("label", words.movement),
        numberTip("customers", words.customers, ",.0f"),
        numberTip("retentionRate", locale.retention.rates.retentionRate, ".1%"),
      ],
    },
    layer: [
      {
        mark: {
          type: "bar",
          description: { expr: 'datum.period + ", " + datum.label + ": " + format(datum.customers, ",.0f")' },
        },
        encoding: {
          y: { field: "customers", ...y, stack: "zero" },
          color: {
            field: "label",
            type: "nominal",
            title: null,
            scale: { domain: MOVEMENTS.map(([movement]) => words[movement]), range: colours },
            legend: { symbolType: "square" },
          },
          order: { field: "order", type: "quantitative" },
        },
      },
      {
        mark: { type: "rule", color: palette.text, strokeWidth: 1, aria: false },
        encoding: { y: { datum: 0, ...y }, x: null, tooltip: null },
      },
    ],
  };
}
