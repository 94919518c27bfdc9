import { describe, expect, it } from "vitest";
import {
  acquisitionCost,
  acquisitionReturn,
  clvBy,
  clvByCohort,
  cohortPayback,
  cohortRetention,
  compareBudgets,
  compareLifetimeValues,
  constantRetentionValue,
  customerEquity,
  formulaValue,
  historicValue,
  kaplanMeier,
  marginMultiple,
  maximumAcquisitionCost,
  paybackPeriod,
  predictCustomers,
  predictedValue,
  referralValue,
  retentionCurveValue,
  retentionImpact,
  transactionLog,
} from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "A", date: "2025-01-01", amount: 100 },
  { customerId: "A", date: "2025-03-01", amount: 50 },
  { customerId: "B", date: "2025-02-01", amount: 80 },
];
const log = transactionLog(rows);
const averages = { purchasesPerYear: 4, averagePurchaseValue: 60, marginRate: 0.3, years: 2.5 };
const base = { margin: 100, retentionRate: 0.8, discountRate: 0.1, firstMargin: "deferred" } as const;
const curve = { margin: 100, discountRate: 0.1, firstMargin: "immediate" } as const;
const sbg = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
const purchases = {
  kind: "bg-nbd",
  parameters: { r: 0.24, alpha: 4.41, a: 0.79, b: 2.43 },
  unit: "week",
} as const;
const bgBb = {
  kind: "bg-bb",
  parameters: { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 },
  unit: "year",
} as const;
const spend = { kind: "gamma-gamma", parameters: { p: 6.25, q: 3.74, gamma: 15.44 }, unit: "week" } as const;
const customer = { customerId: "A", frequency: 2, recency: 30.43, T: 38.86, monetaryValue: 22 };
const customers = { unit: "week", asOf: "1997-09-30", rows: [customer] } as const;
const options = {
  purchases,
  spend: 25,
  marginRate: 0.3,
  discountRate: 0.1,
  horizon: { months: 12 },
} as const;
const value = constantRetentionValue(base);
const predicted = predictedValue(customers, options);
const ofNobody = predictedValue({ ...customers, rows: [] }, options).total;
const cost = { acquisitionCost: 200 };
const referral = { lifetimeValue: 400, cameAnyway: 0.25, acquisitionCost: 100 };
const acquisition = { spend: 100, newCustomers: 1 };
const retention = { spend: 100, customers: 10, retentionGain: 0.05 };
const budgets = { ...base, acquisition, retention };
const costRow = { customerId: "A", kind: "sales", amount: 3 } as const;

// What people do who write JavaScript, or whose types were silenced: the answer is a DataError that says where and what to do.
const calls: readonly (readonly [string, () => unknown, string, string])[] = [
  ["no averages", () => formulaValue(undefined as never), "options", "purchasesPerYear"],
  [
    "a margin rate in percent",
    () => formulaValue({ ...averages, marginRate: 30 }),
    "marginRate",
    "at most 1",
  ],
  ["years as text", () => formulaValue({ ...averages, years: "3" } as never), "years", "finite number"],
  ["a cost below 0", () => formulaValue({ ...averages, acquisitionCost: -5 }), "acquisitionCost", "least 0"],
  [
    "a discount of no time",
    () => formulaValue({ ...averages, discountRate: 0.1 }),
    "firstMargin",
    "deferred",
  ],
  [
    "a margin beyond numbers",
    () => formulaValue({ ...averages, averagePurchaseValue: 1e307, purchasesPerYear: 20 }),
    "averagePurchaseValue",
    "larger unit",
  ],
  [
    "years that lead beyond numbers",
    () => formulaValue({ ...averages, averagePurchaseValue: 1e305, years: 1000, purchasesPerYear: 100 }),
    "averagePurchaseValue",
    "fewer periods",
  ],
  ["arguments side by side", () => constantRetentionValue(100 as never), "options", "retentionRate"],
  [
    "no word on the first margin",
    () => constantRetentionValue({ ...base, firstMargin: undefined } as never),
    "firstMargin",
    '"immediate"',
  ],
  [
    "retention in percent",
    () => constantRetentionValue({ ...base, retentionRate: 80 }),
    "retentionRate",
    "at most 1",
  ],
  [
    "a discount in percent",
    () => constantRetentionValue({ ...base, discountRate: 10 }),
    "discountRate",
    "at most 1",
  ],
  [
    "customers who never leave",
    () => constantRetentionValue({ ...base, retentionRate: 1, discountRate: 0 }),
    "periods",
    "how many periods",
  ],
  [
    "churn for retention",
    () => constantRetentionValue({ ...base, churnRate: 0.2 } as never),
    "options.churnRate",
    "retentionRate",
  ],
  [
    "a plural period",
    () => constantRetentionValue({ ...base, period: "months" as never }),
    "period",
    '"month"',
  ],
  ["no periods", () => constantRetentionValue({ ...base, periods: 0 }), "periods", "at least 1"],
  ["a margin of 1e308", () => constantRetentionValue({ ...base, margin: 1e308 }), "margin", "larger unit"],
  ["a margin for the multiple", () => marginMultiple(base as never), "options.margin", "retentionRate"],
  ["percent as shares", () => retentionCurveValue([100, 80], curve), "curve", "from 0 to 1"],
  ["no share of period 0", () => retentionCurveValue([0.8, 0.7], curve), "curve[0]", "begin with 1"],
  [
    "a model of purchases",
    () => retentionCurveValue(purchases as never, curve),
    "curve",
    "kaplanMeier returns",
  ],
  [
    "a cohort table",
    () => retentionCurveValue(cohortRetention(log) as never, curve),
    "curve",
    "[1, 0.8, 0.7]",
  ],
  [
    "alpha below 1 without discount",
    () => retentionCurveValue(sbg, { ...curve, discountRate: 0 }),
    "discountRate",
    "above 0",
  ],
  [
    "alpha below 1 with margins that grow as they are discounted",
    () => retentionCurveValue(sbg, { ...curve, marginGrowth: 0.1 }),
    "discountRate",
    "margins grow as fast",
  ],
  [
    "a horizon past the curve",
    () => retentionCurveValue([1, 0.8], { ...curve, periods: 5 }),
    "periods",
    "up to",
  ],
  [
    "payments as text",
    () => retentionCurveValue(sbg, { ...curve, payments: "2" as never }),
    "payments",
    "whole number",
  ],
  [
    "a curve that does not end",
    () => retentionCurveValue(kaplanMeier({ duration: [3, 6], event: [1, 0] }), curve),
    "periods",
    "say a horizon",
  ],
  ["rows as log", () => historicValue(rows as never), "log", "transactionLog"],
  ["no margins", () => historicValue(log), "marginRate", "1 to count revenue"],
  ["margins in percent", () => historicValue(log, { marginRate: 30 }), "marginRate", "at most 1"],
  [
    "a function that gives null",
    () => historicValue(log, { marginRate: () => null as never }),
    'marginRate of customer "A"',
    "finite number",
  ],
  [
    "a function that gives text",
    () => historicValue(log, { marginRate: () => "0.3" as never }),
    'marginRate of customer "A"',
    "finite number",
  ],
  [
    "rates as record",
    () => historicValue(log, { marginRate: { A: 0.3 } as never }),
    "marginRate",
    "an array",
  ],
  [
    "a cost below 0",
    () => historicValue(log, { marginRate: 0.3, costs: [{ ...costRow, amount: -3 }] }),
    "amount",
    "turn the sign",
  ],
  [
    "an unknown kind",
    () => historicValue(log, { marginRate: 0.3, costs: [{ ...costRow, kind: "Sales" as never }] }),
    "kind",
    "marketing, sales",
  ],
  [
    "a misspelt cost",
    () => historicValue(log, { marginRate: 0.3, transactionCosts: { perOrder: 5 } as never }),
    "transactionCosts.perOrder",
    "perPurchase",
  ],
  [
    "interest on costs without a date",
    () => historicValue(log, { marginRate: 0.3, interestRate: 0.05, costs: [costRow] }),
    "costs",
    "a date",
  ],
  ["rows as base", () => predictedValue([customer] as never, options), "customers", "summarizeCustomers"],
  [
    "a number as horizon",
    () => predictedValue(customers, { ...options, horizon: 12 as never }),
    "horizon",
    '"infinite"',
  ],
  [
    "no discount and no end",
    () => predictedValue(customers, { ...options, horizon: "infinite", discountRate: 0 }),
    "discountRate",
    "a horizon",
  ],
  [
    "swapped models",
    () => predictedValue(customers, { ...options, purchases: spend as never, spend: purchases as never }),
    "purchases",
    "bg-nbd",
  ],
  [
    "spend of null",
    () => predictedValue(customers, { ...options, spend: () => null as never }),
    'spend of customer "A"',
    "at least 0",
  ],
  [
    "a margin rate of text",
    () => predictedValue(customers, { ...options, marginRate: () => "0.3" as never }),
    'marginRate of customer "A"',
    "finite number",
  ],
  [
    "a German date",
    () => predictedValue({ ...customers, asOf: "30.09.1997" as never }, options),
    "customers.asOf",
    "2025-03-31",
  ],
  [
    "a Date",
    () => predictedValue({ ...customers, asOf: new Date() as never }, options),
    "customers.asOf",
    "2025-03-31",
  ],
  [
    "a day that no calendar has",
    () => predictCustomers({ ...customers, asOf: "2025-02-31" } as never, { ...options, spend } as never),
    "customers.asOf",
    "2025-03-31",
  ],
  [
    "a German date of opportunities",
    () =>
      predictedValue(
        { unit: "year", asOf: "30.09.1997" as never, rows: [{ ...customer, recency: 4, T: 6 }] },
        { ...options, purchases: bgBb, horizon: { years: 3 } },
      ),
    "customers.asOf",
    "2025-03-31",
  ],
  [
    "intervals of a literal",
    () => predictedValue(customers, { ...options, intervals: true }),
    "purchases.covariance",
    "fitted model",
  ],
  [
    "spend beyond numbers",
    () =>
      predictedValue(
        { ...customers, rows: [{ ...customer, frequency: 90, recency: 38 }] },
        { ...options, spend: 1.7e308, marginRate: 1, horizon: { years: 20 } },
      ),
    "spend",
    "larger unit",
  ],
  ["costs as number", () => acquisitionCost({ costs: 5 as never, newCustomers: 3 }), "costs", "advertising"],
  [
    "costs as Map",
    () => acquisitionCost({ costs: new Map([["ads", 1]]) as never, newCustomers: 1 }),
    "costs",
    "advertising",
  ],
  [
    "a cost as text",
    () => acquisitionCost({ costs: { a: "1" as never }, newCustomers: 3 }),
    "costs.a",
    "number",
  ],
  [
    "a customer in ten billion",
    () => acquisitionCost({ costs: { a: 1e308 }, newCustomers: 1e-10 }),
    "newCustomers",
    "mistaken figure",
  ],
  ["a value as text", () => acquisitionReturn("750" as never, cost), "lifetimeValue", "LifetimeValue"],
  [
    "the whole prediction",
    () => acquisitionReturn(predicted as never, cost),
    "lifetimeValue",
    "total of predictedValue",
  ],
  ["a value of nobody", () => acquisitionReturn(ofNobody, cost), "lifetimeValue", "no customers at all"],
  ["a number as options", () => acquisitionReturn(750, 250 as never), "options", "acquisitionCost"],
  [
    "a cost next to nothing",
    () => acquisitionReturn(1e300, { acquisitionCost: 1e-300 }),
    "acquisitionCost",
    "mistaken figure",
  ],
  ["the most for nobody", () => maximumAcquisitionCost(ofNobody), "lifetimeValue", "no customers at all"],
  ["a deadline for money", () => maximumAcquisitionCost(5, { paidBackBy: 3 }), "paidBackBy", "LifetimeValue"],
  [
    "a ratio next to nothing",
    () => maximumAcquisitionCost(1e300, { ratio: 1e-300 }),
    "ratio",
    "mistaken figure",
  ],
  ["payback of nobody", () => paybackPeriod(ofNobody, cost), "margins", "no customers at all"],
  [
    "a damaged value",
    () => paybackPeriod({ ...value, perPeriod: [null] as never }, cost),
    "margins",
    "list of margins",
  ],
  ["margins as text", () => paybackPeriod([1, "2" as never], cost), "margins[1]", "finite number"],
  ["margins beyond numbers", () => paybackPeriod([1e308, 1e308], cost), "margins", "larger unit"],
  ["no cost", () => cohortPayback(log, { marginRate: 0.3 } as never), "acquisitionCost of 2025-01", "number"],
  ["no margins", () => cohortPayback(log, { acquisitionCost: 5 }), "marginRate", "0.3"],
  [
    "costs beyond numbers",
    () => cohortPayback(log, { acquisitionCost: 1.7e308, marginRate: 0.3 }),
    "acquisitionCost",
    "mistaken figure",
  ],
  ["one referral", () => referralValue({ customers: 2 } as never, referral), "referrals", "pass an array"],
  [
    "a share in percent",
    () => referralValue([{ customers: 2 }], { ...referral, cameAnyway: 25 }),
    "cameAnyway",
    "at most 1",
  ],
  [
    "referrals beyond numbers",
    () => referralValue([{ customers: 1e300 }], { ...referral, lifetimeValue: 1e300 }),
    "referrals",
    "mistaken figure",
  ],
  ["the whole prediction", () => customerEquity(predicted as never), "rows", "pass an array"],
  [
    "values of another name",
    () => customerEquity([{ lifetimeValue: 3 }] as never),
    "value",
    '"lifetimeValue"',
  ],
  [
    "a list of cohorts",
    () => customerEquity([{ value: 1 }], { expectedNew: [] as never }),
    "expectedNew",
    "cohorts, discountRate",
  ],
  ["no key", () => clvBy([{ value: 1 }], undefined as never), "key", "name of a field"],
  ["a level in percent", () => clvBy([{ a: 1, value: 1 }], "a", { level: 95 }), "level", "at most"],
  ["a stranger", () => clvByCohort(log, [{ customerId: "Z", value: 1 }]), "customerId", "leave the row out"],
  ["a list of values", () => compareLifetimeValues([value] as never), "values", "record"],
  [
    "the whole prediction",
    () => compareLifetimeValues({ predicted } as never),
    "values.predicted",
    "the total",
  ],
  [
    "half a value",
    () => compareLifetimeValues({ half: { value: 3, assumptions: {} } as never }),
    "values.half",
    "the total",
  ],
  ["no budget", () => compareBudgets({ ...budgets, retention: null as never }), "retention", "retentionGain"],
  [
    "a gain in points",
    () => compareBudgets({ ...budgets, retention: { ...retention, retentionGain: 5 } }),
    "retention.retentionGain",
    "at most 1",
  ],
  [
    "more than all",
    () => compareBudgets({ ...budgets, retention: { ...retention, retentionGain: 0.3 } }),
    "retention.retentionGain",
    "from 0 to 1",
  ],
  [
    "spending next to nothing",
    () => compareBudgets({ ...budgets, acquisition: { spend: 1e-300, newCustomers: 1e300 } }),
    "acquisition",
    "mistaken figure",
  ],
  ["points in percent", () => retentionImpact({ ...base, points: 5 }), "points", "at most 1"],
  ["more than all", () => retentionImpact({ ...base, points: 0.3 }), "points", "from 0 to 1"],
  [
    "a base beyond numbers",
    () => retentionImpact({ ...base, margin: 1e300, newCustomers: 1e300 }),
    "newCustomers",
    "mistaken figure",
  ],
];

describe("wrong calls of lifetime value", () => {
  it.each(calls)("%s: %s", (_, call, field, advice) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(advice);
  });
});

describe("calls that are unusual, and right", () => {
  it("takes a lifetime value back from JSON", () => {
    const stored = JSON.parse(JSON.stringify(value)) as typeof value;
    expect(acquisitionReturn(stored, cost)).toEqual(acquisitionReturn(value, cost));
    expect(maximumAcquisitionCost(stored, { paidBackBy: 2 })).toBe(
      maximumAcquisitionCost(value, { paidBackBy: 2 }),
    );
    expect(paybackPeriod(stored, cost)).toEqual(paybackPeriod(value, cost));
    expect(compareLifetimeValues({ stored })).toEqual([
      { ...compareLifetimeValues({ value })[0], name: "stored" },
    ]);
    expect(referralValue([{ customers: 1 }], { ...referral, lifetimeValue: stored }).value).toBeCloseTo(
      0.75 * value.value + 100,
      12,
    );
  });

  it("takes referrals from whatever can be iterated", () => {
    const set = new Set([{ customers: 2 }]);
    expect(referralValue(set, referral)).toEqual(referralValue([...set], referral));
  });

  it("takes a gain of retention up to all, though 0.8 and 0.2 are not quite 1", () => {
    const gain = { ...retention, retentionGain: 0.2 };
    // From 100 · 0.8 ÷ 0.3 to 100 ÷ 0.1.
    const { valueGained } = compareBudgets({ ...budgets, retention: gain }).retention;
    expect(valueGained).toBeCloseTo(10 * (1000 - 800 / 3), 8);
  });

  it("has intervals of means whose squares no number can hold", () => {
    const values = [
      { key: "a", value: 1e200 },
      { key: "a", value: -1e200 },
    ];
    const upper = clvBy(values, "key").rows[0]?.meanInterval?.upper ?? 0;
    // The standard error of ±1 is 1.
    expect(upper / 1e200).toBeCloseTo(1.959963984540054, 12);
  });

  it("has a payback share that is a number, however small the cost", () => {
    expect(paybackPeriod([1e308], { acquisitionCost: 1e-10 }).rows[0]?.share).toBe(Number.MAX_VALUE);
  });
});
