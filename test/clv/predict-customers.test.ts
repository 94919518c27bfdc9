import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { readModel } from "../../src/models/read-model.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const log = transactionLog(
  simulateTransactions({ customers: 400, from: "2023-01-01", until: "2024-12-31", seed: 8 }),
);
const customers = summarizeCustomers(log, { asOf: "2024-12-31", unit: "week" });
const purchases = fitBgNbd(customers);
const spend = fitGammaGamma(customers);

describe("predictCustomers", () => {
  const horizon = { months: 12 };
  const rows = predictCustomers(customers, { purchases, spend, horizon });

  it("says of each customer what the models say", () => {
    expect(rows).toHaveLength(customers.rows.length);
    rows.forEach((row, i) => {
      const customer = customers.rows[i];
      if (customer === undefined) throw new Error("a customer is missing");
      expect(row.customerId).toBe(customer.customerId);
      expect(relativeError(row.probabilityAlive, probabilityAlive(purchases, customer))).toBeLessThan(1e-13);
      const expected = expectedPurchases(purchases, customer, horizon);
      expect(relativeError(row.expectedPurchases, expected)).toBeLessThan(1e-13);
      expect(row.expectedSpend).toBe(expectedSpend(spend, customer));
      expect(row.lifetimeValue).toBeCloseTo(row.expectedPurchases * row.expectedSpend, 10);
    });
  });

  it("discounts the purchases of each calendar month from its end", () => {
    const discounted = predictCustomers(customers, {
      purchases,
      spend,
      horizon,
      discountRate: 0.1,
      marginRate: 0.3,
    });
    discounted.slice(0, 40).forEach((row, i) => {
      const customer = customers.rows[i];
      if (customer === undefined) throw new Error("a customer is missing");
      let value = 0;
      let before = 0;
      for (let month = 1; month <= 12; month++) {
        const until = expectedPurchases(purchases, customer, { months: month });
        value += (until - before) / 1.1 ** (month / 12);
        before = until;
      }
      expect(relativeError(row.lifetimeValue, value * row.expectedSpend * 0.3)).toBeLessThan(1e-12);
    });
  });

  it("discounts the last, incomplete month by its share of days", () => {
    // 31 January + 14 days: 14 of the 31 days of January
    const [row] = predictCustomers(customers, { purchases, spend, horizon: { days: 14 }, discountRate: 0.5 });
    const [plain] = predictCustomers(customers, { purchases, spend, horizon: { days: 14 } });
    expect(
      relativeError(row?.lifetimeValue ?? 0, (plain?.lifetimeValue ?? 0) / 1.5 ** (14 / 31 / 12)),
    ).toBeLessThan(1e-12);
  });

  it("takes margin rates per customer", () => {
    const rate = (customer: { readonly frequency: number }): number => (customer.frequency > 0 ? 0.5 : 0.25);
    const own = predictCustomers(customers, { purchases, spend, horizon, marginRate: rate });
    own.forEach((row, i) => {
      const factor = rate(customers.rows[i] ?? { frequency: 0 });
      expect(row.lifetimeValue).toBeCloseTo((rows[i]?.lifetimeValue ?? 0) * factor, 10);
    });
  });

  it("takes customers in another unit than the model's", () => {
    const inDays = summarizeCustomers(log, { asOf: "2024-12-31", unit: "day" });
    const again = predictCustomers(inDays, { purchases, spend, horizon });
    again.forEach((row, i) => {
      expect(relativeError(row.lifetimeValue, rows[i]?.lifetimeValue ?? 0)).toBeLessThan(1e-12);
    });
  });

  it("predicts the same after the models were stored as JSON", () => {
    const storedPurchases = readModel(JSON.parse(JSON.stringify(purchases)));
    const storedSpend = readModel(JSON.parse(JSON.stringify(spend)));
    if (storedPurchases.kind !== "bg-nbd" || storedSpend.kind !== "gamma-gamma")
      throw new Error("another kind");
    expect(predictCustomers(customers, { purchases: storedPurchases, spend: storedSpend, horizon })).toEqual(
      rows,
    );
  });

  it("is worth less the higher the discount, and more the longer the horizon", () => {
    const total = (options: object): number =>
      predictCustomers(customers, { purchases, spend, horizon, ...options }).reduce(
        (sum, row) => sum + row.lifetimeValue,
        0,
      );
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 36 }),
        (rate, months) => {
          expect(total({ discountRate: rate, horizon: { months } })).toBeLessThan(
            total({ horizon: { months } }),
          );
          expect(total({ discountRate: rate, horizon: { months: months + 1 } })).toBeGreaterThan(
            total({ discountRate: rate, horizon: { months } }),
          );
        },
      ),
      { numRuns: 8 },
    );
  });

  it("values nobody when there is nobody", () => {
    expect(predictCustomers({ ...customers, rows: [] }, { purchases, spend, horizon })).toEqual([]);
  });

  it.each([
    [{ horizon: 12 }, "horizon"],
    [{ horizon: undefined }, "horizon"],
    [{ horizon: { month: 12 } }, "horizon"],
    [{ discountRate: 10 }, "discountRate"],
    [{ discountRate: -0.1 }, "discountRate"],
    [{ marginRate: 30 }, "marginRate"],
    [{ marginRate: Number.NaN }, "marginRate"],
  ])("refuses %o", (wrong, path) => {
    const error = dataErrorOf(() =>
      predictCustomers(customers, { purchases, spend, horizon, ...wrong } as never),
    );
    expect(error.issues[0]).toMatchObject({ code: "invalid_option", field: path });
  });

  it("names the customer whose margin rate is none, and the row whose history cannot be", () => {
    const rate = (): number => 30;
    const error = dataErrorOf(() =>
      predictCustomers(customers, { purchases, spend, horizon, marginRate: rate }),
    );
    expect(error.message).toContain(JSON.stringify(customers.rows[0]?.customerId));
    const [first] = customers.rows;
    if (first === undefined) throw new Error("no customer");
    const broken = { ...customers, rows: [first, { ...first, recency: 1e9 }] };
    const history = dataErrorOf(() => predictCustomers(broken, { purchases, spend, horizon }));
    expect(history.issues).toMatchObject([{ code: "invalid_history", row: 1, field: "recency" }]);
  });
});
