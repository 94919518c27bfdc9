import { describe, expect, it } from "vitest";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { repeatPurchaseRate } from "../../src/retention/repeat-purchase-rate.ts";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/cohorts-real-data.json" with { type: "json" };
import { revenueOf } from "../support/log-contents.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Counted = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
type Amounts = Readonly<Record<string, readonly string[]>>;

interface CountedBase {
  readonly asOf: string;
  readonly net: string;
  readonly leftOut: string;
  readonly buyers: number;
  readonly repeatBuyers: number;
  readonly sizes: Readonly<Record<string, number>>;
  readonly calendar: Counted;
  readonly elapsed: Counted;
  readonly revenue: Amounts;
  readonly orders: Readonly<Record<string, readonly number[]>>;
  readonly ledger: readonly {
    readonly period: string;
    readonly revenue: Readonly<Record<string, string>>;
  }[];
}

describeWithData("cohorts of CDNOW", "cdnow/cdnow_master.csv", (path) => {
  const rows = csvRows<"customer_id" | "date" | "dollars">(path);
  const log = transactionLog(rows, {
    customer: "customer_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });

  it("are those of the first quarter of 1997, with 23,570 customers", () => {
    expect(log.rows).toBe(69_659);
    const { cohorts } = cohortRetention(log);
    expect(cohorts.map(({ cohort }) => cohort)).toEqual(["1997-01", "1997-02", "1997-03"]);
    expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(23_570);
  });

  agreesWithCounts(log, reference.cdnow);
});

describeWithData("cohorts of Online Retail", "online_retail/online_retail.csv.gz", (path) => {
  const rows = csvRows<"InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID">(path);
  const log = transactionLog(
    rows,
    {
      customer: "CustomerID",
      date: "InvoiceDate",
      amount: (row) => Number(row.Quantity) * Number(row.UnitPrice),
      order: "InvoiceNo",
    },
    { invalid: "skip" },
  );

  it("are of 4,339 customers who bought, of 541,909 rows", () => {
    expect(log.rows).toBe(541_909);
    expect(log.skipped.byCode).toEqual({ missing_customer: 135_080 });
    const { cohorts, total, leftOut } = cohortRetention(log);
    expect(cohorts).toHaveLength(13);
    expect([total, leftOut]).toEqual([4339, 0]);
    expect(cohorts.map(({ complete }) => complete).lastIndexOf(true)).toBe(11);
  });

  it("warn of December 2010, which holds all who bought before the log as well", () => {
    const { cohorts, warnings } = cohortRetention(log);
    expect(cohorts[0]?.size).toBeGreaterThan(2 * (cohorts[1]?.size ?? 0));
    expect(warnings.map(({ code }) => code)).toEqual(["left-censored"]);
    expect(cohortRetention(log, { from: "2011-01-01" }).warnings).toEqual([]);
  });

  agreesWithCounts(log, reference.online_retail);
});

/** Every cell and every row against what was counted by other means. */
function agreesWithCounts(log: TransactionLog, counted: CountedBase): void {
  const sizes = Object.entries(counted.sizes);

  it("reconcile with the log", () => {
    const revenue = cohortRetention(log, { value: "revenue" });
    expect(revenue.total.toFixed(2)).toBe(Number(counted.net).toFixed(2));
    expect(revenue.total).toBeCloseTo(revenueOf(log), 4);
    expect(revenue.leftOut).toBeCloseTo(Number(counted.leftOut), 6);
    const cells = revenue.rows.reduce((sum, { value }) => sum + value, 0);
    expect((cells + revenue.leftOut).toFixed(2)).toBe(Number(counted.net).toFixed(2));
    expect(cohortRetention(log).cohorts.map(({ cohort, size }) => [cohort, size])).toEqual(sizes);
    const { asOf } = revenue;
    expect(asOf).toBe(counted.asOf);
  });

  describe.each(["calendar", "elapsed"] as const)("on the clock %s", (clock) => {
    it.each(["bounded", "unbounded", "continuous"] as const)(
      "have every cell that was counted, %s",
      (definition) => {
        const { matrix, rows } = cohortRetention(log, { clock, definition });
        const cohorts = Object.values(counted[clock]);
        expect(matrix.values).toEqual(cohorts.map((cohort) => cohort[definition]));
        if (clock === "calendar") return;
        expect(rows.map(({ observed }) => observed)).toEqual(
          cohorts.flatMap(({ observed = [] }) => observed),
        );
      },
    );
  });

  it("have every cell of orders and revenue that was counted", () => {
    expect(cohortRetention(log, { value: "orders" }).matrix.values).toEqual(Object.values(counted.orders));
    const { matrix } = cohortRetention(log, { value: "revenue" });
    const amounts = Object.values(counted.revenue).map((cells) => cells.map(Number));
    expect(matrix.values.map((cells) => cells.length)).toEqual(amounts.map((cells) => cells.length));
    for (const [cohort, cells] of amounts.entries()) {
      for (const [interval, amount] of cells.entries()) {
        expect(matrix.values[cohort]?.[interval]).toBeCloseTo(amount, 6);
      }
    }
  });

  it("move as the ledger that was counted says, to the cent", () => {
    const { rows } = retentionLedger(log);
    expect(rows).toHaveLength(counted.ledger.length);
    for (const [at, { revenue, ...counts }] of counted.ledger.entries()) {
      expect(rows[at]).toMatchObject(counts);
      for (const [name, amount] of Object.entries(revenue)) {
        expect(Reflect.get(rows[at]?.revenue ?? {}, name), `${counts.period} ${name}`).toBeCloseTo(
          Number(amount),
          6,
        );
      }
    }
  });

  it("hold the repeat buyers that were counted", () => {
    const { buyers, repeatBuyers } = repeatPurchaseRate(log);
    expect([buyers, repeatBuyers]).toEqual([counted.buyers, counted.repeatBuyers]);
  });
}

describe("the reference of cohorts", () => {
  it("covers both logs and says how it was made", () => {
    expect(reference.source).toContain("independently");
    expect([reference.cdnow.transactions, reference.online_retail.transactions]).toEqual([69_659, 22_190]);
  });
});
