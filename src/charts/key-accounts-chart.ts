import type { KeyAccount, KeyAccounts } from "../pareto/key-account-result.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { keyAccountsPlot } from "./key-accounts-plot.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { checkedValueName, type ValueNameOptions } from "./value-name.ts";

/** What the bars of key accounts can be told. */
export interface KeyAccountsChartOptions extends ChartOptions, ValueNameOptions {
  /** How many customers are shown, from the first rank on, 1 to 200. Default 20. */
  readonly top?: number;
}

const NAMES = { ...CHART_NAMES, valueName: true, top: true } satisfies Record<
  keyof KeyAccountsChartOptions,
  true
>;

const DEFAULT_TOP = 20;
const MOST = 200;
const WIDTH = 460;

/**
 * Draws the first customers in their order: the share of each as a bar, the share of all so far as a line on the same axis.
 *
 * Key accounts are set off from other customers; those who are only strategic ones say so. Customers of equal rank share the cumulative share.
 *
 * @param keyAccounts - What `keyAccounts` returns, also after a way through JSON.
 * @param options - `top` (how many customers, default 20), `valueName` (what the value is called, default "value"), and those of every chart: `locale`,
 *   `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with a row for each customer shown: `{ customer, rank, value, share, cumulativeShare, kind, text }`.
 * @throws DataError for what is no result of `keyAccounts`, if the total value is not above 0, or for options that cannot be used.
 *
 * @example
 * import { keyAccounts } from "clientele";
 * import { keyAccountsChart } from "clientele/charts";
 *
 * const customers = [
 *   { customerId: "Ada", revenue: 60 },
 *   { customerId: "Ben", revenue: 25 },
 *   { customerId: "Cem", revenue: 10 },
 *   { customerId: "Dora", revenue: 5 },
 * ];
 * const chart = keyAccountsChart(keyAccounts(customers, "revenue", { share: 0.8 }), { valueName: "revenue" });
 * chart.title.text; // => "Key accounts: 50% of the customers bring 85% of the revenue"
 */
export function keyAccountsChart(keyAccounts: KeyAccounts, options: KeyAccountsChartOptions = {}): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const value = checkedValueName(options, checked);
  const { top = DEFAULT_TOP } = options;
  checkNumber("top", top, { least: 1, most: MOST, whole: true });
  checkKeyAccounts(keyAccounts);
  const { locale } = checked;
  const { count, keyAccounts: words } = locale.charts.customers;
  const { summary } = keyAccounts;
  const shown = keyAccounts.rows.slice(0, top);
  const names = groupTexts(
    shown.map(({ customerId }) => customerId),
    "",
  );
  const amounts = chartAmounts(
    shown.map((row) => row.value),
    locale,
  );
  const width = checked.width ?? WIDTH;
  const longest = shown.reduce((most, row) => Math.max(most, row.share ?? 0, row.cumulativeShare ?? 0), 0);
  const perPixel = longest / width;
  const rows = shown.map((row, at) => ({
    customer: names[at] ?? "",
    rank: row.rank,
    value: row.value,
    share: row.share ?? 0,
    cumulativeShare: row.cumulativeShare ?? 0,
    kind: row.keyAccount ? words.keyAccounts : words.others,
    ...placedText(barText(row, checked), row, perPixel),
  }));
  const places = {
    value,
    shown: formatNumber(shown.length, 0, locale.format),
    customers: countText(summary.customers, count, locale.format),
    keyAccounts: formatNumber(summary.keyAccounts, 0, locale.format),
    share: fineShareText(summary.shareOfCustomers, locale),
    shareOfValue: fineShareText(summary.shareOfValue, locale),
    first: fineShareText(shown[0]?.share ?? null, locale),
    together: fineShareText(shown.at(-1)?.cumulativeShare ?? null, locale),
  };
  return frameChart(
    keyAccountsPlot(names, value, amounts.format, checked),
    rows,
    {
      title: fillTemplate(words.title, places),
      subtitle: fillTemplate(words.subtitle, places),
      description: fillTemplate(words.description, places),
    },
    { width: WIDTH, height: shown.length * 22 },
    checked,
  );
}

/** Places a text behind the bar, or behind the point of the line if that stands where the text would. */
function placedText(
  text: string,
  { share, cumulativeShare }: KeyAccount,
  perPixel: number,
): { readonly text: string; readonly textAt: number } {
  const bar = Math.max(0, share ?? 0);
  const point = cumulativeShare ?? 0;
  const room = (text.length * LETTER + 12) * perPixel;
  return { text, textAt: point >= bar && point < bar + room ? point : bar };
}

/** Width of a letter in pixels, about. */
const LETTER = 7;

function barText(row: KeyAccount, { locale }: CheckedChartOptions): string {
  const share = fineShareText(row.share, locale);
  if (!row.reasons.includes("strategic")) return share;
  const { strategicText } = locale.charts.customers.keyAccounts;
  return fillTemplate(strategicText, { share, reason: locale.keyAccounts.reasons.strategic });
}

function checkKeyAccounts(keyAccounts: KeyAccounts): void {
  const maker = "keyAccounts";
  checkResult("keyAccounts", keyAccounts, { rows: "list", summary: "record", rule: "record" }, maker);
  const row = {
    rank: "number",
    value: "number",
    share: "number?",
    cumulativeShare: "number?",
    reasons: "list",
  } as const;
  checkEntries("keyAccounts.rows", keyAccounts.rows, row, maker);
  const summary = {
    customers: "number",
    keyAccounts: "number",
    value: "number",
    shareOfValue: "number?",
  } as const;
  checkResult("keyAccounts.summary", keyAccounts.summary, summary, maker);
  const { value } = keyAccounts.summary;
  checkOption(
    "keyAccounts",
    value,
    value > 0 ? null : "The total value is not above 0, so there are no shares to draw.",
  );
}
