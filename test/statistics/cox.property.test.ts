import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataError } from "../../src/rows/data-error.ts";
import { hazardRatio } from "../../src/statistics/cox-hazard-ratio.ts";
import type { CoxModel } from "../../src/statistics/cox-model.ts";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { logRank } from "../../src/statistics/log-rank.ts";
import { relativeError } from "../support/relative-error.ts";
import { columnOf, largestError } from "./cox-fits.ts";

interface Row {
  readonly duration: number;
  readonly event: boolean;
  readonly entry: number;
  readonly weight: number;
  readonly x: number;
  readonly flag: boolean;
  readonly group: string;
}

const row: fc.Arbitrary<Row> = fc
  .record({
    stay: fc.integer({ min: 1, max: 12 }),
    event: fc.boolean(),
    entry: fc.integer({ min: 0, max: 6 }),
    weight: fc.integer({ min: 1, max: 4 }),
    x: fc.integer({ min: -20, max: 20 }),
    flag: fc.boolean(),
    group: fc.constantFrom("a", "b"),
  })
  .map(({ stay, ...rest }) => ({ ...rest, duration: rest.entry + stay }));

const rows = fc.array(row, { minLength: 25, maxLength: 60 });
const ties = fc.constantFrom("efron", "breslow" as const);

type Fit = (data: readonly Row[]) => CoxModel;

/** The fits of data that determine their coefficients well enough for digits to be compared; others say nothing about the laws below. */
function fitted(data: readonly Row[], refit: Fit): CoxModel | null {
  try {
    const model = refit(data);
    const known = model.convergence.converged && model.coefficients.every((c) => (c.standardError ?? 9) < 3);
    return known ? model : null;
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

const covariates = ["x", "flag"] as const;

describe("laws of the fit", () => {
  it("rarely lack a fit to be tried on", () => {
    const sample = fc.sample(rows, { numRuns: 100, seed: 1 });
    const good = sample.filter((data) => fitted(data, (d) => coxRegression(d, { covariates })) !== null);
    expect(good.length).toBeGreaterThan(80);
  });

  it("hold whatever the order of the rows", () => {
    fc.assert(
      fc.property(rows, ties, fc.integer({ min: 1, max: 1000 }), (data, how, step) => {
        const options = { covariates, ties: how, strata: "group", standardErrors: "robust" } as const;
        const model = fitted(data, (d) => coxRegression(d, options));
        fc.pre(model !== null);
        const mixed = data
          .map((each, i) => ({ each, key: (i * 7919 + step * 104729) % 1009 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const again = coxRegression(mixed, options);
        expect(largestError(columnOf(again, "coefficient"), columnOf(model, "coefficient"))).toBeLessThan(
          1e-9,
        );
        expect(largestError(again.covariance.flat(), model.covariance.flat())).toBeLessThan(1e-9);
        expect(again.baseline.map(({ stratum }) => stratum)).toEqual(
          model.baseline.map(({ stratum }) => stratum),
        );
      }),
    );
  });

  it("hold whatever the unit and the origin of a covariate", () => {
    const scale = fc.constantFrom(1e-9, 1e-3, -7, 365.25, 1e10);
    const origin = fc.constantFrom(0, 1, -300, 1.7e12);
    fc.assert(
      fc.property(rows, ties, scale, origin, (data, how, factor, shift) => {
        fc.pre(Math.abs(shift) < 1e6 * Math.abs(factor) || shift === 0);
        const fitTo: Fit = (d) => coxRegression(d, { covariates, ties: how });
        const model = fitted(data, fitTo);
        fc.pre(model !== null);
        const other = fitTo(data.map((each) => ({ ...each, x: factor * each.x + shift })));
        const [x = 0, flag = 0] = columnOf(model, "coefficient");
        expect(
          largestError(
            columnOf(other, "coefficient").map((c, i) => (i === 0 ? c * factor : c)),
            [x, flag],
          ),
        ).toBeLessThan(1e-7);
        expect(relativeError(other.logLikelihood, model.logLikelihood)).toBeLessThan(1e-10);
        const errors = columnOf(other, "standardError").map((e, i) => (i === 0 ? e * Math.abs(factor) : e));
        expect(largestError(errors, columnOf(model, "standardError"))).toBeLessThan(1e-7);
      }),
    );
  });

  it("hold for weights as for repeated rows, if ties are Breslow's", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const options = { covariates, ties: "breslow" } as const;
        const model = fitted(data, (d) => coxRegression(d, options));
        fc.pre(model !== null);
        const repeated = data.flatMap((each) =>
          Array.from({ length: each.weight }, () => ({ ...each, weight: 1 })),
        );
        const again = coxRegression(repeated, options);
        expect(largestError(columnOf(again, "coefficient"), columnOf(model, "coefficient"))).toBeLessThan(
          1e-9,
        );
        expect(largestError(again.covariance.flat(), model.covariance.flat())).toBeLessThan(1e-9);
        expect(relativeError(again.logLikelihood, model.logLikelihood)).toBeLessThan(1e-11);
        expect(again.concordance.concordant).toBe(model.concordance.concordant);
        expect(again.concordance.tied).toBe(model.concordance.tied);
        const hazards = (m: CoxModel): number[] => m.baseline[0]?.rows.map((r) => r.cumulativeHazard) ?? [];
        expect(largestError(hazards(again), hazards(model))).toBeLessThan(1e-9);
      }),
    );
  });

  it("see no difference between late entry at 0 and none, nor between one stratum and none", () => {
    fc.assert(
      fc.property(rows, ties, (data, how) => {
        const plain = data.map(({ entry, ...each }) => each);
        const model = fitted(plain as unknown as Row[], (d) => coxRegression(d, { covariates, ties: how }));
        fc.pre(model !== null);
        const zero = plain.map((each) => ({ ...each, entry: 0, one: "all" }));
        expect(coxRegression(zero, { covariates, ties: how })).toEqual(model);
        const { baseline, ...rest } = coxRegression(zero, { covariates, ties: how, strata: "one" });
        const { baseline: single, ...same } = model;
        expect(rest).toEqual(same);
        expect(baseline).toEqual(single.map((each) => ({ ...each, stratum: "all" })));
      }),
    );
  });

  it("hold when time runs at another pace that keeps the order", () => {
    fc.assert(
      fc.property(rows, ties, (data, how) => {
        const fitTo: Fit = (d) => coxRegression(d, { covariates, ties: how });
        const model = fitted(data, fitTo);
        fc.pre(model !== null);
        const bent = data.map((each) => ({ ...each, duration: each.duration ** 3, entry: each.entry ** 3 }));
        const again = fitTo(bent);
        expect(again.coefficients).toEqual(model.coefficients);
        expect(again.concordance).toEqual(model.concordance);
      }),
    );
  });

  it("give a likelihood above that without effects, and a concordance between 0 and 1", () => {
    fc.assert(
      fc.property(rows, ties, (data, how) => {
        const model = fitted(data, (d) => coxRegression(d, { covariates, ties: how }));
        fc.pre(model !== null);
        expect(model.logLikelihood).toBeGreaterThanOrEqual(model.nullLogLikelihood - 1e-9);
        const { value, standardError } = model.concordance;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(standardError).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("swap levels of a category against each other", () => {
    fc.assert(
      fc.property(rows, ties, (data, how) => {
        const model = fitted(data, (d) => coxRegression(d, { covariates: ["x", "group"], ties: how }));
        fc.pre(model !== null);
        const swapped = coxRegression(data, {
          covariates: ["x", { name: "group", reference: "b" }],
          ties: how,
        });
        const [, b] = model.coefficients;
        const [, a] = swapped.coefficients;
        expect(a?.name).toBe("group=a");
        expect(Math.abs((a?.coefficient ?? 9) + (b?.coefficient ?? 9))).toBeLessThan(1e-9);
        const [one, other] = [
          { x: 3, group: "a" },
          { x: -2, group: "b" },
        ];
        const ratios = [model, swapped].map((m) => hazardRatio(m, one, other));
        expect(relativeError(ratios[0]?.upper ?? 0, ratios[1]?.upper ?? 1)).toBeLessThan(1e-8);
      }),
    );
  });

  it("give the log-rank test as the score test of one group against another without ties", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const untied = data.map((each, i) => ({
          ...each,
          duration: each.duration + i / 100,
          entry: 0,
          weight: 1,
        }));
        const model = fitted(untied, (d) => coxRegression(d, { covariates: ["group"] }));
        fc.pre(model !== null);
        const { statistic } = logRank(untied, "group");
        expect(Math.abs(model.tests.score.statistic - (statistic ?? -1))).toBeLessThan(1e-10);
      }),
    );
  });
});
