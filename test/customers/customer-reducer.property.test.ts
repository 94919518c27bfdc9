import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCustomerReducer, resumeCustomerReducer } from "../../src/customers/create-customer-reducer.ts";
import type { CustomerReducer } from "../../src/customers/customer-reducer.ts";
import type { CustomerSummaries } from "../../src/customers/customer-summaries.ts";
import type { CustomerReducerOptions } from "../../src/customers/reducer-options.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import type { CustomerId } from "../../src/rows/customer-id.ts";
import { civilDayOfIso, isoDate } from "../../src/time/civil-day.ts";
import type { TransactionColumnArrays } from "../../src/transactions/columns.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryAmount, arbitraryDay } from "../support/arbitrary-rows.ts";
import { expectSameSummaries } from "../support/expect-same-summaries.ts";

interface Line {
  readonly customerId: CustomerId;
  readonly date: string;
  readonly amount: number;
  readonly margin: number;
}

const ids: readonly CustomerId[] = [
  "A",
  "B",
  1,
  "1",
  "__proto__",
  "constructor",
  -7,
  4000,
  "🛒",
  "longer than eight",
];

/** Mostly a few years, now and then a day of another age. */
const anyDay = fc.oneof(
  { weight: 12, arbitrary: arbitraryDay },
  { weight: 1, arbitrary: fc.integer({ min: -719_162, max: 2_932_896 }) },
);

const lines: fc.Arbitrary<readonly Line[]> = fc.array(
  fc.record({
    customerId: fc.constantFrom(...ids),
    date: anyDay.map(isoDate),
    amount: arbitraryAmount,
    margin: fc.integer({ min: -5000, max: 50_000 }).map((cents) => cents / 100),
  }),
  { minLength: 1, maxLength: 80 },
);

const options: fc.Arbitrary<CustomerReducerOptions> = fc
  .record({
    asOf: fc.option(arbitraryDay.map(isoDate), { nil: undefined }),
    unit: fc.constantFrom("day", "week", "month", "year"),
    count: fc.constantFrom("purchase-days", "purchases"),
    intervals: fc.boolean(),
    returns: fc.constantFrom("net", "ignore"),
  })
  .map(({ asOf, count, intervals, ...rest }) => ({
    ...(asOf === undefined ? {} : { asOf }),
    count,
    intervals: intervals && count === "purchase-days",
    ...rest,
  }));

const cuts = fc.array(fc.nat({ max: 80 }), { maxLength: 6 });

function batchesOf<T>(rows: readonly T[], places: readonly number[]): (readonly T[])[] {
  const ends = [...places.map((place) => Math.min(place, rows.length)), rows.length].sort((a, b) => a - b);
  return ends.map((end, i) => rows.slice(i === 0 ? 0 : ends[i - 1], end));
}

const turnoverOf = (rows: readonly Line[]): number =>
  rows.reduce((sum, { amount, margin }) => sum + Math.abs(amount) + Math.abs(margin), 0);

const columns = { margin: "margin" } as const;

function expected(
  rows: readonly Line[],
  { asOf, unit, count, intervals, ...log }: CustomerReducerOptions,
): CustomerSummaries {
  const shape = {
    unit: unit ?? "day",
    count: count ?? "purchase-days",
    intervals: intervals ?? false,
  } as const;
  return summarizeCustomers(
    transactionLog(rows, columns, log),
    asOf === undefined ? shape : { ...shape, asOf },
  );
}

/** Nothing to sum up as of a day is an error of both. */
const hasDay = (rows: readonly Line[], { asOf, returns }: CustomerReducerOptions): boolean =>
  asOf !== undefined || returns !== "ignore" || rows.some((row) => row.amount >= 0);

/** The lines in one of the forms of columns. */
function asColumns(rows: readonly Line[], form: number): TransactionColumnArrays {
  const dictionary = [...new Set(rows.map((row) => row.customerId)), "nobody", ""];
  const codes = Int32Array.from(rows, (row) => dictionary.indexOf(row.customerId));
  const integers = rows.every((row) => typeof row.customerId === "number");
  const plain = integers
    ? Int32Array.from(rows, (row) => row.customerId as number)
    : rows.map((row) => row.customerId);
  return {
    customer: form % 2 === 0 ? { codes, dictionary } : plain,
    date:
      form < 2
        ? { epochDays: Int32Array.from(rows, (row) => civilDayOfIso(row.date)) }
        : rows.map((row) => row.date),
    amount: Float64Array.from(rows, (row) => row.amount),
    margin: rows.map((row) => row.margin),
  };
}

describe("a reducer of customers", () => {
  const build = (
    rows: readonly Line[],
    places: readonly number[],
    chosen: CustomerReducerOptions,
  ): CustomerReducer<Line> => {
    const reducer = createCustomerReducer<Line>({ ...chosen, columns });
    for (const batch of batchesOf(rows, places)) reducer.add(batch);
    return reducer;
  };

  it("sums up as a log does, however the rows are cut into batches and whatever the options", () => {
    fc.assert(
      fc.property(lines, cuts, options, (rows, places, chosen) => {
        fc.pre(hasDay(rows, chosen));
        const actual = build(rows, places, chosen).finish();
        const log = expected(rows, chosen);
        expect(actual.rows.map((row) => row.customerId)).toEqual(log.rows.map((row) => row.customerId));
        expectSameSummaries(actual, log, turnoverOf(rows));
      }),
      { numRuns: 300 },
    );
  });

  it("sums up columns of any form, mixed with rows", () => {
    fc.assert(
      fc.property(lines, cuts, options, fc.nat({ max: 4 }), (rows, places, chosen, form) => {
        fc.pre(hasDay(rows, chosen));
        const reducer = createCustomerReducer<Line>({ ...chosen, columns });
        batchesOf(rows, places).forEach((batch, i) => {
          const next = (form + i) % 5;
          reducer.add(next === 4 ? batch : asColumns(batch, next));
        });
        expectSameSummaries(reducer.finish(), expected(rows, chosen), turnoverOf(rows));
      }),
      { numRuns: 200 },
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(lines, cuts, options, fc.infiniteStream(fc.nat()), (rows, places, chosen, keys) => {
        fc.pre(hasDay(rows, chosen));
        const keyed = rows.map((row) => ({ row, key: keys.next().value as number }));
        const mixed = keyed.sort((one, other) => one.key - other.key).map(({ row }) => row);
        expectSameSummaries(build(mixed, places, chosen).finish(), expected(rows, chosen), turnoverOf(rows));
      }),
      { numRuns: 100 },
    );
  });

  it("comes to the same by parts that are merged, as reducers or as what a worker sends", () => {
    fc.assert(
      fc.property(lines, cuts, options, fc.boolean(), (rows, places, chosen, sent) => {
        fc.pre(hasDay(rows, chosen));
        const whole = createCustomerReducer<Line>({ ...chosen, columns });
        for (const batch of batchesOf(rows, places)) {
          const part = createCustomerReducer<Line>({ ...chosen, columns });
          part.add(batch);
          whole.merge(sent ? structuredClone(part.snapshot()) : part);
        }
        const log = expected(rows, chosen);
        expect(whole.progress).toEqual({ ...build(rows, places, chosen).progress });
        expectSameSummaries(whole.finish(), log, turnoverOf(rows));
        expect(whole.finish().rows.map((row) => row.customerId)).toEqual(
          log.rows.map((row) => row.customerId),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("goes on from a snapshot as if nothing had happened", () => {
    fc.assert(
      fc.property(lines, cuts, options, (rows, places, chosen) => {
        fc.pre(hasDay(rows, chosen));
        let reducer = createCustomerReducer<Line>({ ...chosen, columns });
        for (const batch of batchesOf(rows, places)) {
          reducer.add(batch);
          reducer = resumeCustomerReducer<Line>(structuredClone(reducer.snapshot()), columns);
        }
        const straight = build(rows, places, chosen);
        expect(reducer.finish()).toEqual(straight.finish());
        expect(reducer.progress).toEqual(straight.progress);
        expect(reducer.snapshot().states.counts).toEqual(straight.snapshot().states.counts);
      }),
      { numRuns: 150 },
    );
  });

  it("has columns and cells that say what the summaries say", () => {
    fc.assert(
      fc.property(lines, cuts, options, (rows, places, chosen) => {
        fc.pre(hasDay(rows, chosen));
        const reducer = build(rows, places, chosen);
        const summaries = reducer.finish();
        const { unit, asOf, ...figures } = reducer.columns();
        expect({ unit, asOf }).toEqual({ unit: summaries.unit, asOf: summaries.asOf });
        expect(reducer.customerIds()).toEqual(summaries.rows.map((row) => row.customerId));
        for (const name of ["frequency", "recency", "T", "monetaryValue"] as const) {
          expect([...figures[name]]).toEqual(summaries.rows.map((row) => row[name]));
        }
        const counted = new Map<string, number>();
        for (const { frequency, recency, T } of summaries.rows) {
          const key = `${frequency} ${recency} ${T}`;
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
        const cells = reducer.cells();
        expect(
          new Map(cells.rows.map((row) => [`${row.frequency} ${row.recency} ${row.T}`, row.weight])),
        ).toEqual(counted);
        const inOrder = [...cells.rows].sort(
          (a, b) => a.frequency - b.frequency || a.recency - b.recency || a.T - b.T,
        );
        expect(cells.rows).toEqual(inOrder);
      }),
      { numRuns: 150 },
    );
  });
});
