import { describe, expect, it } from "vitest";
import { createCustomerReducer, resumeCustomerReducer } from "../../src/customers/create-customer-reducer.ts";
import type { CustomerReducerProgress } from "../../src/customers/customer-reducer.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { DataError } from "../../src/rows/data-error.ts";
import type { Transaction } from "../../src/transactions/columns.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows: readonly Transaction[] = [
  { customerId: "A", date: "2025-03-14", amount: 10 },
  { customerId: "B", date: "2025-04-01", amount: 80 },
  { customerId: "A", date: "2025-04-09", amount: 20 },
  { customerId: "A", date: "2025-05-21", amount: 25 },
  { customerId: "C", date: "2025-05-22", amount: -5 },
];
const [first, second] = [rows.slice(0, 2), rows.slice(2)];

/** What a call that must fail throws. */
async function thrownBy(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

describe("add", () => {
  it("counts on after results were asked for", () => {
    const reducer = createCustomerReducer();
    reducer.add(first);
    expect(reducer.finish().asOf).toBe("2025-04-01");
    reducer.add(second);
    expect(reducer.finish()).toEqual(summarizeCustomers(transactionLog(rows)));
  });

  it("reads rows by columns, whatever the row is called", () => {
    const lines = rows.map(({ customerId, date, amount }) => ({ nr: customerId, tag: date, netto: amount }));
    const reducer = createCustomerReducer<(typeof lines)[number]>({
      columns: { customer: "nr", date: "tag", amount: (line) => line.netto },
    });
    reducer.add(new Set(lines));
    expect(reducer.finish()).toEqual(summarizeCustomers(transactionLog(rows)));
  });

  it("refuses a name that has been counted, and counts nothing twice", () => {
    const reducer = createCustomerReducer();
    reducer.add(first, { id: "part-1" });
    const before = reducer.snapshot();
    const error = dataErrorOf(() => reducer.add(first, { id: "part-1" }));
    expect(error.issues[0]).toMatchObject({ code: "invalid_option", field: "id", value: "part-1" });
    expect(reducer.snapshot()).toEqual(before);
    expect([reducer.hasBatch("part-1"), reducer.hasBatch("part-2"), reducer.hasBatch(1)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("says which batch and which row is faulty, and is as before; the mended batch is taken", () => {
    const reducer = createCustomerReducer();
    reducer.add(first, { id: "part-1" });
    const before = reducer.snapshot();
    const dictionary = ["N", ""];
    const batch = {
      customer: { codes: Int32Array.of(0, 1), dictionary },
      date: ["2025-06-01", "2025-06-02"],
      amount: [1, 2],
    };
    const error = dataErrorOf(() => reducer.add(batch, { id: "part-2" }));
    expect(error.byCode).toEqual({ missing_customer: 1 });
    expect(error.issues[0]?.row).toBe(1);
    expect(error.message).toContain('In batch 2 ("part-2")');
    expect(reducer.snapshot()).toEqual(before);
    dictionary[1] = "O";
    reducer.add(batch, { id: "part-2" });
    expect(reducer.customerIds()).toEqual(["A", "B", "N", "O"]);
  });

  it("leaves faulty rows out and counts them by code, if told so", () => {
    const reducer = createCustomerReducer<Transaction>({ invalid: "skip", returns: "reject" });
    const bad = [
      { customerId: "X", date: "2025-02-30", amount: 1 },
      { customerId: "", date: "2025-03-01", amount: Number.NaN },
      null as never,
    ];
    reducer.add([...bad, ...rows]);
    reducer.add(bad);
    const log = transactionLog([...bad, ...rows, ...bad], {}, { invalid: "skip", returns: "reject" });
    expect(reducer.progress.skipped).toEqual(log.skipped);
    expect(reducer.progress.returns).toEqual(log.returns);
    expect(reducer.progress).toMatchObject({ batches: 2, rows: 11, customers: 2 });
    expect(reducer.finish()).toEqual(summarizeCustomers(log));
  });

  it("follows a dictionary that grows, and one that is filled anew", () => {
    const reducer = createCustomerReducer();
    const dictionary = ["A"];
    const add = (...codes: number[]): void =>
      reducer.add({
        customer: { codes: Int32Array.from(codes), dictionary },
        date: codes.map((_, i) => `2025-01-0${i + 1}`),
        amount: codes.map(() => 1),
      });
    add(0);
    dictionary.push("B", "A");
    add(1, 2);
    dictionary.splice(0, 3, "C", "D");
    add(0, 1);
    expect(reducer.finish().rows.map(({ customerId, orders }) => [customerId, orders])).toEqual([
      ["A", 2],
      ["B", 1],
      ["C", 1],
      ["D", 1],
    ]);
    expect(dataErrorOf(() => add(0, 2)).byCode).toEqual({ invalid_customer: 1 });
  });

  it("reads a table of Arrow by the names of its columns, which functions have not", () => {
    const column = (type: { typeId: number }, values: Int32Array | Float64Array) => ({
      type,
      length: values.length,
      data: [{ length: values.length, offset: 0, values }],
      get: (row: number) => values[row],
    });
    const children = new Map([
      [
        "nr",
        column({ typeId: 2, bitWidth: 32, isSigned: true } as { typeId: number }, Int32Array.of(7, 8, 7)),
      ],
      ["tag", column({ typeId: 8, unit: 0 } as { typeId: number }, Int32Array.of(20_148, 20_190, 20_200))],
      ["netto", column({ typeId: 3, precision: 2 } as { typeId: number }, Float64Array.of(12, 8, 3))],
    ]);
    const table = {
      numRows: 3,
      schema: { fields: [...children.keys()].map((name) => ({ name })) },
      getChild: (name: string) => children.get(name) ?? null,
    };
    type Line = { nr: number; tag: string; netto: number };
    const reducer = createCustomerReducer<Line>({
      columns: { customer: "nr", date: "tag", amount: "netto" },
    });
    reducer.add(table);
    expect(reducer.finish().rows).toMatchObject([
      { customerId: 7, frequency: 1, recency: 52, monetaryValue: 3 },
      { customerId: 8, frequency: 0, T: 10 },
    ]);
    const byFunction = createCustomerReducer<Line>({
      columns: { customer: "nr", date: "tag", amount: (line) => line.netto },
    });
    expect(dataErrorOf(() => byFunction.add(table)).issues[0]?.field).toBe("columns.amount");
  });

  it("leaves out and counts what lies behind asOf", () => {
    const reducer = createCustomerReducer({ asOf: "2025-04-09" });
    reducer.add(rows);
    expect(reducer.progress).toMatchObject({ afterAsOf: 2, customers: 3, rows: 5 });
    expect(reducer.finish()).toEqual(summarizeCustomers(transactionLog(rows), { asOf: "2025-04-09" }));
  });

  it("takes a day far from all others without widening every customer's window", () => {
    const reducer = createCustomerReducer();
    const many = Array.from({ length: 5000 }, (_, c) => ({ customerId: c, date: "2025-01-01", amount: 1 }));
    reducer.add(many);
    reducer.add([{ customerId: 7, date: "0001-01-01", amount: 3 }]);
    reducer.add([{ customerId: 7, date: "0001-01-01", amount: 3 }]);
    reducer.add([{ customerId: 7, date: "2026-03-01", amount: 3 }]);
    const days = reducer.snapshot().states.days;
    expect(days?.words).toBeLessThan(32);
    expect(reducer.finish().rows[7]).toMatchObject({
      frequency: 2,
      firstPurchase: "0001-01-01",
      orders: 4,
    });
  });

  it("refuses sums beyond what a number can hold, over all batches", () => {
    const reducer = createCustomerReducer();
    const large = [{ customerId: "A", date: "2025-01-01", amount: 1e308 }];
    reducer.add(large);
    const before = reducer.snapshot();
    expect(dataErrorOf(() => reducer.add(large)).byCode).toEqual({ amount_overflow: 1 });
    expect(reducer.snapshot()).toEqual(before);
    const other = createCustomerReducer();
    other.add(large);
    expect(dataErrorOf(() => reducer.merge(other)).byCode).toEqual({ amount_overflow: 1 });
  });

  it("wants margins in all batches or in none", () => {
    const columns = { customer: ["A"], date: ["2025-01-01"], amount: [5] };
    const without = createCustomerReducer();
    without.add(columns);
    without.add([]);
    expect(dataErrorOf(() => without.add({ ...columns, margin: [1] })).message).toContain("all or none");
    const margins = createCustomerReducer();
    margins.add({ ...columns, margin: [2] });
    expect(dataErrorOf(() => margins.add(columns)).message).toContain("all or none");
    expect(margins.finish().rows[0]?.margin).toBe(2);
  });
});

describe("addAll", () => {
  async function* parts(): AsyncGenerator<{ id: string; batch: readonly Transaction[] }> {
    yield { id: "one", batch: first };
    yield { id: "two", batch: second };
  }

  it("goes through lists and streams, with and without names, and tells how far it is", async () => {
    const reducer = createCustomerReducer();
    const seen: CustomerReducerProgress[] = [];
    const end = await reducer.addAll(parts(), { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ batches, rows }) => [batches, rows])).toEqual([
      [1, 2],
      [2, 5],
    ]);
    expect(end).toEqual(seen[1]);
    const other = createCustomerReducer();
    await other.addAll([first, second]);
    expect(other.finish()).toEqual(reducer.finish());
    expect(reducer.hasBatch("two")).toBe(true);
  });

  it("stops before the next batch when told to, closes the source, and can go on", async () => {
    const reducer = createCustomerReducer();
    const controller = new AbortController();
    let closed = false;
    async function* source(): AsyncGenerator<{ id: string; batch: readonly Transaction[] }> {
      try {
        yield* parts();
      } finally {
        closed = true;
      }
    }
    const onProgress = (): void => controller.abort(new Error("enough"));
    const error = await thrownBy(() => reducer.addAll(source(), { signal: controller.signal, onProgress }));
    expect(error).toEqual(new Error("enough"));
    expect([closed, reducer.progress.batches, reducer.hasBatch("two")]).toEqual([true, 1, false]);
    const left = [];
    for await (const part of parts()) if (!reducer.hasBatch(part.id)) left.push(part);
    await reducer.addAll(left);
    expect(reducer.finish()).toEqual(summarizeCustomers(transactionLog(rows)));
  });

  it("throws an AbortError for a signal without a reason, before the source is asked", async () => {
    const reducer = createCustomerReducer();
    let asked = false;
    function* source(): Generator<readonly Transaction[]> {
      asked = true;
      yield first;
    }
    const error = await thrownBy(() => reducer.addAll(source(), { signal: { aborted: true } }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect([asked, reducer.progress.batches]).toEqual([false, 0]);
  });

  it("passes on what the source throws, and what a batch is refused for, after the batches before", async () => {
    const reducer = createCustomerReducer();
    async function* broken(): AsyncGenerator<readonly Transaction[]> {
      yield first;
      throw new RangeError("the connection is gone");
    }
    expect(await thrownBy(() => reducer.addAll(broken()))).toEqual(new RangeError("the connection is gone"));
    expect(reducer.progress.rows).toBe(2);
    const bad = [second, [{ customerId: "A", date: "nonsense", amount: 1 }], first];
    const error = await thrownBy(() => reducer.addAll(bad));
    expect(error).toBeInstanceOf(DataError);
    expect((error as DataError).message).toContain("In batch 3");
    expect(reducer.progress.rows).toBe(5);
    expect(reducer.finish()).toEqual(summarizeCustomers(transactionLog(rows)));
  });
});

describe("merge and resume", () => {
  const of = (batch: readonly Transaction[], id?: string) => {
    const reducer = createCustomerReducer();
    reducer.add(batch, id === undefined ? {} : { id });
    return reducer;
  };

  it("refuses batches that both have counted", () => {
    const whole = of(first, "one");
    const before = whole.snapshot();
    expect(dataErrorOf(() => whole.merge(of(first, "one"))).issues[0]).toMatchObject({
      field: "merge",
      value: "one",
    });
    expect(dataErrorOf(() => whole.merge(whole)).message).toContain("into itself");
    expect(whole.snapshot()).toEqual(before);
    whole.merge(of(second, "two").snapshot());
    expect(whole.finish()).toEqual(summarizeCustomers(transactionLog(rows)));
    expect(dataErrorOf(() => whole.add(second, { id: "two" })).issues[0]?.field).toBe("id");
  });

  it.each([
    ["asOf", { asOf: "2025-06-01" }],
    ["unit", { unit: "week" }],
    ["count", { count: "purchases" }],
    ["intervals", { intervals: true }],
    ["timeZone", { timeZone: "Europe/Berlin" }],
    ["returns", { returns: "ignore" }],
  ] as const)("refuses a reducer with another %s", (name, options) => {
    const other = createCustomerReducer(options);
    expect(dataErrorOf(() => of(first).merge(other)).issues[0]?.field).toBe(`merge.${name}`);
  });

  it("refuses what is no snapshot, and one that has been through JSON", () => {
    const snapshot = of(first).snapshot();
    const json = JSON.parse(JSON.stringify(snapshot));
    for (const wrong of [null, undefined, "snapshot", {}, { kind: "transaction-log" }]) {
      expect(dataErrorOf(() => resumeCustomerReducer(wrong as never)).issues[0]?.field).toBe("snapshot");
      expect(dataErrorOf(() => of(first).merge(wrong as never)).issues[0]?.field).toBe("merge");
    }
    expect(dataErrorOf(() => resumeCustomerReducer(json)).message).toContain("typed arrays");
    const cut = { ...snapshot, customerIds: snapshot.customerIds.slice(1) };
    expect(dataErrorOf(() => resumeCustomerReducer(cut)).message).toContain("not whole");
    expect(dataErrorOf(() => resumeCustomerReducer({ ...snapshot, version: 2 as never })).message).toContain(
      "version",
    );
  });

  it("gives a snapshot that later batches do not change", () => {
    const reducer = of(first);
    const snapshot = reducer.snapshot();
    const copy = structuredClone(snapshot);
    reducer.add(second, { id: "two" });
    expect(snapshot).toEqual(copy);
  });
});

describe("wrong calls", () => {
  const reducer = createCustomerReducer();
  const calls: readonly (readonly [string, () => unknown, string, string])[] = [
    [
      "a misspelt option",
      () => createCustomerReducer({ as_of: "2025-01-01" } as never),
      "options.as_of",
      "asOf",
    ],
    ["no options", () => createCustomerReducer(null as never), "options", "no record"],
    ["an unknown unit", () => createCustomerReducer({ unit: "hour" as never }), "unit", "week"],
    [
      "intervals of purchases",
      () => createCustomerReducer({ count: "purchases", intervals: true }),
      "intervals",
      "count",
    ],
    [
      "a misspelt column",
      () => createCustomerReducer({ columns: { betrag: "x" } as never }),
      "columns.betrag",
      "amount",
    ],
    [
      "orders",
      () => createCustomerReducer({ columns: { order: "nr" } as never }),
      "columns.order",
      "GROUP BY",
    ],
    ["null as batch", () => reducer.add(null as never), "batch", "no rows"],
    ["a text as batch", () => reducer.add("rows" as never), "batch", "no rows"],
    ["a misspelt option of a batch", () => reducer.add([], { name: "x" } as never), "options.name", "id"],
    ["an empty name", () => reducer.add([], { id: "" }), "id", "no name"],
    [
      "columns without dates",
      () => reducer.add({ customer: [1], amount: [1] } as never),
      "columns.date",
      "no column",
    ],
    [
      "codes alone",
      () => reducer.add({ customer: { codes: Int32Array.of(0) }, date: [0], amount: [1] } as never),
      "columns.customer",
      "no column",
    ],
    [
      "columns with orders",
      () => reducer.add({ customer: [1], date: [0], amount: [1], order: [1] }),
      "batch.order",
      "GROUP BY",
    ],
    [
      "unequal columns",
      () => reducer.add({ customer: [1, 2], date: [0], amount: [1] }),
      "date",
      "same length",
    ],
    ["results of nothing", () => reducer.finish(), "asOf", "last day"],
    [
      "an unknown rounding",
      () => createCustomerReducer({ asOf: "2025-01-01" }).cells({ roundTo: "month" as never }),
      "roundTo",
      "week",
    ],
    [
      "rounded intervals",
      () => createCustomerReducer({ asOf: "2025-01-01", intervals: true }).cells({ roundTo: "week" }),
      "roundTo",
      "day",
    ],
  ];

  it.each(calls)("%s", (_what, call, field, message) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(message);
    expect(reducer.progress.batches).toBe(0);
  });

  it.each([
    ["no source", () => reducer.addAll(7 as never), "batches"],
    ["a text as source", () => reducer.addAll("abc" as never), "batches"],
    ["no signal", () => reducer.addAll([], { signal: true as never }), "signal"],
    ["no listener", () => reducer.addAll([], { onProgress: "x" as never }), "onProgress"],
    ["a misspelt option", () => reducer.addAll([], { abort: true } as never), "options.abort"],
    ["rows instead of batches", () => reducer.addAll(rows as never), "batch"],
  ])("addAll: %s", async (_what, call, field) => {
    const error = await thrownBy(call);
    expect((error as DataError).issues[0]?.field).toBe(field);
  });
});
