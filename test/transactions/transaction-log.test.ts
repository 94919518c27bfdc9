import { describe, expect, it } from "vitest";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { contentsOf, revenueOf } from "../support/log-contents.ts";

const orders = [
  { customerId: "B", date: "2025-03-02", amount: 30 },
  { customerId: "A", date: "2025-03-01", amount: 10 },
  { customerId: "B", date: "2025-01-15", amount: 20 },
];

describe("transactionLog", () => {
  it("lays transactions out by customer and day", () => {
    const log = transactionLog(orders);
    expect(log.customerIds).toEqual(["B", "A"]);
    expect([...log.offsets]).toEqual([0, 2, 3]);
    expect([...log.days]).toEqual([20_103, 20_149, 20_148]);
    expect([...log.amounts]).toEqual([20, 30, 10]);
    expect(log).toMatchObject({
      from: "2025-01-15",
      until: "2025-03-02",
      rows: 3,
      timeZone: "UTC",
      margins: null,
    });
    expect(log.skipped).toEqual({ total: 0, byCode: {} });
  });

  it("is plain data that can be cloned", () => {
    const log = transactionLog(orders);
    expect(structuredClone(log)).toEqual(log);
  });

  it("reads by field name, by function, and from any iterable", () => {
    const rows = [{ kunde: { id: 7 }, tag: new Date("2025-03-01T10:00:00Z"), cents: 1250, spanne: 3 }];
    const columns = {
      customer: (row: (typeof rows)[number]) => row.kunde.id,
      date: "tag",
      amount: (row: (typeof rows)[number]) => row.cents / 100,
      margin: "spanne",
    } as const;
    const log = transactionLog(new Set(rows), columns);
    expect(log.customerIds).toEqual([7]);
    expect([...log.amounts]).toEqual([12.5]);
    expect([...(log.margins ?? [])]).toEqual([3]);
    function* generated() {
      yield* rows;
    }
    expect(transactionLog(generated(), columns)).toEqual(log);
  });

  it('keeps 1 and "1" apart, and 0 and -0 together', () => {
    const log = transactionLog(
      [1, "1", 0, -0].map((customerId) => ({ customerId, date: "2025-01-01", amount: 1 })),
    );
    expect(log.customerIds).toEqual([1, "1", 0]);
    expect([...log.offsets]).toEqual([0, 1, 2, 4]);
  });

  it("decides the day of instants by the time zone", () => {
    const rows = [
      { customerId: "A", date: "2025-06-30T22:30:00Z", amount: 1 },
      { customerId: "A", date: "2025-06-30", amount: 2 },
    ];
    expect(transactionLog(rows).until).toBe("2025-06-30");
    expect(transactionLog(rows, {}, { timeZone: "Europe/Berlin" }).until).toBe("2025-07-01");
  });

  it("makes one transaction of the line items of an order", () => {
    const items = [
      { customerId: "A", date: "2025-03-02", amount: 10, order: 1 },
      { customerId: "A", date: "2025-03-01", amount: -4, order: 1 },
      { customerId: "A", date: "2025-03-05", amount: 7, order: "1" },
      { customerId: "B", date: "2025-03-03", amount: 5, order: 1 },
      { customerId: "B", date: "2025-03-03", amount: 6, order: 1 },
      { customerId: "A", date: "2025-03-09", amount: 1, order: 2 },
      { customerId: "C", date: "2025-03-09", amount: 2, order: 1 },
    ];
    const log = transactionLog(items, { order: "order" });
    expect(contentsOf(log)).toEqual(
      new Map([
        // first day of the order, sum of its items; "1" is another order
        ["A", ["20148 6 -", "20152 7 -", "20156 1 -"]],
        // the same order id under another customer is another order
        ["B", ["20150 11 -"]],
        ["C", ["20156 2 -"]],
      ]),
    );
    expect(log.rows).toBe(7);
  });

  it("adds the margins of line items", () => {
    const items = [
      { customerId: "A", date: "2025-03-01", amount: 10, order: 1, margin: 3 },
      { customerId: "A", date: "2025-03-01", amount: 20, order: 1, margin: 4 },
    ];
    const log = transactionLog(items, { order: "order", margin: "margin" });
    expect([...(log.margins ?? [])]).toEqual([7]);
  });
});

describe("returns", () => {
  const rows = [
    { customerId: "A", date: "2025-03-01", amount: 100 },
    { customerId: "A", date: "2025-03-09", amount: -30 },
    { customerId: "B", date: "2025-03-09", amount: -5 },
  ];

  it("are netted by default", () => {
    const log = transactionLog(rows);
    expect(revenueOf(log)).toBe(65);
    expect(log.returns).toEqual({ policy: "net", transactions: 2, amount: -35 });
    expect(log.customerIds).toEqual(["A", "B"]);
  });

  it("can be left out, and are still counted", () => {
    const log = transactionLog(rows, {}, { returns: "ignore" });
    expect(revenueOf(log)).toBe(100);
    expect(log.returns).toEqual({ policy: "ignore", transactions: 2, amount: -35 });
    expect(log.customerIds).toEqual(["A"]);
    expect(log.until).toBe("2025-03-01");
    expect(log.skipped.total).toBe(0);
  });

  it("are judged by the order, not by the line item", () => {
    const items = rows.map((row) => ({ ...row, order: row.customerId }));
    const log = transactionLog(items, { order: "order" }, { returns: "ignore" });
    expect(contentsOf(log)).toEqual(new Map([["A", ["20148 70 -"]]]));
  });
});
