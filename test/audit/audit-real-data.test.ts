import { describe, expect, it } from "vitest";
import { auditCustomerBase } from "../../src/audit/audit-customer-base.ts";
import { newAndExistingCustomers } from "../../src/audit/new-and-existing-customers.ts";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/audit.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";

type Reference = typeof reference.onlineRetail;

describeWithData("audit of Online Retail", "online_retail/online_retail.csv.gz", (path) => {
  const rows = csvRows<"InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID">(path);
  const columns = {
    customer: "CustomerID",
    date: "InvoiceDate",
    amount: (row: (typeof rows)[number]) => Number(row.Quantity) * Number(row.UnitPrice),
    order: "InvoiceNo",
  } as const;
  const log = transactionLog(rows, columns, { invalid: "skip" });

  it("takes quarters by itself, since the log holds no two whole years", () => {
    const audit = auditCustomerBase(log);
    expect([audit.period, audit.periodByDefault]).toEqual(["quarter", true]);
    expect([audit.previous?.period, audit.current?.period]).toEqual(["2011-Q2", "2011-Q3"]);
  });

  agrees(log, reference.onlineRetail);
});

describeWithData("audit of CDNOW", "cdnow/cdnow_master.csv", (path) => {
  const rows = csvRows<"customer_id" | "date" | "dollars">(path);
  const columns = {
    customer: "customer_id",
    date: "date",
    amount: (row: (typeof rows)[number]) => Number(row.dollars),
  } as const;
  agrees(transactionLog(rows, columns), reference.cdnow as unknown as Reference);
});

/** Agreement with an independent count, to the cent. */
function agrees(log: TransactionLog, expected: Reference): void {
  const audit = auditCustomerBase(log, { period: "quarter" });

  it("has the totals of the log", () => {
    expect(audit.asOf).toBe(expected.asOf);
    expect(audit.totals.customers).toBe(expected.customers);
    expect(audit.totals.revenue).toBeCloseTo(Number(expected.revenue), 6);
  });

  it("reconciles every total to far below a cent", () => {
    expect(audit.reconciliation.length).toBeGreaterThan(10);
    for (const { name, difference } of audit.reconciliation) {
      expect(Math.abs(difference), name).toBeLessThan(1e-6);
    }
  });

  it("tells new from existing customers", () => {
    const { rows, reconciliation } = newAndExistingCustomers(log, { period: "quarter" });
    expect(rows.map(({ period }) => period)).toEqual(expected.newAndExisting.map(({ period }) => period));
    rows.forEach((row, i) => {
      const wanted = expected.newAndExisting[i];
      for (const group of ["new", "existing"] as const) {
        expect(row[group].customers).toBe(wanted?.[group].customers);
        expect(row[group].orders).toBe(wanted?.[group].orders);
        expect(row[group].returns).toBe(wanted?.[group].returns);
        expect(row[group].revenue).toBeCloseTo(Number(wanted?.[group].revenue), 6);
      }
      expect(row.withoutPurchase.customers).toBe(wanted?.withoutPurchase.customers);
      expect(row.withoutPurchase.revenue).toBeCloseTo(Number(wanted?.withoutPurchase.revenue), 6);
    });
    expect(reconciliation[0]?.difference).toBeCloseTo(0, 6);
  });

  it("bridges revenue", () => {
    const bridge = audit.change?.bridge;
    expect([bridge?.previous.period, bridge?.current.period]).toEqual([
      expected.bridge.previous,
      expected.bridge.current,
    ]);
    expect(bridge?.revenueBefore).toBeCloseTo(Number(expected.bridge.revenueBefore), 6);
    expect(bridge?.revenueNow).toBeCloseTo(Number(expected.bridge.revenueNow), 6);
    for (const movement of ["new", "returned", "up", "down", "level", "lost", "inactive"] as const) {
      const step = bridge?.steps[movement];
      const wanted = expected.bridge.steps[movement];
      expect(step?.customers, movement).toBe(wanted.customers);
      expect(step?.before, movement).toBeCloseTo(Number(wanted.before), 6);
      expect(step?.now, movement).toBeCloseTo(Number(wanted.now), 6);
    }
    const named = (side: "gains" | "losses"): unknown =>
      bridge?.[side].slice(0, 5).map(({ customerId, change }) => [customerId, change.toFixed(2)]);
    const wantedNames = (side: readonly (readonly (string | number)[])[]): unknown =>
      side.map(([id, change]) => [id, Number(change).toFixed(2)]);
    expect(named("gains")).toEqual(wantedNames(expected.bridge.gains));
    expect(named("losses")).toEqual(wantedNames(expected.bridge.losses));
  });

  it("bridges the same revenue and customers as the retention ledger", () => {
    const bridge = audit.change?.bridge;
    const row = retentionLedger(log, { period: "quarter" }).rows.find(
      ({ period }) => period === bridge?.current.period,
    );
    expect([row?.start, row?.new, row?.returned, row?.lost, row?.kept, row?.end]).toEqual([
      bridge?.customersBefore,
      bridge?.steps.new.customers,
      bridge?.steps.returned.customers,
      bridge?.steps.lost.customers,
      bridge?.kept.customers,
      bridge?.customersNow,
    ]);
    expect(row?.revenue.expansion).toBeCloseTo(bridge?.steps.up.change ?? Number.NaN, 6);
    expect(row?.revenue.contraction).toBeCloseTo(-(bridge?.steps.down.change ?? Number.NaN), 6);
    expect(row?.revenue.end).toBeCloseTo(bridge?.revenueNow ?? Number.NaN, 6);
  });

  it("splits growth by logarithmic means", () => {
    const tree = audit.change?.tree;
    const wanted = expected.tree;
    expect(tree?.customers.effect).toBeCloseTo(wanted.customers, 5);
    expect(tree?.ordersPerCustomer.effect).toBeCloseTo(wanted.ordersPerCustomer, 5);
    expect(tree?.averageOrderValue.effect).toBeCloseTo(wanted.averageOrderValue, 5);
    expect(tree?.customersEffect.new.effect).toBeCloseTo(wanted.new, 5);
    expect(tree?.customersEffect.returned.effect).toBeCloseTo(wanted.returned, 5);
    expect(tree?.customersEffect.lost.effect).toBeCloseTo(wanted.lost, 5);
    expect(tree?.withoutPurchase).toBeCloseTo(Number(wanted.withoutPurchase), 6);
  });

  it("cuts customers into deciles", () => {
    audit.differences?.deciles.forEach((row, d) => {
      const wanted = expected.deciles[d];
      expect(row.customers).toBe(wanted?.customers);
      expect(row.orders).toBe(wanted?.orders);
      expect(row.revenue).toBeCloseTo(Number(wanted?.revenue), 6);
      expect(row.highest).toBeCloseTo(Number(wanted?.highest), 8);
      expect(row.lowest).toBeCloseTo(Number(wanted?.lowest), 8);
    });
    expect(audit.change?.migration.map((row) => [row.toNone, ...row.to])).toEqual(expected.migration);
  });

  it("measures how customers differ", () => {
    const { differences } = audit;
    expect(differences?.gini).toBeCloseTo(expected.gini, 10);
    expect(differences?.top.shareOfValue).toBeCloseTo(expected.top20, 10);
    expect(differences?.byOrders.map(({ customers }) => customers)).toEqual(expected.byOrders);
    expect(differences?.spend.negative.customers).toBe(expected.negative.customers);
    expect(differences?.spend.negative.value).toBeCloseTo(Number(expected.negative.value), 6);
    differences?.spend.quantiles.forEach(({ value }, k) => {
      expect(value).toBeCloseTo(expected.quantiles[k] as number, 6);
    });
  });

  it("follows cohorts", () => {
    const { whole, cohorts } = audit;
    expect(whole.cohorts.map(({ period }) => period)).toEqual(expected.cohorts.names);
    expect(cohorts?.cohorts.map(({ size }) => size)).toEqual(expected.cohorts.sizes);
    expected.cohorts.cells.forEach((line, p) => {
      line.forEach(([revenue, customers, orders], k) => {
        expect(whole.revenue[p]?.[k]).toBeCloseTo(Number(revenue), 6);
        expect(whole.customers[p]?.[k]).toBe(customers);
        expect(whole.orders[p]?.[k]).toBe(orders);
      });
    });
    expected.whole.forEach((wanted, p) => {
      expect(whole.periods[p]?.firstOrders).toBe(wanted.firstOrders);
      expect(whole.periods[p]?.firstRevenue).toBeCloseTo(Number(wanted.first), 6);
      expect(whole.periods[p]?.repeatRevenue).toBeCloseTo(Number(wanted.repeat), 6);
      expect(whole.periods[p]?.returned).toBeCloseTo(Number(wanted.returned), 6);
    });
  });

  it("counts as many active customers of a cohort as cohort retention", () => {
    const { matrix } = cohortRetention(log, { period: "quarter" });
    expect(audit.cohorts?.cohorts.map(({ ages }) => ages.map(({ active }) => active))).toEqual(matrix.values);
    expect(audit.cohorts?.cohorts.map(({ ages }) => ages.map(({ complete }) => complete))).toEqual(
      matrix.complete,
    );
  });

  it("compares newer with older cohorts", () => {
    const rows = audit.cohorts?.newerAgainstOlder ?? [];
    expect(rows.map(({ age }) => age)).toEqual(expected.newerAgainstOlder.map(({ age }) => age));
    rows.forEach((row, i) => {
      const wanted = expected.newerAgainstOlder[i];
      expect([row.older.customers, row.older.active]).toEqual(wanted?.older.slice(0, 2));
      expect([row.newer.customers, row.newer.active]).toEqual(wanted?.newer.slice(0, 2));
      const rates = [row.activeShare.difference, row.activeShare.lower, row.activeShare.upper];
      rates.forEach((value, k) => {
        expect(value).toBeCloseTo(wanted?.share[k] as number, 9);
      });
      const { difference, lower, upper } = row.cumulativeRevenuePerCustomer;
      [difference, lower, upper].forEach((value, k) => {
        expect(value).toBeCloseTo(wanted?.mean[k] as number, 7);
      });
    });
  });

  it("tells when the customers of the period were won", () => {
    const source = audit.whole.currentBySource;
    const shares = [source?.wonInPeriod, source?.wonInYearBefore, source?.wonEarlier];
    shares.forEach((share, k) => {
      expect(share?.customers).toBe(expected.source[k]?.[0]);
      expect(share?.revenue).toBeCloseTo(Number(expected.source[k]?.[1]), 6);
    });
  });
}

describe("the reference", () => {
  it("has cohorts to compare", () => {
    expect(reference.onlineRetail.newerAgainstOlder).toHaveLength(2);
  });
});
