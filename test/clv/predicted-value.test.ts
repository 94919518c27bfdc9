import { describe, expect, it } from "vitest";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { predictedValue } from "../../src/clv/predicted-value.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { discountedExpectedResidualTransactions } from "../../src/models/discounted-residual-transactions.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { expectedSpend } from "../../src/models/expected-spend.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { predictionIntervals } from "../../src/models/prediction-intervals.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const log = transactionLog(
  simulateTransactions({ customers: 300, from: "2023-01-01", until: "2024-12-31", seed: 8 }),
);
const customers = summarizeCustomers(log, { asOf: "2024-12-31", unit: "week" });
const purchases = fitParetoNbd(customers);
const spend = fitGammaGamma(customers);
const year = { purchases, spend, horizon: { months: 12 }, discountRate: 0.1, marginRate: 0.3 } as const;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("predictedValue", () => {
  const found = predictedValue(customers, year);

  it("is the lifetime value of predictCustomers, and adds up", () => {
    const rows = predictCustomers(customers, year);
    expect(found.rows).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      expect(found.rows[i]?.customerId).toBe(row.customerId);
      expect(relativeError(found.rows[i]?.value ?? 0, row.lifetimeValue)).toBeLessThan(1e-12);
      const plain = row.expectedPurchases * row.expectedSpend * 0.3;
      expect(relativeError(found.rows[i]?.undiscounted ?? 0, plain)).toBeLessThan(1e-12);
    });
    expect(relativeError(found.total.value, total(rows.map((row) => row.lifetimeValue)))).toBeLessThan(1e-13);
    expect(
      relativeError(total(found.total.perPeriod.map(({ value }) => value)), found.total.value),
    ).toBeLessThan(1e-12);
    expect(found.total.assumptions).toMatchObject({ customers: 300, period: "month", horizon: 12 });
  });

  it("says of each month what is expected, and how many will be there", () => {
    const [customer] = customers.rows;
    if (customer === undefined) throw new Error("a customer is missing");
    const { total: one } = predictedValue({ ...customers, rows: [customer] }, { ...year, survival: true });
    const second = one.perPeriod[1];
    const until = (months: number): number => expectedPurchases(purchases, customer, { months });
    const margin = (until(2) - until(1)) * expectedSpend(spend, customer) * 0.3;
    expect(second?.factor).toBeCloseTo(1.1 ** (-2 / 12), 14);
    expect(relativeError((second?.survival ?? 0) * (second?.margin ?? 0), margin)).toBeLessThan(1e-10);
    expect(one.perPeriod[0]?.survival).toBeCloseTo(probabilityAlive(purchases, customer), 12);
    expect(second?.survival).toBeLessThan(probabilityAlive(purchases, customer));
    const [, unasked] = predictedValue({ ...customers, rows: [customer] }, year).total.perPeriod;
    expect(unasked).toMatchObject({ survival: null, value: second?.value });
    expect(relativeError(unasked?.margin ?? 0, margin)).toBeLessThan(1e-10);
  });

  it("lists every month also where nothing is discounted", () => {
    const plain = predictedValue(customers, { ...year, discountRate: 0, listPeriods: 5 }).total;
    expect(plain.perPeriod).toHaveLength(5);
    expect(relativeError(plain.value, plain.undiscounted ?? 0)).toBeLessThan(1e-13);
    expect(
      relativeError(total(plain.perPeriod.map(({ value }) => value)) + plain.rest, plain.value),
    ).toBeLessThan(1e-12);
  });

  it("is DERT × spend × margin without an end, each month from its own days", () => {
    const endless = { ...year, horizon: "infinite" } as const;
    const ever = predictedValue(customers, endless);
    customers.rows.forEach((customer, i) => {
      const dert = discountedExpectedResidualTransactions(purchases, customer, { discountRate: 0.1 });
      const value = dert * expectedSpend(spend, customer) * 0.3;
      expect(relativeError(ever.rows[i]?.value ?? 0, value)).toBeLessThan(1e-13);
    });
    expect(ever.total.perPeriod).toHaveLength(12);
    // The months exhaust the whole: after 4000 of them the discounted rest is nothing.
    const one = { ...customers, rows: customers.rows.slice(0, 3) };
    const { value, rest } = predictedValue(one, { ...endless, listPeriods: 4000 }).total;
    expect(Math.abs(rest) / value).toBeLessThan(1e-13);
  });

  it("takes margin rates of each customer", () => {
    const rate = (id: string | number): number => (String(id).endsWith("1") ? 0.5 : -0.1);
    const byFunction = predictedValue(customers, {
      ...year,
      marginRate: ({ customerId }) => rate(customerId),
    });
    const rows = customers.rows.map(({ customerId }) => ({ customerId, marginRate: rate(customerId) }));
    expect(predictedValue(customers, { ...year, marginRate: rows }).rows).toEqual(byFunction.rows);
    expect(byFunction.rows.some(({ value }) => value < 0)).toBe(true);
    const lacking = () => predictedValue(customers, { ...year, marginRate: rows.slice(2) });
    expect(dataErrorOf(lacking).total).toBe(2);
    const wrong = () =>
      predictedValue(customers, { ...year, marginRate: [{ customerId: "a", marginRate: 30 }] });
    expect(dataErrorOf(wrong).message).toContain("30 percent is 0.3");
    expect(dataErrorOf(() => predictedValue(customers, { ...year, marginRate: () => 2 })).message).toContain(
      "C0",
    );
  });

  it("takes customers in another unit than the model's", () => {
    const inDays = summarizeCustomers(log, { asOf: "2024-12-31", unit: "day" });
    expect(relativeError(predictedValue(inDays, year).total.value, found.total.value)).toBeLessThan(1e-12);
  });

  it("discounts opportunities one by one", () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    const model = { kind: "bg-bb", parameters, unit: "year" } as const;
    const donors = { unit: "year", rows: [{ customerId: 1, frequency: 4, recency: 5, T: 6 }] } as const;
    const options = { purchases: model, spend: 50, marginRate: 1, discountRate: 0.1 };
    const { perPeriod, value } = predictedValue(donors, { ...options, horizon: { years: 5 } }).total;
    expect(perPeriod).toHaveLength(5);
    const by = (years: number): number => expectedPurchases(model, donors.rows[0], { years });
    const second = (50 * (by(2) - by(1))) / 1.21;
    expect(relativeError(perPeriod[1]?.value ?? 0, second)).toBeLessThan(1e-12);
    const ever = predictedValue(donors, { ...options, horizon: "infinite" }).total;
    const dert = discountedExpectedResidualTransactions(model, donors.rows[0], { discountRate: 0.1 });
    expect(relativeError(ever.value, 50 * dert)).toBeLessThan(1e-13);
    expect(relativeError(ever.perPeriod[1]?.value ?? 0, second)).toBeLessThan(1e-12);
    const long = predictedValue(donors, { ...options, horizon: { years: 400 } }).total;
    expect(relativeError(long.value, ever.value)).toBeLessThan(1e-12);
    expect(value).toBeLessThan(ever.value);
  });

  it("is 0 for no customers", () => {
    const { rows, total: none } = predictedValue({ ...customers, rows: [] }, year);
    expect(rows).toEqual([]);
    expect(none).toMatchObject({ value: 0, undiscounted: 0, rest: 0, interval: null });
    expect(none.perPeriod.every(({ value, margin }) => value === 0 && margin === 0)).toBe(true);
  });

  it.each([
    [{ horizon: undefined }, "infinite"],
    [{ horizon: { month: 3 } }, "no part of a duration"],
    [{ discountRate: undefined }, "discountRate"],
    [{ marginRate: 30 }, "at most 1"],
    [{ marginRate: null }, "no rows"],
    [{ spend: -1 }, "at least 0"],
    [{ spend: null }, "model of spend"],
    [{ spend: () => Number.NaN }, "spend of customer"],
    [{ intervals: "yes" }, "true nor false"],
    [{ survival: 1 }, "true nor false"],
    [{ horizont: 1 }, "no such name"],
    [{ horizon: "infinite", discountRate: 0 }, "no limit"],
    [{ purchases: { ...purchases, covariance: null }, intervals: true }, "purchases.covariance"],
    [{ spend: { ...spend, covariance: null }, intervals: true }, "spend.covariance"],
  ])("refuses %j", (wrong, said) => {
    const call = () => predictedValue(customers, { ...year, ...wrong } as never);
    expect(dataErrorOf(call).message).toContain(said);
  });

  it("refuses what is no base", () => {
    expect(dataErrorOf(() => predictedValue(null as never, year)).message).toContain("no customer base");
    const undated = { unit: customers.unit, rows: customers.rows };
    expect(dataErrorOf(() => predictedValue(undated, year)).message).toContain("counted from a day");
  });
});

describe("the intervals of predictedValue", () => {
  it("are those of expected purchases where spend is known and nothing is discounted", () => {
    const horizon = { months: 12 };
    const options = {
      purchases,
      spend: 1,
      marginRate: 1,
      discountRate: 0,
      horizon,
      intervals: true,
      level: 0.9,
    };
    const found = predictedValue(customers, options);
    const expected = predictionIntervals(purchases, customers, { horizon, level: 0.9 });
    const { lower, upper, standardError } = expected.total;
    expect(relativeError(found.total.interval?.lower ?? 0, lower)).toBeLessThan(1e-7);
    expect(relativeError(found.total.interval?.upper ?? 0, upper)).toBeLessThan(1e-7);
    expect(relativeError(found.total.interval?.standardError ?? 0, standardError)).toBeLessThan(1e-6);
    expected.rows.forEach((row, i) => {
      expect(relativeError(found.rows[i]?.interval?.lower ?? 0, row.expectedPurchases.lower)).toBeLessThan(
        1e-5,
      );
    });
  });

  it("add the errors of spend to those of purchases", () => {
    const one = { ...customers, rows: customers.rows.filter(({ frequency }) => frequency > 1).slice(0, 1) };
    const [customer] = one.rows;
    if (customer === undefined) throw new Error("a customer is missing");
    const relativeOf = (options: object): number => {
      const { total: found } = predictedValue(one, { ...year, ...options, intervals: true });
      return (found.interval?.standardError ?? 0) / found.value;
    };
    const own = expectedSpend(spend, customer);
    const names = ["p", "q", "gamma"] as const;
    const slopes = names.map((name) => {
      const at = (change: number): number => {
        const parameters = { ...spend.parameters, [name]: spend.parameters[name] * (1 + change) };
        return expectedSpend({ ...spend, parameters }, customer);
      };
      return (at(1e-5) - at(-1e-5)) / (2e-5 * spend.parameters[name]);
    });
    const variance = slopes.reduce(
      (sum, slope, i) =>
        sum + slopes.reduce((part, other, j) => part + slope * other * (spend.covariance?.[i]?.[j] ?? 0), 0),
      0,
    );
    const expected = Math.hypot(relativeOf({ spend: own }), Math.sqrt(variance) / own);
    expect(relativeError(relativeOf({}), expected)).toBeLessThan(1e-5);
  });
});

type Field = "sample_id" | "date" | "dollars";

describeWithData("values of the CDNOW sample", "cdnow/cdnow_sample.csv", (path) => {
  const cdnow = transactionLog(csvRows<Field>(path), {
    customer: "sample_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const base = summarizeCustomers(cdnow, { asOf: "1997-09-30", unit: "week" });

  it.each([
    ["BG/NBD", fitBgNbd(base)],
    ["Pareto/NBD", fitParetoNbd(base)],
  ])(
    "are the monthly expectations of the %s, each discounted",
    (_name, model) => {
      const money = fitGammaGamma(base);
      const months = 12;
      const options = { purchases: model, spend: money, marginRate: 0.3, discountRate: 0.15 } as const;
      const found = predictedValue(base, { ...options, horizon: { months } });
      const byMonth = new Array<number>(months).fill(0);
      base.rows.forEach((customer, i) => {
        let before = 0;
        let value = 0;
        for (let month = 1; month <= months; month++) {
          const until = expectedPurchases(model, customer, { months: month });
          const own = ((until - before) * expectedSpend(money, customer) * 0.3) / 1.15 ** (month / 12);
          before = until;
          value += own;
          byMonth[month - 1] = (byMonth[month - 1] ?? 0) + own;
        }
        expect(relativeError(found.rows[i]?.value ?? 0, value)).toBeLessThan(1e-9);
      });
      byMonth.forEach((value, at) => {
        expect(relativeError(found.total.perPeriod[at]?.value ?? 0, value)).toBeLessThan(1e-9);
      });
      expect(relativeError(found.total.value, total(byMonth))).toBeLessThan(1e-12);
    },
    60_000,
  );
});
