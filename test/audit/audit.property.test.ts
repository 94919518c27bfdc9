import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditCustomerBase } from "../../src/audit/audit-customer-base.ts";
import type { AuditOptions } from "../../src/audit/audit-options.ts";
import type { CustomerBaseAudit } from "../../src/audit/audit-result.ts";
import { newAndExistingCustomers } from "../../src/audit/new-and-existing-customers.ts";
import { revenueBridge } from "../../src/audit/revenue-bridge.ts";
import { revenueTree } from "../../src/audit/revenue-tree.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRow, arbitraryRows, type Row, shuffled } from "../support/arbitrary-rows.ts";

const arbitraryPeriod = fc.constantFrom(
  "month" as const,
  "quarter" as const,
  "year" as const,
  { months: 5 },
  { days: 100 },
);

const arbitraryOptions: fc.Arbitrary<AuditOptions> = fc.record({
  period: arbitraryPeriod,
  cohortPeriod: arbitraryPeriod,
  asOf: arbitraryDay.map(isoDate),
  marginRate: fc.constantFrom(0.25, -0.5),
  value: fc.constantFrom("revenue" as const, "margin" as const),
});

/** Rows enough, and days late enough, for two periods in which customers buy. */
const manyRows = fc.array(arbitraryRow, { minLength: 30, maxLength: 120 });
const lateDay = fc.integer({ min: 20_089, max: 20_453 }).map(isoDate);

const cents = (amount: number): number => Math.round(amount * 100);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** Revenue of rows in cents. */
function revenueOf(rows: readonly Row[], from: string, to: string): number {
  return sum(rows.filter(({ date }) => date >= from && date <= to).map(({ amount }) => cents(amount)));
}

/** Numbers without the last digits, in which the order of rows may show. */
function rounded(audit: unknown): unknown {
  return JSON.parse(
    JSON.stringify(audit, (_, value) => (typeof value === "number" ? Number(value.toFixed(6)) + 0 : value)),
  );
}

describe("an audit", () => {
  it("reconciles every total with the log", () => {
    let checks = 0;
    fc.assert(
      fc.property(arbitraryRows, arbitraryOptions, (rows, options) => {
        const audit = auditCustomerBase(transactionLog(rows), options);
        for (const { name, difference } of audit.reconciliation) {
          expect(Math.abs(difference), name).toBeLessThan(1e-6);
          checks += 1;
        }
        expect(cents(audit.totals.revenue)).toBe(revenueOf(rows, "0000", String(options.asOf)));
        expect(cents(sum(audit.whole.periods.map((period) => period.revenue)))).toBe(
          cents(audit.totals.revenue),
        );
      }),
    );
    expect(checks).toBeGreaterThan(500);
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(
        arbitraryRows,
        arbitraryOptions,
        fc.array(fc.nat(), { minLength: 1 }),
        (rows, options, order) => {
          const audit = auditCustomerBase(transactionLog(rows), options);
          const again = auditCustomerBase(transactionLog(shuffled(rows, order)), options);
          expect(rounded(again)).toEqual(rounded(audit));
        },
      ),
    );
  });

  it("multiplies with the money", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryOptions, (rows, options) => {
        const fourfold = rows.map((row) => ({ ...row, amount: 4 * row.amount }));
        const audit = auditCustomerBase(transactionLog(rows), options);
        const scaled = auditCustomerBase(transactionLog(fourfold), options);
        // Four is a power of two, so that no digit changes.
        expect(scaled.differences?.gini).toBe(audit.differences?.gini);
        expect(scaled.differences?.deciles.map(({ value }) => value)).toEqual(
          audit.differences?.deciles.map(({ value }) => 4 * value),
        );
        expect(scaled.differences?.deciles.map(({ customers }) => customers)).toEqual(
          audit.differences?.deciles.map(({ customers }) => customers),
        );
        expect(scaled.whole.revenue).toEqual(
          audit.whole.revenue.map((line) => line.map((money) => 4 * money)),
        );
        expect(scaled.change?.tree.customers.growth).toBe(audit.change?.tree.customers.growth);
        expect(scaled.change?.bridge.steps.up.change).toEqual(times4(audit, "up"));
        expect(scaled.change?.bridge.steps.lost.change).toEqual(times4(audit, "lost"));
      }),
    );
  });

  it("cuts customers into ten groups that differ by one at most and fall in value", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryOptions, (rows, options) => {
        const { differences } = auditCustomerBase(transactionLog(rows), options);
        if (differences === null) return;
        const sizes = differences.deciles.map(({ customers }) => customers);
        expect(sizes).toHaveLength(10);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sum(sizes)).toBe(differences.customers);
        const bounds = differences.deciles.flatMap(({ highest, lowest }) => [highest, lowest]);
        const known = bounds.filter((bound) => bound !== null);
        expect(known).toEqual([...known].sort((a, b) => b - a));
      }),
    );
  });

  it("is plain data", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryOptions, (rows, options) => {
        const audit = auditCustomerBase(transactionLog(rows), options);
        expect(structuredClone(audit)).toEqual(audit);
        expect(JSON.parse(JSON.stringify(audit))).toEqual(audit);
      }),
    );
  });
});

function times4(audit: CustomerBaseAudit, movement: "up" | "lost"): number | undefined {
  return audit.change === null ? undefined : 4 * audit.change.bridge.steps[movement].change;
}

describe("the revenue bridge", () => {
  it("closes, and parts customers as the definitions do", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(manyRows, arbitraryPeriod, lateDay, (rows, period, asOf) => {
        const bridge = revenueBridge(transactionLog(rows), { period, asOf, top: 100 });
        const { previous, current, steps } = bridge;
        expect(cents(bridge.revenueBefore)).toBe(revenueOf(rows, previous.from, previous.to));
        expect(cents(bridge.revenueNow)).toBe(revenueOf(rows, current.from, current.to));
        expect(Math.abs(bridge.residual)).toBeLessThan(1e-8);
        for (const [name, step] of Object.entries(naiveBridge(rows, bridge))) {
          const own = steps[name as keyof typeof steps];
          expect({ customers: own.customers, change: cents(own.change) }, name).toEqual(step);
          seen.set(name, (seen.get(name) ?? 0) + step.customers);
        }
        const named = [...bridge.gains, ...bridge.losses].map(({ change }) => cents(change));
        expect(sum(named)).toBe(cents(bridge.change));
        expect(
          bridge.customersBefore + steps.new.customers + steps.returned.customers - steps.lost.customers,
        ).toBe(bridge.customersNow);
      }),
      { numRuns: 300 },
    );
    for (const movement of ["new", "returned", "up", "down", "lost", "inactive"]) {
      expect(seen.get(movement), movement).toBeGreaterThan(0);
    }
  });
});

type Bridge = ReturnType<typeof revenueBridge>;

/** The steps once more, row by row. */
function naiveBridge(
  rows: readonly Row[],
  { previous, current }: Bridge,
): Record<string, { customers: number; change: number }> {
  const names = ["new", "returned", "up", "down", "level", "lost", "inactive"];
  const steps = Object.fromEntries(names.map((name) => [name, { customers: 0, change: 0 }]));
  for (const id of new Set(rows.map(({ customerId }) => customerId))) {
    const own = rows.filter(({ customerId }) => customerId === id);
    const within = ({ from, to }: Bridge["current"]): readonly Row[] =>
      own.filter(({ date }) => date >= from && date <= to);
    const [then, now] = [within(previous), within(current)];
    if (then.length === 0 && now.length === 0) continue;
    const buys = (list: readonly Row[]): boolean => list.some(({ amount }) => amount >= 0);
    const change = sum(now.map(({ amount }) => cents(amount))) - sum(then.map(({ amount }) => cents(amount)));
    const knew = own.some(({ date, amount }) => amount >= 0 && date <= previous.to);
    const sizes = change > 0 ? "up" : change < 0 ? "down" : "level";
    const kept = buys(then) ? sizes : knew ? "returned" : "new";
    const step = steps[buys(now) ? kept : buys(then) ? "lost" : "inactive"];
    if (step === undefined) throw new Error("There is no such step.");
    step.customers += 1;
    step.change += change;
  }
  return steps;
}

describe("the revenue tree", () => {
  it("closes, and so do its parts", () => {
    let split = 0;
    fc.assert(
      fc.property(manyRows, arbitraryPeriod, lateDay, (rows, period, asOf) => {
        const tree = revenueTree(transactionLog(rows), { period, asOf });
        const { customers, ordersPerCustomer, averageOrderValue } = tree;
        const effects = [customers, ordersPerCustomer, averageOrderValue].map(({ effect }) => effect);
        if (tree.noSplit !== null) {
          expect(effects).toEqual([null, null, null]);
          return;
        }
        split += 1;
        const all = sum(effects.map((effect) => effect ?? Number.NaN)) + tree.withoutPurchase;
        expect(all).toBeCloseTo(tree.change, 7);
        const { new: fresh, returned, lost } = tree.customersEffect;
        const parts = [fresh, returned, lost].map(({ effect }) => effect ?? Number.NaN);
        expect(sum(parts)).toBeCloseTo(customers.effect ?? Number.NaN, 7);
      }),
      { numRuns: 300 },
    );
    expect(split).toBeGreaterThan(100);
  });
});

describe("new and existing customers", () => {
  it("add up to the revenue of the log in every period", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryPeriod, arbitraryDay.map(isoDate), (rows, period, asOf) => {
        const { rows: periods, leftOut } = newAndExistingCustomers(transactionLog(rows), { period, asOf });
        for (const row of periods) {
          const to = row.to < asOf ? row.to : asOf;
          const parts = row.new.revenue + row.existing.revenue + row.withoutPurchase.revenue;
          expect(cents(parts)).toBe(revenueOf(rows, row.from, to));
        }
        expect(leftOut).toBe(0);
        const buyers = new Set(
          rows.filter(({ date, amount }) => amount >= 0 && date <= asOf).map(({ customerId }) => customerId),
        );
        expect(sum(periods.map((row) => row.new.customers))).toBe(buyers.size);
      }),
    );
  });
});
