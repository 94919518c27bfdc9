import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeSegments } from "../../src/segmentation/describe-segments.ts";
import { rfm } from "../../src/segmentation/rfm.ts";
import { RFM_DIMENSIONS, type RfmBins } from "../../src/segmentation/rfm-dimension.ts";
import type { RfmMethod } from "../../src/segmentation/rfm-options.ts";
import type { RfmOfRows, RfmRow } from "../../src/segmentation/rfm-result.ts";
import { RFM_RULES } from "../../src/segmentation/segment-rules.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";

interface RawRow {
  readonly customerId: number;
  readonly days: number;
  readonly orders: number;
  readonly money: number;
}

const whole = (max: number): fc.Arbitrary<number> => fc.nat({ max });
// Few values make ties, many make none; both are wanted.
const anyRow = fc.record({
  days: fc.oneof(whole(6), whole(1000)),
  orders: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: whole(40) }),
  money: fc.oneof(whole(4), fc.integer({ min: -100, max: 100_000 })),
});
const anyRows = fc
  .array(anyRow, { minLength: 1, maxLength: 60 })
  .map((rows): readonly RawRow[] => rows.map((row, customerId) => ({ customerId, ...row })));
const anyBins = fc.record({
  recency: fc.integer({ min: 2, max: 9 }),
  frequency: fc.integer({ min: 2, max: 9 }),
  monetary: fc.integer({ min: 2, max: 9 }),
});
const METHODS = ["quantile", "rank", "nested"] as const;
const anyMethod = fc.constantFrom(...METHODS);
const columns = { recency: "days", frequency: "orders", monetary: "money" } as const;

const raw = {
  recency: (row: RfmRow) => -row.daysSinceLastPurchase,
  frequency: (row: RfmRow) => row.orders,
  monetary: (row: RfmRow) => row.revenue,
};

function score(rows: readonly RawRow[], method: RfmMethod, bins: number | RfmBins = 5): RfmOfRows {
  return rfm(rows, { ...columns, method, bins });
}

function cellById({ rows }: RfmOfRows): ReadonlyMap<unknown, string> {
  return new Map(rows.map(({ customerId, cell }) => [customerId, cell]));
}

describe("scores of RFM", () => {
  it("rise with each raw value, whatever the bins", () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom("quantile", "rank"), anyBins, (rows, method, bins) => {
        const scored = score(rows, method, bins).rows;
        for (const dimension of RFM_DIMENSIONS) {
          const value = raw[dimension];
          const sorted = [...scored].sort((one, other) => value(one) - value(other));
          for (const [at, row] of sorted.entries()) {
            const before = sorted[at - 1];
            expect(row[`${dimension}Score`]).toBeGreaterThanOrEqual(1);
            expect(row[`${dimension}Score`]).toBeLessThanOrEqual(bins[dimension]);
            if (before === undefined || value(before) === value(row)) continue;
            expect(row[`${dimension}Score`]).toBeGreaterThanOrEqual(before[`${dimension}Score`]);
          }
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it("are equal for equal values by quantiles, and for customers of one group if nested", () => {
    let ties = 0;
    fc.assert(
      fc.property(anyRows, anyBins, fc.constantFrom("quantile", "nested"), (rows, bins, method) => {
        const seen = new Map<string, number>();
        for (const row of score(rows, method, bins).rows) {
          const { recencyScore: r, frequencyScore: f } = row;
          const groups = { recency: "", frequency: `${r}`, monetary: `${r}${f}` };
          for (const dimension of RFM_DIMENSIONS) {
            const group = method === "nested" ? groups[dimension] : "";
            const key = `${dimension} ${group} ${raw[dimension](row)}`;
            const known = seen.get(key);
            if (known !== undefined) {
              ties += 1;
              expect(row[`${dimension}Score`]).toBe(known);
            }
            seen.set(key, row[`${dimension}Score`]);
          }
        }
      }),
      { numRuns: 300, seed: 2 },
    );
    expect(ties).toBeGreaterThan(500);
  });

  it("stay as they are when raw values are stretched in any rising way", () => {
    fc.assert(
      fc.property(anyRows, anyMethod, anyBins, (rows, method, bins) => {
        const stretched = rows.map((row) => ({
          ...row,
          days: 3 * row.days + 7,
          orders: Math.log1p(row.orders),
          money: row.money ** 3,
        }));
        expect(cellById(score(stretched, method, bins))).toEqual(cellById(score(rows, method, bins)));
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it("do not depend on the order of the rows", () => {
    const shuffled = anyRows.chain((rows) =>
      fc.shuffledSubarray([...rows], { minLength: rows.length }).map((other) => [rows, other] as const),
    );
    fc.assert(
      fc.property(shuffled, anyMethod, anyBins, ([rows, other], method, bins) => {
        expect(cellById(score(other, method, bins))).toEqual(cellById(score(rows, method, bins)));
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  it("come out the same when the limits of a result are passed as breaks", () => {
    fc.assert(
      fc.property(anyRows, anyBins, (rows, bins) => {
        const base = score(rows, "quantile", bins);
        if (base.limits === null) throw new Error("Quantiles have limits.");
        const again = rfm(rows, { ...columns, breaks: base.limits });
        expect(again.method).toBe("breaks");
        expect(again.rows).toEqual(base.rows);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("by rank are as SQL's NTILE: sizes differ by one at most, and the larger ones come first", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 2, max: 9 }), (rows, bins) => {
        const scored = score(rows, "rank", bins).rows;
        for (const dimension of RFM_DIMENSIONS) {
          const sizes = Array.from(
            { length: bins },
            (_, at) => scored.filter((row) => row[`${dimension}Score`] === at + 1).length,
          );
          const least = Math.floor(rows.length / bins);
          const larger = rows.length % bins;
          expect(sizes).toEqual(sizes.map((_, at) => least + (at < larger ? 1 : 0)));
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it("nested are those of each group scored alone", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const nested = cellById(score(rows, "nested"));
        const recency = score(rows, "quantile").rows;
        for (let r = 1; r <= 5; r++) {
          const group = rows.filter((_, at) => recency[at]?.recencyScore === r);
          if (group.length === 0) continue;
          const frequency = score(group, "quantile").rows;
          for (let f = 1; f <= 5; f++) {
            const inner = group.filter((_, at) => frequency[at]?.frequencyScore === f);
            if (inner.length === 0) continue;
            for (const row of score(inner, "quantile").rows) {
              expect(nested.get(row.customerId)).toBe(`${r}${f}${row.monetaryScore}`);
            }
          }
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("put everybody into exactly the segment whose cells hold R and the mean of F and M, a half rounded up", () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyRows, anyMethod, (rows, method) => {
        const base = score(rows, method);
        for (const row of base.rows) {
          const { recencyScore: r, frequencyScore: f, monetaryScore: m } = row;
          const mean = Math.floor((f + m) / 2 + 0.5);
          expect(row.fmScore).toBe(mean);
          expect(row.cell).toBe(`${r}${f}${m}`);
          const holders = RFM_RULES.filter(({ cells }) => cells.includes(`${r}${mean}`));
          expect(holders.map(({ segment }) => segment)).toEqual([row.segment]);
          met.add(String(row.segment));
        }
        const sizes = base.segments.map(({ customers }) => customers);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.length);
      }),
      { numRuns: 200, seed: 8 },
    );
    expect(met.size).toBe(11);
  });
});

const anyTransaction = fc.record({
  customerId: fc.constantFrom("A", "B", "C", "D", "E", "F", "__proto__"),
  day: whole(500),
  amount: fc.integer({ min: -50, max: 200 }),
});

describe("RFM of a log", () => {
  it("agrees with sums by the definition, and reconciles with the revenue of the window", () => {
    const date = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    let omittedEver = 0;
    fc.assert(
      fc.property(
        fc.array(anyTransaction, { minLength: 1, maxLength: 30 }),
        whole(550),
        fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
        fc.constantFrom("purchases", "purchase-days"),
        (transactions, asOf, length, count) => {
          const log = transactionLog(transactions.map((row) => ({ ...row, date: date(row.day) })));
          const base = rfm(log, {
            asOf: date(asOf),
            count,
            ...(length === null ? {} : { window: { days: length } }),
          });
          const seen = transactions.filter(({ day }) => day <= asOf);
          const inWindow = seen.filter(({ day }) => length === null || day > asOf - length);
          const bought = inWindow.filter(({ amount }) => amount >= 0);
          const expected = [...new Set(bought.map(({ customerId }) => customerId))].map((customerId) => {
            const own = bought.filter((row) => row.customerId === customerId).map(({ day }) => day);
            const revenue = inWindow
              .filter((row) => row.customerId === customerId)
              .reduce((sum, { amount }) => sum + amount, 0);
            const orders = count === "purchases" ? own.length : new Set(own).size;
            return { customerId, daysSinceLastPurchase: asOf - Math.max(...own), orders, revenue };
          });
          const found = base.rows.map(({ customerId, daysSinceLastPurchase, orders, revenue }) => {
            return { customerId, daysSinceLastPurchase, orders, revenue };
          });
          const byId = (one: { customerId: unknown }, other: { customerId: unknown }): number =>
            String(one.customerId) < String(other.customerId) ? -1 : 1;
          expect(found.sort(byId)).toEqual(expected.sort(byId));
          const known = new Set(seen.map(({ customerId }) => customerId)).size;
          expect(base.omitted.customers).toBe(known - expected.length);
          omittedEver += base.omitted.customers;
          const described = describeSegments(base.rows, "segment");
          const whole = inWindow.reduce((sum, { amount }) => sum + amount, 0);
          expect(described.revenue + base.omitted.revenue).toBe(whole);
          expect(described.segments.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(described.revenue);
          expect(described.customers).toBe(base.rows.length);
        },
      ),
      { numRuns: 400, seed: 9 },
    );
    expect(omittedEver).toBeGreaterThan(100);
  });
});
