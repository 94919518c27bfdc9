import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDayOfIso } from "../../src/time/civil-day.ts";
import type { TransactionColumnArrays } from "../../src/transactions/columns.ts";
import { transactionLogFromColumns } from "../../src/transactions/transaction-log-from-columns.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryRows } from "../support/arbitrary-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

describe("transactionLogFromColumns", () => {
  it("gives the same log as rows, whatever form the columns have", () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const ids = rows.map((row) => row.customerId);
        const dictionary = [...new Set(ids)].reverse();
        const codes = Int32Array.from(ids, (id) => dictionary.indexOf(id));
        const epochDays = Int32Array.from(rows, (row) => civilDayOfIso(row.date));
        const amount = Float64Array.from(rows, (row) => row.amount);
        const expected = transactionLog(rows);
        const date = rows.map((row) => row.date);
        expect(transactionLogFromColumns({ customer: ids, date, amount })).toEqual(expected);
        expect(
          transactionLogFromColumns({ customer: { codes, dictionary }, date: { epochDays }, amount }),
        ).toEqual(expected);
        const milliseconds = Float64Array.from(epochDays, (day) => day * 86_400_000 + 1);
        expect(transactionLogFromColumns({ customer: ids, date: milliseconds, amount: [...amount] })).toEqual(
          expected,
        );
      }),
    );
  });

  it("reads integer ids of any sign and size", () => {
    const integers = fc.oneof(fc.integer(), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(fc.array(integers, { maxLength: 3000 }), (ids) => {
        const epochDays = new Int32Array(ids.length).fill(20_000);
        const amount = Float64Array.from(ids, (_, i) => i);
        const typed = transactionLogFromColumns({
          customer: Int32Array.from(ids),
          date: { epochDays },
          amount,
        });
        const plain = transactionLogFromColumns({ customer: ids, date: { epochDays }, amount });
        // Int32Array has no -0
        expect(typed).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it("takes a dictionary that lists an id twice, or one that nobody uses", () => {
    const log = transactionLogFromColumns({
      customer: { codes: Int32Array.of(0, 1, 2), dictionary: ["A", "B", "A", "unused"] },
      date: { epochDays: Int32Array.of(20_000, 20_001, 20_002) },
      amount: [1, 2, 3],
    });
    expect(log.customerIds).toEqual(["A", "B"]);
    expect([...log.amounts]).toEqual([1, 3, 2]);
  });

  it("tells rows without a code from rows with a code beyond the dictionary", () => {
    const columns = {
      customer: { codes: Int32Array.of(-1, 5, 0, 1), dictionary: ["A", ""] },
      date: { epochDays: Int32Array.of(20_000, 20_000, 20_000, 20_000) },
      amount: [1, 2, 3, 4],
    };
    const error = dataErrorOf(() => transactionLogFromColumns(columns));
    expect(error.issues.map(({ row, code }) => [row, code])).toEqual([
      [0, "missing_customer"],
      [1, "invalid_customer"],
      [3, "missing_customer"],
    ]);
  });

  it("refuses epoch days outside the calendar, and leaves the user's arrays alone", () => {
    const epochDays = Int32Array.of(20_000, 99_999_999);
    const customer = Int32Array.of(1, 1);
    const amount = Float64Array.of(-0, 5);
    const log = transactionLogFromColumns({ customer, date: { epochDays }, amount }, { invalid: "skip" });
    expect(log.skipped).toEqual({ total: 1, byCode: { impossible_date: 1 } });
    expect(Object.is(log.amounts[0], 0)).toBe(true);
    expect([...epochDays]).toEqual([20_000, 99_999_999]);
    expect(Object.is(amount[0], -0)).toBe(true);
  });
});

describe("columns that are none", () => {
  const sound = { customer: ["A"], date: ["2025-01-01"], amount: [1] };

  it.each([
    ["codes without their list", { customer: { codes: Int32Array.of(0) } }, "columns.customer"],
    [
      "codes with a fraction",
      { customer: { codes: Float64Array.of(0.5), dictionary: ["A"] } },
      "columns.customer",
    ],
    ["an empty record", { customer: {} }, "columns.customer"],
    ["no days", { date: { epochDays: null } }, "columns.date"],
    ["days with a fraction", { date: { epochDays: Float64Array.of(20_000.7) } }, "columns.date"],
    ["null as amounts", { amount: null }, "columns.amount"],
    ["null as margins", { margin: null }, "columns.margin"],
    ["a misspelt name", { margins: [1] }, "columns.margins"],
  ])("are refused: %s", (_what, spoilt, field) => {
    const columns = { ...sound, ...spoilt } as unknown as TransactionColumnArrays;
    expect(dataErrorOf(() => transactionLogFromColumns(columns)).issues[0]).toMatchObject({ field });
  });
});
