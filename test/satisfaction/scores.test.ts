import { describe, expect, it } from "vitest";
import { customerEffortScore } from "../../src/satisfaction/customer-effort-score.ts";
import { customerSatisfactionScore } from "../../src/satisfaction/customer-satisfaction-score.ts";
import { netPromoterScore } from "../../src/satisfaction/net-promoter-score.ts";
import { satisfactionBy } from "../../src/satisfaction/satisfaction-by.ts";
import { satisfactionDifference } from "../../src/satisfaction/satisfaction-difference.ts";
import { satisfactionOverTime } from "../../src/satisfaction/satisfaction-over-time.ts";
import { rateDifference } from "../../src/statistics/rate-difference.ts";
import { dataErrorOf } from "../support/error-of.ts";

const scores = (...answers: readonly (number | null)[]) => answers.map((score) => ({ score }));
const times = (n: number, score: number) => Array.from({ length: n }, () => ({ score }));

describe("netPromoterScore", () => {
  it("is promoters less detractors, with the variance of a difference of two shares", () => {
    // 70 promoters, 20 passives, 10 detractors: (0.7 + 0.1 − 0.6²) ÷ 100 = 0.0044.
    const nps = netPromoterScore([...times(70, 9), ...times(20, 8), ...times(10, 6)]);
    expect(nps).toMatchObject({ promoters: 70, passives: 20, detractors: 10, responses: 100, asked: 100 });
    expect(nps.score).toBeCloseTo(0.6, 14);
    expect(nps.standardError).toBeCloseTo(Math.sqrt(0.0044), 14);
    expect(nps.lower).toBeCloseTo(0.6 - 1.959963984540054 * Math.sqrt(0.0044), 12);
    expect(nps.upper).toBeCloseTo(0.6 + 1.959963984540054 * Math.sqrt(0.0044), 12);
  });

  it("counts 9 and 10 as promoters, 7 and 8 as passives, 0 to 6 as detractors", () => {
    const all = netPromoterScore(scores(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    expect([all.promoters, all.passives, all.detractors]).toEqual([2, 2, 7]);
  });

  it("keeps its limits within −1 and 1, and says nothing without answers", () => {
    expect(netPromoterScore(scores(10, 10, 0))).toMatchObject({ upper: 1 });
    expect(netPromoterScore(scores(null, null))).toMatchObject({
      asked: 2,
      responses: 0,
      score: null,
      standardError: null,
      lower: null,
      upper: null,
      responseRate: { rate: 0, lower: 0 },
    });
    expect(netPromoterScore([])).toMatchObject({ asked: 0, responseRate: null, score: null });
  });

  it("refuses what is no answer, with the row and the reason", () => {
    const rows = [{ score: 11 }, { score: 9.5 }, { score: "9" }, { score: Number.NaN }, { score: 7 }];
    const error = dataErrorOf(() => netPromoterScore(rows as never));
    expect(error.issues.map(({ row, field, code }) => [row, field, code])).toEqual([
      [0, "score", "invalid_value"],
      [1, "score", "invalid_value"],
      [2, "score", "invalid_value"],
      [3, "score", "invalid_value"],
    ]);
    expect(error.issues[0]?.message).toContain("whole numbers from 0 to 10");
    expect(error.issues[2]?.message).toContain("convert it to a number");
    expect(dataErrorOf(() => netPromoterScore([{ note: 9 }] as never)).message).toContain('no field "score"');
    expect(dataErrorOf(() => netPromoterScore([9, 8] as never)).issues[0]?.code).toBe("invalid_row");
    expect(dataErrorOf(() => netPromoterScore([], { scale: 5 } as never)).message).toContain("scale");
    expect(dataErrorOf(() => netPromoterScore("9" as never)).issues[0]?.code).toBe("invalid_option");
  });
});

describe("customerSatisfactionScore", () => {
  it("is the share of the two best answers with Wilson's limits (300 of 500: .5565 to .6420)", () => {
    const csat = customerSatisfactionScore([...times(200, 5), ...times(100, 4), ...times(200, 2)]);
    expect(csat).toMatchObject({ score: 0.6, satisfied: 300, unsatisfied: 200 });
    expect(csat.lower).toBeCloseTo(0.5565, 4);
    expect(csat.upper).toBeCloseTo(0.642, 4);
  });

  it("takes other scales and limits", () => {
    expect(customerSatisfactionScore(scores(10, 9, 8, 1), { scale: 10 }).satisfied).toBe(2);
    expect(customerSatisfactionScore(scores(10, 9, 8, 1), { scale: 10, satisfied: 8 }).satisfied).toBe(3);
    expect(customerSatisfactionScore(scores(1, 2), { scale: 2 }).satisfied).toBe(1);
    const wrong = (options: object) =>
      dataErrorOf(() => customerSatisfactionScore([], options)).issues[0]?.field;
    expect(wrong({ scale: 1 })).toBe("scale");
    expect(wrong({ satisfied: 6 })).toBe("satisfied");
    expect(wrong({ satisfied: 1 })).toBe("satisfied");
    expect(wrong({ level: 95 })).toBe("level");
  });
});

describe("customerEffortScore", () => {
  it("is the mean with Student's limits", () => {
    // Mean 5, variance 16 ÷ 4, t with 4 degrees of freedom 2.776445105197793.
    const ces = customerEffortScore(scores(7, 6, 6, 4, 2));
    expect(ces).toMatchObject({ score: 5, easy: 3, neutral: 1, difficult: 1 });
    expect(ces.standardError).toBeCloseTo(Math.sqrt(4 / 5), 14);
    expect(ces.lower).toBeCloseTo(5 - 2.776445105197793 * Math.sqrt(4 / 5), 12);
    expect(ces.upper).toBe(7);
  });

  it("has no middle on an even scale, and no limits with one answer", () => {
    expect(customerEffortScore(scores(1, 2, 3, 4), { scale: 4 })).toMatchObject({
      easy: 2,
      neutral: 0,
      difficult: 2,
    });
    expect(customerEffortScore(scores(4))).toMatchObject({ score: 4, standardError: null, lower: null });
  });
});

describe("satisfactionDifference", () => {
  it("is Newcombe's interval for CSAT (56 of 70 less 48 of 80: .0524 to .3339)", () => {
    const of = (satisfied: number, n: number) =>
      customerSatisfactionScore([...times(satisfied, 5), ...times(n - satisfied, 1)]);
    const difference = satisfactionDifference(of(56, 70), of(48, 80));
    expect(difference?.lower).toBeCloseTo(0.0524, 4);
    expect(difference?.upper).toBeCloseTo(0.3339, 4);
    const rates = rateDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
    expect(difference?.lower).toBeCloseTo(rates?.lower ?? Number.NaN, 14);
  });

  it("adds the variances of two net promoter scores", () => {
    const first = netPromoterScore([...times(60, 9), ...times(30, 8), ...times(10, 6)]);
    const second = netPromoterScore([...times(40, 9), ...times(30, 8), ...times(30, 6)]);
    const error = Math.hypot(first.standardError ?? 0, second.standardError ?? 0);
    const difference = satisfactionDifference(first, second);
    expect(difference?.difference).toBeCloseTo(0.4, 14);
    expect(difference?.lower).toBeCloseTo(0.4 - 1.959963984540054 * error, 12);
    expect(difference?.upper).toBeCloseTo(0.4 + 1.959963984540054 * error, 12);
  });

  it("refuses scores that are not alike, and says nothing where a score has no limits", () => {
    const nps = netPromoterScore(scores(9, 1));
    const csat = customerSatisfactionScore(scores(5, 1));
    expect(dataErrorOf(() => satisfactionDifference(nps, csat)).message).toContain(
      "only like can be compared",
    );
    const wide = netPromoterScore(scores(9, 1), { level: 0.99 });
    expect(dataErrorOf(() => satisfactionDifference(nps, wide)).issues[0]?.field).toBe("second.level");
    expect(dataErrorOf(() => satisfactionDifference(0.4 as never, nps)).issues[0]?.field).toBe("first");
    expect(satisfactionDifference(nps, netPromoterScore([]))).toBeNull();
  });
});

describe("satisfaction by group and period", () => {
  const rows = [
    { country: "DE", product: 1, date: "2025-01-31", score: 10 },
    { country: "DE", product: 2, date: "2025-02-01", score: null },
    { country: "__proto__", product: 1, date: "2025-04-30", score: 0 },
    { country: "", product: 2, date: "2025-04-01", score: 8 },
  ];

  it("has a row for each group, and one for all", () => {
    const { rows: groups, total } = satisfactionBy(rows, "country", { measure: "nps" });
    expect(groups.map(({ group, asked, responses, score }) => [group, asked, responses, score])).toEqual([
      ["DE", 2, 1, 1],
      ["__proto__", 1, 1, -1],
      [null, 1, 1, 0],
    ]);
    expect(total).toEqual(netPromoterScore(rows));
    expect(satisfactionBy(rows, ["country", "product"], { measure: "nps" }).rows).toHaveLength(4);
  });

  it("has a row for each period without gaps", () => {
    const { rows: months } = satisfactionOverTime(rows, { measure: "nps", period: "month" });
    expect(months.map(({ period, asked, score }) => [period, asked, score])).toEqual([
      ["2025-01", 1, 1],
      ["2025-02", 1, null],
      ["2025-03", 0, null],
      ["2025-04", 2, -0.5],
    ]);
    expect(months[3]).toMatchObject({ from: "2025-04-01", to: "2025-04-30" });
    expect(satisfactionOverTime([] as typeof rows, { measure: "ces", period: "week" }).rows).toEqual([]);
  });

  it("refuses unknown measures, dates and groups", () => {
    const by = (options: object) => dataErrorOf(() => satisfactionBy(rows, "country", options as never));
    expect(by({ measure: "NPS" }).message).toContain('"nps", "csat", "ces"');
    expect(by({ measure: "nps", period: "month" }).message).toContain("no such name");
    expect(dataErrorOf(() => satisfactionBy(rows, "land" as never, { measure: "nps" })).message).toContain(
      "No row has the field",
    );
    const late = [{ date: "2025-02-30", score: 9 }];
    const options = { measure: "nps", period: "month" } as const;
    expect(dataErrorOf(() => satisfactionOverTime(late, options)).issues[0]?.code).toBe("impossible_date");
    const odd = [...late.map((row) => ({ ...row, date: "0202-01-01" })), { date: "2025-01-01", score: 9 }];
    expect(dataErrorOf(() => satisfactionOverTime(odd, { ...options, period: "day" })).message).toContain(
      "mistaken year",
    );
  });
});
