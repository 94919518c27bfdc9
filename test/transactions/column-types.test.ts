import { describe, expectTypeOf, it } from "vitest";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

interface Invoice {
  readonly kundennr: number;
  readonly datum: string;
  readonly netto: number;
  readonly text: string;
}
const invoices: readonly Invoice[] = [{ kundennr: 1, datum: "2025-01-01", netto: 5, text: "5,00" }];
const columns = { customer: "kundennr", date: "datum", amount: "netto" } as const;

describe("the types of columns", () => {
  it("admit names of fields that can hold the value, and functions", () => {
    expectTypeOf(transactionLog(invoices, columns)).toEqualTypeOf<TransactionLog>();
    transactionLog(invoices, { ...columns, amount: (row) => row.netto * 2 });
    transactionLog(invoices, { ...columns, order: "text" });
  });

  it("refuse a field of text as amount", () => {
    // @ts-expect-error: text is no amount
    const call = () => transactionLog(invoices, { ...columns, amount: "text" });
    dataErrorOf(call);
  });

  it("refuse a field that rows do not have", () => {
    // @ts-expect-error: there is no such field
    const call = () => transactionLog(invoices, { ...columns, date: "date" });
    dataErrorOf(call);
  });

  it("demand what rows do not have by default", () => {
    // @ts-expect-error: rows have no field "customerId", so the columns are needed
    dataErrorOf(() => transactionLog(invoices));
    // @ts-expect-error: the amount is still to be named
    dataErrorOf(() => transactionLog(invoices, { customer: "kundennr", date: "datum" }));
  });

  it("demand only what rows do not have by default", () => {
    const mixed = [{ customerId: "A", date: "2025-01-01", netto: 5 }];
    expectTypeOf(transactionLog(mixed, { amount: "netto" })).toEqualTypeOf<TransactionLog>();
  });

  it("know the rows of functions where rows have several shapes", () => {
    const mixed = [
      { customerId: "A", date: "2025-01-01", netto: 5, kind: "order" },
      { customerId: "B", date: "2025-01-02", netto: 7 },
    ];
    const log = transactionLog(mixed, { amount: (row) => row.netto * 2 });
    expectTypeOf(log).toEqualTypeOf<TransactionLog>();
  });

  it("refuse a log that did not pass the door", () => {
    type Forged = Omit<TransactionLog, symbol>;
    expectTypeOf<Forged>().not.toExtend<TransactionLog>();
  });
});
