import { describe, expect, it } from "vitest";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import { readModel } from "../../src/models/read-model.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import { simulatedBase } from "../support/simulated-base.ts";

const truth = { r: 0.6, alpha: 8, a: 0.9, b: 2.2 };
const rows = simulatedBase("bg-nbd", truth, { customers: 300, youngest: 30, oldest: 90, seed: 4 });
const base = { unit: "week", rows } as const;

describe("priors", () => {
  it("maximise likelihood times prior: at the answer their slopes cancel", () => {
    const priors = { a: { median: 0.8, spread: 0.5 }, b: { median: 2, spread: 0.5 } };
    const model = fitBgNbd(base, { priors });
    const posterior = (name: "a" | "b", factor: number): number => {
      const parameters = { ...model.parameters, [name]: model.parameters[name] * factor };
      const away = (key: "a" | "b"): number => Math.log(parameters[key] / priors[key].median) / 0.5;
      return (
        logLikelihood({ kind: "bg-nbd", unit: "week", parameters }, base) -
        (away("a") ** 2 + away("b") ** 2) / 2
      );
    };
    for (const name of ["a", "b"] as const) {
      const slope = (posterior(name, 1.0001) - posterior(name, 1 / 1.0001)) / (2 * Math.log(1.0001));
      expect(Math.abs(slope)).toBeLessThan(1e-5);
    }
    expect(model.regularized).toBe(true);
    expect(relativeError(logLikelihood(model, base), model.logLikelihood)).toBeLessThan(1e-12);
    expect(model.logLikelihood).toBeLessThan(fitBgNbd(base).logLikelihood);
  });

  it("decide everything when they are sure, and nothing when they know nothing", () => {
    const sure = fitBgNbd(base, { priors: { a: { median: 0.4, spread: 1e-6 } } });
    expect(relativeError(sure.parameters.a, 0.4)).toBeLessThan(1e-6);
    const vague = fitBgNbd(base, { priors: { a: { median: 0.4, spread: 1e6 } } });
    expect(relativeError(vague.parameters.a, fitBgNbd(base).parameters.a)).toBeLessThan(1e-8);
  });

  it("take a base off its ridge", () => {
    const faithful = Array.from({ length: 40 }, (_, i) => ({ frequency: 1 + (i % 5), recency: 100, T: 100 }));
    const priors = { a: { median: 0.8, spread: 1 }, b: { median: 2, spread: 1 } };
    const model = fitBgNbd(
      { unit: "day", rows: faithful },
      { priors: { ...priors, r: { median: 1, spread: 1 }, alpha: { median: 30, spread: 1 } } },
    );
    expect(model.warnings).toEqual([]);
    expect(Object.values(standardErrors(model)).every((error) => error !== null && error > 0)).toBe(true);
  });

  it("survive JSON", () => {
    const model = fitParetoNbd(base, { penalty: 0.1 });
    expect(model.regularized).toBe(true);
    expect(readModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });

  it("pull less the larger the base", () => {
    const many = { unit: "week", rows: rows.map((row) => ({ ...row, weight: 1000 })) } as const;
    const gap = (of: typeof base | typeof many): number =>
      relativeError(fitBgNbd(of, { penalty: 1 }).parameters.a, fitBgNbd(of).parameters.a);
    expect(gap(many)).toBeLessThan(gap(base) / 100);
  });

  it.each([
    [{ priors: { c: { median: 1, spread: 1 } } }, "priors.c"],
    [{ priors: { a: { median: -1, spread: 1 } } }, "priors.a.median"],
    [{ priors: { a: { median: 1, spread: 0 } } }, "priors.a.spread"],
    [{ priors: { a: 3 } }, "priors.a"],
    [{ penalty: -1 }, "penalty"],
    [{ penalti: 1 }, "options.penalti"],
  ])("are refused when they are none: %o", (options, field) => {
    expect(dataErrorOf(() => fitBgNbd(base, options as object)).issues[0]?.field).toBe(field);
  });
});
