import { describe, expect, it } from "vitest";
import { logisticRegression } from "../../src/statistics/logistic-regression.ts";
import { predictionQuality } from "../../src/statistics/prediction-quality.ts";
import { validateLogistic } from "../../src/statistics/validate-logistic.ts";
import reference from "../reference/logistic.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const { quality: truth } = reference;

describe("quality of probabilities", () => {
  const quality = predictionQuality(truth.outcomes, truth.probabilities);

  it("is that of pairs and sums one by one", () => {
    const { calibration, hosmerLemeshow } = quality;
    const pairs: [number | null | undefined, number][] = [
      [quality.auc, truth.auc],
      [quality.aucStandardError, truth.aucStandardError],
      [quality.brier, truth.brier],
      [quality.logLoss, truth.logLoss],
      [calibration.intercept, truth.calibrationIntercept],
      [calibration.interceptStandardError, truth.calibrationInterceptStandardError],
      [calibration.slope, truth.calibrationSlope],
      [calibration.slopeStandardError, truth.calibrationSlopeStandardError],
      [hosmerLemeshow?.statistic, truth.hosmerLemeshow.statistic],
      [hosmerLemeshow?.pValue, truth.hosmerLemeshow.pValue],
    ];
    for (const [value, right] of pairs) expect(relativeError(value ?? Number.NaN, right)).toBeLessThan(1e-12);
    expect(quality.bins.map(({ observations, events }) => [observations, events])).toEqual(
      truth.table.map(([size, events]) => [size, events]),
    );
    const inSample = predictionQuality(truth.outcomes, truth.probabilities, { sameData: true });
    expect(
      relativeError(inSample.hosmerLemeshow?.pValue ?? 0, truth.hosmerLemeshow.pValueSameData),
    ).toBeLessThan(1e-12);
  });

  it("is perfect in its own way for a model on the rows that it was fitted to", () => {
    const rows = reference.data.mixed;
    const model = logisticRegression(rows, { outcome: "y", covariates: ["x", "flag"] });
    const eta = rows.map(
      ({ x, flag }) =>
        model.intercept.estimate +
        x * (model.coefficients[0]?.estimate ?? 0) +
        Number(flag) * (model.coefficients[1]?.estimate ?? 0),
    );
    const { calibration } = predictionQuality(
      rows.map(({ y }) => y),
      eta.map((value) => 1 / (1 + Math.exp(-value))),
    );
    expect(Math.abs(calibration.intercept ?? 9)).toBeLessThan(1e-10);
    expect(Math.abs((calibration.slope ?? 9) - 1)).toBeLessThan(1e-9);
  });

  it("says null where it cannot say", () => {
    const sure = predictionQuality([true, false, true, false], [1, 0, 0, 0.5]);
    expect(sure.logLoss).toBeNull();
    expect(sure.calibration.slope).toBeNull();
    expect(sure.hosmerLemeshow).toBeNull();
    const one = predictionQuality([1, 1], [0.5, 0.5]);
    expect(one.auc).toBeNull();
    expect(one.bins).toHaveLength(1);
    expect(predictionQuality([1, 0, 1, 0], [0.9, 0.1, 0.8, 0.2]).calibration.slope).toBeNull();
    expect(predictionQuality([1, 0, 1], [0.5, 0.5, 0.5]).calibration.slope).toBeNull();
  });

  it("is refused for what are no outcomes or probabilities", () => {
    const fault = (...args: readonly unknown[]) =>
      dataErrorOf(() => predictionQuality(...(args as [number[], number[]])));
    expect(fault([1, 0], [0.5]).issues[0]?.code).toBe("unequal_columns");
    expect(fault([], []).issues[0]?.code).toBe("not_enough_data");
    expect(fault([2, 0], [0.5, 1.5]).total).toBe(2);
    expect(fault("10", [0.5, 1]).message).toContain("no list");
    expect(fault([1, 0], [0.5, Number.NaN]).total).toBe(1);
    expect(fault([1, 0], [0.5, 0.5], { bins: 1 }).message).toContain("bins");
  });
});

describe("a holdout", () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    day: `2025-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
    x: (i * 7) % 13,
    group: i >= 190 ? "new" : i % 2 === 0 ? "a" : "b",
    won: (i * 31) % 17 < 4 + ((i * 7) % 13),
  }));

  it("by time is the latest rows, scored by a model of the earlier ones", () => {
    const { model, trainingRows, holdoutRows, unscored, quality } = validateLogistic(rows, {
      outcome: "won",
      covariates: ["x", "group"],
      holdout: { share: 0.25, by: "day" },
    });
    expect([trainingRows, holdoutRows, unscored, quality.observations]).toEqual([150, 50, 10, 40]);
    expect(model).toEqual(
      logisticRegression(rows.slice(0, 150), { outcome: "won", covariates: ["x", "group"] }),
    );
    const mixed = validateLogistic([...rows].reverse(), {
      outcome: "won",
      covariates: ["x", "group"],
      holdout: { share: 0.25, by: (row) => new Date(row.day) },
    });
    expect(mixed.quality.auc).toBeCloseTo(quality.auc ?? 9, 12);
  });

  it("by chance is the same for the same seed, and another for another", () => {
    const by = (seed: number) =>
      validateLogistic(rows, { outcome: "won", covariates: ["x"], holdout: { share: 0.3, seed } });
    expect(by(4)).toEqual(by(4));
    expect(by(4).holdoutRows).toBe(60);
    expect(by(5).model.intercept.estimate).not.toBe(by(4).model.intercept.estimate);
  });

  it("is refused if it is none", () => {
    const fault = (holdout: object) =>
      dataErrorOf(() =>
        validateLogistic(rows, { outcome: "won", covariates: ["x"], holdout: holdout as never }),
      );
    expect(fault({ share: 1 }).message).toContain("holdout.share");
    expect(fault({ share: 0.2, seeds: 1 }).message).toContain("no such name");
    expect(fault({ share: 0.2, by: () => null }).total).toBe(200);
    // All rows have one time, so none is earlier.
    expect(fault({ share: 0.2, by: () => 1 }).issues[0]?.code).toBe("not_enough_data");
  });
});
