import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaBinomialCells } from "../../src/statistics/beta-binomial-cells.ts";
import { betaBinomialLikelihood } from "../../src/statistics/beta-binomial-likelihood.ts";
import { fitBetaBinomial } from "../../src/statistics/fit-beta-binomial.ts";
import type { RateCounts } from "../../src/statistics/rate-difference.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

function groupsOf(pairs: readonly (readonly number[])[]): RateCounts[] {
  return pairs.map(([successes = 0, trials = 0]) => ({ successes, trials }));
}

const group = fc
  .integer({ min: 0, max: 60 })
  .chain((trials) =>
    fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
  );
const groups = fc.array(group, { minLength: 2, maxLength: 12 });

describe.each(reference.betaBinomial.fits)("fitBetaBinomial: $name", (truth) => {
  const fit = fitBetaBinomial(groupsOf(truth.groups));
  const alpha = Number(truth.alpha);
  const beta = Number(truth.beta);

  it("finds the maximum", () => {
    expect(relativeError(fit.alpha ?? 0, alpha)).toBeLessThan(1e-9);
    expect(relativeError(fit.beta ?? 0, beta)).toBeLessThan(1e-9);
    expect(relativeError(fit.mean ?? 0, alpha / (alpha + beta))).toBeLessThan(1e-12);
    expect(relativeError(fit.precision ?? 0, alpha + beta)).toBeLessThan(1e-9);
    expect(relativeError(fit.logLikelihood, Number(truth.logLikelihood))).toBeLessThan(1e-9);
    expect(fit.convergence.converged).toBe(true);
    expect(fit.warnings).toEqual([]);
  });

  it("has the errors of the analytic Hessian", () => {
    truth.covariance.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(relativeError(fit.covariance?.[i]?.[j] ?? 0, Number(value))).toBeLessThan(1e-9);
      });
    });
    const { standardErrors } = fit;
    expect(relativeError(standardErrors.mean ?? 0, Number(truth.meanError))).toBeLessThan(1e-9);
    expect(relativeError(standardErrors.precision ?? 0, Number(truth.precisionError))).toBeLessThan(1e-9);
    expect(standardErrors.alpha).toBe(Math.sqrt(fit.covariance?.[0]?.[0] ?? 0));
    expect(standardErrors.beta).toBe(Math.sqrt(fit.covariance?.[1]?.[1] ?? 0));
  });

  it("counts the groups that have trials", () => {
    const seen = truth.groups.filter(([, trials = 0]) => trials > 0);
    expect(fit.groups).toBe(seen.length);
    expect(fit.trials).toBeCloseTo(
      seen.reduce((sum, [, trials = 0]) => sum + trials, 0),
      9,
    );
  });
});

describe("fitBetaBinomial", () => {
  it.each([
    ["no-trials", [], null],
    ["no-trials", [[0, 0]], null],
    ["one-group", [[3, 9]], 1 / 3],
    [
      "one-outcome",
      [
        [5, 5],
        [2, 2],
      ],
      1,
    ],
    [
      "one-outcome",
      [
        [0, 5],
        [0, 2],
      ],
      0,
    ],
    [
      "single-trials",
      [
        [1, 1],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      0.25,
    ],
    [
      "no-differences",
      [
        [5, 10],
        [5, 10],
        [5, 10],
      ],
      0.5,
    ],
    [
      "no-differences",
      [
        [20, 100],
        [21, 100],
        [7, 40],
      ],
      0.2,
    ],
  ] as const)("says %s where no finite precision is best: %j", (code, pairs, mean) => {
    const fit = fitBetaBinomial(groupsOf(pairs));
    expect(fit).toMatchObject({ alpha: null, beta: null, precision: null, mean, covariance: null });
    expect(fit.warnings.map((warning) => warning.code)).toEqual([code]);
    expect(fit.convergence.converged).toBe(true);
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  it("has the binomial log-likelihood and error of the pooled rate where groups do not differ", () => {
    const fit = fitBetaBinomial(
      groupsOf([
        [5, 10],
        [5, 10],
        [5, 10],
      ]),
    );
    // C(10, 5) ÷ 2¹⁰ three times, and √(¼ ÷ 30)
    expect(fit.logLikelihood).toBeCloseTo(3 * Math.log(252 / 1024), 12);
    expect(fit.standardErrors.mean).toBeCloseTo(Math.sqrt(0.25 / 30), 14);
  });

  it("has precision 0 where each group has all or nothing", () => {
    const fit = fitBetaBinomial(
      groupsOf([
        [5, 5],
        [0, 3],
        [0, 1],
      ]),
    );
    expect(fit).toMatchObject({ alpha: 0, beta: 0, precision: 0, mean: 1 / 3 });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["all-or-nothing"]);
    // One group of ones among three: 1/3 · (2/3)²
    expect(fit.logLikelihood).toBeCloseTo(Math.log(4 / 27), 12);
  });

  it("is nowhere lower than on a grid of all means and precisions", () => {
    const grid = [-6, -4, -2, -1, -0.5, 0, 0.5, 1, 2, 4, 6];
    fc.assert(
      fc.property(groups, (rows) => {
        const fit = fitBetaBinomial(rows);
        const successes = Float64Array.from(rows, (row) => row.successes);
        const trials = Float64Array.from(rows, (row) => row.trials);
        const cells = betaBinomialCells(successes, trials);
        const likelihood = betaBinomialLikelihood(cells);
        const coefficients = logCoefficients(rows);
        for (const logOdds of grid) {
          for (let logPrecision = -8; logPrecision <= 20; logPrecision++) {
            const there = likelihood([logOdds, logPrecision]).value + coefficients;
            expect(there).toBeLessThan(fit.logLikelihood + 1e-7);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("finds the higher of two tops where groups are of very different size", () => {
    // From the pooled rate the likelihood rises towards one rate for all; higher up it has a top of its own.
    const fit = fitBetaBinomial(
      groupsOf([
        [0, 4],
        [16, 24],
        [37, 50],
      ]),
    );
    expect(fit.warnings).toEqual([]);
    expect(fit.logLikelihood).toBeGreaterThan(-8.68869);
    const alike = fitBetaBinomial(
      groupsOf([
        [2, 4],
        [16, 24],
        [37, 50],
      ]),
    );
    expect(alike.warnings.map(({ code }) => code)).toEqual(["no-differences"]);
  });

  it("looks at a part of very many groups first, and never at one without both outcomes", () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      successes: i % 3 === 1 ? i % 7 : 0,
      trials: 9,
    }));
    const few = many.map(({ trials }, i) => ({ successes: i < 3 ? i : 0, trials }));
    for (const rows of [many, few]) {
      const fit = fitBetaBinomial(rows);
      const turned = fitBetaBinomial([...rows].reverse());
      expect(fit.warnings).toEqual([]);
      expect(relativeError(turned.alpha ?? 0, fit.alpha ?? 0)).toBeLessThan(1e-6);
      expect(relativeError(turned.logLikelihood, fit.logLikelihood)).toBeLessThan(1e-12);
    }
  });

  it("has derivatives that are the slopes of its likelihood", () => {
    const cells = betaBinomialCells(Float64Array.of(2.5, 0, 40, 9), Float64Array.of(7, 12, 90, 9));
    const likelihood = betaBinomialLikelihood(cells);
    const h = 1e-4;
    for (const point of [
      [-0.4, 1.2],
      [1.5, -2],
      [0.1, 9],
    ] as const) {
      const { gradient, hessian } = likelihood(point);
      [0, 1].forEach((i) => {
        const moved = (by: number) => likelihood(point.map((x, k) => (k === i ? x + by : x)));
        const slope = (moved(h).value - moved(-h).value) / (2 * h);
        expect(Math.abs((gradient[i] ?? 0) - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
        [0, 1].forEach((j) => {
          const curve = ((moved(h).gradient[j] ?? 0) - (moved(-h).gradient[j] ?? 0)) / (2 * h);
          const error = Math.abs((hessian[i]?.[j] ?? 0) - curve);
          expect(error).toBeLessThan(1e-5 * Math.max(1, Math.abs(curve)));
        });
      });
    }
  });

  it("does not depend on the order, turns round with failures, and ignores groups without trials", () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const fit = fitBetaBinomial(rows);
        expect(fitBetaBinomial([...rows].reverse())).toEqual(fit);
        expect(fitBetaBinomial([...rows, { successes: 0, trials: 0 }])).toEqual(fit);
        const turned = fitBetaBinomial(
          rows.map(({ successes, trials }) => ({ successes: trials - successes, trials })),
        );
        expect(turned.warnings.map(({ code }) => code)).toEqual(fit.warnings.map(({ code }) => code));
        expect(Math.abs(turned.logLikelihood - fit.logLikelihood)).toBeLessThan(1e-9);
        if (fit.mean === null || turned.mean === null) expect(turned.mean).toBe(fit.mean);
        else expect(Math.abs(turned.mean + fit.mean - 1)).toBeLessThan(1e-6);
      }),
    );
  });

  it("reads other columns and any iterable", () => {
    const rows = [
      { won: 31, lost: 29 },
      { won: 12, lost: 36 },
    ];
    const fit = fitBetaBinomial(new Set(rows), { successes: "won", trials: (row) => row.won + row.lost });
    expect(fit).toEqual(
      fitBetaBinomial(
        groupsOf([
          [31, 60],
          [12, 48],
        ]),
      ),
    );
    expect(Object.isFrozen(fit)).toBe(true);
  });

  const good = { successes: 1, trials: 2 };
  it.each([
    ["rows", "invalid_option", () => fitBetaBinomial(null as never)],
    ["row", "invalid_row", () => fitBetaBinomial([good, null] as never)],
    ["trials", "missing_value", () => fitBetaBinomial([good, { successes: 1 }] as never)],
    ["trials", "invalid_value", () => fitBetaBinomial([good, { successes: -3, trials: -2 }])],
    ["successes", "invalid_value", () => fitBetaBinomial([good, { successes: 3, trials: 2 }])],
    ["successes", "invalid_value", () => fitBetaBinomial([good, { successes: -1, trials: 2 }])],
    ["won", "missing_value", () => fitBetaBinomial([good], { successes: "won" } as never)],
    ["columns.wins", "invalid_option", () => fitBetaBinomial([good], { wins: "won" } as never)],
    ["successes", "invalid_option", () => fitBetaBinomial([good], { successes: 7 } as never)],
  ])("refuses %s: %s", (field, code, call) => {
    const [issue] = dataErrorOf(call).issues;
    expect([issue?.field, issue?.code]).toEqual([field, code]);
  });
});

/** Σ log C(trials, successes), by multiplication. */
function logCoefficients(rows: readonly RateCounts[]): number {
  let sum = 0;
  for (const { successes, trials } of rows) {
    for (let i = 1; i <= successes; i++) sum += Math.log((trials - successes + i) / i);
  }
  return sum;
}
