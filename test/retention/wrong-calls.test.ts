import { describe, expect, it } from "vitest";
import {
  churnBy,
  churnReasons,
  churnSignals,
  cohortRetention,
  compareChurnSignals,
  coxRegression,
  coxSurvival,
  customerRates,
  hazardRatio,
  kaplanMeier,
  logRank,
  monthlyAmount,
  proportionInterval,
  repeatPurchaseRate,
  restrictedMean,
  retentionLedger,
  revenueCohorts,
  revenueMovements,
  revenueMovementsBy,
  stickiness,
  subscriptionBook,
  survivalQuantile,
  tenures,
  thresholdFor,
  transactionLog,
} from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";

const log = transactionLog([
  { customerId: "A", date: "2025-01-01", amount: 1 },
  { customerId: "A", date: "2025-02-01", amount: 3 },
]);
const book = subscriptionBook(
  [{ customerId: "A", start: "2025-01-01", monthlyAmount: 10 }],
  {},
  { until: "2025-03-31" },
);
const durations = [
  { duration: 3, event: true, plan: "a" },
  { duration: 5, event: false, plan: "b" },
];

// As the wrong calls of the other rooms: the answer is a DataError that says where and what to do.
const calls: readonly (readonly [string, () => unknown, string, string])[] = [
  ["rows as log", () => cohortRetention([] as never), "log", "transactionLog"],
  ["a misspelt period", () => cohortRetention(log, { period: "monthly" } as never), "period", '"month"'],
  [
    "a definition of two meanings",
    () => cohortRetention(log, { definition: "rolling" } as never),
    "definition",
    '"unbounded"',
  ],
  ["margins of a log without", () => cohortRetention(log, { value: "margin" }), "value", "name a column"],
  ["null as options", () => cohortRetention(log, null as never), "options", "period, definition"],
  [
    "a number as window",
    () => retentionLedger(log, { activeWindow: 12 } as never),
    "activeWindow",
    "{ months",
  ],
  ["a from after the end", () => retentionLedger(log, { from: "2026-01-01" }), "from", "pass an earlier day"],
  [
    "a misspelt option",
    () => retentionLedger(log, { window: {} } as never),
    "options.window",
    "activeWindow",
  ],
  ["more lost than there were", () => customerRates({ start: 10, lost: 11 }), "kept", "kept + lost"],
  ["no counts", () => customerRates(undefined as never), "counts", "start, end, new"],
  ["a day without shorter periods", () => stickiness(log, { period: "day" } as never), "period", "pass week"],
  ["a misspelt option", () => repeatPurchaseRate(log, { windows: 3 } as never), "options.windows", "from"],
  ["a text as rows", () => subscriptionBook("abc" as never), "rows", "pass an array"],
  ["a list as keys", () => subscriptionBook([], { keys: [] } as never), "columns.keys", "industry"],
  [
    "an amount as text",
    () => subscriptionBook([{ customerId: "A", start: "2025-01-01", monthlyAmount: "10" }] as never),
    "monthlyAmount",
    "convert it",
  ],
  [
    "another name of a column",
    () => subscriptionBook([{ customerId: "A", begin: "2025-01-01", monthlyAmount: 10 }] as never),
    "start",
    "Name the columns",
  ],
  ["a log as book", () => revenueMovements(log as never), "book", "subscriptionBook"],
  ["a log as book", () => revenueCohorts(log as never), "book", "subscriptionBook"],
  ["a key that the book has not", () => revenueMovementsBy(book, "tarif"), "by", "name a plan"],
  ["a word as billing period", () => monthlyAmount(600, "year" as never), "every", "{ months: 12 }"],
  ["no limit of silence", () => tenures(log, undefined as never), "lostAfter", "{ months: 12 }"],
  ["rows for tenures", () => tenures([] as never, { lostAfter: { days: 3 } }), "log", "subscriptionBook"],
  ["a number as limit", () => tenures(log, { lostAfter: 90 } as never), "lostAfter", "{ months: 12 }"],
  ["rows as log", () => churnSignals([] as never), "log", "transactionLog"],
  ["no day of the split", () => compareChurnSignals(log, {} as never), "splitAt", "missing"],
  [
    "the name of a fit",
    () => compareChurnSignals(log, { splitAt: "2025-01-15", fit: "fitBgNbd" } as never),
    "fit",
    "no function",
  ],
  ["no word on who churned", () => churnBy(durations, "plan", {} as never), "churned", "event"],
  ["a record as rows", () => churnReasons({} as never, "plan" as never), "rows", "pass an array"],
  [
    "no comparison",
    () => thresholdFor({} as never, "silenceDays", { precision: 0.8 }),
    "comparison",
    "compareChurnSignals",
  ],
  ["tenures, not their rows", () => kaplanMeier(tenures(book) as never), "durations", "pass its rows"],
  ["nothing as durations", () => kaplanMeier(undefined as never), "durations", "{ duration: 12"],
  ["a log as durations", () => kaplanMeier(log as never), "durations", "{ duration: 12"],
  ["a duration of 0", () => kaplanMeier([{ duration: 0, event: true }]), "duration", "above 0"],
  ["a level in percent", () => kaplanMeier(durations, { level: 95 }), "level", "at most"],
  ["no group", () => logRank(durations, undefined as never), "group", "name of a field"],
  ["a single group", () => logRank(durations, () => "all"), "group", "two or more"],
  ["other weights", () => logRank(durations, "plan", { weights: "wilcoxon" } as never), "weights", "gehan"],
  ["rows as curve", () => restrictedMean(durations as never, 3), "curve", "kaplanMeier"],
  ["a quantile in percent", () => survivalQuantile(kaplanMeier(durations), 50), "p", "at most 1"],
  ["no covariates", () => coxRegression(durations, { covariates: [] }), "covariates", "at least one"],
  ["no such covariate", () => coxRegression(durations, { covariates: ["age" as never] }), "age", "missing"],
  [
    "a constant covariate",
    () => coxRegression(durations, { covariates: [{ name: "k", value: () => 1 }] }),
    "covariates",
    "leave it out",
  ],
  ["no Cox model", () => coxSurvival({} as never, {}), "model", "coxRegression"],
  ["no Cox model", () => hazardRatio(undefined as never, {}), "model", "coxRegression"],
  ["a count as text", () => proportionInterval("3" as never, 5), "successes", "finite number"],
];

describe("wrong calls of retention", () => {
  it.each(calls)("%s: %s", (_, call, field, advice) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(advice);
  });
});
