import { describe, expect, it } from "vitest";
import { predictColumns } from "../../src/clv/predict-columns.ts";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const orders = simulateTransactions({ customers: 3000, from: "2023-01-01", until: "2025-12-31", seed: 12 });
const customers = summarizeCustomers(transactionLog(orders), {
  asOf: "2025-12-31",
  unit: "week",
  intervals: true,
});
const columns = {
  unit: "week",
  asOf: "2025-12-31",
  frequency: Int32Array.from(customers.rows, ({ frequency }) => frequency),
  recency: Float64Array.from(customers.rows, ({ recency }) => recency),
  T: Float64Array.from(customers.rows, ({ T }) => T),
  monetaryValue: Float64Array.from(customers.rows, ({ monetaryValue }) => monetaryValue),
} as const;
const spend = fitGammaGamma(customers);
const horizon = { months: 12 };
const bg = fitBgNbd(customers);

describe("predictColumns", () => {
  it.each([
    ["BG/NBD", bg],
    ["MBG/NBD", fitMbgNbd(customers)],
    ["Pareto/NBD", fitParetoNbd(customers)],
    ["MBG/CNBD-2", fitMbgCnbdK(customers, { k: 2 })],
  ] as const)("says what predictCustomers and the verbs say, with %s", (_, purchases) => {
    const options = { purchases, spend, horizon, discountRate: 0.1, marginRate: 0.3 };
    const rows = predictCustomers(customers, options);
    const predicted = predictColumns(columns, options);
    rows.forEach((row, i) => {
      expect(relativeError(predicted.probabilityAlive[i] ?? 0, row.probabilityAlive)).toBeLessThan(1e-12);
      expect(relativeError(predicted.expectedPurchases[i] ?? 0, row.expectedPurchases)).toBeLessThan(1e-12);
      expect(relativeError(predicted.lifetimeValue[i] ?? 0, row.lifetimeValue)).toBeLessThan(1e-12);
    });
    customers.rows.slice(0, 300).forEach((customer, i) => {
      const alive = probabilityAlive(purchases, customer);
      expect(Math.abs((predicted.probabilityAlive[i] ?? 0) - alive)).toBeLessThan(1e-12);
      const expected = expectedPurchases(purchases, customer, horizon);
      expect(relativeError(predicted.expectedPurchases[i] ?? 0, expected)).toBeLessThan(1e-11);
    });
  });

  it("counts purchases for a shorter time than it values", () => {
    const whole = predictColumns(columns, { purchases: bg, horizon, discountRate: 0.1 });
    const soon = predictColumns(columns, {
      purchases: bg,
      horizon,
      purchaseHorizon: { days: 90 },
      discountRate: 0.1,
    });
    soon.lifetimeValue.forEach((value, i) => {
      expect(relativeError(value, whole.lifetimeValue[i] ?? 0)).toBeLessThan(1e-12);
    });
    customers.rows.slice(0, 300).forEach((customer, i) => {
      const expected = expectedPurchases(bg, customer, { days: 90 });
      expect(relativeError(soon.expectedPurchases[i] ?? 0, expected)).toBeLessThan(1e-11);
    });
  });

  it("takes customers in another unit than the model's", () => {
    const days = {
      ...columns,
      unit: "day",
      recency: columns.recency.map((t) => t * 7),
      T: columns.T.map((t) => t * 7),
    } as const;
    const one = predictColumns(days, { purchases: bg, horizon });
    const other = predictColumns(columns, { purchases: bg, horizon });
    one.expectedPurchases.forEach((value, i) => {
      expect(relativeError(value, other.expectedPurchases[i] ?? 0)).toBeLessThan(1e-10);
    });
  });

  it("counts values in purchases without a model of spend", () => {
    const { lifetimeValue, expectedPurchases: purchases } = predictColumns(columns, {
      purchases: bg,
      horizon,
    });
    expect(lifetimeValue).toEqual(purchases);
  });

  it("refuses what does not fit", () => {
    const options = { purchases: bg, horizon };
    const fields = (call: () => unknown): string | undefined => dataErrorOf(call).issues[0]?.field;
    expect(fields(() => predictColumns({ ...columns, T: columns.T.slice(1) }, options))).toBe("customers.T");
    const recency = columns.recency.slice();
    recency[7] = 1e6;
    expect(dataErrorOf(() => predictColumns({ ...columns, recency }, options)).issues).toMatchObject([
      { code: "invalid_history", row: 7, field: "recency" },
    ]);
    const { monetaryValue: _, ...poor } = columns;
    expect(fields(() => predictColumns(poor, { ...options, spend }))).toBe("customers.monetaryValue");
    expect(fields(() => predictColumns(columns, { ...options, purchaseHorizon: { years: 2 } }))).toBe(
      "purchaseHorizon",
    );
    const moved = { ...bg, coefficients: [{ parameter: "alpha", covariate: "web", value: 1 }] };
    expect(fields(() => predictColumns(columns, { ...options, purchases: moved }))).toBe("purchases");
    const occasions = {
      kind: "bg-bb",
      unit: "year",
      parameters: { alpha: 1, beta: 1, gamma: 1, delta: 3 },
    } as const;
    expect(fields(() => predictColumns(columns, { ...options, purchases: occasions }))).toBe("purchases");
  });
});
