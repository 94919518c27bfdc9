import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { CALENDAR_PERIODS } from "../../src/time/calendar-period.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows, shuffled } from "../support/arbitrary-rows.ts";
import { type NaiveCohortSettings, naiveCohorts } from "./naive-cohorts.ts";
import { cents } from "./naive-periods.ts";

const DEFINITIONS = ["bounded", "unbounded", "continuous"] as const;

const arbitraryDate = arbitraryDay.map(isoDate);

const arbitrarySettings: fc.Arbitrary<NaiveCohortSettings> = fc
  .record({
    period: fc.constantFrom(...CALENDAR_PERIODS.slice(1)),
    definition: fc.constantFrom(...DEFINITIONS),
    clock: fc.constantFrom("calendar" as const, "elapsed" as const),
    value: fc.constantFrom("customers" as const, "customers" as const, "orders" as const, "revenue" as const),
    days: fc.tuple(arbitraryDate, arbitraryDate).map((days) => days.sort()),
    hasFrom: fc.boolean(),
    intervals: fc.option(fc.integer({ min: 1, max: 12 })),
    intervalDays: fc.option(fc.integer({ min: 5, max: 200 })),
  })
  .map(({ days, hasFrom, ...rest }) => ({
    ...rest,
    definition: rest.value === "customers" ? rest.definition : "bounded",
    intervalDays: rest.clock === "elapsed" ? rest.intervalDays : null,
    from: hasFrom ? (days[0] ?? null) : null,
    asOf: days[1] ?? "",
  }));

/** Without the settings that are `null`. */
function optionsOf({ from, intervals, intervalDays, ...rest }: NaiveCohortSettings) {
  return {
    ...rest,
    ...(from === null ? {} : { from }),
    ...(intervals === null ? {} : { intervals }),
    ...(intervalDays === null ? {} : { intervalDays }),
  };
}

describe("cohort retention", () => {
  it("agrees with the definitions, computed slowly with sets of texts", () => {
    let cells = 0;
    let incomplete = 0;
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const result = cohortRetention(transactionLog(rows), optionsOf(settings));
        const naive = naiveCohorts(rows, settings);
        cells += naive.length;
        incomplete += naive.filter(({ complete }) => !complete).length;
        const inCents = settings.value === "revenue" ? cents : (value: number) => value;
        expect(
          result.rows.map(({ cohort, size, interval, value, complete }) => ({
            cohort,
            size,
            interval,
            value: inCents(value),
            complete,
          })),
        ).toEqual(naive.map(({ observed: _, observedValue: __, ...cell }) => cell));
        for (const [at, cell] of result.rows.entries()) {
          const other = naive[at];
          expect(Math.abs(inCents(cell.value) - (other?.value ?? 0))).toBe(0);
          expect(cell.observed).toBe(other?.observed);
          if (settings.value !== "customers") continue;
          expect(cell.rate).toBe(cell.value / cell.size);
          const seen = cell.observed === 0 ? null : (other?.observedValue ?? 0) / cell.observed;
          expect(cell.observedRate).toBe(seen);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
    expect(cells).toBeGreaterThan(3_000);
    expect(incomplete).toBeGreaterThan(300);
  });

  it("by day agrees too", () => {
    fc.assert(
      fc.property(
        arbitraryRows,
        fc.constantFrom(...DEFINITIONS),
        fc.constantFrom("calendar" as const, "elapsed" as const),
        (rows, definition, clock) => {
          const settings: NaiveCohortSettings = {
            period: "day",
            definition,
            clock,
            value: "customers",
            asOf: rows.map((row) => row.date).sort()[0] ?? "",
            from: null,
            intervals: 30,
            intervalDays: null,
          };
          const later = new Date(Date.parse(settings.asOf) + 40 * 86_400_000).toISOString().slice(0, 10);
          const result = cohortRetention(transactionLog(rows), optionsOf({ ...settings, asOf: later }));
          const naive = naiveCohorts(rows, { ...settings, asOf: later });
          expect(result.rows.map((cell) => cell.value)).toEqual(naive.map((cell) => cell.value));
          expect(result.rows.map((cell) => cell.complete)).toEqual(naive.map((cell) => cell.complete));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("orders the definitions, cell by cell: unbounded ≥ bounded ≥ continuous, all 1 in interval 0", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const log = transactionLog(rows);
        const of = (definition: (typeof DEFINITIONS)[number]) =>
          cohortRetention(log, { ...optionsOf(settings), value: "customers", definition }).rows;
        const [bounded, unbounded, continuous] = DEFINITIONS.map(of);
        for (const [at, cell] of (bounded ?? []).entries()) {
          expect(unbounded?.[at]?.value).toBeGreaterThanOrEqual(cell.value);
          expect(continuous?.[at]?.value).toBeLessThanOrEqual(cell.value);
          if (cell.interval > 0) continue;
          expect([cell.rate, unbounded?.[at]?.rate, continuous?.[at]?.rate]).toEqual([1, 1, 1]);
        }
      }),
    );
  });

  it("loses nothing: sizes, orders and revenue with what is left out are those of the log", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const log = transactionLog(rows);
        const past = rows.filter((row) => row.date <= settings.asOf);
        const buyers = new Set(past.filter((row) => row.amount >= 0).map((row) => row.customerId));
        const options = { ...optionsOf(settings), definition: "bounded" } as const;
        const customers = cohortRetention(log, { ...options, value: "customers" });
        expect(customers.total).toBe(buyers.size);
        expect(sum(customers.cohorts.map(({ size }) => size)) + customers.leftOut).toBe(buyers.size);
        if (settings.from === null) expect(customers.leftOut).toBe(0);
        const orders = cohortRetention(log, { ...options, value: "orders" });
        expect(orders.total).toBe(past.filter((row) => row.amount >= 0).length);
        expect(sum(orders.rows.map(({ value }) => value)) + orders.leftOut).toBe(orders.total);
        const revenue = cohortRetention(log, { ...options, value: "revenue" });
        const net = past.reduce((total, row) => total + cents(row.amount), 0);
        expect(cents(revenue.total)).toBe(net);
        const inCells = revenue.rows.reduce((total, row) => total + cents(row.value), 0);
        expect(inCells + cents(revenue.leftOut)).toBe(net);
      }),
    );
  });

  it("cumulates by adding up", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const log = transactionLog(rows);
        const options = { ...optionsOf(settings), definition: "bounded", value: "revenue" } as const;
        const each = cohortRetention(log, options);
        const cumulative = cohortRetention(log, { ...options, cumulative: true });
        for (const [cohort, values] of each.matrix.values.entries()) {
          let total = 0;
          const running = values.map((value) => {
            total += cents(value);
            return total;
          });
          expect(cumulative.matrix.values[cohort]?.map(cents)).toEqual(running);
        }
      }),
    );
  });

  it("does not depend on the order of the rows, nor on what happens after asOf", () => {
    const orders = fc.array(fc.integer(), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(arbitraryRows, orders, arbitrarySettings, (rows, order, settings) => {
        const options = optionsOf(settings);
        const rounded = (result: ReturnType<typeof cohortRetention>) =>
          JSON.parse(JSON.stringify(result), (_, value) =>
            typeof value === "number" ? Number(value.toFixed(9)) : value,
          ) as unknown;
        const one = cohortRetention(transactionLog(rows), options);
        const other = cohortRetention(transactionLog(shuffled(rows, order)), options);
        expect(rounded(other)).toEqual(rounded(one));
        const past = rows.filter((row) => row.date <= settings.asOf);
        const { warnings: _, ...known } = cohortRetention(transactionLog(past), options);
        const { warnings: __, ...all } = one;
        expect(known).toEqual(all);
      }),
    );
  });

  it("pools the complete cells and no others, and is plain data", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitrarySettings, (rows, settings) => {
        const result = cohortRetention(transactionLog(rows), optionsOf(settings));
        for (const { interval, cohorts, customers, value } of result.pooled) {
          const cells = result.rows.filter((cell) => cell.interval === interval && cell.complete);
          expect(cells).toHaveLength(cohorts);
          expect(sum(cells.map((cell) => cell.size))).toBe(customers);
          expect(sum(cells.map((cell) => cell.value))).toBeCloseTo(value, 9);
        }
        const longest = Math.max(-1, ...result.rows.filter((cell) => cell.complete).map((c) => c.interval));
        expect(result.pooled).toHaveLength(longest + 1);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(structuredClone(result)).toEqual(result);
      }),
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
