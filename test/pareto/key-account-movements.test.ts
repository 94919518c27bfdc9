import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyAccountMovements } from "../../src/pareto/key-account-movements.ts";
import { keyAccounts } from "../../src/pareto/key-accounts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { anyAccounts } from "./key-account-rows.ts";

function year(values: Readonly<Record<string, number>>, count = 3) {
  const rows = Object.entries(values).map(([customerId, value]) => ({ customerId, value }));
  return keyAccounts(rows, "value", { count });
}

describe("movements of key accounts", () => {
  const before = year({ Ada: 900, Ben: 800, Cem: 700, Dora: 100, Eva: 50 });
  const now = year({ Ben: 950, Ada: 940, Flo: 600, Cem: 500, Dora: 400 });

  it("tell who is new, lost, risen and fallen", () => {
    const { rows } = keyAccountMovements(before, now);
    expect(rows).toEqual([
      move("Ben", "risen", [2, 1], [800, 950], 150),
      move("Ada", "fallen", [1, 2], [900, 940], 40),
      move("Flo", "new", [null, 3], [null, 600], null),
      move("Cem", "lost", [3, 4], [700, 500], -200),
    ]);
  });

  it("balance in numbers and in value", () => {
    const { counts, values, warnings } = keyAccountMovements(before, now);
    expect(counts).toEqual({ before: 3, new: 1, lost: 1, risen: 1, fallen: 1, kept: 0, now: 3 });
    expect(values).toEqual({ before: 2400, lost: 700, new: 600, change: 190, now: 2490 });
    expect(warnings).toEqual([]);
  });

  it("tell customers who left from those who sank", () => {
    const { rows } = keyAccountMovements(year({ Ada: 9, Ben: 5 }, 1), year({ Ben: 5 }, 1));
    expect(rows).toEqual([
      move("Ben", "new", [2, 1], [5, 5], 0),
      move("Ada", "lost", [1, null], [9, null], null),
    ]);
  });

  it("keep those at the same rank", () => {
    const { rows } = keyAccountMovements(year({ Ada: 9 }), year({ Ada: 4 }));
    expect(rows).toEqual([move("Ada", "kept", [1, 1], [9, 4], -5)]);
  });

  it("begin and end with nobody", () => {
    expect(keyAccountMovements(year({}), year({})).counts).toMatchObject({ before: 0, now: 0 });
    expect(keyAccountMovements(year({}), year({ Ada: 1 })).counts).toMatchObject({
      before: 0,
      new: 1,
      now: 1,
    });
  });

  it("warn of results by different rules", () => {
    const { warnings } = keyAccountMovements(year({ Ada: 1 }, 2), year({ Ada: 1 }, 1));
    expect(warnings).toMatchObject([{ code: "different-rules" }]);
    expect(warnings[0]?.message).toContain("count 2 before");
  });

  it("take results that were stored as JSON", () => {
    const stored = JSON.parse(JSON.stringify(before));
    expect(keyAccountMovements(stored, now)).toEqual(keyAccountMovements(before, now));
  });

  it.each([
    ["nothing", null],
    ["rows", before.rows],
    ["other rows", { rule: before.rule, rows: [{ customerId: "Ada" }] }],
    ["a row that is none", { rule: before.rule, rows: [null] }],
    ["no rule", { rows: [] }],
  ])("refuse %s", (_what, wrong) => {
    for (const [field, call] of [
      ["before", () => keyAccountMovements(wrong as never, now)],
      ["now", () => keyAccountMovements(before, wrong as never)],
    ] as const) {
      const error = dataErrorOf(call);
      expect(error.issues[0]?.field).toBe(field);
      expect(error.message).toContain("no result of keyAccounts");
    }
  });

  it("balance for any two years", () => {
    const seen = { new: 0, lost: 0, risen: 0, fallen: 0, kept: 0 };
    fc.assert(
      fc.property(anyAccounts, anyAccounts, fc.nat(10), (first, second, gone) => {
        const options = { share: 0.6, strategic: "strategic" } as const;
        const then = keyAccounts(first, "revenue", options);
        const next = keyAccounts(second.slice(gone), "revenue", options);
        const { rows, counts, values } = keyAccountMovements(then, next);
        const { risen, fallen, kept } = counts;
        expect(counts.before).toBe(then.summary.keyAccounts);
        expect(counts.now).toBe(next.summary.keyAccounts);
        expect(counts.lost + risen + fallen + kept).toBe(counts.before);
        expect(counts.new + risen + fallen + kept).toBe(counts.now);
        expect(values.before).toBe(then.summary.keyAccountValue);
        expect(values.now).toBe(next.summary.keyAccountValue);
        expect(values.before - values.lost + values.new + values.change).toBe(values.now);
        expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(rows.length);
        for (const row of rows) {
          seen[row.movement] += 1;
          if (row.movement === "risen") expect(row.rankNow).toBeLessThan(row.rankBefore ?? 0);
          if (row.movement === "fallen") expect(row.rankNow).toBeGreaterThan(row.rankBefore ?? 99);
        }
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
});

function move(
  customerId: string,
  movement: string,
  [rankBefore, rankNow]: readonly (number | null)[],
  [valueBefore, valueNow]: readonly (number | null)[],
  change: number | null,
) {
  return { customerId, movement, rankBefore, rankNow, valueBefore, valueNow, change };
}
