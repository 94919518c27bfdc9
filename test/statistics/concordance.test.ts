import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Concordance, concordanceOf } from "../../src/statistics/concordance.ts";
import { coxSample } from "../../src/statistics/cox-sample.ts";
import { readDurations } from "../../src/statistics/read-durations.ts";
import { relativeError } from "../support/relative-error.ts";

interface Row {
  readonly duration: number;
  readonly event: boolean;
  readonly entry: number;
  readonly weight: number;
  readonly stratum: number;
  readonly risk: number;
}

const row: fc.Arbitrary<Row> = fc
  .record({
    stay: fc.integer({ min: 1, max: 8 }),
    event: fc.boolean(),
    entry: fc.integer({ min: 0, max: 4 }),
    weight: fc.integer({ min: 1, max: 3 }),
    stratum: fc.integer({ min: 0, max: 2 }),
    risk: fc.integer({ min: -4, max: 4 }),
  })
  .map(({ stay, ...rest }) => ({ ...rest, duration: rest.entry + stay }));

function concordance(rows: readonly Row[], risk: (row: Row) => number): Concordance {
  const sample = coxSample(
    {
      durations: readDurations(rows),
      kept: Int32Array.from(rows, (_, i) => i),
      strata: Int32Array.from(rows, ({ stratum }) => stratum),
      strataCount: 3,
    },
    [],
  );
  return concordanceOf(
    sample,
    Float64Array.from(sample.rowAt, (i) => risk(rows[i] as Row)),
  );
}

/** All pairs, one by one, and the derivative of their share by each weight. */
function naively(rows: readonly Row[]): Concordance {
  const sums = { concordant: 0, discordant: 0, tied: 0 };
  const good = rows.map(() => 0);
  const all = rows.map(() => 0);
  rows.forEach((first, i) => {
    rows.forEach((second, j) => {
      const outlived =
        second.duration > first.duration || (second.duration === first.duration && !second.event);
      const together = first.stratum === second.stratum && second.entry < first.duration;
      if (i === j || !first.event || !outlived || !together) return;
      const kind = first.risk > second.risk ? "concordant" : first.risk < second.risk ? "discordant" : "tied";
      sums[kind] += first.weight * second.weight;
      const score = { concordant: 1, discordant: 0, tied: 0.5 }[kind];
      for (const [own, other] of [
        [i, second],
        [j, first],
      ] as const) {
        good[own] = (good[own] ?? 0) + score * other.weight;
        all[own] = (all[own] ?? 0) + other.weight;
      }
    });
  });
  const pairs = sums.concordant + sums.discordant + sums.tied;
  if (pairs === 0) return { value: null, standardError: null, ...sums };
  const value = (sums.concordant + sums.tied / 2) / pairs;
  const squares = rows.map(
    ({ weight }, i) => ((weight * ((good[i] ?? 0) - value * (all[i] ?? 0))) / pairs) ** 2,
  );
  return { value, standardError: Math.sqrt(squares.reduce((a, b) => a + b)), ...sums };
}

describe("the concordance", () => {
  const rows = fc.array(row, { minLength: 1, maxLength: 40 });

  it("is that of all pairs one by one", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const { standardError, ...found } = concordance(data, ({ risk }) => risk);
        const { standardError: error, ...truth } = naively(data);
        expect(found).toEqual(truth);
        if (error === null) expect(standardError).toBeNull();
        else expect(Math.abs((standardError ?? 9) - error)).toBeLessThan(1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it("knows nothing but the order of the risks", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const found = concordance(data, ({ risk }) => risk);
        expect(concordance(data, ({ risk }) => Math.exp(risk))).toEqual(found);
        const turned = concordance(data, ({ risk }) => -risk);
        expect([turned.concordant, turned.discordant]).toEqual([found.discordant, found.concordant]);
        if (found.value !== null)
          expect(relativeError(1 - (turned.value ?? 9), found.value)).toBeLessThan(1e-12);
      }),
    );
  });

  it("is null without a pair that could be compared", () => {
    const one = { duration: 3, event: true, entry: 0, weight: 1, stratum: 0, risk: 1 };
    expect(concordance([one, { ...one, stratum: 1 }], ({ risk }) => risk)).toEqual({
      value: null,
      standardError: null,
      concordant: 0,
      discordant: 0,
      tied: 0,
    });
  });
});
