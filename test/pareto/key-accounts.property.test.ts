import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KeyAccountOptions, keyAccounts } from "../../src/pareto/index.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { type AccountRow, anyAccounts, anyOrder, totalOf } from "./key-account-rows.ts";

const kinds = ["min-max", "rank", "z"] as const;

const criteria = fc
  .record({
    weight: fc.integer({ min: 1, max: 5 }),
    normalise: fc.constantFrom(...kinds),
    calm: fc.constantFrom(...kinds),
  })
  .map(({ weight, normalise, calm }) => [
    { name: "revenue", value: "revenue", weight, normalise } as const,
    { name: "growth", value: "growth" } as const,
    { name: "complaints", value: "complaints", direction: "lower", normalise: calm } as const,
  ]);

/** All ways to choose by value. */
const byValue: fc.Arbitrary<KeyAccountOptions<AccountRow>> = fc.oneof(
  fc.constantFrom(0.2, 0.5, 0.8, 1).map((share) => ({ share })),
  fc.nat(12).map((count) => ({ count })),
);

const anyOptions: fc.Arbitrary<KeyAccountOptions<AccountRow>> = fc.oneof(
  byValue,
  fc.tuple(byValue, criteria).map(([limit, list]) => ({ ...limit, criteria: list })),
  criteria.map((list) => ({ criteria: list, minScore: 0.5 })),
  byValue.map((limit) => ({ ...limit, strategic: "strategic" as const })),
);

const runs = { numRuns: 400, seed: 3 };

/** The definition, slowly: somebody is one while those of a greater value have not brought the share together. */
function naive(rows: readonly AccountRow[], share: number): Set<string> {
  const total = totalOf(rows);
  const chosen = rows.filter(({ revenue }) => {
    const before = totalOf(rows.filter((other) => other.revenue > revenue));
    return revenue > 0 && total > 0 && before < share * total - 1e-9;
  });
  return new Set(chosen.map(({ customerId }) => customerId));
}

describe("key accounts", () => {
  it("agree with the definition, computed slowly", () => {
    let met = 0;
    fc.assert(
      fc.property(anyAccounts, fc.constantFrom(0.25, 0.5, 0.75, 1), (rows, share) => {
        const result = keyAccounts(rows, "revenue", { share });
        const chosen = result.rows.filter(({ keyAccount }) => keyAccount);
        expect(new Set(chosen.map(({ customerId }) => customerId))).toEqual(naive(rows, share));
        if (result.summary.shareOfValue === share) met += 1;
      }),
      runs,
    );
    // Lines that are met to the cent are where rounding could do harm.
    expect(met).toBeGreaterThan(10);
  });

  it("add up: customers, values, shares and reasons", () => {
    fc.assert(
      fc.property(anyAccounts, anyOptions, (rows, options) => {
        const { rows: all, summary } = keyAccounts(rows, "revenue", options);
        const chosen = all.filter(({ keyAccount }) => keyAccount);
        expect(all.map(({ index }) => index).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
        expect(summary.customers).toBe(rows.length);
        expect(summary.keyAccounts).toBe(chosen.length);
        expect(summary.value).toBe(totalOf(rows));
        expect(summary.keyAccountValue + summary.otherValue).toBe(summary.value);
        expect(summary.keyAccountValue).toBe(chosen.reduce((sum, { value }) => sum + value, 0));
        for (const row of all) {
          expect(row.keyAccount).toBe(row.reasons.length > 0);
          expect(row.customerId).toBe(rows[row.index]?.customerId);
          expect(row.value).toBe(rows[row.index]?.revenue);
          expect(row.reasons.includes("strategic")).toBe(
            options.strategic !== undefined && rows[row.index]?.strategic === true,
          );
        }
        if (summary.value > 0) {
          expect(all.at(-1)?.cumulativeShare).toBe(1);
          expect(all.reduce((sum, { share }) => sum + (share ?? Number.NaN), 0)).toBeCloseTo(1, 9);
        }
        expect(JSON.parse(JSON.stringify(all))).toEqual(all);
      }),
      runs,
    );
  });

  it("have scores within [0, 1] that their contributions add up to", () => {
    fc.assert(
      fc.property(anyAccounts, criteria, (rows, list) => {
        const { rows: all } = keyAccounts(rows, "revenue", { criteria: list });
        for (const { score, scores } of all) {
          const sum = scores.reduce((total, { contribution }) => total + contribution, 0);
          expect(sum).toBeCloseTo(score ?? Number.NaN, 9);
          expect(scores.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 12);
          for (const [at, { normalised }] of scores.entries()) {
            if (list[at]?.normalise === "z") continue;
            expect(normalised).toBeGreaterThanOrEqual(0);
            expect(normalised).toBeLessThanOrEqual(1);
          }
          if (list.some(({ normalise }) => normalise === "z")) continue;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(all.map(({ score }) => score)).toEqual(
          all.map(({ score }) => score ?? 0).sort((a, b) => b - a),
        );
      }),
      runs,
    );
  });

  it("do not hang on the order of the rows", () => {
    fc.assert(
      fc.property(anyAccounts, anyOptions, anyOrder, (rows, options, order) => {
        const byId = (list: readonly AccountRow[]) =>
          new Map(
            keyAccounts(list, "revenue", options).rows.map(({ index: _, ...row }) => [row.customerId, row]),
          );
        expect(byId(shuffled(rows, order))).toEqual(byId(rows));
      }),
      runs,
    );
  });

  it("do not hang on the currency", () => {
    fc.assert(
      fc.property(
        anyAccounts,
        byValue,
        fc.constantFrom(0.01, 0.1, 3, 1e6, 1 / 7),
        (rows, options, factor) => {
          const ids = (value: (row: AccountRow) => number) =>
            keyAccounts(rows, value, options)
              .rows.filter(({ keyAccount }) => keyAccount)
              .map(({ customerId }) => customerId);
          expect(ids(({ revenue }) => revenue * factor)).toEqual(ids(({ revenue }) => revenue));
        },
      ),
      runs,
    );
  });

  it("are not lost by selling more", () => {
    let held = 0;
    fc.assert(
      fc.property(anyAccounts, byValue, fc.integer({ min: 1, max: 3000 }), (rows, options, more) => {
        for (const row of keyAccounts(rows, "revenue", options).rows) {
          if (!row.keyAccount) continue;
          const raised = rows.map((other, i) =>
            i === row.index ? { ...other, revenue: other.revenue + more } : other,
          );
          const again = keyAccounts(raised, "revenue", options).rows;
          expect(again.find(({ index }) => index === row.index)?.keyAccount).toBe(true);
          held += 1;
        }
      }),
      runs,
    );
    expect(held).toBeGreaterThan(500);
  });
});
