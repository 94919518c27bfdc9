import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrationRisk } from "../../src/pareto/concentration-risk.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { type AccountRow, anyAccounts, anyOrder, totalOf } from "./key-account-rows.ts";

const runs = { numRuns: 300, seed: 11 };
const churnProbability = ({ complaints }: AccountRow): number => complaints / 4;

describe("concentration risk of any customers", () => {
  it("adds up", () => {
    fc.assert(
      fc.property(anyAccounts, (rows) => {
        const result = concentrationRisk(rows, "revenue", { churnProbability, top: [1, 2, 7, 100] });
        expect(result.value).toBe(totalOf(rows));
        expect(result.rows.map(({ index }) => index).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
        for (const { value, remaining, share, change } of result.top) {
          expect(value + remaining).toBe(result.value);
          if (share !== null) expect(share + (change ?? Number.NaN)).toBe(0);
        }
        const expected = rows.reduce((sum, row) => sum + row.revenue * churnProbability(row), 0);
        expect(result.atRisk?.value).toBe(expected);
        expect((result.atRisk?.value ?? 0) + (result.atRisk?.remaining ?? 0)).toBe(result.value);
        const listed = rows.filter(({ revenue }) => result.value > 0 && 10 * revenue >= result.value);
        expect(new Set(result.disclosure.customers.map(({ customerId }) => customerId))).toEqual(
          new Set(listed.map(({ customerId }) => customerId)),
        );
        expect(result.disclosure.value).toBe(totalOf(listed));
      }),
      runs,
    );
  });

  it("has the index of its definition", () => {
    fc.assert(
      fc.property(anyAccounts, (rows) => {
        const above = rows.filter(({ revenue }) => revenue > 0);
        const { hhi, numbersEquivalent } = concentrationRisk(rows, "revenue").concentration;
        if (above.length === 0) {
          expect(hhi).toBeNull();
          return;
        }
        const sum = totalOf(above);
        const expected = above.reduce((total, { revenue }) => total + (revenue / sum) ** 2, 0);
        expect(hhi).toBeCloseTo(expected, 12);
        expect(numbersEquivalent).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(numbersEquivalent).toBeLessThanOrEqual(above.length * (1 + 1e-12));
      }),
      runs,
    );
  });

  it("does not hang on the order of the rows or the currency", () => {
    fc.assert(
      fc.property(anyAccounts, anyOrder, (rows, order) => {
        const summary = (list: readonly AccountRow[], factor: number) => {
          const { top, concentration, atRisk, disclosure } = concentrationRisk(
            list,
            ({ revenue }) => revenue * factor,
            { churnProbability },
          );
          return {
            losses: top.map(({ share }) => share),
            concentration,
            atRisk: atRisk?.share,
            disclosed: disclosure.customers.length,
          };
        };
        // A power of 2 changes no digit.
        expect(summary(shuffled(rows, order), 1024)).toEqual(summary(rows, 1));
      }),
      runs,
    );
  });
});
