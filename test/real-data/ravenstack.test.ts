import { expect, it } from "vitest";
import { revenueCohorts } from "../../src/retention/revenue-cohorts.ts";
import { revenueMovementList } from "../../src/retention/revenue-movement-list.ts";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import { revenueMovementsBy } from "../../src/retention/revenue-movements-by.ts";
import { revenueRetention } from "../../src/retention/revenue-retention.ts";
import { NO_END } from "../../src/subscriptions/subscription-book.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { naiveLedger } from "../retention/naive-revenue.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Field =
  | "subscription_id"
  | "account_id"
  | "start_date"
  | "end_date"
  | "plan_tier"
  | "mrr_amount"
  | "is_trial"
  | "billing_frequency";

describeWithData("RavenStack", "ravenstack/ravenstack_subscriptions.csv", (path) => {
  const rows = csvRows<Field>(path);
  const columns = {
    customer: "account_id",
    start: "start_date",
    end: "end_date",
    monthlyAmount: (row: (typeof rows)[number]): number => Number(row.mrr_amount),
    plan: "plan_tier",
    id: "subscription_id",
    keys: { billing: "billing_frequency", trial: "is_trial" },
  } as const;
  const book = subscriptionBook(rows, columns);
  const money = (units: number): number => units / 10 ** book.decimals;

  it("passes the door whole", () => {
    expect(book).toMatchObject({
      rows: 5000,
      from: "2023-01-09",
      until: "2024-12-31",
      skipped: { total: 0 },
    });
    expect(book.customerIds).toHaveLength(500);
    expect(book.ends.filter((end) => end !== NO_END)).toHaveLength(486);
    expect(money(book.amounts.reduce((sum, units) => sum + units, 0))).toBe(11_338_747);
    const trial = book.keys.find(({ name }) => name === "trial");
    const yes = trial?.dictionary.indexOf("TRUE");
    expect(trial?.codes.filter((code) => code === yes)).toHaveLength(778);
    // Each of them, and nothing else, is free.
    expect(book.amounts.every((units, i) => (units === 0) === (trial?.codes[i] === yes))).toBe(true);
    expect(book.warnings.map(({ code, rows }) => [code, rows])).toEqual([["identical-rows", 17]]);
  });

  it("closes for every customer and month, and agrees with a count day by day", { timeout: 120_000 }, () => {
    const { rows: ledger, totals } = revenueMovements(book);
    expect(ledger).toHaveLength(24);
    expect(totals?.start).toBe(0);
    const naive = naiveLedger(
      rows.map((row) => ({
        customerId: row.account_id,
        start: row.start_date,
        end: row.end_date === "" ? null : row.end_date,
        cents: 100 * Number(row.mrr_amount),
      })),
      { period: "month", from: "2023-01-09", asOf: "2024-12-31" },
    );
    const listed = revenueMovementList(book);
    const text = (row: object): string => JSON.stringify(row);
    expect(
      listed
        .map(({ change: _, before, after, ...row }) =>
          text({ ...row, before: 100 * before, after: 100 * after }),
        )
        .sort(),
    ).toEqual(
      naive.movements
        .map(({ customerId, period, movement, before, after }) =>
          text({ customerId, period, movement, before, after }),
        )
        .sort(),
    );
    const balance = new Map<string | number, number>();
    for (const { customerId, before, after, change } of listed) {
      expect(balance.get(customerId) ?? 0).toBe(before);
      expect(before + change).toBe(after);
      balance.set(customerId, after);
    }
    expect([...balance.values()].reduce((sum, mrr) => sum + mrr, 0)).toBe(ledger.at(-1)?.end);
    ledger.forEach((row, at) => {
      const gained = row.new + row.expansion + row.reactivation;
      expect(row.start + gained - row.contraction - row.churn).toBe(row.end);
      const { customers } = row;
      expect(customers.start + customers.new + customers.reactivated - customers.churned).toBe(customers.end);
      expect([row.start, row.end, customers.start, customers.end, customers.free]).toEqual([
        (naive.periods[at]?.start ?? 0) / 100,
        (naive.periods[at]?.end ?? 0) / 100,
        naive.periods[at]?.customersStart,
        naive.periods[at]?.customersEnd,
        naive.periods[at]?.free,
      ]);
    });
  });

  it("adds up over plans, billing periods and cohorts", () => {
    const { rows: ledger } = revenueMovements(book);
    const cohorts = revenueCohorts(book);
    ledger.forEach((row, at) => {
      for (const key of ["plan", "billing", { cohort: "quarter" }] as const) {
        const { groups } = revenueMovementsBy(book, key);
        const ends = groups.map((group) => group.rows[group.rows.length - ledger.length + at]?.end ?? 0);
        expect(ends.reduce((sum, end) => sum + end, 0)).toBe(row.end);
      }
      const cells = cohorts.rows.filter((cell) => cell.period === row.period);
      expect(cells.reduce((sum, cell) => sum + cell.value, 0)).toBe(row.end);
    });
  });

  it("retains 292 % of its revenue in 2024, as invented data can", () => {
    const year = { from: "2023-12-31", to: "2024-12-31" };
    // The published 2.92 takes the end as the first day without service; as the last day of service it is 2.93.
    const exclusive = subscriptionBook(rows, columns, { endDay: "exclusive" });
    const published = revenueRetention(exclusive, year);
    expect(published).toMatchObject({ start: 1_262_113, now: 3_688_789 });
    expect(published.netRevenueRetention).toBeCloseTo(2.92, 2);
    expect(revenueRetention(book, year)).toMatchObject({ start: 1_262_113, now: 3_700_623 });
    expect(revenueRetention(book, year).netRevenueRetention).toBeCloseTo(2.93, 2);
    expect(exclusive.warnings.map(({ code, rows }) => [code, rows])).toEqual([
      ["identical-rows", 17],
      ["never-in-service", 13],
    ]);
  });
});
