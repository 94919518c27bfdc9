import { describe, expect, it } from "vitest";
import { type Concentration, concentration } from "../../src/statistics/concentration.ts";
import { gini } from "../../src/statistics/gini.ts";
import { lorenzCurve } from "../../src/statistics/lorenz-curve.ts";
import facts from "../reference/concentration.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

const { incomes, grouped } = facts;

function repeated(groups: readonly (readonly number[])[]): number[] {
  return groups.flatMap(([value = 0, times = 0]) => new Array<number>(times).fill(value));
}

const MEASURES = Object.keys(incomes.measures) as (keyof typeof incomes.measures)[];

describe("concentration", () => {
  const spread = concentration(incomes.values, { top: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });

  it.each(MEASURES)("has the published %s of incomes", (name) => {
    const [published = Number.NaN, digits = 0] = incomes.measures[name];
    expect(Number(spread[name]?.toFixed(digits))).toBe(published);
  });

  it("has the published concentration ratios", () => {
    expect(spread.topShares.map(({ share }) => Number(share?.toFixed(7)))).toEqual(
      incomes.concentrationRatios,
    );
    expect(spread.topShares[2]).toEqual({ n: 3, value: 42_469, share: 42_469 / 66_586 });
    expect(spread).toMatchObject({ n: 10, zeros: 0, total: incomes.total, raisedToZero: { n: 0, value: 0 } });
    expect(spread.numbersEquivalent).toBeCloseTo(1 / 0.1840812, 4);
  });

  it.each(facts.asymmetry)("has the published asymmetry of $note", ({ values, ...published }) => {
    for (const { asymmetry, giniCorrected } of [
      concentration(repeated(values)),
      concentration(
        values.map(([value = 0, times = 0]) => ({ value, times })),
        (group) => group.value,
        { weight: (group) => group.times },
      ),
    ]) {
      expect(asymmetry).toBeCloseTo(published.asymmetry, 12);
      expect(Number(giniCorrected?.toFixed(7))).toBe(published.giniCorrected);
    }
  });

  it("takes the middle where values equal the mean", () => {
    // Below the mean 1 of 3 with 1 of 6, up to it 2 of 3 with 3 of 6.
    expect(concentration([1, 2, 3]).asymmetry).toBeCloseTo((1 / 3 + 1 / 6 + 2 / 3 + 3 / 6) / 2, 14);
    // The sum of these is rounded, and so is the mean.
    expect(concentration([0.1, 0.2, 0.3]).asymmetry).toBeCloseTo((1 / 3 + 1 / 6 + 2 / 3 + 3 / 6) / 2, 12);
  });

  it("is all 0 for equals, without rounding", () => {
    for (const value of [7, 0.1, 1e-300, 1e300]) {
      const equal = concentration(new Array<number>(9).fill(value));
      expect(equal).toMatchObject({
        gini: 0,
        giniCorrected: 0,
        theil: 0,
        meanLogDeviation: 0,
        atkinsonHalf: 0,
        atkinsonOne: 0,
        hoover: 0,
        coefficientOfVariation: 0,
        asymmetry: 1,
        hhi: 1 / 9,
        numbersEquivalent: 9,
        rosenbluth: 1 / 9,
      });
    }
  });

  it("has no mean logarithm of 0, and counts zeros", () => {
    const { zeros, meanLogDeviation, atkinsonOne, theil, giniCorrected, hhi } = concentration([0, 0, 0, 8]);
    expect([zeros, meanLogDeviation, atkinsonOne, giniCorrected, hhi]).toEqual([3, null, null, 1, 1]);
    expect(theil).toBeCloseTo(Math.log(4), 14);
  });

  it.each([[[]], [[0, 0]]])("is null where there is nothing to share: %j", (values) => {
    const { n, zeros, total, topShares, raisedToZero, ...measures } = concentration(values, { top: [1] });
    expect({ n, zeros, total }).toEqual({ n: values.length, zeros: values.length, total: 0 });
    expect(topShares).toEqual([{ n: 1, value: 0, share: null }]);
    expect(raisedToZero).toEqual({ n: 0, value: 0 });
    expect(new Set(Object.values(measures))).toEqual(new Set([null]));
    expect(Object.keys(measures)).toHaveLength(12);
  });

  it("of a single one is complete, and nothing is unequal", () => {
    expect(concentration([42])).toMatchObject({ n: 1, gini: 0, giniCorrected: null, hhi: 1, asymmetry: 1 });
  });

  it("neither overflows nor loses the smallest", () => {
    const wide = concentration([1e-308, 1e308, 5e307]);
    // By hand: shares 2/3 and 1/3, and a logarithm of 10^-308 to the mean 5e307.
    expect(wide.hhi).toBeCloseTo(5 / 9, 14);
    const logOfLeast = -616 * Math.LN10 - Math.log(0.5);
    expect(wide.meanLogDeviation).toBeCloseTo(-(logOfLeast + Math.log(2) + Math.log(1)) / 3, 9);
    expect(wide.atkinsonOne).toBe(1);
    expect(gini([1e308, 1e308, 0])).toBeCloseTo(1 / 3, 14);
    expect(gini([5e-324, 0])).toBe(0.5);
    expect(dataErrorOf(() => concentration([1e308, 1e308])).byCode).toEqual({ amount_overflow: 1 });
    expect(dataErrorOf(() => lorenzCurve([1e308, 1e308])).byCode).toEqual({ amount_overflow: 1 });
  });

  it("counts what is below 0 as 0 if asked to, and says so", () => {
    const raised: Concentration = concentration([-5, 3, -2.5, 6], { negative: "zero" });
    expect(raised.raisedToZero).toEqual({ n: 2, value: -7.5 });
    expect({ ...raised, raisedToZero: { n: 0, value: 0 } }).toEqual(concentration([0, 3, 0, 6]));
  });

  it("survives JSON and structuredClone", () => {
    expect(JSON.parse(JSON.stringify(spread))).toEqual(spread);
    expect(structuredClone(spread)).toEqual(spread);
  });

  it("leaves the caller's numbers alone", () => {
    const values = Float64Array.of(3, -1, 2);
    concentration(values, { negative: "zero" });
    expect([...values]).toEqual([3, -1, 2]);
  });
});

describe("grouped data", () => {
  const rows = incomes.values.map((income, k) => ({ income, families: grouped.weights[k] ?? 0 }));

  it("has the Gini coefficient and the curve of the US incomes of 1968", () => {
    expect(Number(gini(rows, "income", { weight: "families" })?.toFixed(7))).toBe(grouped.gini);
    const curve = lorenzCurve(incomes.values, { weight: grouped.weights });
    const inner = curve.rows.slice(1, -1);
    expect(inner.map((point) => Number(point.population.toFixed(5)))).toEqual(grouped.population);
    expect(inner.map((point) => Number(point.value.toFixed(5)))).toEqual(grouped.value);
    expect(curve.n).toBe(9960);
  });

  it("leaves out who stands for nobody", () => {
    const rest = rows.map((row) => (row.income < 5000 ? { ...row, families: 0 } : row));
    expect(concentration(rest, "income", { weight: "families" })).toEqual(
      concentration(
        rows.filter((row) => row.income >= 5000),
        "income",
        { weight: "families" },
      ),
    );
    expect(gini([4, 5], { weight: [0, 0] })).toBeNull();
  });
});
