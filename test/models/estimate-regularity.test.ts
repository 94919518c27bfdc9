import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { type Random, seededRandom } from "../../src/math/random.ts";
import { estimateRegularity } from "../../src/models/estimate-regularity.ts";
import type { PurchaseHistories } from "../../src/models/purchase-histories.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/regularity.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

/** One customer for each list of days between purchases. */
function logOf(customers: readonly (readonly number[])[], stretch = 1): TransactionLog {
  return transactionLog(
    customers.flatMap((intervals, customerId) => {
      let day = 19_000;
      const days = [day];
      for (const interval of intervals) {
        day += stretch * interval;
        days.push(day);
      }
      return days.map((date) => ({ customerId, date: isoDate(date), amount: 10 }));
    }),
  );
}

describe("the regularity of purchases", () => {
  it.each(reference.bases)("is as computed elsewhere: $likelihood.regularity", (base) => {
    const log = logOf(base.intervals);
    const likely = estimateRegularity(log);
    // With intervals that differ by a day in a hundred, doubles know their logarithms' differences to 11 digits.
    expect(relativeError(likely.regularity, base.likelihood.regularity)).toBeLessThan(1e-11);
    expect(relativeError(likely.standardError ?? 0, base.likelihood.standardError)).toBeLessThan(1e-11);
    expect(likely).toMatchObject({
      method: "likelihood",
      customers: base.intervals.length,
      intervals: base.intervals.flat().length,
    });
    const pairs = estimateRegularity(log, { method: "wheat-morrison" });
    expect(relativeError(pairs.regularity, base.wheatMorrison.regularity)).toBeLessThan(1e-11);
    expect(relativeError(pairs.standardError ?? 0, base.wheatMorrison.standardError)).toBeLessThan(1e-11);
    expect(pairs).toMatchObject({ customers: base.intervals.length, intervals: 2 * base.intervals.length });
  });

  it("does not depend on the unit of time, nor on whether it is read from a log or from summaries", () => {
    const customers = reference.bases[0]?.intervals ?? [];
    const { regularity, standardError } = estimateRegularity(logOf(customers));
    for (const stretch of [2, 7, 30]) {
      for (const method of ["likelihood", "wheat-morrison"] as const) {
        const once = estimateRegularity(logOf(customers), { method }).regularity;
        const stretched = estimateRegularity(logOf(customers, stretch), { method }).regularity;
        expect(relativeError(stretched, once)).toBeLessThan(1e-12);
      }
    }
    for (const unit of ["day", "week", "month", "year"] as const) {
      const estimate = estimateRegularity(summarizeCustomers(logOf(customers), { unit, intervals: true }));
      expect(relativeError(estimate.regularity, regularity)).toBeLessThan(1e-12);
      expect(relativeError(estimate.standardError ?? 0, standardError ?? 1)).toBeLessThan(1e-12);
    }
  });

  it("counts weights as customers", () => {
    const rows = [
      { frequency: 2, recency: 9, T: 20, sumLogIntervals: Math.log(4) + Math.log(5), weight: 3 },
      { frequency: 3, recency: 9, T: 20, sumLogIntervals: Math.log(1) + Math.log(2) + Math.log(6) },
      { frequency: 1, recency: 9, T: 20 },
    ];
    const single = [rows[0], rows[0], rows[0], rows[1]].map((row) => ({ ...row, weight: 1 }));
    const weighted = estimateRegularity({ unit: "week", rows });
    expect(weighted).toMatchObject({ customers: 4, intervals: 9 });
    const unweighted = estimateRegularity({ unit: "week", rows: single } as PurchaseHistories);
    expect(relativeError(weighted.regularity, unweighted.regularity)).toBeLessThan(1e-13);
  });

  it("looks at purchase days up to a day, of customers with enough of them", () => {
    const rows = [5, 12, 30, 31, 50].flatMap((day) => [
      { customerId: "A", date: isoDate(19_000 + day), amount: 10 },
      { customerId: "A", date: isoDate(19_000 + day), amount: 5 },
      { customerId: "A", date: isoDate(19_001 + day), amount: -5 },
      { customerId: "B", date: isoDate(19_000 + 3 * day), amount: 10 },
    ]);
    const log = transactionLog(rows);
    expect(estimateRegularity(log)).toMatchObject({ customers: 2, intervals: 8 });
    expect(estimateRegularity(log, { asOf: isoDate(19_060) })).toMatchObject({ customers: 1, intervals: 4 });
    const both = { asOf: isoDate(19_093), minPurchases: 4 };
    expect(estimateRegularity(log, both)).toMatchObject({ customers: 2, intervals: 7 });
    const pair = estimateRegularity(log, { method: "wheat-morrison", asOf: isoDate(19_060) });
    // The last two intervals of A are 1 and 19 days: M = 0.05 and V = 0.2025.
    expect(pair.regularity).toBeCloseTo((1 - 4 * 0.2025) / (8 * 0.2025), 14);
    expect(pair).toMatchObject({ standardError: null, customers: 1, intervals: 2 });
  });

  it.each([
    ["nobody with three purchase days", logOf([[4], [9]]), {}, "customers", "three"],
    [
      "equal intervals",
      logOf([
        [7, 7, 7],
        [30, 30],
      ]),
      {},
      "customers",
      "equal intervals",
    ],
    ["equal pairs", logOf([[7, 7]]), { method: "wheat-morrison" }, "customers", "equal intervals"],
    ["an unknown method", logOf([[1, 2]]), { method: "mle" }, "method", "likelihood"],
    ["too few purchases", logOf([[1, 2]]), { minPurchases: 2 }, "minPurchases", "at least 3"],
    ["a misspelt option", logOf([[1, 2]]), { min: 3 }, "options.min", "minPurchases"],
    ["a day that is none", logOf([[1, 2]]), { asOf: "2025-02-30" }, "asOf", "no such day"],
    ["rows", [], {}, "customers", "summarizeCustomers"],
    ["nothing", undefined, {}, "customers", "summarizeCustomers"],
    ["a model as log", { kind: "bg-nbd" }, {}, "log", "transactionLog"],
  ])("refuses %s", (_what, purchases, options, field, words) => {
    const error = dataErrorOf(() => estimateRegularity(purchases as never, options as never));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("refuses summaries that cannot tell", () => {
    const base = (row: object) => ({ unit: "week", rows: [row] }) as unknown as PurchaseHistories;
    const row = { frequency: 2, recency: 10, T: 20, sumLogIntervals: 3.2 };
    expect(estimateRegularity(base(row)).regularity).toBeGreaterThan(1);
    const field = (purchases: PurchaseHistories, options = {}): string | undefined =>
      dataErrorOf(() => estimateRegularity(purchases, options)).issues[0]?.field;
    expect(field(base({ frequency: 2, recency: 10, T: 20 }))).toBe("sumLogIntervals");
    // Two intervals that add up to 10 have no larger sum of logarithms than 2 ln 5 = 3.219.
    expect(field(base({ ...row, sumLogIntervals: 3.23 }))).toBe("sumLogIntervals");
    expect(field(base({ ...row, recency: 0 }))).toBe("sumLogIntervals");
    expect(field(base({ ...row, recency: 30 }))).toBe("recency");
    expect(field(base(row), { method: "wheat-morrison" })).toBe("method");
    expect(field(base(row), { asOf: "2025-01-01" })).toBe("asOf");
  });
});

describe("customers of a known regularity", () => {
  /** Purchases with gamma times of shape k, each customer at his own pace; some leave, the window cuts all. */
  function simulated(random: Random, k: number, customers: number, window: number): number[][] {
    return Array.from({ length: customers }, () => {
      const rate = random.gamma(1.5, 300);
      const leaves = random.beta(1, 6);
      const intervals: number[] = [];
      for (let age = random.gamma(k, k * rate), last = 0; age < window; age += random.gamma(k, k * rate)) {
        intervals.push(age - last);
        last = age;
        if (random.uniform() < leaves) break;
      }
      return intervals;
    });
  }

  it.each([0.6, 1, 2, 3, 8])("k = %s is found by both methods, within four standard errors", (k) => {
    const histories = simulated(seededRandom(11), k, 4000, 4000);
    const rows = histories.map((intervals) => ({
      frequency: intervals.length,
      recency: intervals.reduce((sum, interval) => sum + interval, 0),
      T: 4001,
      sumLogIntervals: intervals.reduce((sum, interval) => sum + Math.log(interval), 0),
    }));
    const likely = estimateRegularity({ unit: "day", rows });
    expect(likely.customers).toBe(histories.filter(({ length }) => length >= 2).length);
    expect(Math.abs(likely.regularity - k)).toBeLessThan(4 * (likely.standardError ?? 0));
    // A log knows whole days only; a hundredth of a day is one here, so that this does not show.
    const fine = logOf(
      histories.map((intervals) => intervals.map((interval) => Math.max(1, Math.round(100 * interval)))),
    );
    const pairs = estimateRegularity(fine, { method: "wheat-morrison" });
    expect(Math.abs(pairs.regularity - k)).toBeLessThan(4 * (pairs.standardError ?? 0));
    expect(likely.standardError ?? 1).toBeLessThan(pairs.standardError ?? 0);
  });
});
