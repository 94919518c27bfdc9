import { expect, it } from "vitest";
import { classifyCustomers, classMovements } from "../../src/classification/index.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { DEFAULTS, naiveClassification } from "./naive-classification.ts";

describeWithData("CDNOW, the whole file", "cdnow/cdnow_master.csv", (path) => {
  const transactions = csvRows<"customer_id" | "date" | "dollars">(path).map((row) => ({
    customerId: row.customer_id,
    date: row.date,
    amount: Number(row.dollars),
  }));

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
    // Counted from the file by an independent script, as is the usual gap.
    const customers = new Map(classes.map((row) => [row.class, row.customers]));
    expect([customers.get("dormant"), customers.get("reactivated")]).toEqual([15_238, 552]);
  });

  it("moves between the ends of 1997 and of the observation as the ledger says", () => {
    const { ledger, rows } = classMovements(transactionLog(transactions), {
      from: "1997-12-31",
      to: "1998-06-30",
    });
    expect(rows).toHaveLength(23_570);
    expect(ledger.new + ledger.returning + ledger.reactivated).toBe(ledger.activeEnd);
    expect(ledger.activeStart + ledger.new + ledger.reactivated - ledger.dormant).toBe(ledger.activeEnd);
    // Everybody bought first in early 1997, so all were active at the end of that year, and the dormant are those of the last day.
    expect([ledger.activeStart, ledger.dormant]).toEqual([23_570, 15_238]);
  });
});
