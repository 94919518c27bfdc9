import { describe, expect, it } from "vitest";
import { standardErrorsOfLevel } from "../../src/statistics/confidence.ts";
import { cumulativeIncidence } from "../../src/statistics/cumulative-incidence.ts";
import { incidenceAt } from "../../src/statistics/cumulative-incidence-at.ts";
import { incidenceCurves } from "../../src/statistics/cumulative-incidence-curves.ts";
import { incidenceQuantile } from "../../src/statistics/cumulative-incidence-quantile.ts";
import { readCauseTimes } from "../../src/statistics/cumulative-incidence-rows.ts";
import { timingOfCause } from "../../src/statistics/cumulative-incidence-timing.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import facts from "../reference/competing-risks.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

interface Row {
  readonly time: number;
  readonly cause: string | null;
  readonly entry?: number;
  readonly weight?: number;
}

const accessors = {
  time: (row: Row) => row.time,
  cause: (row: Row) => row.cause,
  entry: (row: Row) => row.entry ?? 0,
  weight: (row: Row) => row.weight ?? 1,
};

function expectNear(found: number | null | undefined, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) expect(found).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(1e-13 + 1e-12 * Math.abs(expected));
}

describe.each(facts.cases)("incidences of causes that compete: $name", ({ rows, causes, survival }) => {
  it("are those of exact fractions, with the delta method's errors", () => {
    const found = cumulativeIncidence<Row>(rows, accessors);
    expect(found.causes.map(({ cause }) => cause)).toEqual(causes.map(({ cause }) => cause));
    for (const [j, { steps }] of causes.entries()) {
      expect(found.causes[j]?.steps.map(({ time }) => time)).toEqual(steps.map(({ time }) => time));
      for (const [k, step] of steps.entries()) {
        const { atRisk, events, incidence, standardError, lower, upper } = found.causes[j]?.steps[k] ?? {};
        expect([atRisk, events]).toEqual([step.atRisk, step.events]);
        expectNear(incidence, step.incidence);
        expectNear(standardError, step.standardError);
        expectNear(lower, step.lower);
        expectNear(upper, step.upper);
      }
    }
    const eventful = found.survival.filter((row) => row.events > 0);
    expect(eventful.map(({ time }) => time)).toEqual(survival.map(([time]) => time));
    for (const [k, row] of eventful.entries()) expectNear(row.survival, survival[k]?.[1]);
  });

  it("and so is the time a cause takes, among those whom it takes", () => {
    const { times, causes: names } = readCauseTimes<Row>(rows, accessors);
    const { curves } = incidenceCurves(times, names.length);
    for (const [j, { timing }] of causes.entries()) {
      const curve = curves[j];
      if (curve === undefined) throw new Error("a cause is missing");
      const found = timingOfCause(curve, standardErrorsOfLevel(0.95));
      expect(found.length).toBe(timing.length);
      for (const [k, step] of timing.entries()) {
        expectNear(found[k]?.incidence, step.share);
        expectNear(found[k]?.standardError, step.standardError);
        expectNear(found[k]?.lower, step.lower);
        expectNear(found[k]?.upper, step.upper);
      }
    }
  });
});

describe("cumulative incidence", () => {
  it("has the variances that SAS gives", () => {
    const rows = facts.sas.time.map((time, i) => ({ time, cause: facts.sas.cause[i] ?? null }));
    const { causes } = cumulativeIncidence(rows, { time: "time", cause: "cause" });
    const steps = causes.find(({ cause }) => cause === 2)?.steps ?? [];
    expect(steps.map(({ time }) => time)).toEqual([4, 5]);
    for (const [k, step] of steps.entries()) {
      expect(step.incidence).toBeCloseTo([0.2, 0.4][k] as number, 15);
      expect((step.standardError ?? Number.NaN) ** 2).toBeCloseTo(facts.sas.variance[k] as number, 15);
    }
  });

  it("with one cause is 1 − Kaplan–Meier, errors and limits too", () => {
    const rows = [
      { duration: 3, event: true },
      { duration: 5, event: false },
      { duration: 8, event: true },
      { duration: 12, event: false },
    ];
    const found = cumulativeIncidence(rows, { time: "duration", cause: "event" });
    const curve = kaplanMeier(rows);
    expect(found.survival).toEqual(curve.rows);
    const steps = found.causes[0]?.steps ?? [];
    expect(steps.map(({ incidence }) => incidence)).toEqual([0.25, 0.625]);
    for (const step of steps) {
      const row = curve.rows.find(({ time }) => time === step.time);
      expectNear(step.standardError, row?.standardError);
      expectNear(step.lower, 1 - (row?.upper ?? Number.NaN));
      expectNear(step.upper, 1 - (row?.lower ?? Number.NaN));
    }
  });

  it("takes missing, empty, false and 0 for censored, and any other text, number or true for a cause", () => {
    const causes = ["", null, undefined, false, 0, "0", 2, true, "__proto__"];
    const rows = causes.map((cause, i) => ({ time: i + 1, cause }));
    const found = cumulativeIncidence(rows, { time: "time", cause: "cause" });
    expect(found.causes.map(({ cause }) => cause)).toEqual(["0", 2, true, "__proto__"]);
    expect([found.observations, found.events, found.lastTime]).toEqual([9, 4, 9]);
  });

  it("counts everybody as at risk at time 0, also next to some who entered late", () => {
    const rows = [
      { time: 0, cause: "won", entry: 0 },
      { time: 0, cause: null, entry: 0 },
      { time: 4, cause: "lost", entry: 0 },
      { time: 4, cause: "won", entry: 2 },
    ];
    const { causes } = cumulativeIncidence(rows, { time: "time", cause: "cause", entry: "entry" });
    expect(causes[0]?.steps.map((step) => [step.time, step.atRisk])).toEqual([
      [0, 3],
      [4, 2],
    ]);
    expect(causes[0]?.steps[0]?.incidence).toBe(1 / 3);
  });

  it("without any event has no causes", () => {
    const found = cumulativeIncidence([{ time: 2, cause: null }], { time: "time", cause: "cause" });
    expect(found.causes).toEqual([]);
    expect(found.survival.map((row) => row.survival)).toEqual([1]);
  });

  it("keeps its sum at 1 over many times with a censoring between each", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({
      time: i + Math.sqrt(i + 1),
      cause: ["won", null, "lost", null, "withdrawn"][i % 5],
    }));
    const found = cumulativeIncidence(rows, { time: "time", cause: "cause" });
    const last = found.causes.map(({ steps }) => steps.at(-1)?.incidence ?? 0);
    expect(
      Math.abs(last.reduce((sum, share) => sum + share, found.survival.at(-1)?.survival ?? 0) - 1),
    ).toBeLessThan(1e-12);
  });

  it("survives JSON and structuredClone", () => {
    const found = cumulativeIncidence<Row>(facts.cases[0]?.rows ?? [], accessors);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(incidenceAt(structuredClone(found), "won", 4)).toEqual(incidenceAt(found, "won", 4));
  });
});

describe("reading incidences", () => {
  const rows = [
    { time: 3, cause: "won" },
    { time: 5, cause: "lost" },
    { time: 8, cause: null },
    { time: 12, cause: "won" },
  ];
  const options = { time: "time", cause: "cause" } as const;
  const over = cumulativeIncidence(rows, options);
  const going = cumulativeIncidence(rows.slice(0, 3), options);

  it("at a time gives the last step before it, and nothing beyond the data", () => {
    expect(incidenceAt(over, "won", 2)).toEqual({ incidence: 0, standardError: 0, lower: null, upper: null });
    expect(incidenceAt(over, "won", 11.9).incidence).toBe(0.25);
    expect(incidenceAt(over, "won", 999).incidence).toBe(0.75);
    expect(incidenceAt(going, "won", 8).incidence).toBe(1 / 3);
    expect(incidenceAt(going, "won", 8.1).incidence).toBeNull();
  });

  it("as quantiles gives the first time that reaches the share, with limits from the limits", () => {
    const found = incidenceQuantile(over, "won", 0.25);
    expect(found.time).toBe(3);
    expect(found.lower).toBe(3);
    expect(found.upper).toBe(12);
    expect(incidenceQuantile(over, "lost").time).toBeNull();
  });
});

describe("what cannot be used", () => {
  const good = [{ time: 1, cause: "won", late: 0, stands: 1 }];
  const options = { time: "time", cause: "cause" } as const;
  const over = cumulativeIncidence(good, options);
  it.each([
    ["no rows", () => cumulativeIncidence(null as never, options), "rows", "pass an array"],
    ["nobody", () => cumulativeIncidence([] as typeof good, options), "rows", "pass at least one"],
    ["no options", () => cumulativeIncidence(good, undefined as never), "options", "no record"],
    ["no time", () => cumulativeIncidence(good, { cause: "cause" } as never), "time", "neither the name"],
    [
      "a misspelt field",
      () => cumulativeIncidence(good, { time: "time", cause: "casue" as never }),
      "casue",
      "No row has the field",
    ],
    [
      "a misspelt option",
      () => cumulativeIncidence(good, { ...options, levels: 1 } as never),
      "options.levels",
      "level",
    ],
    ["a level of 95", () => cumulativeIncidence(good, { ...options, level: 95 }), "level", "95"],
    ["a time below 0", () => cumulativeIncidence([{ time: -1, cause: "a" }], options), "time", "at least 0"],
    ["no time", () => cumulativeIncidence([{ time: Number.NaN, cause: "a" }], options), "time", "NaN"],
    ["a missing time", () => cumulativeIncidence([{ time: null, cause: "a" }], options), "time", "missing"],
    [
      "a cause that is none",
      () => cumulativeIncidence([{ time: 1, cause: {} }] as never, options as never),
      "cause",
      "a text",
    ],
    [
      "a row that is none",
      () => cumulativeIncidence([good[0], null] as never, options as never),
      "row",
      "no row",
    ],
    [
      "an entry at the time",
      () => cumulativeIncidence([{ ...good[0], late: 1 } as never], { ...options, entry: "late" } as never),
      "late",
      "below the time",
    ],
    [
      "a weight below 0",
      () =>
        cumulativeIncidence([{ ...good[0], stands: -1 } as never], { ...options, weight: "stands" } as never),
      "stands",
      "1e12",
    ],
    [
      "only weights of 0",
      () =>
        cumulativeIncidence([{ ...good[0], stands: 0 } as never], { ...options, weight: "stands" } as never),
      "rows",
      "anybody",
    ],
    [
      "an id for a cause",
      () =>
        cumulativeIncidence(
          Array.from({ length: 101 }, (_, i) => ({ time: 1, cause: `id ${i}` })),
          options,
        ),
      "cause",
      "101 causes",
    ],
    ["an unknown cause", () => incidenceAt(over, "wno", 1), "cause", '"won"'],
    ["a time that is none", () => incidenceAt(over, "won", -1), "time", "-1"],
    [
      "what are no incidences",
      () => incidenceQuantile([] as never, "won"),
      "incidence",
      "cumulativeIncidence",
    ],
    ["a share of 0", () => incidenceQuantile(over, "won", 0), "p", "above 0"],
  ])("is refused: %s", (_, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
