import { describe, expect, it } from "vitest";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { shortLog } from "../classification/short-log.ts";
import { dataErrorOf } from "../support/error-of.ts";

const log = shortLog(["A", "2025-01-10"], ["A", "2025-03-02"]);

const refused: readonly (readonly [string, object, string, string])[] = [
  ["a misspelt period", { period: "months" }, "period", '"month"'],
  ["a misspelt definition", { definition: "rolling" }, "definition", '"unbounded"'],
  ["a misspelt clock", { clock: "own" }, "clock", '"elapsed"'],
  ["a misspelt value", { value: "umsatz" }, "value", '"revenue"'],
  ["an unknown option", { asof: "2025-01-01" }, "options.asof", "intervalDays"],
  ["margins that are not there", { value: "margin" }, "value", 'name a column "margin"'],
  ["unbounded revenue", { value: "revenue", definition: "unbounded" }, "definition", '"bounded"'],
  ["continuous orders", { value: "orders", definition: "continuous" }, "definition", '"bounded"'],
  ["cumulative customers", { cumulative: true }, "cumulative", "says nothing"],
  ["cumulative as a text", { value: "revenue", cumulative: "yes" }, "cumulative", "neither true nor false"],
  ["days of calendar intervals", { intervalDays: 7 }, "intervalDays", '"elapsed"'],
  ["no days", { clock: "elapsed", intervalDays: 0 }, "intervalDays", "at least 1"],
  ["half days", { clock: "elapsed", intervalDays: 7.5 }, "intervalDays", "whole"],
  ["no intervals", { intervals: 0 }, "intervals", "at least 1"],
  ["endless intervals", { intervals: Number.POSITIVE_INFINITY }, "intervals", "whole"],
  ["a level of 95", { level: 95 }, "level", "at most"],
  ["a day that is none", { asOf: "2025-02-30" }, "asOf", "no such day"],
  ["from after asOf", { from: "2025-03-01", asOf: "2025-02-28" }, "from", "after asOf, 2025-02-28"],
  ["from after the log", { from: "2025-03-03" }, "from", "after asOf, 2025-03-02"],
];

describe("cohort retention refuses", () => {
  it.each(refused)("%s", (_what, options, field, words) => {
    const error = dataErrorOf(() => cohortRetention(log, options));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("what is no log, and what are no options", () => {
    const rows = [{ customerId: "A", date: "2025-01-10", amount: 1 }];
    expect(dataErrorOf(() => cohortRetention(rows as never)).message).toContain("transactionLog");
    expect(dataErrorOf(() => cohortRetention(null as never)).message).toContain("transactionLog");
    expect(dataErrorOf(() => cohortRetention(log, null as never)).message).toContain("no record");
    expect(dataErrorOf(() => cohortRetention(log, "month" as never)).message).toContain("no record");
  });

  it("an empty log without a day", () => {
    expect(dataErrorOf(() => cohortRetention(transactionLog([]))).message).toContain("asOf");
  });

  it("more cells than anybody reads, but not if they are cut", () => {
    const old = shortLog(["typo", "0001-01-01"], ["A", "2025-01-10"]);
    expect(cohortRetention(old).cohorts).toHaveLength(2);
    const days = Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(1900, 0, 1 + day)));
    const many = transactionLog([
      ...days.map((date, customerId) => ({ customerId, date, amount: 1 })),
      { customerId: 0, date: "2025-01-10", amount: 1 },
    ]);
    expect(dataErrorOf(() => cohortRetention(many, { period: "day" })).message).toContain("longer period");
    expect(cohortRetention(many, { period: "day", intervals: 3 }).rows).toHaveLength(180);
  });
});
