import { describe, expect, it } from "vitest";
import {
  classifyCustomers,
  customerEffortScore,
  customerSatisfactionScore,
  netPromoterScore,
  retentionBySatisfaction,
  satisfactionBy,
  satisfactionByClass,
  satisfactionDifference,
  satisfactionOverTime,
  transactionLog,
  valueBySatisfaction,
} from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";

const responses = [10, 9, 9, 8, 3].map((score, i) => ({
  score,
  customerId: `c${i}`,
  date: "2024-01-20",
  country: i % 2 ? "DE" : "AT",
}));
const log = transactionLog([{ customerId: "c0", date: "2024-05-01", amount: 30 }]);
const customers = [
  { customerId: "c0", class: "regular", revenue: 3 },
  { customerId: "c1", class: "new", revenue: 5 },
];
const nps = { measure: "nps" } as const;
const within = { months: 3 };
const score = netPromoterScore(responses);

// As the wrong calls of the other rooms: the answer is a DataError that says where and what to do.
const calls: readonly (readonly [string, () => unknown, string, string])[] = [
  ["numbers for rows", () => netPromoterScore([10, 9] as never), "row", "pass objects"],
  ["an answer as text", () => netPromoterScore([{ score: "9" as never }]), "score", "convert it"],
  ["an answer off the scale", () => netPromoterScore([{ score: 11 }]), "score", "from 0 to 10"],
  ["a mean for an answer", () => netPromoterScore([{ score: 8.5 }]), "score", "whole numbers"],
  ["another field", () => netPromoterScore([{ rating: 3 }]), "score", '"rating"'],
  [
    "a scale for NPS",
    () => netPromoterScore(responses, { scale: 10 } as never),
    "options.scale",
    "score, level",
  ],
  ["a level in percent", () => netPromoterScore(responses, { level: 95 }), "level", "at most"],
  ["an answer of 0", () => customerSatisfactionScore([{ score: 0 }]), "score", "from 1 to 5"],
  [
    "satisfied beyond the scale",
    () => customerSatisfactionScore([], { satisfied: 9 }),
    "satisfied",
    "at most 5",
  ],
  ["a scale as text", () => customerEffortScore([], { scale: "7" as never }), "scale", "whole number"],
  ["no measure", () => satisfactionBy(responses, "country", {} as never), "measure", '"nps"'],
  [
    "a measure in capitals",
    () => satisfactionBy(responses, "country", { measure: "NPS" as never }),
    "measure",
    '"nps"',
  ],
  ["a misspelt key", () => satisfactionBy(responses, "land" as never, nps), "land", '"country"'],
  [
    "an adverb as period",
    () => satisfactionOverTime(responses, { ...nps, period: "monthly" as never }),
    "period",
    '"month"',
  ],
  [
    "a city as zone",
    () => satisfactionOverTime(responses, { ...nps, period: "month", timeZone: "Berlin" }),
    "timeZone",
    "Europe/Berlin",
  ],
  [
    "a log as customers",
    () => satisfactionByClass(responses, log as never, nps),
    "customers",
    "pass an array",
  ],
  [
    "the whole classification",
    () => satisfactionByClass(responses, classifyCustomers(log) as never, nps),
    "customers",
    "pass an array",
  ],
  [
    "customers twice",
    () => satisfactionByClass(responses, [...customers, ...customers], nps),
    "customerId",
    "already",
  ],
  ["no value", () => valueBySatisfaction(responses, customers, nps as never), "value", "name of a field"],
  [
    "values beyond numbers",
    () =>
      valueBySatisfaction(
        responses,
        customers.map((row) => ({ ...row, revenue: 1e308 })),
        { ...nps, value: "revenue" },
      ),
    "value",
    "larger unit",
  ],
  [
    "rows as log",
    () => retentionBySatisfaction(responses, [] as never, { ...nps, within }),
    "log",
    "transactionLog",
  ],
  [
    "a number as time",
    () => retentionBySatisfaction(responses, log, { ...nps, within: 3 as never }),
    "within",
    "{ months: 12 }",
  ],
  ["no time", () => retentionBySatisfaction(responses, log, nps as never), "within", "{ months: 12 }"],
  [
    "numbers for scores",
    () => satisfactionDifference(0.4 as never, 0.3 as never),
    "first",
    "netPromoterScore",
  ],
  ["one score", () => satisfactionDifference(score, undefined as never), "second", "netPromoterScore"],
  [
    "half a score",
    () => satisfactionDifference(score, { measure: "nps", level: 0.95 } as never),
    "second",
    "netPromoterScore",
  ],
  [
    "unlike scores",
    () => satisfactionDifference(score, customerEffortScore([{ score: 3 }])),
    "second.measure",
    "only like",
  ],
];

describe("wrong calls of satisfaction", () => {
  it.each(calls)("%s: %s", (_, call, field, advice) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(advice);
  });
});

describe("the limits of a difference", () => {
  const scored = (answers: readonly number[]) => answers.map((answer) => ({ score: answer }));

  it("are not cut short by limits of the scores that are cut at 1", () => {
    // z · √(7/72 + 29/216), computed with scipy.
    const after = netPromoterScore(scored([10, 10, 9, 9, 8, 6]));
    const before = netPromoterScore(scored([10, 9, 8, 6, 5, 3]));
    const found = satisfactionDifference(after, before);
    expect(after.upper).toBe(1);
    expect(found?.lower).toBeCloseTo(-0.27632144506347633, 13);
    expect(found?.upper).toBeCloseTo(1.6096547783968098, 13);
  });

  it("stay within what two scores can differ by", () => {
    const best = netPromoterScore(scored([10, 10, 10, 7]));
    const worst = netPromoterScore(scored([0, 0, 0, 7]));
    expect(satisfactionDifference(best, worst)).toMatchObject({ difference: 1.5, upper: 2 });
    expect(satisfactionDifference(worst, best)).toMatchObject({ difference: -1.5, lower: -2 });
  });

  it("are Welch's for the effort score", () => {
    // scipy.stats.ttest_ind(…, equal_var=False).confidence_interval(0.95)
    const first = customerEffortScore(scored([7, 6, 6, 4, 2, 7, 5]));
    const second = customerEffortScore(scored([3, 4, 2, 5, 1]));
    const found = satisfactionDifference(first, second);
    expect(found?.lower).toBeCloseTo(0.08191511139761154, 12);
    expect(found?.upper).toBeCloseTo(4.48951346003096, 12);
    const alike = customerEffortScore(scored([4, 4]));
    expect(satisfactionDifference(alike, alike)).toMatchObject({ difference: 0, lower: 0, upper: 0 });
    expect(satisfactionDifference(first, customerEffortScore(scored([4])))).toBeNull();
  });

  it("have errors of mean values whose squares no number can hold", () => {
    const rows = customers.map((row, i) => ({ ...row, revenue: i === 0 ? 1e200 : -1e200 }));
    const [promoters] = valueBySatisfaction(responses, rows, { ...nps, value: "revenue" }).rows;
    expect((promoters?.standardError ?? 0) / 1e200).toBeCloseTo(1, 14);
  });
});
