import { describe, expect, it } from "vitest";
import { hazardRatio } from "../../src/statistics/cox-hazard-ratio.ts";
import type { CoxModel } from "../../src/statistics/cox-model.ts";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { coxSurvival } from "../../src/statistics/cox-survival.ts";
import { readCoxModel } from "../../src/statistics/read-cox-model.ts";
import { survivalQuantile } from "../../src/statistics/survival-quantile.ts";
import reference from "../reference/cox.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";
import type { BruteFit } from "./cox-fits.ts";

const { invented } = reference;
const rows = invented.rows.map((row) => ({ ...row, event: row.event === 1, weight: 1, entry: 0 }));

describe.each(invented.fits)("the predicted curve: $name, ties as $ties", (fit) => {
  const truth = fit as unknown as BruteFit;
  const model = coxRegression(
    invented.rows.map((row) => ({
      ...row,
      event: row.event === 1,
      entry: fit.entry ? row.entry : 0,
      weight: fit.weight ? row.weight : 1,
    })),
    {
      covariates: ["seats", "discount"],
      ties: truth.ties,
      ...(fit.strata === null ? {} : { strata: "region" }),
    },
  );

  it("is that of brute force, with its error", () => {
    for (const { x, stratum, time, survival, standardError } of truth.survival) {
      const [seats = 0, discount = 0] = x;
      const options = { times: [time], ...(fit.strata === null ? {} : { stratum }) };
      const [row] = coxSurvival(model, { seats, discount }, options).rows;
      expect(relativeError(row?.survival ?? 0, survival)).toBeLessThan(1e-12);
      expect(relativeError(row?.standardError ?? 0, standardError)).toBeLessThan(1e-12);
    }
  });

  it("comes back from JSON and predicts the same", () => {
    const again = readCoxModel(JSON.parse(JSON.stringify(model)));
    expect(again).toEqual(model);
    expect(Object.isFrozen(again.covariates)).toBe(true);
    const options = fit.strata === null ? {} : { stratum: "south" };
    const customer = { seats: 3, discount: true };
    expect(coxSurvival(again, customer, options)).toEqual(coxSurvival(model, customer, options));
  });
});

describe("predicted curves", () => {
  const model = coxRegression(rows, { covariates: ["seats", "region"] });
  const customer = { seats: 4, region: "south" };

  it("tell when a share will have left, with the limits of the curve", () => {
    const curve = coxSurvival(model, customer);
    for (const p of [0.1, 0.25, 0.4]) {
      const { time, lower, upper } = survivalQuantile(curve, p);
      const surviving = (at: number) => coxSurvival(model, customer, { times: [at] }).rows[0];
      expect(surviving(time ?? 0)?.survival).toBeLessThanOrEqual(1 - p);
      expect(surviving((time ?? 0) - 1e-9)?.survival).toBeGreaterThan(1 - p);
      expect(surviving(lower ?? 0)?.lower).toBeLessThanOrEqual(1 - p);
      expect(lower).toBeLessThanOrEqual(time ?? 0);
      if (upper !== null) expect(surviving(upper)?.upper).toBeLessThanOrEqual(1 - p);
      else expect(curve.rows.at(-1)?.upper).toBeGreaterThan(1 - p);
    }
    expect(curve.rows.at(-1)?.survival).toBeGreaterThan(0.05);
    expect(survivalQuantile(curve, 0.95)).toEqual({ time: null, lower: null, upper: null });
    const given = curve.rows[3]?.time ?? 0;
    const residual = survivalQuantile(curve, 0.4, { given });
    const target = 0.6 * (curve.rows[3]?.survival ?? 0);
    const first = curve.rows.find(({ survival }) => survival !== null && survival <= target);
    expect(residual).toEqual({ time: (first?.time ?? 0) - given, lower: null, upper: null });
    expect(survivalQuantile(curve, 0.5, { given: curve.until }).time).toBeNull();
  });

  it("tell no quantile of times that do not ascend", () => {
    const curve = coxSurvival(model, customer, { times: [5, 2] });
    expect(dataErrorOf(() => survivalQuantile(curve)).message).toContain("predict it without times");
  });

  it("fall, and keep their intervals around them", () => {
    const curve = coxSurvival(model, customer);
    expect(curve.rows.map(({ time }) => time)).toEqual(model.baseline[0]?.rows.map(({ time }) => time));
    let before = 1;
    for (const { survival, lower, upper } of curve.rows) {
      expect(survival).toBeLessThan(before);
      expect(lower).toBeLessThan(survival ?? 0);
      expect(upper).toBeGreaterThan(survival ?? 0);
      before = survival ?? 0;
    }
  });

  it("know the times between and before events, and nothing beyond the last observation", () => {
    const { rows: all, until } = coxSurvival(model, customer);
    const first = all[0];
    const asked = coxSurvival(model, customer, { times: [until + 1, 0, 1.5, until] }).rows;
    expect(asked[0]).toEqual({
      time: until + 1,
      survival: null,
      standardError: null,
      lower: null,
      upper: null,
      cumulativeHazard: null,
    });
    expect(asked[1]).toEqual({
      time: 0,
      survival: 1,
      standardError: 0,
      lower: null,
      upper: null,
      cumulativeHazard: 0,
    });
    expect(asked[2]).toEqual({ ...first, time: 1.5 });
    expect(asked[3]).toEqual({ ...all.at(-1), time: until });
  });

  it("are powers of each other by the hazard ratio", () => {
    const other = { seats: 1, region: "north" };
    const { hazardRatio: ratio } = hazardRatio(model, customer, other);
    const high = coxSurvival(model, customer).rows;
    coxSurvival(model, other).rows.forEach(({ survival }, i) => {
      expect(relativeError(high[i]?.survival ?? 0, (survival ?? 0) ** ratio)).toBeLessThan(1e-12);
    });
  });

  it("have no intervals where a coefficient runs to infinity and matters", () => {
    const odd = rows.map((row, i) => ({ ...row, event: row.event && i % 4 > 0, vip: i % 4 === 0 }));
    const runaway = coxRegression(odd, { covariates: ["seats", "vip"] });
    expect(runaway.warnings[0]?.code).toBe("monotone-likelihood");
    const row = coxSurvival(runaway, { seats: 2, vip: false }, { times: [3] }).rows[0];
    expect(row?.survival).toBeGreaterThan(0);
    expect([row?.standardError, row?.lower, row?.upper]).toEqual([null, null, null]);
    expect(hazardRatio(runaway, { seats: 2, vip: true }, { seats: 2, vip: false }).upper).toBeNull();
    const same = hazardRatio(runaway, { seats: 4, vip: true }, { seats: 2, vip: true });
    expect(same.upper).toBeGreaterThan(same.hazardRatio);
  });

  it.each([
    ["a row that is none", null, {}, "row"],
    ["a missing covariate", { seats: 3 }, {}, "row.region"],
    ["a level that the model does not know", { seats: 3, region: "west" }, {}, "row.region"],
    ["a text for a number", { seats: "3", region: "north" }, {}, "row.seats"],
    ["a stratum of a model without", customer, { stratum: "north" }, "stratum"],
    ["a time that is none", customer, { times: [1, -1] }, "times[1]"],
    ["times that are none", customer, { times: 3 }, "times"],
    ["an option that is none", customer, { time: [3] }, "options.time"],
    ["a level that is none", customer, { level: 1 }, "level"],
  ])("refuse %s", (_what, row, options, field) => {
    const call = () => coxSurvival(model, row as never, options as never);
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });

  it("need the stratum of a model with strata", () => {
    const layered = coxRegression(rows, { covariates: ["seats"], strata: "region" });
    expect(dataErrorOf(() => coxSurvival(layered, { seats: 2 })).message).toContain(
      'there are "north", "south"',
    );
    expect(coxSurvival(layered, { seats: 2 }, { stratum: "south" }).stratum).toBe("south");
  });
});

describe("the hazard ratio", () => {
  const model = coxRegression(rows, { covariates: ["seats", "region"] });

  it("of one unit more is that of the table", () => {
    const [seats] = model.coefficients;
    const ratio = hazardRatio(model, { seats: 5, region: "north" }, { seats: 4, region: "north" });
    expect(relativeError(ratio.hazardRatio, seats?.hazardRatio ?? 0)).toBeLessThan(1e-14);
    expect(relativeError(ratio.lower ?? 0, seats?.lower ?? 0)).toBeLessThan(1e-13);
    expect(relativeError(ratio.upper ?? 0, seats?.upper ?? 0)).toBeLessThan(1e-13);
    expect(relativeError(ratio.standardError ?? 0, seats?.standardError ?? 0)).toBeLessThan(1e-13);
  });

  it("of the same customer is 1, and of another the inverse of the inverse", () => {
    const one = { seats: 5, region: "north" };
    const other = { seats: 2, region: "south" };
    expect(hazardRatio(model, one, one)).toEqual({ hazardRatio: 1, lower: 1, upper: 1, standardError: 0 });
    const there = hazardRatio(model, one, other, { level: 0.8 });
    const back = hazardRatio(model, other, one, { level: 0.8 });
    expect(relativeError(there.hazardRatio * back.hazardRatio, 1)).toBeLessThan(1e-14);
    expect(relativeError((there.lower ?? 0) * (back.upper ?? 0), 1)).toBeLessThan(1e-14);
  });

  it("is about the mean customer if no other is named", () => {
    const ratio = hazardRatio(model, { seats: 5, region: "north" }).hazardRatio;
    const [seats = 0, south = 0] = model.means;
    const [a, b] = model.coefficients;
    const expected = Math.exp((5 - seats) * (a?.coefficient ?? 0) - south * (b?.coefficient ?? 0));
    expect(relativeError(ratio, expected)).toBeLessThan(1e-14);
  });

  it("needs a model and rows", () => {
    expect(dataErrorOf(() => hazardRatio({} as CoxModel, {})).byCode).toEqual({ invalid_model: 1 });
    expect(dataErrorOf(() => hazardRatio(model, { seats: 1 })).byCode).toEqual({ missing_covariate: 1 });
    const call = () => hazardRatio(model, { seats: 1, region: "north" }, [] as never);
    expect(dataErrorOf(call).issues[0]?.field).toBe("other");
  });
});

describe("a stored model", () => {
  const model = JSON.parse(JSON.stringify(coxRegression(rows, { covariates: ["seats", "region"] })));

  it.each([
    ["text", () => "{}", "model"],
    ["nothing", () => null, "model"],
    ["another kind", () => ({ ...model, kind: "bg-nbd" }), "kind"],
    ["a later version", () => ({ ...model, version: 2 }), "version"],
    ["other ties", () => ({ ...model, ties: "exact" }), "ties"],
    ["no level", () => ({ ...model, level: 0 }), "level"],
    ["a short covariance", () => ({ ...model, covariance: [[1]] }), "covariance"],
    [
      "a negative variance",
      () => ({
        ...model,
        covariance: [
          [1, 0],
          [0, -1],
        ],
      }),
      "covariance[1][1]",
    ],
    ["a lost mean", () => ({ ...model, means: [1, null] }), "means[1]"],
    ["no baseline", () => ({ ...model, baseline: [] }), "baseline"],
    [
      "a changed name",
      () => ({ ...model, covariates: [{ kind: "number", name: "seat" }, model.covariates[1]] }),
      "coefficients[0].name",
    ],
    [
      "a lost level",
      () => ({ ...model, covariates: [model.covariates[0], { ...model.covariates[1], levels: [] }] }),
      "coefficients",
    ],
    [
      "a hazard that falls",
      () => ({
        ...model,
        baseline: [
          {
            ...model.baseline[0],
            rows: [model.baseline[0].rows[1], { ...model.baseline[0].rows[2], cumulativeHazard: 0 }],
          },
        ],
      }),
      "baseline[0].rows[1].cumulativeHazard",
    ],
  ])("is refused with %s", (_what, damaged, field) => {
    const [issue] = dataErrorOf(() => readCoxModel(damaged())).issues;
    expect([issue?.code, issue?.field]).toEqual(["invalid_model", field]);
  });

  it("may have coefficients without errors", () => {
    const odd = rows.map((row, i) => ({ ...row, event: row.event && i % 4 > 0, vip: i % 4 === 0 }));
    const runaway = coxRegression(odd, { covariates: ["vip"] });
    expect(readCoxModel(JSON.parse(JSON.stringify(runaway)))).toEqual(runaway);
  });
});
