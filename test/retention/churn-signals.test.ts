import { describe, expect, it } from "vitest";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { summarizeOpportunities } from "../../src/customers/summarize-opportunities.ts";
import type { Predictor, PurchaseModel } from "../../src/models/models.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { probabilityOfPurchases } from "../../src/models/probability-of-purchases.ts";
import { churnSignals } from "../../src/retention/churn-signals.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { inMachineZone, MACHINE_ZONES } from "../support/time-zones.ts";

const log = transactionLog([
  { customerId: "Ada", date: "2025-06-02", amount: 40 },
  { customerId: "Ada", date: "2025-07-01", amount: 45 },
  { customerId: "Ada", date: "2025-08-04", amount: 40 },
  { customerId: "Ben", date: "2025-11-30", amount: 20 },
  { customerId: "Cem", date: "2025-01-01", amount: 20 },
  { customerId: "Cem", date: "2025-07-20", amount: 20 },
  { customerId: "Dora", date: "2025-07-20", amount: -20 },
]);
const asOf = "2025-12-31";

describe("signals of a small base", () => {
  const { rows, usualGap, warnings } = churnSignals(log, { asOf, silentFor: { months: 5 } });

  it("are those that can be counted by hand", () => {
    expect(usualGap).toBe(34);
    expect(rows[0]).toEqual({
      customerId: "Ada",
      lastPurchase: "2025-08-04",
      silenceDays: 149,
      silent: false,
      usualGap: 31.5,
      usualGapOf: "own",
      overdueRatio: 149 / 31.5,
      overdue: true,
      ownLongerGaps: 0,
      baseLongerGaps: 1 / 3,
      silencePercentile: 1 - 1 / 3,
      churnProbability: null,
      noPurchaseProbability: null,
    });
    expect(rows[1]).toMatchObject({ silenceDays: 31, usualGap: 34, usualGapOf: "base", ownLongerGaps: null });
    expect(rows[2]).toMatchObject({ customerId: "Cem", silenceDays: 164, ownLongerGaps: 1, silent: true });
    expect(rows).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  it("call a silence as long as the limit silent, and not one day less", () => {
    const silent = (days: number) => churnSignals(log, { asOf, silentFor: { days } }).rows[1]?.silent;
    expect([silent(31), silent(32)]).toEqual([true, false]);
    expect(churnSignals(log, { asOf }).rows[0]?.silent).toBeNull();
  });

  it("are overdue by the factor", () => {
    const overdue = (overdueFactor: number) => churnSignals(log, { asOf, overdueFactor }).rows[0]?.overdue;
    expect([overdue(149 / 31.5), overdue(4.73)]).toEqual([false, true]);
  });

  it("have gaps, silences and overdue ones in common with the classification", () => {
    const base = classifyCustomers(log, { asOf });
    for (const row of rows) {
      const same = base.rows.find(({ customerId }) => customerId === row.customerId);
      const { silenceDays, usualGap: gap, usualGapOf, lastPurchase } = row;
      expect(same).toMatchObject({ silenceDays, usualGap: gap, usualGapOf, lastPurchase });
    }
    expect(base.limits.usualGap).toBe(usualGap);
  });

  it("survive JSON", () => {
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});

describe("a base without gaps", () => {
  it("has no rhythm, and says so", () => {
    const once = transactionLog([{ customerId: "A", date: "2025-01-01", amount: 1 }]);
    const { rows, usualGap, warnings } = churnSignals(once, { asOf });
    expect(usualGap).toBeNull();
    expect(rows[0]).toMatchObject({
      usualGap: null,
      usualGapOf: null,
      overdueRatio: null,
      overdue: false,
      ownLongerGaps: null,
      baseLongerGaps: null,
      silencePercentile: null,
    });
    expect(warnings.map(({ code }) => code)).toEqual(["no-gaps"]);
  });
});

const shop = transactionLog(
  simulateTransactions({
    customers: 80,
    from: "2024-01-01",
    until: "2025-06-30",
    joinUntil: "2025-06-30",
    seed: 4,
  }),
);
const shopDay = shop.until ?? "";

const continuous: readonly Predictor<PurchaseModel>[] = [
  { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" },
  { kind: "mbg-nbd", parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, unit: "week" },
  { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, unit: "month" },
  { kind: "bg-cnbd-k", parameters: { k: 2, r: 0.5, alpha: 4, a: 0.8, b: 2 }, unit: "day" },
  { kind: "mbg-cnbd-k", parameters: { k: 3, r: 0.5, alpha: 4, a: 0.8, b: 2 }, unit: "week" },
];

describe("probabilities of a model", () => {
  it.each(continuous)("are those of $kind for each customer, in its own unit", (model) => {
    const horizon = { days: 91 };
    const { rows } = churnSignals(shop, { model, horizon });
    const customers = summarizeCustomers(shop, { unit: model.unit });
    expect(rows).toHaveLength(customers.rows.length);
    rows.forEach((row, i) => {
      const customer = customers.rows[i] ?? { frequency: 0, recency: 0, T: 0 };
      const none = probabilityOfPurchases(model, customer, { horizon, exactly: 0 });
      expect(row.churnProbability).toBeCloseTo(1 - probabilityAlive(model, customer), 12);
      expect(row.noPurchaseProbability).toBeCloseTo(none, 12);
      expect(row.noPurchaseProbability).toBeGreaterThanOrEqual(row.churnProbability ?? 1);
    });
  });

  it("are those of BG/BB for customers in opportunities", () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    const model: Predictor<PurchaseModel> = { kind: "bg-bb", parameters, unit: "month" };
    const { rows } = churnSignals(shop, { model, horizon: { months: 3 } });
    const customers = summarizeOpportunities(shop, { period: "month" });
    expect(rows.map((row) => row.churnProbability?.toFixed(12))).toEqual(
      customers.rows.map((customer) => (1 - probabilityAlive(model, customer)).toFixed(12)),
    );
  });

  it("follow the calendar from the day on", () => {
    const [model] = continuous;
    const of = (horizon: { months?: number; days?: number }) =>
      churnSignals(shop, model === undefined ? {} : { model, horizon }).rows.map(
        (row) => row.noPurchaseProbability,
      );
    expect(of({ months: 1 })).toEqual(of({ days: 30 }));
  });

  it("come with a warning where one-time buyers are taken for alive, or the model knows the future", () => {
    const [bgNbd, mbgNbd] = continuous;
    const codes = (model: Predictor<PurchaseModel> | undefined) =>
      churnSignals(shop, model === undefined ? {} : { model }).warnings.map(({ code }) => code);
    expect(codes(bgNbd)).toEqual(["one-time-buyers-always-alive"]);
    expect(codes(mbgNbd)).toEqual([]);
    expect(mbgNbd === undefined ? [] : codes({ ...mbgNbd, asOf: "2025-07-01" })).toEqual([
      "model-knows-the-future",
    ]);
    expect(mbgNbd === undefined ? [] : codes({ ...mbgNbd, asOf: shopDay })).toEqual([]);
  });

  it("move with covariates", () => {
    const coefficients = [{ parameter: "alpha", covariate: "newsletter", value: 1 }];
    const model = { ...continuous[1], coefficients } as never;
    const of = (newsletter: number) =>
      churnSignals(shop, { model, covariates: () => ({ newsletter }) }).rows.map(
        (row) => row.churnProbability,
      );
    expect(of(1)).not.toEqual(of(0));
    expect(of(0)).toEqual(
      churnSignals(shop, { model: continuous[1] as never }).rows.map((row) => row.churnProbability),
    );
  });
});

describe("wherever the machine stands", () => {
  it("signals are the same", () => {
    const signals = () =>
      churnSignals(shop, { asOf: new Date("2025-05-29T23:30:00Z"), silentFor: { months: 3 } });
    const inUtc = inMachineZone("UTC", signals);
    for (const zone of MACHINE_ZONES) expect(inMachineZone(zone, signals), zone).toEqual(inUtc);
  });
});

describe("what cannot be used", () => {
  const model = continuous[0] as Predictor<PurchaseModel>;
  it.each<readonly [string, () => unknown, string, string]>([
    ["rows", () => churnSignals([] as never), "log", "transactionLog"],
    [
      "a misspelt option",
      () => churnSignals(log, { silentfor: { days: 1 } } as never),
      "options.silentfor",
      "silentFor",
    ],
    ["days as duration", () => churnSignals(log, { silentFor: 90 as never }), "silentFor", "{ months: 12 }"],
    ["a factor of 0", () => churnSignals(log, { overdueFactor: 0 }), "overdueFactor", "above 0"],
    ["a horizon alone", () => churnSignals(log, { horizon: { days: 9 } }), "horizon", "Only a model"],
    ["an empty horizon", () => churnSignals(log, { model, horizon: {} }), "horizon", "empty"],
    ["no model", () => churnSignals(log, { model: {} as never }), "purchases", "bg-nbd"],
    [
      "a model of contracts",
      () => churnSignals(log, { model: { kind: "sbg" } as never }),
      "purchases",
      "bg-nbd",
    ],
    [
      "a record as covariates",
      () => churnSignals(log, { model, covariates: {} as never }),
      "covariates",
      "function",
    ],
    ["another count", () => churnSignals(log, { model, count: "days" as never }), "count", "purchase-days"],
    ["an empty log", () => churnSignals(transactionLog([])), "asOf", "no transactions"],
  ])("is refused: %s", (_what, call, field, words) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });
});
