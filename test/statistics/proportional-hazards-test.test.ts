import { describe, expect, it } from "vitest";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { proportionalHazardsTest } from "../../src/statistics/proportional-hazards-test.ts";
import type { TimeScale } from "../../src/statistics/time-scale.ts";
import reference from "../reference/cox.json" with { type: "json" };
import ovarian from "../reference/ovarian.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import { type BruteFit, largestError } from "./cox-fits.ts";

const { invented, small } = reference;
const SCALES: readonly TimeScale[] = ["km", "rank", "identity", "log"];

describe.each(invented.fits)("the test of proportional hazards: $name, ties as $ties", (fit) => {
  const truth = fit as unknown as BruteFit;
  const rows = invented.rows.map((row) => ({
    ...row,
    event: row.event === 1,
    entry: fit.entry ? row.entry : 0,
    weight: fit.weight ? row.weight : 1,
  }));
  const strata = fit.strata === null ? {} : ({ strata: "region" } as const);
  const model = coxRegression(rows, { covariates: ["seats", "discount"], ties: truth.ties, ...strata });

  it.each(SCALES)("is that of brute force on the scale %s", (transform) => {
    const { covariates, global } = proportionalHazardsTest(rows, model, { transform, ...strata });
    const statistics = [...covariates, global].map(({ statistic }) => statistic);
    expect(largestError(statistics, truth.proportionalHazards[transform])).toBeLessThan(1e-12);
    expect(covariates.map(({ covariate, degreesOfFreedom }) => [covariate, degreesOfFreedom])).toEqual([
      ["seats", 1],
      ["discount", 1],
    ]);
    expect(global.degreesOfFreedom).toBe(2);
  });
});

describe("the test of proportional hazards", () => {
  it.each(["efron", "breslow"] as const)("has the closed form of six rows, ties as %s", (ties) => {
    const rows = small.rows.map(([duration = 0, event = 0, x = 0]) => ({ duration, event: event === 1, x }));
    const model = coxRegression(rows, { covariates: ["x"], ties });
    for (const transform of SCALES) {
      const { statistic } = proportionalHazardsTest(rows, model, { transform }).global;
      expect(relativeError(statistic, small[ties].timeTest)).toBeLessThan(1e-12);
    }
    // Two strata of the same rows say everything twice.
    const twice = ["a", "b"].flatMap((group) => rows.map((row) => ({ ...row, group })));
    const doubled = coxRegression(twice, { covariates: ["x"], ties, strata: "group" });
    const { statistic } = proportionalHazardsTest(twice, doubled, {
      transform: "log",
      strata: "group",
    }).global;
    expect(relativeError(statistic, 2 * small[ties].timeTest)).toBeLessThan(1e-12);
  });

  const rows = invented.rows.map((row) => ({
    ...row,
    event: row.event === 1,
    plan: ["A", "B", "C"][row.seats % 3] ?? "",
  }));
  const model = coxRegression(rows, { covariates: ["plan", "discount"] });

  it("takes the levels of a category together", () => {
    const { covariates, global, transform } = proportionalHazardsTest(rows, model);
    expect(transform).toBe("km");
    expect(covariates.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual([2, 1]);
    expect(global.degreesOfFreedom).toBe(3);
    expect(covariates.every(({ statistic }) => statistic <= global.statistic)).toBe(true);
  });

  it("reads columns, and rows as the fit read them", () => {
    const named = rows.map(({ duration, event, entry, weight, ...rest }) => ({
      ...rest,
      months: duration,
      left: event,
      from: entry,
      n: weight,
    }));
    const where = { duration: "months", event: "left", entry: "from", weight: "n" } as const;
    expect(proportionalHazardsTest(named, model, where)).toEqual(proportionalHazardsTest(rows, model));
    const columns = {
      duration: rows.map(({ duration }) => duration),
      event: rows.map(({ event }) => event),
      entry: rows.map(({ entry }) => entry),
      weight: rows.map(({ weight }) => weight),
      plan: rows.map(({ plan }) => plan),
      discount: rows.map(({ discount }) => discount),
    };
    expect(proportionalHazardsTest(columns, model)).toEqual(proportionalHazardsTest(rows, model));
    const covariates = [
      { name: "plan", value: (row: (typeof rows)[number]) => row.plan },
      "discount",
    ] as const;
    expect(proportionalHazardsTest(rows, model, { covariates })).toEqual(
      proportionalHazardsTest(rows, model),
    );
  });

  it("skips the rows that the fit skipped", () => {
    const gaps = [...rows, { ...(rows[0] as (typeof rows)[number]), discount: null }];
    const fitted = coxRegression(gaps, { covariates: ["plan", "discount"], invalid: "skip" });
    expect(proportionalHazardsTest(gaps, fitted)).toEqual(proportionalHazardsTest(rows, model));
  });

  it("refuses other rows, another scale and what is no model", () => {
    const codes = (call: () => unknown) => dataErrorOf(call).issues.map(({ code, field }) => [code, field]);
    expect(codes(() => proportionalHazardsTest(rows.slice(1), model))).toEqual([["invalid_model", "model"]]);
    const moved = rows.map((row, i) => (i === 5 ? { ...row, duration: row.duration + 3 } : row));
    expect(codes(() => proportionalHazardsTest(moved, model))).toEqual([["invalid_model", "model"]]);
    const transform = "sqrt" as TimeScale;
    expect(codes(() => proportionalHazardsTest(rows, model, { transform }))).toEqual([
      ["invalid_option", "transform"],
    ]);
    expect(codes(() => proportionalHazardsTest(rows, null as never))).toEqual([["invalid_model", "model"]]);
    expect(codes(() => proportionalHazardsTest(null as never, model))[0]?.[0]).toBe("invalid_option");
    const layered = coxRegression(rows, { covariates: ["discount"], strata: "region" });
    expect(codes(() => proportionalHazardsTest(rows, layered))).toEqual([["invalid_option", "strata"]]);
  });

  it("needs events at several times", () => {
    const once = [0, 1, 2, 3, 4, 5].map((i) => ({ duration: i < 4 ? 2 : 5, event: i < 4, x: i * i }));
    const fitted = coxRegression(once, { covariates: ["x"] });
    expect(dataErrorOf(() => proportionalHazardsTest(once, fitted)).byCode).toEqual({ not_enough_data: 1 });
  });
});

it("prints what R's cox.zph prints", () => {
  const [duration = [], event = [], age = [], ecog = []] = ovarian.columns.map((_, c) =>
    ovarian.rows.map((row) => row[c] ?? Number.NaN),
  );
  const columns = { duration, event, age, ecog };
  const { covariates, global } = proportionalHazardsTest(
    columns,
    coxRegression(columns, { covariates: ["age", "ecog"] }),
  );
  expect(covariates.map(({ statistic }) => statistic.toFixed(3))).toEqual([ovarian.km.age, ovarian.km.ecog]);
  expect(global.statistic.toFixed(3)).toBe(ovarian.km.global);
});
