import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { summarizeOpportunities } from "../../src/customers/summarize-opportunities.ts";
import { historyTrouble } from "../../src/models/purchase-histories.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { TIME_UNITS } from "../../src/time/unit.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows } from "../support/arbitrary-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const donor = [
  { customerId: "A", date: "1995-02-03", amount: 10 },
  { customerId: "A", date: "1995-12-24", amount: 10 },
  { customerId: "A", date: "1997-05-01", amount: 20 },
  { customerId: "A", date: "1997-12-24", amount: 30 },
  { customerId: "A", date: "1999-07-01", amount: 40 },
  { customerId: "A", date: "2001-12-30", amount: 60 },
];

describe("summarizeOpportunities", () => {
  it("counts the years of a donor", () => {
    expect(summarizeOpportunities(transactionLog(donor), { period: "year", asOf: "2001-12-31" })).toEqual({
      unit: "year",
      asOf: "2001-12-31",
      completeUntil: "2001-12-31",
      rows: [{ customerId: "A", frequency: 3, recency: 6, T: 6, monetaryValue: (50 + 40 + 60) / 3 }],
    });
  });

  it("leaves the running period out, with what was bought in it", () => {
    expect(summarizeOpportunities(transactionLog(donor), { period: "year" })).toEqual({
      unit: "year",
      asOf: "2001-12-30",
      completeUntil: "2000-12-31",
      rows: [{ customerId: "A", frequency: 2, recency: 4, T: 5, monetaryValue: 45 }],
    });
  });

  it("gives no opportunities yet to who came in the last complete period or the running one", () => {
    const rows = [
      { customerId: "running", date: "2025-06-03", amount: 5 },
      { customerId: "running", date: "2025-06-04", amount: 5 },
      { customerId: "last", date: "2025-05-30", amount: 5 },
      { customerId: "last", date: "2025-06-10", amount: 5 },
      { customerId: "before", date: "2025-04-30", amount: 5 },
      { customerId: "later", date: "2025-07-01", amount: 5 },
    ];
    const summaries = summarizeOpportunities(transactionLog(rows), { period: "month", asOf: "2025-06-22" });
    expect(summaries.rows.map(({ customerId, frequency, T }) => [customerId, frequency, T])).toEqual([
      ["running", 0, 0],
      ["last", 0, 0],
      ["before", 0, 1],
    ]);
  });

  it("lets a week begin on Monday", () => {
    const rows = [
      { customerId: "A", date: "2024-12-29", amount: 1 },
      { customerId: "A", date: "2024-12-30", amount: 1 },
      { customerId: "A", date: "2025-01-05", amount: 1 },
      { customerId: "A", date: "2025-01-06", amount: 1 },
    ];
    const [customer] = summarizeOpportunities(transactionLog(rows), {
      period: "week",
      asOf: "2025-01-12",
    }).rows;
    expect(customer).toMatchObject({ frequency: 2, recency: 2, T: 2 });
  });

  it("takes a return for no purchase and no sign of life", () => {
    const rows = [
      { customerId: "A", date: "2025-01-01", amount: -5 },
      { customerId: "A", date: "2025-02-01", amount: 100 },
      { customerId: "A", date: "2025-03-01", amount: 0 },
      { customerId: "A", date: "2025-04-01", amount: -100 },
      { customerId: "B", date: "2025-04-01", amount: -7 },
    ];
    const summaries = summarizeOpportunities(transactionLog(rows), { period: "month", asOf: "2025-04-30" });
    expect(summaries.rows).toEqual([{ customerId: "A", frequency: 1, recency: 1, T: 2, monetaryValue: 0 }]);
  });

  it("sees in days what purchase days show", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryDay, (input, asOf) => {
        const log = transactionLog(input);
        const day = isoDate(asOf);
        const expected = summarizeCustomers(log, { asOf: day }).rows;
        const seen = summarizeOpportunities(log, { period: "day", asOf: day }).rows;
        expect(seen.map(({ monetaryValue: _, ...row }) => row)).toEqual(
          expected.map(({ customerId, frequency, recency, T }) => ({ customerId, frequency, recency, T })),
        );
      }),
    );
  });

  it("agrees with a slow summary made from the definitions", () => {
    // The text of a date tells its month and year; a complete month or year has its last day by asOf.
    const lengths = { month: 7, year: 4 } as const;
    const number = { month: (p: string) => 12 * Number(p.slice(0, 4)) + Number(p.slice(5)), year: Number };
    fc.assert(
      fc.property(
        arbitraryRows,
        arbitraryDay,
        fc.constantFrom("month" as const, "year" as const),
        (input, asOf, period) => {
          const log = transactionLog(input);
          const { rows, completeUntil } = summarizeOpportunities(log, { period, asOf: isoDate(asOf) });
          const nameOf = (date: string): string => date.slice(0, lengths[period]);
          const isComplete = (date: string): boolean => nameOf(date) < nameOf(isoDate(asOf + 1));
          const buyers = new Set<string>();
          for (const { customerId, date, amount } of input) {
            if (amount >= 0 && date <= isoDate(asOf)) buyers.add(customerId);
          }
          expect(new Set(rows.map(({ customerId }) => customerId))).toEqual(buyers);
          expect(isComplete(completeUntil)).toBe(true);
          for (const row of rows) {
            const dates = input
              .filter(({ customerId, amount }) => customerId === row.customerId && amount >= 0)
              .map(({ date }) => date)
              .sort();
            const first = nameOf(dates[0] ?? "");
            const later = dates.filter((date) => isComplete(date) && nameOf(date) !== first).map(nameOf);
            const since = (name: string): number => number[period](name) - number[period](first);
            expect(row.frequency).toBe(new Set(later).size);
            expect(row.recency).toBe(since(later.at(-1) ?? first));
            expect(row.T).toBe(Math.max(0, since(nameOf(completeUntil))));
          }
        },
      ),
    );
  });

  it("gives histories that a model takes, with at most one purchase per opportunity", () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryDay, fc.constantFrom(...TIME_UNITS), (input, asOf, period) => {
        const { rows } = summarizeOpportunities(transactionLog(input), { period, asOf: isoDate(asOf) });
        for (const row of rows) {
          expect(historyTrouble(row)).toBeNull();
          expect(row.frequency).toBeLessThanOrEqual(row.recency);
          expect([row.recency, row.T].every(Number.isInteger)).toBe(true);
        }
      }),
    );
  });

  it.each([
    [{}, "period"],
    [{ period: "quarter" }, "period"],
    [{ period: "month", asOf: "31.12.2025" }, "asOf"],
    [{ period: "month", unit: "week" }, "options.unit"],
    [undefined, "options"],
  ])("refuses %o", (options, path) => {
    const error = dataErrorOf(() => summarizeOpportunities(transactionLog(donor), options as never));
    expect(error.issues[0]).toMatchObject({ code: "invalid_option", field: path });
  });

  it("refuses what is no log, and an empty log without a day", () => {
    const noLog = dataErrorOf(() => summarizeOpportunities(donor as never, { period: "year" }));
    expect(noLog.issues[0]).toMatchObject({ field: "log" });
    const empty = dataErrorOf(() => summarizeOpportunities(transactionLog([]), { period: "year" }));
    expect(empty.issues[0]).toMatchObject({ field: "asOf" });
    const asOf = "2025-12-31";
    expect(summarizeOpportunities(transactionLog([]), { period: "year", asOf }).rows).toEqual([]);
  });
});
