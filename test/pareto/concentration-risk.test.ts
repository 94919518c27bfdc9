import { describe, expect, it } from "vitest";
import { concentrationRisk } from "../../src/pareto/concentration-risk.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "Cem", revenue: 100, churn: 0.2 },
  { customerId: "Ada", revenue: 700, churn: 0.1 },
  { customerId: "Ben", revenue: 200, churn: 0.5 },
];

function valued(...values: readonly number[]): { customerId: number; value: number }[] {
  return values.map((value, customerId) => ({ customerId, value }));
}

describe("concentration risk", () => {
  it("lists who brings a tenth or more", () => {
    const { disclosure } = concentrationRisk(rows, "revenue");
    expect(disclosure.customers.map(({ customerId, share }) => [customerId, share])).toEqual([
      ["Ada", 0.7],
      ["Ben", 0.2],
      ["Cem", 0.1],
    ]);
    expect(disclosure).toMatchObject({ limit: 0.1, value: 1000, share: 1 });
    const fifth = concentrationRisk(rows, "revenue", { disclosureShare: 0.2 }).disclosure;
    expect(fifth).toMatchObject({ value: 900, share: 0.9 });
    expect(concentrationRisk(rows, "revenue", { disclosureShare: 0.75 }).disclosure).toEqual({
      limit: 0.75,
      customers: [],
      value: 0,
      share: 0,
    });
  });

  it("lists exactly a tenth, however the division rounds", () => {
    const { disclosure } = concentrationRisk(valued(0.03, 0.27), "value", { disclosureShare: 0.1 });
    expect(0.03 / (0.03 + 0.27)).toBeLessThan(0.1);
    expect(disclosure.customers).toHaveLength(2);
  });

  it("tells what the loss of the largest would mean", () => {
    const { top } = concentrationRisk(rows, "revenue", { top: [2, 1, 10] });
    expect(top).toEqual([
      { top: 2, customers: 2, value: 900, share: 0.9, remaining: 100, change: -0.9 },
      { top: 1, customers: 1, value: 700, share: 0.7, remaining: 300, change: -0.7 },
      { top: 10, customers: 3, value: 1000, share: 1, remaining: 0, change: -1 },
    ]);
    expect(concentrationRisk(rows, "revenue").top.map(({ top: n }) => n)).toEqual([1, 3, 5, 10]);
  });

  it("adds up value times probability of churn", () => {
    const result = concentrationRisk(rows, "revenue", { churnProbability: ({ churn }) => churn });
    expect(result.atRisk).toEqual({ value: 190, share: 0.19, remaining: 810 });
    expect(result.rows[1]).toEqual({
      index: 2,
      customerId: "Ben",
      rank: 2,
      value: 200,
      share: 0.2,
      disclosed: true,
      churnProbability: 0.5,
      valueAtRisk: 100,
    });
    const without = concentrationRisk(rows, "revenue");
    expect(without.atRisk).toBeNull();
    expect(without.rows[0]).toMatchObject({ churnProbability: null, valueAtRisk: null });
  });

  it("finds the published index of ten numbers", () => {
    // R package ineq, manual: conc(x, type = "Herfindahl").
    const x = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
    const { concentration, top } = concentrationRisk(valued(...x), "value");
    expect(concentration.hhi).toBeCloseTo(0.1840812, 7);
    expect(concentration.band).toBe("high");
    expect(top.map(({ share }) => share?.toFixed(7))).toEqual([
      "0.3343195",
      "0.6378067",
      "0.8149160",
      "1.0000000",
    ]);
  });

  it("parts the bands at 0.1 and 0.18", () => {
    const bandOf = (n: number) =>
      concentrationRisk(valued(...Array.from({ length: n }, () => 0.07)), "value").concentration.band;
    expect([11, 10, 6, 5, 1].map(bandOf)).toEqual(["low", "moderate", "moderate", "high", "high"]);
    // Σx² ÷ (Σx)² is 18 ÷ 100 and 40 ÷ 400, though not in binary.
    for (const onTheLimit of [
      [2, 2, 2, 2, 1, 1],
      [0.03, 0.03, 0.02, 0.02, 0.02, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01],
    ]) {
      const { hhi, band } = concentrationRisk(valued(...onTheLimit), "value").concentration;
      expect([0.1, 0.18]).not.toContain(hhi);
      expect(band).toBe("moderate");
    }
    const of2010 = { limits: { moderate: 0.15, high: 0.25 } };
    expect(concentrationRisk(valued(1, 1, 1, 1, 1), "value", of2010).concentration).toMatchObject({
      band: "moderate",
      ...of2010,
    });
  });

  it("looks at customers above 0 for the index, and at the net total for shares", () => {
    const result = concentrationRisk(valued(60, 60, -20, 0), "value", { churnProbability: () => 0.5 });
    expect(result.value).toBe(100);
    expect(result.concentration).toMatchObject({ hhi: 0.5, numbersEquivalent: 2 });
    expect(result.rows.map(({ share }) => share)).toEqual([0.6, 0.6, 0, -0.2]);
    expect(result.atRisk).toEqual({ value: 50, share: 0.5, remaining: 50 });
    expect(result.top[3]).toMatchObject({ customers: 4, value: 100, remaining: 0 });
    expect(result.warnings).toMatchObject([{ code: "negative-values", customers: 1 }]);
  });

  it("has no shares without a total", () => {
    for (const nothing of [valued(), valued(0), valued(-5, 2)]) {
      const result = concentrationRisk(nothing, "value", { churnProbability: () => 1 });
      expect(result.disclosure).toMatchObject({ customers: [], share: null });
      expect(result.top[0]).toMatchObject({ share: null, change: null });
      expect(result.atRisk?.share).toBeNull();
    }
    expect(concentrationRisk([], "value" as never).concentration).toMatchObject({
      hhi: null,
      numbersEquivalent: null,
      band: null,
    });
    expect(concentrationRisk([], "value" as never).warnings).toEqual([]);
  });

  it.each([
    ["no rows", () => concentrationRisk("rows" as never, "x" as never), "rows", "These are no rows"],
    ["a slip", () => concentrationRisk(rows, "revenue", { churn: 1 } as never), "options.churn", "churnProb"],
    [
      "a share in percent",
      () => concentrationRisk(rows, "revenue", { disclosureShare: 10 }),
      "disclosureShare",
      "at most 1",
    ],
    ["no list", () => concentrationRisk(rows, "revenue", { top: 5 as never }), "top", "no list"],
    ["a top of 0", () => concentrationRisk(rows, "revenue", { top: [1, 0] }), "top[1]", "at least 1"],
    [
      "limits in points",
      () => concentrationRisk(rows, "revenue", { limits: { moderate: 1000, high: 1800 } }),
      "limits.moderate",
      "at most 1",
    ],
    [
      "limits upside down",
      () => concentrationRisk(rows, "revenue", { limits: { moderate: 0.2, high: 0.1 } }),
      "limits.high",
      "at least 0.2",
    ],
    [
      "a probability in percent",
      () => concentrationRisk(rows, () => 1, { churnProbability: "revenue" }),
      "revenue",
      "divide percentages by 100",
    ],
    [
      "a probability below 0",
      () => concentrationRisk(rows, () => 1, { churnProbability: () => -0.1 }),
      "churnProbability",
      "between 0 and 1",
    ],
    ["a customer twice", () => concentrationRisk([...rows, ...rows], "revenue"), "customerId", "already"],
  ])("refuses %s", (_what, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
