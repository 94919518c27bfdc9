import type { CustomerPortfolio } from "../pareto/customer-portfolio-result.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { type PortfolioWords, portfolioPlot } from "./portfolio-plot.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { checkedValueName, type ValueNameOptions } from "./value-name.ts";

/** What the portfolio can be told. */
export interface PortfolioChartOptions extends ChartOptions, ValueNameOptions {
  /** What the attractiveness is measured by, for the axis, such as `"need in € a year"`. Default: the word of the locale. */
  readonly attractivenessName?: string;
  /** What the own position is measured by, such as `"share of wallet"`. Default: the word of the locale. */
  readonly positionName?: string;
}

const NAMES = {
  ...CHART_NAMES,
  valueName: true,
  attractivenessName: true,
  positionName: true,
} satisfies Record<keyof PortfolioChartOptions, true>;

/**
 * Draws the customer portfolio (Kundenportfolio): every customer as a point in four fields, own position across, attractiveness up.
 *
 * Lines stand where the fields meet; who lies on a line belongs to the higher side. If the portfolio has values, the area of a point stands for it, and a
 * value below 0 for none.
 *
 * @param portfolio - What `customerPortfolio` returns, also after a way through JSON.
 * @param options - `valueName` (what the value is called, default "value"), `attractivenessName` and `positionName` (for the axes), and those of every chart:
 *   `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with a row for each customer: `{ customer, field, attractiveness, position, value, size }`.
 * @throws DataError for what is no portfolio, if there are no customers, or for options that cannot be used.
 *
 * @example
 * import { customerPortfolio } from "clientele";
 * import { portfolioChart } from "clientele/charts";
 *
 * const customers = [
 *   { customerId: "Ada", potential: 900, shareOfWallet: 0.6 },
 *   { customerId: "Ben", potential: 800, shareOfWallet: 0.1 },
 *   { customerId: "Cem", potential: 200, shareOfWallet: 0.9 },
 *   { customerId: "Dora", potential: 100, shareOfWallet: 0.2 },
 * ];
 * const portfolio = customerPortfolio(customers, { attractiveness: "potential", position: "shareOfWallet" });
 * const chart = portfolioChart(portfolio, { positionName: "share of wallet" });
 * chart.title.text; // => "25% of the customers are attractive, with a strong own position"
 */
export function portfolioChart(portfolio: CustomerPortfolio, options: PortfolioChartOptions = {}): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const value = checkedValueName(options, checked);
  const { attractivenessName, positionName } = options;
  for (const [path, name] of Object.entries({ attractivenessName, positionName })) {
    const isName = name === undefined || (typeof name === "string" && name !== "");
    checkOption(path, name, isName ? null : "This is no name: pass a text.");
  }
  checkPortfolio(portfolio);
  const { locale } = checked;
  const { count, portfolio: words } = locale.charts.customers;
  const { portfolioFields, portfolioAxes } = locale.keyAccounts;
  const hasValue = portfolio.value !== null;
  const fieldTexts = portfolio.fields.map(({ field, shareOfCustomers, shareOfValue }) => {
    const ofValue = { share: fineShareText(shareOfValue, locale), value };
    return [
      portfolioFields[field],
      fillTemplate(words.ofCustomers, { share: fineShareText(shareOfCustomers, locale) }),
      ...(shareOfValue === null ? [] : [fillTemplate(words.ofValue, ofValue)]),
    ];
  });
  const rows = portfolio.rows.map((row) => ({
    customer: String(row.customerId),
    field: portfolioFields[row.field],
    attractiveness: row.attractiveness,
    position: row.position,
    value: row.value,
    size: Math.max(0, row.value ?? 0),
  }));
  const star = portfolio.fields.find(({ field }) => field === "star");
  const places = {
    value,
    customers: countText(portfolio.customers, count, locale.format),
    share: fineShareText(star?.shareOfCustomers ?? null, locale),
    fields: fieldTexts.map(([field, ...shares]) => `${field}: ${shares.join(", ")}`).join("; "),
  };
  const plot: PortfolioWords = {
    names: portfolio.fields.map(({ field }) => portfolioFields[field]),
    texts: Object.fromEntries(portfolio.fields.map(({ field }, at) => [field, fieldTexts[at] ?? []])),
    attractiveness: attractivenessName ?? portfolioAxes.attractiveness,
    position: positionName ?? portfolioAxes.position,
    value: hasValue ? value : null,
  };
  return frameChart(
    portfolioPlot(portfolio, plot, checked),
    rows,
    {
      title: fillTemplate(words.title, places),
      subtitle: fillTemplate(hasValue ? words.subtitle : words.plainSubtitle, places),
      description: fillTemplate(hasValue ? words.valuedDescription : words.description, places),
    },
    { width: 560, height: 420 },
    checked,
  );
}

function checkPortfolio(portfolio: CustomerPortfolio): void {
  const maker = "customerPortfolio";
  const fields = {
    rows: "list",
    fields: "list",
    customers: "number",
    limits: "record",
    value: "number?",
  } as const;
  checkResult("portfolio", portfolio, fields, maker);
  const row = { field: "text", attractiveness: "number", position: "number", value: "number?" } as const;
  checkEntries("portfolio.rows", portfolio.rows, row, maker);
  checkEntries("portfolio.fields", portfolio.fields, { field: "text", shareOfCustomers: "number?" }, maker);
  const { length } = portfolio.rows;
  checkOption(
    "portfolio",
    length,
    length > 0 ? null : "There are no customers, so there is nothing to draw.",
  );
}
