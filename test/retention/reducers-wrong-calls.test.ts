import { describe, expect, it } from "vitest";
import { createCustomerReducer } from "../../src/customers/create-customer-reducer.ts";
import { createCohortReducer } from "../../src/retention/create-cohort-reducer.ts";
import { createLedgerReducer } from "../../src/retention/create-ledger-reducer.ts";
import { DataError } from "../../src/rows/data-error.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "A", date: "2025-01-10", amount: 50 },
  { customerId: "B", date: "2025-02-10", amount: 30 },
];

/** What a wrong call may reach of each of the three reducers. */
interface AnyReducer {
  readonly progress: { readonly batches: number; readonly rows: number };
  add(batch: unknown, options?: unknown): void;
  addAll(batches: unknown, options?: unknown): Promise<unknown>;
  merge(other: unknown): void;
  hasBatch(id: unknown): boolean;
  snapshot(): object;
  finish(): unknown;
}

const kinds: readonly (readonly [string, (options?: unknown) => AnyReducer])[] = [
  ["createCustomerReducer", (options) => createCustomerReducer((options ?? {}) as never) as AnyReducer],
  ["createCohortReducer", (options) => createCohortReducer((options ?? {}) as never) as AnyReducer],
  ["createLedgerReducer", (options) => createLedgerReducer((options ?? {}) as never) as AnyReducer],
];

async function errorOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

async function* later<Value>(...values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

describe.each(kinds)("%s", (_name, create) => {
  const filled = (): AnyReducer => {
    const reducer = create();
    reducer.add(rows, { id: "first" });
    return reducer;
  };

  const batches: readonly (readonly [string, unknown, string])[] = [
    ["null", null, "no rows"],
    ["a text", "A;2025-01-10;50", "no rows"],
    ["a function", () => rows, "no rows"],
    ["a promise of rows", Promise.resolve(rows), "await it"],
    ["a generator that waits", later(...rows), "addAll"],
    ["a log", transactionLog(rows), "the rows it was made of"],
    ["a batch with its name", { id: "x", batch: rows }, "add(batch, { id })"],
    [
      "columns with other names",
      { customers: ["A"], dates: ["2025-01-01"], amounts: [1] },
      "{ customer, date, amount }",
    ],
    ["a list of null", [null], "row 0"],
    ["lists instead of rows", [["A", "2025-01-10", 50]], "Name the columns"],
    ["an id that is no number", [{ ...rows[0], customerId: Number.NaN }], "NaN is no customer id"],
    ["an id that is an object", [{ ...rows[0], customerId: {} }], "no customer id"],
    ["an amount that is a bigint", [{ ...rows[0], amount: 5n }], "5n is no number"],
    [
      "amounts of BigInt64Array",
      { customer: ["C"], date: ["2025-01-01"], amount: BigInt64Array.of(5n) },
      "5n is no number",
    ],
    [
      "days beyond the calendar",
      { customer: ["C"], date: { epochDays: Int32Array.of(2 ** 31 - 1) }, amount: [1] },
      "no such day",
    ],
    [
      "columns of unequal length",
      { customer: ["C", "D"], date: ["2025-01-01"], amount: [1, 2] },
      "same length",
    ],
    [
      "too much money",
      [
        { ...rows[0], amount: 1e308 },
        { ...rows[1], amount: 1e308 },
      ],
      "larger unit of money",
    ],
  ];
  it.each(batches)("refuses %s as a batch, by its number, and is as before", (_what, batch, message) => {
    const reducer = filled();
    const before = reducer.snapshot();
    const error = dataErrorOf(() => reducer.add(batch, { id: "second" }));
    expect(error.message).toContain(message);
    expect(error.message).toContain('(In batch 2 ("second").)');
    expect(reducer.snapshot()).toEqual(before);
    expect(reducer.hasBatch("second")).toBe(false);
  });

  it.each([
    ["rows instead of batches", rows, {}, "addAll takes a list of such lists"],
    ["a text as a batch", ["abc"], {}, "no rows"],
    ["null from a source", later(null), {}, "no rows"],
    ["a promise inside a named batch", [{ id: "a", batch: Promise.resolve(rows) }], {}, "await it"],
    ["a batch that lacks its name", [{ batch: rows }], {}, "with an id"],
    ["a batch whose name is undefined", [{ id: undefined, batch: rows }], {}, "with an id"],
    ["a batch whose name is an object", [{ id: {}, batch: rows }], {}, "no name of a batch"],
    ["a promise of batches", Promise.resolve([rows]), {}, "no batches"],
    ["a source that cannot be gone through", { [Symbol.iterator]: 5 }, {}, "no batches"],
    ["a controller instead of its signal", [rows], { signal: new AbortController() }, "AbortController"],
    ["a signal of another make", [rows], { signal: { aborted: "no" } }, "no AbortSignal"],
    ["a listener that is none", [rows], { onProgress: null }, "no function"],
    ["a misspelt option", [rows], { onprogress: () => 0 }, "options.onprogress"],
  ])("addAll refuses %s, and is as before", async (_what, source, options, message) => {
    const reducer = filled();
    const before = reducer.snapshot();
    const error = await errorOf(() => reducer.addAll(source, options));
    expect(error).toBeInstanceOf(DataError);
    expect((error as DataError).message).toContain(message);
    expect(reducer.snapshot()).toEqual(before);
  });

  it("awaits promises of batches", async () => {
    const reducer = create();
    await reducer.addAll([Promise.resolve(rows.slice(0, 1)), rows.slice(1)]);
    expect(reducer.progress).toMatchObject({ batches: 2, rows: 2 });
  });

  it("passes on what a listener throws, with the batch counted, and what the signal says before the first", async () => {
    const mine = new RangeError("mine");
    const reducer = create();
    const thrower = (): never => {
      throw mine;
    };
    expect(await errorOf(() => reducer.addAll([rows, rows], { onProgress: thrower }))).toBe(mine);
    expect(reducer.progress.batches).toBe(1);
    const before = reducer.snapshot();
    const aborted = AbortSignal.abort(mine);
    expect(await errorOf(() => reducer.addAll([rows], { signal: aborted }))).toBe(mine);
    expect(reducer.snapshot()).toEqual(before);
  });

  it.each([
    ["lost its record of batches", (whole: object) => ({ ...whole, stream: undefined })],
    ["an empty record of batches", (whole: object) => ({ ...whole, stream: {} })],
    [
      "a record without names",
      (whole: { stream?: object }) => ({ ...whole, stream: { ...whole.stream, batchIds: undefined } }),
    ],
  ])("does not merge a snapshot that has %s", (_what, spoil) => {
    const reducer = filled();
    const before = reducer.snapshot();
    const other = create();
    other.add(rows, { id: "other" });
    const error = dataErrorOf(() => reducer.merge(spoil(other.snapshot())));
    expect(error.issues[0]?.field).toBe("merge.stream");
    expect(error.message).toContain("not whole");
    expect(reducer.snapshot()).toEqual(before);
  });

  it("says to whom the day must be told if there is none", () => {
    const { issues } = dataErrorOf(() => create().finish());
    expect(issues[0]).toMatchObject({ field: "asOf" });
    expect(issues[0]?.message).toContain("when you create the reducer");
  });
});

describe("snapshots of cohorts and ledgers", () => {
  it.each([
    ["no cells", { cells: undefined }],
    ["cells of nothing", { cells: null }],
    ["no customers", { customerIds: undefined }],
    ["customers as a text", { customerIds: "AB" }],
    ["customers who are none", { customerIds: [Number.NaN, {}] }],
    ["days as texts", { from: "2025-01-10", until: "2025-02-10" }],
    ["cells without days", { cells: {} }],
  ])("with %s are not merged", (_what, spoilt) => {
    for (const [, create] of kinds.slice(1)) {
      const reducer = create();
      reducer.add(rows, { id: "first" });
      const before = reducer.snapshot();
      const other = create();
      other.add(rows, { id: "other" });
      const error = dataErrorOf(() => reducer.merge({ ...other.snapshot(), ...spoilt }));
      expect(error.message).toContain("not whole");
      expect(reducer.snapshot()).toEqual(before);
    }
  });
});

describe("snapshots of customers", () => {
  const whole = (): Record<string, unknown> => {
    const other = createCustomerReducer();
    other.add(rows, { id: "other" });
    return { ...other.snapshot() };
  };
  const states = (): Record<string, unknown> => ({ ...(whole()["states"] as object) });

  it.each([
    ["no states", { states: undefined }, "not whole"],
    ["no settings", { settings: null }, "not whole"],
    ["customers as a text", { customerIds: "AB" }, "not whole"],
    ["customers who are none", { customerIds: [Number.NaN, {}] }, "not whole"],
    ["a last day as text", { until: "2025-02-10" }, "not whole"],
    ["one customer too many", { customerIds: ["A", "B", "C"] }, "not whole"],
    ["counts of another kind", { states: { ...states(), counts: new Uint8Array(8) } }, "not whole"],
    ["states from JSON", { states: JSON.parse(JSON.stringify(states())) }, "lost its typed arrays"],
    ["another version", { version: 2 }, "Another version"],
  ])("with %s are not merged", (_what, spoilt, message) => {
    const reducer = createCustomerReducer();
    reducer.add(rows, { id: "first" });
    const before = reducer.snapshot();
    expect(dataErrorOf(() => reducer.merge({ ...whole(), ...spoilt } as never)).message).toContain(message);
    expect(reducer.snapshot()).toEqual(before);
  });

  it("name the days as of which they were summed up", () => {
    const june = createCustomerReducer({ asOf: "2025-06-30" });
    const { message } = dataErrorOf(() => june.merge(createCustomerReducer({ asOf: "2025-12-31" })));
    expect(message).toContain('The other reducer has "2025-12-31", this one "2025-06-30"');
  });
});
