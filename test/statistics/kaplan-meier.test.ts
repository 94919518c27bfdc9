import { describe, expect, it } from "vitest";
import { conditionalSurvival } from "../../src/statistics/conditional-survival.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { kaplanMeierBy } from "../../src/statistics/kaplan-meier-by.ts";
import { nelsonAalen } from "../../src/statistics/nelson-aalen.ts";
import { restrictedMean } from "../../src/statistics/restricted-mean.ts";
import { restrictedMeanDifference } from "../../src/statistics/restricted-mean-difference.ts";
import { survivalAt } from "../../src/statistics/survival-at.ts";
import { survivalQuantile } from "../../src/statistics/survival-quantile.ts";
import { dataErrorOf } from "../support/error-of.ts";

const curve = kaplanMeier({ duration: [3, 5, 8, 12], event: [1, 0, 1, 0] });
const extinct = kaplanMeier({ duration: [1, 2], event: [1, 1] });
const alive = kaplanMeier({ duration: [1, 2], event: [0, 0] });
const unknown = { survival: null, standardError: null, lower: null, upper: null };

describe("a survival curve", () => {
  it("counts those who are censored at the time of an event as at risk at it", () => {
    const { rows } = kaplanMeier({ duration: [5, 5, 7], event: [1, 0, 1] });
    expect(rows.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [5, 3, 1, 1],
      [7, 1, 1, 0],
    ]);
    expect(rows[0]?.survival).toBe(2 / 3);
  });

  it("survives JSON and structuredClone", () => {
    expect(JSON.parse(JSON.stringify(curve))).toEqual(curve);
    expect(survivalAt(structuredClone(curve), 4)).toEqual(survivalAt(curve, 4));
  });

  it("has wider intervals at a higher level", () => {
    const sure = kaplanMeier({ duration: [3, 5, 8, 12], event: [1, 0, 1, 0] }, { level: 0.99 });
    expect(sure.rows[0]?.lower).toBeLessThan(curve.rows[0]?.lower ?? 0);
    expect(sure.level).toBe(0.99);
  });

  it("takes groups of any name", () => {
    const rows = [
      { duration: 1, event: true, vip: true },
      { duration: 2, event: true, vip: false },
    ];
    expect(kaplanMeierBy(rows, "vip").map(({ group }) => group)).toEqual([true, false]);
    expect(kaplanMeierBy(rows, (row) => row.duration * 0)[0]?.observations).toBe(2);
    const proto = kaplanMeierBy(rows, (row) => (row.vip ? "__proto__" : "constructor"));
    expect(proto.map(({ group }) => group)).toEqual(["__proto__", "constructor"]);
  });
});

describe("where the data end", () => {
  it("survival is 1 before the first time, and unknown after the last unless all are gone", () => {
    expect(survivalAt(curve, 0)).toEqual({ survival: 1, standardError: 0, lower: null, upper: null });
    expect(survivalAt(curve, 3).survival).toBe(0.75);
    expect(survivalAt(curve, 2.999).survival).toBe(1);
    expect(survivalAt(curve, 12).survival).toBe(0.375);
    expect(survivalAt(curve, 12.001)).toEqual(unknown);
    expect(survivalAt(extinct, 99)).toEqual({ ...unknown, survival: 0 });
    expect(survivalAt(alive, 2)).toEqual({ survival: 1, standardError: 0, lower: null, upper: null });
  });

  it("conditional survival is unknown beyond it, and after the last survivor", () => {
    expect(conditionalSurvival(curve, { given: 3, further: 5 }).survival).toBe(0.5);
    expect(conditionalSurvival(curve, { given: 0, further: 8 })).toEqual(survivalAt(curve, 8));
    expect(conditionalSurvival(curve, { given: 3, further: 10 })).toEqual(unknown);
    expect(conditionalSurvival(curve, { given: 13, further: 0 })).toEqual(unknown);
    expect(conditionalSurvival(extinct, { given: 2, further: 1 })).toEqual(unknown);
    expect(conditionalSurvival(extinct, { given: 1, further: 9 })).toEqual({ ...unknown, survival: 0 });
  });

  it("quantiles that are not reached are null", () => {
    expect(survivalQuantile(curve, 0.7)).toMatchObject({ time: null, upper: null });
    expect(survivalQuantile(curve, 0.25).time).toBe(3);
    expect(survivalQuantile(alive)).toEqual({ time: null, lower: null, upper: null });
    expect(survivalQuantile(curve, 0.5, { given: 13 }).time).toBeNull();
    expect(survivalQuantile(extinct, 1).time).toBe(2);
    expect(survivalQuantile(extinct, 0.5, { given: 2 }).time).toBeNull();
  });

  it("a stretch at exactly 1 − p counts from its start, whatever the rounding", () => {
    for (let n = 2; n <= 60; n += 2) {
      const duration = Array.from({ length: n }, (_, i) => i + 1);
      const event = duration.map((): 1 => 1);
      expect(survivalQuantile(kaplanMeier({ duration, event })).time).toBe(n / 2);
      // Late entries of the same number at every time, so that the factors are rounded one by one.
      const entry = duration.map(() => 0.5);
      expect(survivalQuantile(kaplanMeier({ duration, event, entry })).time).toBe(n / 2);
    }
    const tenth = kaplanMeier({
      duration: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      event: new Uint8Array(10).fill(1),
    });
    for (let k = 1; k <= 10; k++) expect(survivalQuantile(tenth, k / 10).time).toBe(k);
  });

  it("restricted means are null beyond it, unless all are gone", () => {
    expect(restrictedMean(curve, 12).value).toBe(3 + 0.75 * 5 + 0.375 * 4);
    expect(restrictedMean(curve, 12.5)).toEqual({
      value: null,
      standardError: null,
      lower: null,
      upper: null,
      level: 0.95,
    });
    expect(restrictedMean(extinct, 99).value).toBe(1.5);
    expect(restrictedMean(alive, 2)).toMatchObject({ value: 2, standardError: 0, lower: 2, upper: 2 });
    expect(restrictedMeanDifference(curve, alive, 12).difference).toBeNull();
    expect(restrictedMeanDifference(alive, alive, 2)).toMatchObject({ difference: 0, pValue: null });
  });
});

describe("late entries", () => {
  it("warn of a start that nobody saw", () => {
    const { warnings } = kaplanMeier({ duration: [5, 9], event: [1, 1], entry: [2, 3] });
    expect(warnings).toMatchObject([{ code: "unobserved-start", time: 2 }]);
  });

  it("warn when all who were there had the event, though others came later", () => {
    const rows = { duration: [1, 5, 9], event: [1, 1, 0], entry: [0, 2, 3] };
    const { warnings, rows: steps } = kaplanMeier(rows);
    expect(warnings).toMatchObject([{ code: "risk-set-empty", time: 1 }]);
    expect(warnings[0]?.message).toContain("the survival is 0 from there on");
    expect(steps.map((row) => row.survival)).toEqual([0, 0, 0]);
    expect(nelsonAalen(rows).warnings).toEqual(warnings);
    expect(restrictedMean(kaplanMeier(rows), 9).value).toBe(1);
  });

  it("warn of a time without anybody", () => {
    const { warnings, rows } = kaplanMeier({ duration: [1, 2, 5], event: [1, 0, 1], entry: [0, 0, 3] });
    expect(warnings).toMatchObject([{ code: "risk-set-gap", time: 2 }]);
    expect(rows.map((row) => row.survival)).toEqual([0.5, 0.5, 0]);
    expect(kaplanMeier({ duration: [1, 2, 5], event: [1, 0, 1], entry: [0, 0, 2] }).warnings).toEqual([]);
  });

  it("with fractional weights come down to 0 all the same", () => {
    // 1.4 + 0.8 + 1.1 is not 1.1 + 0.8 + 1.4.
    const { rows, warnings } = kaplanMeier({
      duration: [2, 4, 5, 6],
      event: [1, 1, 0, 1],
      entry: [0, 3, 3, 3],
      weight: [0.5, 1.1, 0.8, 1.4],
    });
    expect(rows[0]).toMatchObject({ time: 2, atRisk: 0.5, survival: 0, standardError: null });
    expect(warnings).toMatchObject([{ code: "risk-set-empty", time: 2 }]);
  });
});

describe("the precision", () => {
  it("holds over a million times", () => {
    const n = 1_000_000;
    const duration = Float64Array.from({ length: n }, (_, i) => i + 0.5);
    const event = new Uint8Array(n).fill(1);
    const { rows } = kaplanMeier({ duration, event });
    expect(rows[n - 2]?.survival).toBe(1e-6);
    // Without censoring Greenwood's error is that of a share.
    expect(rows[n / 2 - 1]?.standardError).toBeCloseTo(Math.sqrt(0.25 / n), 14);
  });

  it("is the same in any unit", () => {
    const duration = [3, 5, 8, 8, 12];
    const event = [1, 0, 1, 1, 0];
    const days = kaplanMeier({ duration, event });
    const tiny = kaplanMeier({ duration: duration.map((t) => t * 2 ** -60), event });
    expect(tiny.rows.map((row) => row.survival)).toEqual(days.rows.map((row) => row.survival));
    expect((restrictedMean(tiny, 10 * 2 ** -60).standardError ?? 0) * 2 ** 60).toBe(
      restrictedMean(days, 10).standardError,
    );
  });
});

describe("wrong calls", () => {
  const rows = [{ duration: 2, event: true, plan: "a" }];
  it.each([
    ["a level of 95", () => kaplanMeier(rows, { level: 95 }), "level"],
    ["an unknown interval", () => kaplanMeier(rows, { interval: "wilson" } as never), "interval"],
    ["a misspelt option", () => kaplanMeier(rows, { intervall: "log" } as never), "options.intervall"],
    ["null as options", () => nelsonAalen(rows, null as never), "options"],
    [
      "an unknown interval of a hazard",
      () => nelsonAalen(rows, { interval: "log-log" } as never),
      "interval",
    ],
    ["no rows", () => kaplanMeierBy(undefined as never, () => "a"), "rows"],
    ["columns for groups", () => kaplanMeierBy({ duration: [1], event: [1] } as never, () => "a"), "rows"],
    ["no key", () => kaplanMeierBy(rows, undefined as never), "key"],
    ["an unknown field", () => kaplanMeierBy(rows, "tariff" as never), "tariff"],
    ["no curve", () => survivalAt(rows as never, 1), "curve"],
    ["null as curve", () => survivalQuantile(null as never), "curve"],
    ["a curve without level", () => survivalQuantile({ ...curve, level: 2 }), "curve.level"],
    [
      "a curve with another interval",
      () => survivalAt({ ...curve, interval: "x" as never }, 1),
      "curve.interval",
    ],
    ["a time below 0", () => survivalAt(curve, -1), "time"],
    ["a share of 0", () => survivalQuantile(curve, 0), "p"],
    ["a percentage", () => survivalQuantile(curve, 50), "p"],
    ["a time given below 0", () => survivalQuantile(curve, 0.5, { given: -1 }), "given"],
    ["no options", () => conditionalSurvival(curve, undefined as never), "options"],
    ["no further time", () => conditionalSurvival(curve, { given: 1 } as never), "further"],
    ["a limit of 0", () => restrictedMean(curve, 0), "until"],
    ["no second curve", () => restrictedMeanDifference(curve, undefined as never, 2), "b"],
    ["two levels", () => restrictedMeanDifference(curve, kaplanMeier(rows, { level: 0.9 }), 2), "b.level"],
  ])("are refused: %s", (_what, call, field) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});
