import { describe, expect, it } from "vitest";
import { lorenzCurve } from "../../src/statistics/lorenz-curve.ts";
import facts from "../reference/concentration.json" with { type: "json" };

describe("the Lorenz curve", () => {
  it("has the published points of incomes", () => {
    const { n, total, rows } = lorenzCurve(facts.incomes.values);
    expect([n, total]).toEqual([10, facts.incomes.total]);
    expect(rows[0]).toEqual({ population: 0, value: 0 });
    expect(rows.slice(1).map((point) => Number(point.value.toFixed(6)))).toEqual(facts.incomes.lorenz);
    expect(rows.map((point) => point.population)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
    ]);
  });

  it("has no points where there is nothing to share", () => {
    expect(lorenzCurve([0, 0])).toEqual({ n: 2, total: 0, rows: [], raisedToZero: { n: 0, value: 0 } });
    expect(lorenzCurve([]).rows).toEqual([]);
  });

  it("of a single one has two points", () => {
    const ends = [
      { population: 0, value: 0 },
      { population: 1, value: 1 },
    ];
    expect(lorenzCurve([3]).rows).toEqual(ends);
    expect(lorenzCurve([3, 1, 2], { points: 2 }).rows).toEqual(ends);
  });

  it("can be thinned to points of the full curve, evenly spaced", () => {
    const values = Array.from({ length: 1000 }, (_, k) => (k * 7919) % 1009);
    const full = new Map(lorenzCurve(values).rows.map((point) => [point.population, point.value]));
    const { rows } = lorenzCurve(values, { points: 11 });
    expect(rows.map((point) => point.population)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
    ]);
    for (const point of rows) expect(full.get(point.population)).toBe(point.value);
  });

  it("keeps all its points if they are no more than asked for", () => {
    const { values } = facts.incomes;
    expect(lorenzCurve(values, { points: 11 }).rows).toEqual(lorenzCurve(values).rows);
    expect(lorenzCurve(values, { points: 10 }).rows.length).toBeLessThanOrEqual(10);
  });
});
