import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActivityReducer } from "../../src/retention/activity-reducer-types.ts";
import type { CohortOptions } from "../../src/retention/cohort-options.ts";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { createCohortReducer } from "../../src/retention/create-cohort-reducer.ts";
import { createLedgerReducer } from "../../src/retention/create-ledger-reducer.ts";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import type { RetentionLedgerOptions } from "../../src/retention/retention-ledger-options.ts";
import { civilDayOfIso, isoDate } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

interface Row {
  readonly customerId: string;
  readonly date: string;
  readonly amount: number;
  readonly margin: number;
}

const FIRST = civilDayOfIso("2023-11-20");

/** Few customers over some months, so that they meet in periods and days; with returns, zeros, and margins that cancel. */
const arbitraryRow: fc.Arbitrary<Row> = fc.record({
  customerId: fc.constantFrom("A", "B", "C", "D", "E", "F"),
  date: fc.integer({ min: 0, max: 500 }).map((day) => isoDate(FIRST + day)),
  amount: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double({ min: -50, max: 100, noNaN: true })),
  margin: fc.constantFrom(0.1, 0.2, -0.3, 5, -5, 0, 12.34),
});
const margin = { columns: { margin: "margin" } } as const;
const arbitraryRows = fc.array(arbitraryRow, { minLength: 1, maxLength: 60 });
/** For each row the shard and the batch it goes to. */
const arbitraryDeal = fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { minLength: 60, maxLength: 60 });
const arbitraryDay = fc.integer({ min: -20, max: 560 }).map((day) => isoDate(FIRST + day));
const period = fc.constantFrom("day", "week", "month", "quarter", "year");

/** Optional fields that are left out where there is no value. */
function given<Options extends object>(
  options: Options,
): { [Name in keyof Options]: NonNullable<Options[Name]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Options]: NonNullable<Options[Name]> };
}

/** Deals rows to batches of three reducers, in disorder, and merges these: one as it is, one as a clone of its snapshot. */
function streamed<Result>(
  rows: readonly Row[],
  deal: readonly (readonly [number, number])[],
  create: () => ActivityReducer<Row, Result>,
): Result {
  const [first, second, third] = [create(), create(), create()];
  [first, second, third].forEach((reducer, shard) => {
    for (const part of [2, 0, 3, 1]) {
      const batch = rows.filter((_, i) => deal[i]?.[0] === shard && deal[i]?.[1] === part);
      reducer.add(batch.reverse(), { id: `${shard}/${part}` });
    }
  });
  third.merge(first);
  third.merge(structuredClone(second.snapshot()));
  return third.finish();
}

/** Where two results differ: counts, names and warnings exactly, money by more than 1e-12 of the turnover; `null` if nowhere. */
function differenceOf(actual: unknown, expected: unknown, scale: number, path = ""): string | null {
  if (typeof expected === "number" && typeof actual === "number") {
    const isCount = Number.isInteger(expected) && Number.isInteger(actual);
    const allowed = isCount ? 0 : 1e-12 * Math.max(scale, Math.abs(expected));
    return Math.abs(actual - expected) <= allowed ? null : `${path}: ${actual} instead of ${expected}`;
  }
  if (typeof expected !== "object" || expected === null) {
    return Object.is(actual, expected) ? null : `${path}: ${actual} instead of ${expected}`;
  }
  if (String(Object.keys(actual as object)) !== String(Object.keys(expected))) return `${path}: other fields`;
  for (const [key, value] of Object.entries(expected)) {
    const found = differenceOf((actual as Record<string, unknown>)[key], value, scale, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const turnoverOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { amount, margin: own }) => sum + Math.abs(amount) + Math.abs(own), 1);

describe("createCohortReducer", () => {
  const arbitraryOptions: fc.Arbitrary<CohortOptions> = fc
    .record({
      period,
      value: fc.constantFrom("customers", "orders", "revenue", "margin"),
      definition: fc.constantFrom("bounded", "unbounded", "continuous"),
      clock: fc.constantFrom("calendar", "elapsed"),
      intervalDays: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      cumulative: fc.boolean(),
      from: fc.option(arbitraryDay, { nil: undefined }),
      asOf: fc.option(arbitraryDay, { nil: undefined }),
      intervals: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      level: fc.constantFrom(0.9, 0.95),
    })
    .map((options) =>
      given({
        ...options,
        definition: options.value === "customers" ? options.definition : "bounded",
        cumulative: options.value === "customers" ? false : options.cumulative,
        intervalDays: options.clock === "elapsed" ? options.intervalDays : undefined,
        from:
          options.from !== undefined && options.from <= (options.asOf ?? "2023-11-20")
            ? options.from
            : undefined,
      }),
    ) as fc.Arbitrary<CohortOptions>;

  it("gives what cohortRetention gives, however the stream is dealt out and merged", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryDeal, arbitraryOptions, (rows, deal, options) => {
        const expected = cohortRetention(transactionLog(rows, { margin: "margin" }), options);
        const actual = streamed(rows, deal, () => createCohortReducer<Row>({ ...options, ...margin }));
        const isCount = options.value === "customers" || options.value === "orders";
        if (isCount) expect(actual).toEqual(expected);
        // Rates of money to what is left of returns may be large: their numerators are compared, and where they are null.
        else expect(differenceOf(withoutRates(actual), withoutRates(expected), turnoverOf(rows))).toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  /** Money without its ratios, but whether there is one. */
  function withoutRates(result: unknown): unknown {
    return JSON.parse(
      JSON.stringify(result, (key, value) => (key === "rate" || key === "rates" ? shape(value) : value)),
    );
  }

  function shape(value: unknown): unknown {
    return Array.isArray(value) ? value.map(shape) : value === null;
  }

  it("gives ratios of money too", () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({
      customerId: `K${(i * 7) % 31}`,
      date: isoDate(FIRST + ((i * 13) % 400)),
      amount: ((i * 37) % 101) / 7 + 1,
      margin: ((i * 11) % 17) / 3 - 1,
    }));
    for (const value of ["revenue", "margin"] as const) {
      const expected = cohortRetention(transactionLog(rows, { margin: "margin" }), { value });
      const deal = rows.map((_, i) => [i % 3, i % 4] as const);
      const actual = streamed(rows, deal, () => createCohortReducer<Row>({ value, ...margin }));
      expect(differenceOf(actual, expected, 1)).toBeNull();
    }
  });

  it("keeps cells of customers and periods, not transactions", () => {
    const reducer = createCohortReducer({ period: "month" });
    for (let batch = 0; batch < 50; batch++) {
      reducer.add(
        Array.from({ length: 200 }, (_, i) => ({
          customerId: i % 10,
          date: isoDate(FIRST + ((i * 7 + batch) % 300)),
          amount: 5,
        })),
        { id: batch },
      );
    }
    expect(reducer.progress).toMatchObject({ batches: 50, rows: 10_000, customers: 10 });
    expect(reducer.progress.cells).toBeLessThanOrEqual(10 * 11);
  });
});

describe("createLedgerReducer", () => {
  const duration = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((days) => ({ days })),
    fc.integer({ min: 1, max: 7 }).map((months) => ({ months })),
  );
  const boundaries = fc
    .uniqueArray(fc.integer({ min: -30, max: 560 }), { minLength: 3, maxLength: 8 })
    .map((days) => days.sort((one, other) => one - other).map((day) => isoDate(FIRST + day)));
  const arbitraryOptions = fc
    .record({
      period: fc.option(period, { nil: undefined }),
      boundaries: fc.option(boundaries, { nil: undefined }),
      activeWindow: fc.option(duration, { nil: undefined }),
      count: fc.constantFrom("purchases", "purchase-days"),
      from: fc.option(arbitraryDay, { nil: undefined }),
      asOf: fc.option(arbitraryDay, { nil: undefined }),
    })
    .map((options) =>
      given({
        ...options,
        period: options.boundaries === undefined ? options.period : undefined,
        from:
          options.boundaries === undefined &&
          options.from !== undefined &&
          options.from <= (options.asOf ?? "2023-11-20")
            ? options.from
            : undefined,
      }),
    ) as fc.Arbitrary<RetentionLedgerOptions>;

  it("gives what retentionLedger gives, however the stream is dealt out and merged", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryDeal, arbitraryOptions, (rows, deal, options) => {
        const expected = retentionLedger(transactionLog(rows), options);
        const actual = streamed(rows, deal, () => createLedgerReducer<Row>(options));
        const scale = turnoverOf(rows);
        const plain = (ledger: typeof actual): unknown => ({
          ...ledger,
          rows: ledger.rows.map(({ revenue, ...row }) => row),
        });
        expect(plain(actual)).toEqual(plain(expected));
        actual.rows.forEach(({ revenue }, i) => {
          for (const [name, value] of Object.entries(revenue)) {
            const own = expected.rows[i]?.revenue[name as keyof typeof revenue];
            if (!name.endsWith("Rate")) expect(differenceOf(value, own, scale, name)).toBeNull();
          }
        });
      }),
      { numRuns: 120 },
    );
  });
});

describe("reducers of cohorts and ledgers", () => {
  const rows = [
    { customerId: "A", date: "2025-01-10", amount: 50 },
    { customerId: "A", date: "2025-02-02", amount: 70 },
    { customerId: "B", date: "2025-01-21", amount: 20 },
  ];

  it("leave everything as it was when a batch is refused, and take it mended", () => {
    const reducer = createCohortReducer();
    reducer.add(rows.slice(0, 1), { id: "one" });
    const before = reducer.snapshot();
    const bad = [...rows.slice(1), { customerId: "New", date: "2025-02-30", amount: 5 }];
    const error = dataErrorOf(() => reducer.add(bad, { id: "two" }));
    expect(error.byCode).toEqual({ impossible_date: 1 });
    expect(error.message).toContain('In batch 2 ("two")');
    expect(reducer.snapshot()).toEqual(before);
    reducer.add(rows.slice(1), { id: "two" });
    expect(reducer.finish()).toEqual(cohortRetention(transactionLog(rows)));
    expect(reducer.hasBatch("two")).toBe(true);
    expect(dataErrorOf(() => reducer.add(rows.slice(1), { id: "two" })).message).toContain("counted already");
    expect(reducer.finish()).toEqual(cohortRetention(transactionLog(rows)));
  });

  it("go on from a snapshot, and read sources of batches", async () => {
    const reducer = createLedgerReducer({ asOf: "2025-02-28" });
    reducer.add(rows.slice(0, 2), { id: "one" });
    const resumed = createLedgerReducer({ asOf: new Date("2025-02-28"), period: undefined } as never);
    resumed.merge(structuredClone(reducer.snapshot()));
    const progress = await resumed.addAll([{ id: "two", batch: rows.slice(2) }]);
    expect(progress).toMatchObject({ batches: 2, rows: 3, customers: 2, cells: 3 });
    expect(resumed.finish()).toEqual(retentionLedger(transactionLog(rows), { asOf: "2025-02-28" }));
    expect(resumed.finish()).toEqual(resumed.finish());
  });

  it("refuse to merge what was counted otherwise, twice or into itself, and change nothing", () => {
    const reducer = createCohortReducer({ period: "month" });
    reducer.add(rows, { id: "one" });
    const before = reducer.snapshot();
    const refused = (other: unknown): string => dataErrorOf(() => reducer.merge(other as never)).message;
    expect(refused(createCohortReducer({ period: "week" }))).toContain('"period":"week"');
    expect(refused(createCohortReducer({ period: "month", timeZone: "Europe/Berlin" }))).toContain(
      "Europe/Berlin",
    );
    expect(refused(createLedgerReducer())).toContain("no cohort reducer");
    expect(refused(reducer)).toContain("into itself");
    expect(refused(before)).toContain("same name");
    expect(refused(JSON.parse(JSON.stringify(before)))).toContain("typed arrays");
    expect(refused({ ...before, version: 2 })).toContain("Another version");
    const cut = { ...before, cells: { ...before.cells, counts: before.cells.counts.subarray(1) } };
    expect(refused(cut)).toContain("not whole");
    for (const wrong of [null, undefined, 1, [], {}]) expect(refused(wrong)).toContain("no cohort reducer");
    expect(reducer.snapshot()).toEqual(before);
  });

  it("check their options when they are made", () => {
    const cohort = (options: unknown): string =>
      dataErrorOf(() => createCohortReducer(options as never)).message;
    expect(cohort({ periode: "month" })).toContain("options.periode");
    expect(cohort({ period: "fortnight" })).toContain("fortnight");
    expect(cohort({ definition: "unbounded", value: "revenue" })).toContain("bounded");
    expect(cohort({ from: "2025-02-01", asOf: "2025-01-01" })).toContain("after asOf");
    expect(cohort({ columns: { order: "o" } })).toContain("GROUP BY");
    expect(cohort({ timeZone: "Berlin" })).toContain("time zone");
    expect(cohort(null)).toContain("no record");
    const ledger = (options: unknown): string =>
      dataErrorOf(() => createLedgerReducer(options as never)).message;
    expect(ledger({ boundaries: ["2025-01-01"] })).toContain("boundaries");
    expect(ledger({ boundaries: "2025" })).toContain("boundaries");
    expect(ledger({ boundaries: ["2025-02-30", "2025-03-01", "2025-04-01"] })).toContain("boundaries[0]");
    expect(ledger({ boundaries: ["2025-01-01", "2025-02-01", "2025-03-01"], period: "month" })).toContain(
      "leave this out",
    );
    expect(ledger({ activeWindow: 90 })).toContain("activeWindow");
  });

  it("need margins for margins, and a day as of which to judge", () => {
    const reducer = createCohortReducer({ value: "margin" });
    expect(dataErrorOf(() => reducer.add(rows)).message).toContain("no margins");
    expect(reducer.progress.rows).toBe(0);
    expect(dataErrorOf(() => createCohortReducer().finish()).message).toContain("asOf");
    const empty = createCohortReducer({ asOf: "2025-01-01" }).finish();
    expect(empty).toEqual(cohortRetention(transactionLog([]), { asOf: "2025-01-01" }));
    const nothing = createLedgerReducer({ asOf: "2025-01-01" }).finish();
    expect(nothing).toEqual(retentionLedger(transactionLog([]), { asOf: "2025-01-01" }));
  });
});
