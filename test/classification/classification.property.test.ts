import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activeCustomers,
  type ClassifiedCustomer,
  CUSTOMER_CLASSES,
  classifyCustomers,
  classMovements,
  isActiveClass,
} from "../../src/classification/index.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { anyBase, baseInDays, dateAfter, type RandomBase } from "./arbitrary-base.ts";
import { type NaiveRow, naiveClassification } from "./naive-classification.ts";

function classify({ transactions, interactions, prospects, settings }: RandomBase) {
  return classifyCustomers(transactionLog(transactions), { ...settings, interactions, prospects });
}

function naive({ transactions, interactions, prospects, settings }: RandomBase): NaiveRow[] {
  return naiveClassification(transactions, interactions, prospects, settings);
}

/** The rows by customer, whatever their order. */
function byId<Row extends { readonly customerId: string | number }>(
  rows: readonly Row[],
): Map<string | number, Row> {
  return new Map(rows.map((row) => [row.customerId, row]));
}

describe("classification", () => {
  it("agrees with the definitions, computed slowly and by other means", () => {
    const reasons = new Map<string, number>();
    fc.assert(
      fc.property(anyBase, (base) => {
        const { rows } = classify(base);
        for (const { reason } of rows) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        const short = rows.map(({ customerId, class: name, subReason, revenue, usualGap }) => ({
          customerId,
          class: name,
          subReason,
          revenue,
          usualGap,
          isActive: isActiveClass(name),
        }));
        expect(byId(short)).toEqual(byId(naive(base)));
      }),
      { numRuns: 600, seed: 1 },
    );
    // The agreement means something only if every rule has had its say.
    expect(reasons.size).toBe(11);
    expect(Math.min(...reasons.values())).toBeGreaterThan(20);
  });

  it("puts exactly those who are known into exactly one class each", () => {
    fc.assert(
      fc.property(anyBase, (base) => {
        const { asOf } = base.settings;
        const { rows, classes } = classify(base);
        const known = new Set([
          ...base.transactions.filter((row) => row.date <= asOf).map((row) => row.customerId),
          ...base.prospects,
          ...base.interactions.filter((row) => row.date <= asOf).map((row) => row.customerId),
        ]);
        expect(rows).toHaveLength(known.size);
        expect(new Set(rows.map((row) => row.customerId))).toEqual(known);
        for (const row of rows) expect(CUSTOMER_CLASSES).toContain(row.class);
        const total = (pick: (row: (typeof classes)[number]) => number): number =>
          classes.reduce((sum, row) => sum + pick(row), 0);
        expect(total((row) => row.customers)).toBe(known.size);
        const revenue = base.transactions
          .filter((row) => row.date <= asOf)
          .reduce((sum, row) => sum + row.amount, 0);
        expect(total((row) => row.revenue)).toBe(revenue);
        if (known.size > 0) expect(total((row) => row.shareOfCustomers ?? 0)).toBeCloseTo(1, 12);
        if (revenue > 0) expect(total((row) => row.shareOfRevenue ?? 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("does not look at anything after asOf", () => {
    fc.assert(
      fc.property(anyBase, (base) => {
        const past = {
          ...base,
          transactions: base.transactions.filter((row) => row.date <= base.settings.asOf),
          interactions: base.interactions.filter((row) => row.date <= base.settings.asOf),
        };
        const all = classify(base);
        const truncated = classify(past);
        expect(byId(truncated.rows)).toEqual(byId(all.rows));
        expect(truncated.classes).toEqual(all.classes);
        expect(truncated.limits).toEqual(all.limits);
      }),
    );
  });

  it("does not depend on the order of transactions, interactions and prospects", () => {
    const shuffled = anyBase.chain((base) =>
      fc.record({
        base: fc.constant(base),
        transactions: fc.shuffledSubarray([...base.transactions], { minLength: base.transactions.length }),
        interactions: fc.shuffledSubarray([...base.interactions], { minLength: base.interactions.length }),
        prospects: fc.shuffledSubarray([...base.prospects], { minLength: base.prospects.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ base, ...other }) => {
        const before = classify(base);
        const after = classify({ ...base, ...other });
        expect(byId(after.rows)).toEqual(byId(before.rows));
        expect(after.classes).toEqual(before.classes);
      }),
    );
  });

  it("shifts with the dates, and nothing else does, if windows are given in days", () => {
    fc.assert(
      fc.property(baseInDays, fc.integer({ min: -20_000, max: 20_000 }), (base, days) => {
        const shift = <Row extends { readonly date: string }>(row: Row) => ({
          ...row,
          date: dateAfter(row.date, days),
        });
        const shifted = classify({
          ...base,
          transactions: base.transactions.map(shift),
          interactions: base.interactions.map(shift),
          settings: { ...base.settings, asOf: dateAfter(base.settings.asOf, days) },
        });
        const date = (value: string | null): string | null =>
          value === null ? null : dateAfter(value, days);
        const moved = (row: ClassifiedCustomer): ClassifiedCustomer => ({
          ...row,
          firstPurchase: date(row.firstPurchase),
          lastPurchase: date(row.lastPurchase),
          lastActivity: date(row.lastActivity),
          backOn: date(row.backOn),
          terminatedOn: date(row.terminatedOn),
        });
        expect(shifted.rows).toEqual(classify(base).rows.map(moved));
      }),
    );
  });

  it("means the same by active as the list of active customers", () => {
    fc.assert(
      fc.property(anyBase, (base) => {
        const { interactions, settings } = base;
        const { rows } = classify(base);
        const list = activeCustomers(transactionLog(base.transactions), {
          asOf: settings.asOf,
          activeWindow: settings.activeWindow,
          activity: settings.activity,
          interactions,
        });
        const active = rows.filter((row) => isActiveClass(row.class));
        expect(list.rows.map(({ customerId, lastActivity }) => [customerId, lastActivity])).toEqual(
          active.map(({ customerId, lastActivity }) => [customerId, lastActivity]),
        );
        expect(list.buyers).toBe(rows.filter((row) => row.firstPurchase !== null).length);
        for (const row of list.rows) expect(row.kinds.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("movements", () => {
  const period = fc.record({ base: anyBase, length: fc.integer({ min: 1, max: 700 }) });

  it("reconcile, customer by customer", () => {
    fc.assert(
      fc.property(period, ({ base, length }) => {
        const to = base.settings.asOf;
        const from = dateAfter(to, -length);
        const { asOf: _, ...options } = base.settings;
        const { interactions, prospects } = base;
        const log = transactionLog(base.transactions);
        let movements: ReturnType<typeof classMovements>;
        try {
          movements = classMovements(log, { ...options, from, to, interactions, prospects });
        } catch (error) {
          // Windows that nest at the end of the period need not do so at its beginning: months are of different length.
          expect(String(error)).toMatch(/lostAfter|newWithin/);
          return;
        }
        const activeOn = (asOf: string): Set<string | number> => {
          const list = activeCustomers(log, { ...options, asOf, interactions });
          return new Set(list.rows.map((row) => row.customerId));
        };
        const start = activeOn(from);
        const end = activeOn(to);
        const were = new Set(
          movements.rows.filter(({ movement }) => movement === "returning" || movement === "dormant"),
        );
        const { ledger } = movements;
        expect(new Set([...were].map((row) => row.customerId))).toEqual(start);
        expect(ledger.activeStart).toBe(start.size);
        expect(ledger.activeEnd).toBe(end.size);
        expect(ledger.new + ledger.returning + ledger.reactivated).toBe(end.size);
        expect(start.size + ledger.new + ledger.reactivated - ledger.dormant).toBe(end.size);
        for (const row of movements.rows) {
          const is = ["new", "returning", "reactivated"].includes(row.movement);
          expect(is).toBe(end.has(row.customerId));
        }
        const before = byId(naive({ ...base, settings: { ...base.settings, asOf: from } }));
        const after = byId(naive(base));
        expect(byId(movements.rows).size).toBe(after.size);
        for (const row of movements.rows) {
          expect(row.from).toBe(before.get(row.customerId)?.class ?? "unknown");
          expect(row.to).toBe(after.get(row.customerId)?.class);
        }
      }),
    );
  });
});
