import { describe, expect, it } from "vitest";
import {
  activeCustomers,
  classifyCustomers,
  classMovements,
  confidenceIntervals,
  discountedExpectedLifetime,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitSbg,
  joinLogs,
  logLikelihood,
  NEW_CUSTOMER,
  predictCustomers,
  probabilityAlive,
  revenueMovements,
  simulateTransactions,
  splitLog,
  standardErrors,
  subscriptionBook,
  summarizeCustomers,
  survivalProbability,
  transactionLog,
} from "../src/index.ts";
import { dataErrorOf } from "./support/error-of.ts";

const rows = [
  { customerId: "A", date: "2025-01-01", amount: 1 },
  { customerId: "A", date: "2025-02-01", amount: 3 },
];
const log = transactionLog(rows);
const customers = summarizeCustomers(log);
const purchases = { kind: "bg-nbd", parameters: { r: 1, alpha: 1, a: 1, b: 1 }, unit: "day" } as const;
const spend = {
  kind: "gamma-gamma",
  parameters: { p: 1, q: 2, gamma: 1 },
  unit: "day",
  covariance: null,
} as const;
const horizon = { months: 1 };

// What people do who write JavaScript, or whose types were silenced: the answer is a DataError that says where and what to do.
const calls: readonly (readonly [string, () => unknown, string, string])[] = [
  ["no rows", () => transactionLog(undefined as never), "rows", "pass an array"],
  ["an object as rows", () => transactionLog({} as never), "rows", "pass an array"],
  ["a text as rows", () => transactionLog("abc" as never), "rows", "pass an array"],
  ["null as columns", () => transactionLog(rows, null as never), "columns", "customer, date, amount"],
  [
    "a misspelt column",
    () => transactionLog(rows, { betrag: "amount" } as never),
    "columns.betrag",
    "customer, date, amount",
  ],
  [
    "a number as column",
    () => transactionLog(rows, { amount: 5 } as never),
    "columns.amount",
    "name of a field",
  ],
  ["null as options", () => transactionLog(rows, {}, null as never), "options", "timeZone, invalid, returns"],
  [
    "a misspelt option",
    () => transactionLog(rows, {}, { timezone: "UTC" } as never),
    "options.timezone",
    "timeZone",
  ],
  ["rows as log", () => summarizeCustomers(rows as never), "log", "transactionLog"],
  ["nothing as log", () => classifyCustomers(undefined as never), "log", "transactionLog"],
  ["rows as log", () => activeCustomers(rows as never), "log", "transactionLog"],
  [
    "rows as log",
    () => classMovements(rows as never, { from: "2025-01-01", to: "2025-02-01" }),
    "log",
    "transactionLog",
  ],
  ["rows as log", () => splitLog(rows as never, "2025-01-01"), "log", "transactionLog"],
  ["rows as log", () => joinLogs(log, rows as never), "second", "transactionLog"],
  [
    "a misspelt option",
    () => summarizeCustomers(log, { asof: "2025-01-01" } as never),
    "options.asof",
    "asOf, unit, count",
  ],
  [
    "a misspelt option",
    () => classifyCustomers(log, { window: horizon } as never),
    "options.window",
    "activeWindow",
  ],
  [
    "a misspelt option",
    () => activeCustomers(log, { window: horizon } as never),
    "options.window",
    "activeWindow",
  ],
  [
    "asOf for movements",
    () => classMovements(log, { asOf: "2025-01-01" } as never),
    "options.asOf",
    "from, to",
  ],
  ["a misspelt option", () => confidenceIntervals(spend, { alpha: 0.05 } as never), "options.alpha", "level"],
  ["a misspelt option", () => simulateTransactions({ seeds: 1 } as never), "options.seeds", "seed"],
  [
    "rows as base",
    () => fitBgNbd([{ frequency: 1, recency: 1, T: 2 }] as never),
    "customers",
    "summarizeCustomers",
  ],
  ["nothing as base", () => fitGammaGamma(undefined as never), "customers", "summarizeCustomers"],
  ["an unknown unit", () => fitBgNbd({ unit: "weeks", rows: [] } as never), "customers.unit", '"week"'],
  ["null as history", () => fitBgNbd({ unit: "day", rows: [null] } as never), "customer", "frequency"],
  ["null as customer", () => probabilityAlive(purchases, null as never), "customer", "frequency"],
  ["no model", () => predictCustomers(customers, { spend, horizon } as never), "purchases", "bg-nbd"],
  [
    "swapped models",
    () => predictCustomers(customers, { purchases: spend, spend: purchases, horizon } as never),
    "purchases",
    "bg-nbd",
  ],
  ["no spend", () => predictCustomers(customers, { purchases, horizon } as never), "spend", "gamma-gamma"],
  [
    "rates in another spelling",
    () => predictCustomers(customers, { purchases, spend, horizon, discount: 0.1 } as never),
    "options.discount",
    "discountRate",
  ],
  [
    "a model without parameters",
    () => expectedPurchases({ kind: "bg-nbd", unit: "day" } as never, NEW_CUSTOMER, horizon),
    "parameters.r",
    "above 0",
  ],
  [
    "a parameter below 0",
    () => probabilityAlive({ ...purchases, parameters: { r: 1, alpha: -1, a: 1, b: 1 } }, NEW_CUSTOMER),
    "parameters.alpha",
    "above 0",
  ],
  [
    "Pareto/NBD with parameters of BG/NBD",
    () => probabilityAlive({ ...purchases, kind: "pareto-nbd" } as never, NEW_CUSTOMER),
    "parameters.s",
    "above 0",
  ],
  [
    "a regularity that is not whole",
    () =>
      probabilityAlive(
        { kind: "mbg-cnbd-k", unit: "day", parameters: { k: 1.5, r: 1, alpha: 1, a: 1, b: 1 } },
        NEW_CUSTOMER,
      ),
    "parameters.k",
    "whole number",
  ],
  [
    "a model in years and a half",
    () => probabilityAlive({ ...purchases, unit: "quarter" } as never, NEW_CUSTOMER),
    "unit",
    '"week"',
  ],
  ["nothing as model", () => standardErrors(undefined as never), "model", "what a fit returned"],
  ["nothing as model", () => logLikelihood(null as never, customers), "purchases", "bg-nbd"],
  [
    "intervals of purchases",
    () => summarizeCustomers(log, { intervals: true, count: "purchases" }),
    "intervals",
    "purchase-days",
  ],
  [
    "survivors who come back",
    () => fitSbg({ unit: "year", cohorts: [[100, 80, 90]] }),
    "cohorts[0][2]",
    "80",
  ],
  [
    "a cohort as table",
    () => fitSbg({ unit: "year", cohorts: [100, 80, 60] } as never),
    "cohorts[0]",
    "table of survivors",
  ],
  [
    "models of purchases and of retention mixed up",
    () => survivalProbability(purchases as never, 3),
    "model",
    "sbg",
  ],
  [
    "a log that went through JSON",
    () => summarizeCustomers(JSON.parse(JSON.stringify(log)) as never),
    "log",
    "lost its typed arrays",
  ],
  [
    "a book of subscriptions that went through JSON",
    () => {
      const book = subscriptionBook([{ customerId: 1, start: "2025-01-01", monthlyAmount: 5 }]);
      revenueMovements(JSON.parse(JSON.stringify(book)) as never);
    },
    "book",
    "call subscriptionBook again",
  ],
  [
    "a rate in percent",
    () =>
      discountedExpectedLifetime(
        { kind: "sbg", unit: "year", parameters: { alpha: 1, beta: 3 } },
        { discountRate: 10 },
      ),
    "discountRate",
    "at most 1",
  ],
];

describe("wrong calls", () => {
  it.each(calls)("%s: %s", (_, call, field, advice) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(advice);
  });
});
