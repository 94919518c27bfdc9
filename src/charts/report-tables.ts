import type { CohortAge } from "../audit/cohort-view-result.ts";
import type { CustomerDifferences } from "../audit/differences-result.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { BridgeRow } from "./bridge-plot.ts";
import type { FigureTable } from "./report-table.ts";
import { amountHeading, amountTexts, type ReportWords, shareCell } from "./report-words.ts";

type Figures = Omit<FigureTable, "caption">;

/** The tenths of customers. */
export function decileTable({ deciles, sortedBy }: CustomerDifferences, words: ReportWords): Figures {
  const { audit } = words.locale.charts.offers;
  const labels = audit.deciles;
  const amount = amountTexts(
    deciles.flatMap(({ highest, lowest }) => [highest, lowest]),
    words,
  );
  const total = amountTexts(
    deciles.map(({ value }) => value),
    words,
  );
  return {
    headings: [
      labels.decile,
      audit.customers,
      amountHeading(sortedBy === "margin" ? words.locale.terms.margin : audit.revenue, words),
      labels.share[sortedBy],
      labels.cumulative,
      amountHeading(labels.most, words),
      amountHeading(labels.least, words),
    ],
    rows: deciles.map((row) => [
      String(row.decile),
      count(row.customers, words),
      total(row.value),
      shareCell(row.shareOfValue, words),
      shareCell(row.cumulativeShare, words),
      amount(row.highest),
      amount(row.lowest),
    ]),
  };
}

/** Customers by number of orders. */
export function ordersTable({ byOrders }: CustomerDifferences, words: ReportWords): Figures {
  const { audit } = words.locale.charts.offers;
  const labels = audit.orders;
  const amount = amountTexts(
    byOrders.map(({ revenue }) => revenue),
    words,
  );
  return {
    headings: [
      labels.orders,
      audit.customers,
      labels.shareOfCustomers,
      amountHeading(audit.revenue, words),
      labels.shareOfRevenue,
    ],
    rows: byOrders.map(({ from, to, ...row }) => [
      to === null
        ? fillTemplate(labels.orMore, { count: String(from) })
        : from === to
          ? String(from)
          : `${from}–${to}`,
      count(row.customers, words),
      shareCell(row.shareOfCustomers, words),
      amount(row.revenue),
      shareCell(row.shareOfRevenue, words),
    ]),
  };
}

/** The steps of the bridge; the first and last row are the periods. */
export function bridgeTable(steps: readonly BridgeRow[], words: ReportWords): Figures {
  const { audit } = words.locale.charts.offers;
  const { movement, change } = audit.bridge;
  const amount = amountTexts(
    steps.map(({ to }) => to),
    words,
  );
  return {
    headings: [movement, audit.customers, amountHeading(change, words), amountHeading(audit.revenue, words)],
    rows: steps.map((step) => [
      step.name.replace("\n", " "),
      count(step.customers, words),
      step.kind === "total" ? "" : step.text,
      amount(step.to),
    ]),
  };
}

/** A cohort by age: who bought. */
export function activityTable(ages: readonly CohortAge[], words: ReportWords): Figures {
  const { audit, terms } = words.locale.charts.offers;
  const { age, activeShare } = audit.development;
  return {
    headings: [age, terms.period, audit.customers, activeShare, terms.lower, terms.upper],
    rows: ages.map((row) => [
      String(row.age),
      row.period,
      count(row.active, words),
      shareCell(row.activeShare, words),
      shareCell(row.activeLower, words),
      shareCell(row.activeUpper, words),
    ]),
  };
}

/** A cohort by age: what it brought. */
export function worthTable(ages: readonly CohortAge[], words: ReportWords): Figures {
  const { audit, terms } = words.locale.charts.offers;
  const { age, revenuePerCustomer } = audit.development;
  const amount = amountTexts(
    ages.map(({ cumulativeRevenue }) => cumulativeRevenue),
    words,
  );
  const each = amountTexts(
    ages.map(({ cumulativeRevenuePerCustomer }) => cumulativeRevenuePerCustomer),
    words,
  );
  return {
    headings: [
      age,
      terms.period,
      amountHeading(audit.revenue, words),
      amountHeading(words.labels.cumulativeRevenue, words),
      amountHeading(revenuePerCustomer, words),
    ],
    rows: ages.map((row) => [
      String(row.age),
      row.period,
      amount(row.revenue),
      amount(row.cumulativeRevenue),
      each(row.cumulativeRevenuePerCustomer),
    ]),
  };
}

function count(number: number, { locale }: ReportWords): string {
  return formatNumber(number, 0, locale.format);
}
