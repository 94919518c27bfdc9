import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { classifyCustomers, classMovements } from "../../src/classification/index.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { DEFAULTS, type NaiveTransaction, naiveClassification } from "./naive-classification.ts";

const file = new URL("../../../shared/data/cdnow/cdnow_master.csv", import.meta.url);
const isThere = existsSync(file);

function readTransactions(): NaiveTransaction[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  return rows.map((row) => ({
    customerId: String(row["customer_id"]),
    date: String(row["date"]),
    amount: Number(row["dollars"]),
  }));
}

describe.skipIf(!isThere)(
  `CDNOW (${isThere ? "whole file" : "skipped: the data set is not beside the repository"})`,
  () => {
    const transactions = isThere ? readTransactions() : [];

    it.each(["1998-06-30", "1997-09-30"])("is classified as the definitions say, as of %s", (asOf) => {
      const log = transactionLog(transactions);
      const { rows } = classifyCustomers(log, { asOf });
      const expected = naiveClassification(transactions, [], [], { ...DEFAULTS, asOf });
      const short = ({
        customerId,
        ...row
      }: {
        customerId: string | number;
        class: string;
        subReason: string | null;
      }) => [customerId, [row.class, row.subReason]] as const;
      expect(new Map(rows.map(short))).toEqual(new Map(expected.map(short)));
    });

    it("reconciles with the totals of the data set", () => {
      const { rows, classes, limits, asOf } = classifyCustomers(transactionLog(transactions));
      expect(asOf).toBe("1998-06-30");
      expect(rows).toHaveLength(23_570);
      expect(classes.reduce((sum, row) => sum + row.customers, 0)).toBe(23_570);
      expect(classes.reduce((sum, row) => sum + row.revenue, 0)).toBeCloseTo(2_500_315.63, 2);
      expect(limits.usualGap).toBe(34);
      expect(Object.fromEntries(classes.map((row) => [row.class, row.customers]))).toEqual({
        prospect: 0,
        new: 0,
        existing: 1194,
        regular: 2167,
        declining: 4419,
        reactivated: 552,
        dormant: 15_238,
        lost: 0,
      });
    });

    it("moves between the ends of 1997 and of the observation as the ledger says", () => {
      const { ledger, rows } = classMovements(transactionLog(transactions), {
        from: "1997-12-31",
        to: "1998-06-30",
      });
      expect(rows).toHaveLength(23_570);
      expect(ledger.new + ledger.returning + ledger.reactivated).toBe(ledger.activeEnd);
      expect(ledger).toEqual({
        activeStart: 23_570,
        new: 0,
        returning: 8332,
        reactivated: 0,
        dormant: 15_238,
        activeEnd: 8332,
      });
    });
  },
);
