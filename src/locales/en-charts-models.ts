import type { ModelChartLabels } from "./chart-labels-models.ts";
import { enValueCharts } from "./en-charts-values.ts";

export const enModelCharts: ModelChartLabels = {
  actual: "actual",
  expected: "expected",
  observed: "observed",
  fitted: "model",
  purchases: "Purchases",
  customers: { one: "1 customer", other: "{count} customers" },
  numberOfCustomers: "Customers",
  periods: {
    day: { one: "1 day", other: "{count} days" },
    week: { one: "1 week", other: "{count} weeks" },
    month: { one: "1 month", other: "{count} months" },
    quarter: { one: "1 quarter", other: "{count} quarters" },
    year: { one: "1 year", other: "{count} years" },
  },
  units: { day: "days", week: "weeks", month: "months", quarter: "quarters", year: "years" },
  perPeriod: {
    day: "per day",
    week: "per week",
    month: "per month",
    quarter: "per quarter",
    year: "per year",
    unknown: "per period",
  },
  span: "{from} to {until}",
  orMore: "{number} or more",
  tracking: {
    title: "Repeat purchases: actual and expected",
    titleExpected: "Expected repeat purchases",
    subtitle:
      "{model}, {customers}; in the holdout until {until} {actual} purchases, {expected} expected ({change})",
    subtitleExpected: "From {from} to {until}: {expected} repeat purchases expected",
    incremental: "Repeat purchases {per}",
    cumulative: "Repeat purchases, cumulative",
    end: "Period until",
    holdout: "holdout",
    description:
      "Repeat purchases of {customers}, actual and as the model {model} expects them, which was fitted until {split}. In the holdout until {until} there were {actual} purchases; {expected} were expected ({change}).",
  },
  alive: {
    probability: "P(alive)",
    title: "Probability of still being a customer",
    purchasesTitle: "Expected purchases within {horizon}",
    expectedPurchases: "Expected purchases",
    subtitle: "{model}; customer whose first purchase was {age} ago",
    frequency: "Repeat purchases so far",
    recency: "Last purchase so many {unit} after the first",
    silence: "Since the last purchase ({unit})",
    description:
      "Probability that a customer of {age} is still one, by number of repeat purchases and age at the last one: from {least} ({leastAt}) to {most} ({mostAt}).",
    purchasesDescription:
      "Purchases expected within {horizon} of a customer of {age}, by number of repeat purchases so far and age at the last one: from {least} ({leastAt}) to {most} ({mostAt}).",
    cell: "{frequency} repeat purchases, last at {recency}",
    historyTitle: "Is {customer} still a customer?",
    historySubtitle: "{model}; {purchases}; on {asOf} the probability is {probability}",
    day: "Day",
    purchase: { one: "1 purchase", other: "{count} purchases" },
    purchaseMark: "purchase",
    historyDescription:
      "Probability that customer {customer} is still one, from {from} to {asOf}, with {purchases}. It falls as silence lasts, to {lowest} at the lowest, and is {probability} on the last day.",
  },
  calibration: {
    title: "Forecast and what came, by customers’ history",
    subtitle: "{model}, {customers}; {from} to {until}: {actual} purchases, {expected} expected ({change})",
    frequency: "Repeat purchases before",
    perCustomer: "Purchases per customer",
    probability: "Expected probability of buying",
    shareBuying: "Share that bought",
    perfect: "perfect forecast",
    description:
      "Purchases from {from} to {until} of {customers}, actual and as {model} expected them, by their repeat purchases before: {actual} against {expected} ({change}). {buyers} customers bought, {expectedBuyers} were expected to.",
  },
  frequency: {
    title: "Customers by number of repeat purchases",
    subtitle: "{model}, {customers}, as of {asOf}",
    subtitleWithoutDay: "{model}, {customers}",
    frequency: "Repeat purchases",
    description:
      "{customers} by number of repeat purchases, actual and as the model expects them. Without a repeat purchase are {actualNone}; {expectedNone} are expected.",
  },
  contract: {
    title: "How long customers stay",
    subtitle: "{model}, {customers}; interval of {level}",
    subtitleFitted: "{model}",
    period: "Renewals ({unit})",
    survival: "Still customers",
    retention: "Retention rate",
    projection: "projection",
    atRisk: "Customers who could leave",
    interval: "Interval",
    description: "Share of customers who are still there under the model {model}: {survival} after {period}.",
    observedDescription: "Last observed after {period}: {observed} are still there; the model says {fitted}.",
  },
  values: enValueCharts,
};
