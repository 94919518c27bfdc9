import { expect, it } from "vitest";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { createCohortReducer } from "../../src/retention/create-cohort-reducer.ts";
import { createLedgerReducer } from "../../src/retention/create-ledger-reducer.ts";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const columns = { customer: "customer_id", date: "date" } as const;

describeWithData("reducers of cohorts and ledgers on CDNOW", "cdnow/cdnow_master.csv", (path) => {
  const rows = csvRows<"customer_id" | "date" | "dollars">(path).map((row) => ({
    ...row,
    dollars: Number(row.dollars),
  }));
  const named = { ...columns, amount: "dollars" } as const;
  const log = transactionLog(rows, named);
  /** Every eleventh row in one batch, so that each holds all customers and all times. */
  const batches = Array.from({ length: 11 }, (_, k) => rows.filter((_row, i) => i % 11 === k));

  it("give the cohorts of the log", () => {
    for (const options of [{}, { period: "week" }, { clock: "elapsed" }, { value: "orders" }] as const) {
      const reducer = createCohortReducer<(typeof rows)[number]>({ ...options, columns: named });
      for (const batch of batches) reducer.add(batch);
      expect(reducer.finish()).toEqual(cohortRetention(log, options));
    }
  });

  it("give the money of the cohorts of the log", () => {
    const reducer = createCohortReducer<(typeof rows)[number]>({ value: "revenue", columns: named });
    for (const batch of batches) reducer.add(batch);
    const expected = cohortRetention(log, { value: "revenue" });
    const actual = reducer.finish();
    expect(relativeError(actual.total, expected.total)).toBeLessThan(1e-12);
    expected.rows.forEach(({ value }, i) => {
      expect(relativeError(actual.rows[i]?.value ?? Number.NaN, value)).toBeLessThan(1e-12);
    });
    expect(reducer.progress.cells).toBeLessThan(log.days.length);
  });

  it("give the ledger of the log", () => {
    for (const options of [
      {},
      { activeWindow: { days: 90 } },
      { period: "quarter", count: "purchase-days" },
    ] as const) {
      const reducer = createLedgerReducer<(typeof rows)[number]>({ ...options, columns: named });
      for (const batch of batches) reducer.add(batch);
      const expected = retentionLedger(log, options);
      const actual = reducer.finish();
      const counts = ({ rows: all, ...rest }: typeof actual): unknown => ({
        ...rest,
        rows: all.map(({ revenue, ...row }) => row),
      });
      expect(counts(actual)).toEqual(counts(expected));
      expected.rows.forEach(({ revenue }, i) => {
        const own = actual.rows[i]?.revenue;
        for (const name of ["start", "end", "new", "returned", "lost", "expansion", "contraction"] as const) {
          expect(Math.abs((own?.[name] ?? Number.NaN) - revenue[name])).toBeLessThanOrEqual(
            1e-12 * expected.rows.reduce((most, row) => Math.max(most, row.revenue.end), 1),
          );
        }
      });
    }
  });
});
