import { expect, it } from "vitest";
import { createCustomerReducer } from "../../src/customers/create-customer-reducer.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { expectSameSummaries } from "../support/expect-same-summaries.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Field = "InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID";
type Line = Readonly<Record<Field, string>>;

describeWithData("Online Retail as a stream", "online_retail/online_retail.csv.gz", (path) => {
  const lines = csvRows<Field>(path);
  const columns = {
    customer: "CustomerID",
    date: "InvoiceDate",
    amount: (line: Line): number => Number(line.Quantity) * Number(line.UnitPrice),
  } as const;

  it("comes to the summaries of the log, customer by customer, from batches and from two halves", () => {
    const expected = summarizeCustomers(transactionLog(lines, columns, { invalid: "skip" }), {
      unit: "week",
    });
    const turnover = Math.max(...expected.rows.map((row) => row.revenue));
    const one = createCustomerReducer<Line>({ columns, invalid: "skip", unit: "week" });
    const other = createCustomerReducer<Line>({ columns, invalid: "skip", unit: "week" });
    for (let i = 0; i < lines.length; i += 20_000)
      (i % 40_000 === 0 ? one : other).add(lines.slice(i, i + 20_000));
    one.merge(structuredClone(other.snapshot()));
    expectSameSummaries(one.finish(), expected, turnover);
    expect(one.progress.rows).toBe(541_909);
    expect(one.progress.skipped).toEqual({ total: 135_080, byCode: { missing_customer: 135_080 } });
  });
});

describeWithData("CDNOW as a stream", "cdnow/cdnow_master.csv", (path) => {
  const rows = csvRows<"customer_id" | "date" | "dollars">(path).map((line) => ({
    customerId: line.customer_id,
    date: line.date,
    amount: Number(line.dollars),
  }));

  it.each([
    { count: "purchase-days", intervals: true },
    { count: "purchases", asOf: "1997-09-30" },
  ] as const)("comes to the summaries of the log: %o", (options) => {
    const reducer = createCustomerReducer(options);
    for (let end = rows.length; end > 0; end -= 7000) reducer.add(rows.slice(Math.max(0, end - 7000), end));
    const expected = summarizeCustomers(transactionLog(rows), options);
    expectSameSummaries(reducer.finish(), expected, Math.max(...expected.rows.map((row) => row.revenue)));
  });
});
