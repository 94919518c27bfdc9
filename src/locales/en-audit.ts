import type { AuditLabels } from "../audit/labels.ts";
import { enAuditTexts } from "./en-audit-texts.ts";

const counts: AuditLabels["counts"] = {
  customers: { one: "{count} customer", other: "{count} customers" },
  people: { one: "{count} person", other: "{count} people" },
  orders: { one: "{count} order", other: "{count} orders" },
  firstOrders: { one: "{count} first order", other: "{count} first orders" },
};

export const enAudit: AuditLabels = {
  views: {
    1: "How customers differ",
    2: "What changed",
    3: "How one cohort develops",
    4: "How cohorts compare",
    5: "The whole base",
    check: "What cannot be told, and checks",
  },
  texts: enAuditTexts,
  counts,
  countsDative: counts,
  ages: {
    day: { one: "{count} day", other: "{count} days" },
    week: { one: "{count} week", other: "{count} weeks" },
    month: { one: "{count} month", other: "{count} months" },
    quarter: { one: "{count} quarter", other: "{count} quarters" },
    year: { one: "{count} year", other: "{count} years" },
    period: { one: "{count} period", other: "{count} periods" },
  },
  movements: {
    new: { one: "{count} new customer", other: "{count} new customers" },
    returned: { one: "{count} returned customer", other: "{count} returned customers" },
    up: { one: "{count} customer with more revenue", other: "{count} customers with more revenue" },
    down: { one: "{count} customer with less revenue", other: "{count} customers with less revenue" },
    level: {
      one: "{count} customer with the same revenue",
      other: "{count} customers with the same revenue",
    },
    lost: { one: "{count} lost customer", other: "{count} lost customers" },
    inactive: {
      one: "{count} customer with credit notes only",
      other: "{count} customers with credit notes only",
    },
  },
  step: "{customers} ({change})",
  contributorMovements: {
    new: "new",
    returned: "returned",
    up: "more revenue",
    down: "less revenue",
    level: "same revenue",
    lost: "lost",
    inactive: "credit notes only",
  },
  contributor: "“{id}” ({change}, {movement})",
  drivers: {
    customers: "the number of customers",
    ordersPerCustomer: "orders per customer",
    averageOrderValue: "the value per order",
  },
  factors: {
    customers: "customers {before} → {now} ({effect})",
    ordersPerCustomer: "orders per customer {before} → {now} ({effect})",
    averageOrderValue: "value per order {before} → {now} ({effect})",
  },
  ofValue: { revenue: "of revenue", margin: "of margin" },
  bands: {
    even: "fairly evenly",
    moderate: "somewhat unevenly",
    uneven: "unevenly",
    "very-uneven": "very unevenly",
  },
  cohortChoices: {
    oldest: "the oldest complete one after that in which the log begins",
    only: "the only complete one",
    largest: "the largest complete one",
    chosen: "as chosen",
  },
  noSplitReasons: {
    "no-customers": "nobody bought in one of the periods",
    "no-positive-revenue": "those who bought in one of the periods brought no revenue above 0",
  },
  checks: {
    "revenue by period": "revenue by period",
    "revenue by first purchases, repeat purchases and returns":
      "revenue by first purchases, repeat purchases and returns",
    "revenue by cohort and period": "revenue by cohort and period",
    "orders by period": "orders by period",
    "orders by cohort and period": "orders by cohort and period",
    "customers by period and cohort": "customers by period and cohort",
    "revenue of the current period by decile": "revenue of the current period by tenth",
    "revenue of the current period by number of orders": "revenue of the current period by number of orders",
    "revenue of the current period by class of revenue": "revenue of the current period by class of revenue",
    "revenue of the current period by time of first purchase":
      "revenue of the current period by time of first purchase",
    "customers of the current period by decile": "customers of the current period by tenth",
    "customers of the current period by migration between deciles":
      "customers of the current period by migration between tenths",
    "revenue bridge": "revenue bridge",
    "revenue tree": "revenue tree",
  },
  periods: {
    year: "{year}",
    quarter: "Q{quarter} {year}",
    month: "{year}-{month}",
    week: "week {week} of {year}",
    span: "{from} – {to}",
    range: "{from} to {to}",
  },
  percent: "{number}%",
  percentBelow: "less than {number}%",
  percentAbove: "more than {number}%",
  noGrowth: "no rate of growth, as revenue was not above 0 before",
  moneyWithSign: "{currency}{amount}",
  moneyWithWord: "{currency}\u00a0{amount}",
};
