import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activationCandidates } from "../../src/activation/activation-candidates.ts";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { civilDayOfIso } from "../../src/time/civil-day.ts";
import { subtractDuration } from "../../src/time/duration.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { anyBase, type RandomBase } from "../classification/arbitrary-base.ts";

/** Revenue after the day a window before the last purchase, from the rows and not from the log. */
function lastWindow({ transactions, settings }: RandomBase, customerId: string | number): number {
  const own = transactions.filter((row) => row.customerId === customerId && row.date <= settings.asOf);
  const last = own
    .filter(({ amount }) => amount >= 0)
    .reduce((max, { date }) => (date > max ? date : max), "");
  const start = subtractDuration(civilDayOfIso(last), settings.activeWindow);
  return own.filter(({ date }) => civilDayOfIso(date) > start).reduce((sum, { amount }) => sum + amount, 0);
}

describe("candidates for activation", () => {
  it("are exactly the dormant, declining and lost of the classification, with the values of the definitions", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyBase, (base) => {
        const log = transactionLog(base.transactions);
        const { interactions, prospects, settings } = base;
        const options = { ...settings, prospects };
        const { rows: classified } = classifyCustomers(log, { ...options, interactions });
        const { rows, kinds, known } = activationCandidates(log, interactions, {
          ...options,
          kinds: ["one-and-done", "lapsed", "declining", "never-converted", "lost"],
          prospectValue: 33,
        });
        expect(known).toBe(classified.length);
        const expected = classified.filter(({ class: name }) =>
          ["dormant", "declining", "lost"].includes(name),
        );
        const places = new Map(expected.map((row, i) => [row.customerId, i]));
        expect(new Set(rows.map(({ customerId }) => customerId))).toEqual(new Set(places.keys()));
        rows.forEach((row, i) => {
          seen.set(row.kind, (seen.get(row.kind) ?? 0) + 1);
          const place = places.get(row.customerId) ?? -1;
          expect(row).toMatchObject({ ...expected[place] });
          expect(row.kind).toBe(row.class === "dormant" ? row.subReason : row.class);
          const before = rows[i - 1];
          if (before !== undefined) {
            const later = before.valueAtStake > row.valueAtStake;
            const tie = before.valueAtStake === row.valueAtStake;
            expect(later || (tie && (places.get(before.customerId) ?? -1) < place)).toBe(true);
          }
          const stake =
            row.kind === "never-converted"
              ? 33
              : row.reason === "revenue-drop"
                ? row.revenueBefore - row.revenueInWindow
                : lastWindow(base, row.customerId);
          expect(row.valueAtStake).toBeCloseTo(Math.max(stake, 0), 8);
        });
        for (const { kind, customers, valueAtStake } of kinds) {
          const own = rows.filter((row) => row.kind === kind);
          expect(customers).toBe(own.length);
          expect(valueAtStake).toBeCloseTo(
            own.reduce((sum, row) => sum + row.valueAtStake, 0),
            8,
          );
        }
      }),
      { numRuns: 400, seed: 1 },
    );
    // The agreement means something only if every kind was there.
    expect(seen.size).toBe(5);
    expect(Math.min(...seen.values())).toBeGreaterThan(15);
  });
});
