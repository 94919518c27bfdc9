import { describe, expect, it } from "vitest";
import type { IssueCode } from "../../src/rows/issue.ts";
import { transactionLogFromColumns } from "../../src/transactions/transaction-log-from-columns.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const good = { customerId: "A", date: "2025-03-01", amount: 10, margin: 2, order: "o" };
const columns = { margin: "margin", order: "order" } as const;

const faults: readonly (readonly [Record<string, unknown>, string, IssueCode])[] = [
  [{ customerId: null }, "customerId", "missing_customer"],
  [{ customerId: undefined }, "customerId", "missing_customer"],
  [{ customerId: "" }, "customerId", "missing_customer"],
  [{ customerId: Number.NaN }, "customerId", "invalid_customer"],
  [{ customerId: Number.POSITIVE_INFINITY }, "customerId", "invalid_customer"],
  [{ customerId: {} }, "customerId", "invalid_customer"],
  [{ date: null }, "date", "missing_date"],
  [{ date: "" }, "date", "missing_date"],
  [{ date: "2025-02-30" }, "date", "impossible_date"],
  [{ date: "0000-01-01" }, "date", "impossible_date"],
  [{ date: "20025-01-01" }, "date", "impossible_date"],
  [{ date: "03/01/2025" }, "date", "invalid_date"],
  [{ date: Number.NaN }, "date", "invalid_date"],
  [{ date: new Date("x") }, "date", "invalid_date"],
  [{ amount: null }, "amount", "missing_amount"],
  [{ amount: "" }, "amount", "missing_amount"],
  [{ amount: "12,50" }, "amount", "text_amount"],
  [{ amount: "12.50" }, "amount", "text_amount"],
  [{ amount: Number.NaN }, "amount", "nan_amount"],
  [{ amount: Number.NEGATIVE_INFINITY }, "amount", "infinite_amount"],
  [{ amount: true }, "amount", "invalid_amount"],
  [{ amount: 12n }, "amount", "invalid_amount"],
  [{ margin: null }, "margin", "missing_margin"],
  [{ margin: "3" }, "margin", "text_margin"],
  [{ margin: Number.NaN }, "margin", "nan_margin"],
  [{ margin: Number.POSITIVE_INFINITY }, "margin", "infinite_margin"],
  [{ margin: [] }, "margin", "invalid_margin"],
  [{ order: null }, "order", "missing_order"],
  [{ order: Number.NaN }, "order", "invalid_order"],
];

type Row = typeof good;
const broken = (fault: Record<string, unknown>): Row => ({ ...good, ...fault }) as Row;

describe("rows that cannot be read", () => {
  it.each(faults)("%o is told by field and code", (fault, field, code) => {
    const rows = [good, broken(fault), good];
    const error = dataErrorOf(() => transactionLog(rows, columns));
    expect(error.issues).toMatchObject([{ row: 1, field, code }]);
    expect(error.byCode).toEqual({ [code]: 1 });
    expect(error.message).toContain(`row 1, ${field}: `);
    const log = transactionLog(rows, columns, { invalid: "skip" });
    expect(log.skipped).toEqual({ total: 1, byCode: { [code]: 1 } });
    expect(log.rows).toBe(3);
    expect([...log.amounts]).toEqual([20]);
  });

  it.each(faults)("%o is told in columns as in rows", (fault, _, code) => {
    const rows = [good, broken(fault), good];
    const arrays = {
      customer: rows.map((row) => row.customerId),
      date: rows.map((row) => row.date),
      amount: rows.map((row) => row.amount),
      margin: rows.map((row) => row.margin),
      order: rows.map((row) => row.order),
    };
    expect(dataErrorOf(() => transactionLogFromColumns(arrays)).byCode).toEqual({ [code]: 1 });
    const skipping = { invalid: "skip" } as const;
    const fromColumns = transactionLogFromColumns(arrays, skipping);
    expect(fromColumns).toEqual(transactionLog(rows, columns, skipping));
  });

  it("report every fault of a row, and count the row once", () => {
    const rows = [broken({ customerId: "", date: "2025-02-30", amount: "12,50" }), good];
    const error = dataErrorOf(() => transactionLog(rows));
    expect(error.issues.map(({ row, code }) => [row, code])).toEqual([
      [0, "missing_customer"],
      [0, "impossible_date"],
      [0, "text_amount"],
    ]);
    expect(error.total).toBe(3);
    const { skipped } = transactionLog(rows, {}, { invalid: "skip" });
    expect(skipped).toEqual({
      total: 1,
      byCode: { missing_customer: 1, impossible_date: 1, text_amount: 1 },
    });
  });

  it("are collected over the whole input", () => {
    const rows = Array.from({ length: 1000 }, (_, i) =>
      i % 2 === 0 ? good : broken({ amount: Number.NaN }),
    );
    const error = dataErrorOf(() => transactionLog(rows));
    expect(error.total).toBe(500);
    expect(error.issues).toHaveLength(100);
    expect(error.issues[99]?.row).toBe(199);
  });

  it("may be no rows at all", () => {
    const rows = [null, good, undefined] as unknown as Row[];
    const error = dataErrorOf(() => transactionLog(rows));
    expect(error.byCode).toEqual({ invalid_row: 2 });
    expect(transactionLog(rows, {}, { invalid: "skip" }).customerIds).toEqual(["A"]);
  });

  it("leave no trace of customers who have nothing else", () => {
    const rows = [broken({ customerId: "X", amount: Number.NaN }), good, broken({ customerId: "B" })];
    const log = transactionLog(rows, {}, { invalid: "skip" });
    expect(log.customerIds).toEqual(["A", "B"]);
  });

  it("name the fields that the rows have when a column is misnamed", () => {
    const rows = [{ customerId: "A", datum: "2025-03-01", amount: 1 }];
    const error = dataErrorOf(() => transactionLog(rows as unknown as (typeof good)[]));
    expect(error.message).toContain('no field "date"; it has "customerId", "datum", "amount"');
  });

  it("include returns, if returns are rejected", () => {
    const rows = [good, broken({ amount: -5, order: "p" }), broken({ amount: -1, order: "p" })];
    const byRow = dataErrorOf(() => transactionLog(rows, {}, { returns: "reject" }));
    expect(byRow.issues.map(({ row, code, value }) => [row, code, value])).toEqual([
      [1, "negative_amount", -5],
      [2, "negative_amount", -1],
    ]);
    const byOrder = transactionLog(rows, { order: "order" }, { returns: "reject", invalid: "skip" });
    expect(byOrder.skipped).toEqual({ total: 2, byCode: { negative_amount: 1 } });
    expect([...byOrder.amounts]).toEqual([10]);
  });

  it("keep the row of a rejected return after other rows were skipped", () => {
    const rows = [broken({ amount: Number.NaN }), good, broken({ amount: -5 })];
    const error = dataErrorOf(() => transactionLog(rows, {}, { returns: "reject" }));
    expect(error.issues.map(({ row, code }) => [row, code])).toEqual([
      [0, "nan_amount"],
      [2, "negative_amount"],
    ]);
  });
});

describe("options of the door", () => {
  it.each([
    [{ timeZone: "Europe/Bielefeld" }, "timeZone"],
    [{ invalid: "ignore" }, "invalid"],
    [{ returns: "drop" }, "returns"],
  ])("refuse %o", (options, path) => {
    const error = dataErrorOf(() => transactionLog([good], {}, options as never));
    expect(error.issues).toMatchObject([{ code: "invalid_option", field: path }]);
  });

  it("refuse columns of different length", () => {
    const error = dataErrorOf(() =>
      transactionLogFromColumns({ customer: ["A"], date: ["2025-01-01"], amount: [1, 2] }),
    );
    expect(error.issues).toMatchObject([{ code: "unequal_columns", field: "amount", value: 2 }]);
  });

  it("refuse amounts whose sum is no number", () => {
    const rows = [
      { customerId: "A", date: "2025-01-01", amount: 1e308 },
      { customerId: "B", date: "2025-01-01", amount: 1e308 },
    ];
    expect(dataErrorOf(() => transactionLog(rows)).byCode).toEqual({ amount_overflow: 1 });
    expect([...transactionLog(rows.slice(0, 1)).amounts]).toEqual([1e308]);
  });
});
