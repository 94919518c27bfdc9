import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cumulativeIncidence } from "../../src/statistics/cumulative-incidence.ts";
import { incidenceAt } from "../../src/statistics/cumulative-incidence-at.ts";
import type { CumulativeIncidence } from "../../src/statistics/cumulative-incidence-result.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";

const whole = fc.integer({ min: 0, max: 20 });
const broken = fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10);
const row = fc
  .record({
    time: fc.oneof(whole, broken),
    cause: fc.constantFrom("won", "lost", "withdrawn", null, null),
    share: fc.constantFrom(0, 0, 0.25, 0.5),
    weight: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ share, ...rest }) => ({ ...rest, entry: rest.time * share }));
const samples = fc
  .array(row, { minLength: 1, maxLength: 40 })
  .filter((rows) => rows.some(({ weight }) => weight > 0));
const options = { time: "time", cause: "cause", entry: "entry", weight: "weight" } as const;

function sharesAt(incidence: CumulativeIncidence, time: number): number[] {
  return incidence.causes.map(({ cause }) => incidenceAt(incidence, cause, time).incidence ?? Number.NaN);
}

function byName({ causes }: CumulativeIncidence): CumulativeIncidence["causes"] {
  return [...causes].sort((a, b) => (String(a.cause) < String(b.cause) ? -1 : 1));
}

describe("cumulative incidences", () => {
  it("and the survival make 1 at every time", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const found = cumulativeIncidence(rows, options);
        for (const { time, survival } of found.survival) {
          const sum = sharesAt(found, time).reduce((total, share) => total + share, survival);
          expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it("rise, stay within 0 and 1, and lie within their limits", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        for (const { steps } of cumulativeIncidence(rows, options).causes) {
          let before = 0;
          for (const { incidence, standardError, lower, upper } of steps) {
            expect(incidence).toBeGreaterThan(before);
            expect(incidence).toBeLessThanOrEqual(1);
            before = incidence;
            expect(standardError === null).toBe(incidence === 1);
            if (standardError === null || lower === null || upper === null) continue;
            expect(standardError).toBeGreaterThanOrEqual(0);
            expect(lower).toBeGreaterThanOrEqual(0);
            expect(lower).toBeLessThanOrEqual(incidence + 1e-15);
            expect(upper).toBeGreaterThanOrEqual(incidence - 1e-15);
            expect(upper).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const found = cumulativeIncidence(rows, options);
        const turned = cumulativeIncidence([...rows].reverse(), options);
        expect(byName(turned)).toEqual(byName(found));
        expect(turned.survival).toEqual(found.survival);
      }),
    );
  });

  it("scale with time", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const found = cumulativeIncidence(rows, options);
        const weeks = rows.map((one) => ({ ...one, time: one.time * 8, entry: one.entry * 8 }));
        const scaled = cumulativeIncidence(weeks, options);
        const back = scaled.causes.map((one) => ({
          ...one,
          steps: one.steps.map((step) => ({ ...step, time: step.time / 8 })),
        }));
        expect(back).toEqual(found.causes);
      }),
    );
  });

  it("of rows with weights are those of as many rows", () => {
    fc.assert(
      fc.property(samples, (rows) => {
        const copies = rows.flatMap((one) =>
          Array.from({ length: one.weight }, () => ({ ...one, weight: 1 })),
        );
        expect(cumulativeIncidence(copies, options)).toEqual(cumulativeIncidence(rows, options));
      }),
    );
  });

  it("without censoring are plain shares with binomial errors", () => {
    const complete = fc.array(fc.record({ time: whole, cause: fc.constantFrom("won", "lost") }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(complete, (rows) => {
        for (const { cause, steps } of cumulativeIncidence(rows, { time: "time", cause: "cause" }).causes) {
          for (const { time, incidence, standardError } of steps) {
            const share = rows.filter((one) => one.cause === cause && one.time <= time).length / rows.length;
            expect(Math.abs(incidence - share)).toBeLessThan(1e-14);
            const error = share === 1 ? null : Math.sqrt((share * (1 - share)) / rows.length);
            if (error === null) expect(standardError).toBeNull();
            else expect(Math.abs((standardError ?? Number.NaN) - error)).toBeLessThan(1e-13);
          }
        }
      }),
    );
  });

  it("of one cause are 1 − Kaplan–Meier with its limits, and more than each cause has among others", () => {
    const positive = samples
      .map((rows) => rows.filter(({ time }) => time > 0))
      .filter((rows) => rows.some(({ weight }) => weight > 0));
    fc.assert(
      fc.property(positive, (rows) => {
        const won = rows.map(({ time, cause, entry, weight }) => ({
          duration: time,
          event: cause === "won",
          entry,
          weight,
        }));
        const curve = kaplanMeier(won);
        const alone = cumulativeIncidence(won, { ...options, time: "duration", cause: "event" });
        expect(alone.survival).toEqual(curve.rows);
        const among = cumulativeIncidence(rows, options).causes.find(({ cause }) => cause === "won");
        for (const [k, step] of (alone.causes[0]?.steps ?? []).entries()) {
          const at = curve.rows.find(({ time }) => time === step.time);
          expect(Math.abs(step.incidence - (1 - (at?.survival ?? Number.NaN)))).toBeLessThan(1e-14);
          expect(step.standardError === null).toBe(at?.standardError === null);
          expect(Math.abs((step.standardError ?? 0) - (at?.standardError ?? 0))).toBeLessThan(1e-13);
          expect(Math.abs((step.lower ?? 0) - (1 - (at?.upper ?? 1)))).toBeLessThan(1e-13);
          const shared = among?.steps[k];
          if (shared !== undefined) expect(shared.incidence).toBeLessThanOrEqual(step.incidence + 1e-14);
        }
      }),
    );
  });
});
