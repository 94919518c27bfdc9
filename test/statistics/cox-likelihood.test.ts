import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coxLikelihood } from "../../src/statistics/cox-likelihood.ts";
import { type CoxSample, coxSample, linearPredictors } from "../../src/statistics/cox-sample.ts";
import { readDurations } from "../../src/statistics/read-durations.ts";
import { largestError } from "./cox-fits.ts";

interface Row {
  readonly duration: number;
  readonly event: boolean;
  readonly entry: number;
  readonly weight: number;
  readonly x: number;
}

const row: fc.Arbitrary<Row> = fc
  .record({
    stay: fc.integer({ min: 1, max: 30 }),
    event: fc.boolean(),
    entry: fc.integer({ min: 0, max: 60 }),
    weight: fc.integer({ min: 1, max: 3 }),
    x: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map(({ stay, ...rest }) => ({ ...rest, duration: rest.entry + stay }));

function sampleOf(rows: readonly Row[]): CoxSample {
  const values = Float64Array.from(rows, ({ x }) => x);
  const everybody = {
    durations: readDurations(rows),
    kept: Int32Array.from(rows, (_, i) => i),
    strata: new Int32Array(rows.length),
    strataCount: 1,
  };
  return coxSample(everybody, [{ name: "x", values }]);
}

/** Breslow's likelihood and its slopes with every risk set summed by itself, about its own largest risk. */
function naively(sample: CoxSample, beta: number): readonly [number, number, number] {
  const { time, event, weight, entry, x } = sample;
  const eta = linearPredictors(sample, [beta]);
  let [value, slope, information] = [0, 0, 0];
  time.forEach((t, i) => {
    if (event[i] !== 1) return;
    const risk = Array.from(time.keys()).filter((j) => (time[j] ?? 0) >= t && (entry?.[j] ?? 0) < t);
    const top = Math.max(...risk.map((j) => eta[j] ?? 0));
    const share = risk.map((j) => (weight[j] ?? 0) * Math.exp((eta[j] ?? 0) - top));
    const sum = share.reduce((a, b) => a + b);
    const mean = risk.reduce((a, j, k) => a + (share[k] ?? 0) * (x[j] ?? 0), 0) / sum;
    const square = risk.reduce((a, j, k) => a + (share[k] ?? 0) * ((x[j] ?? 0) - mean) ** 2, 0) / sum;
    const w = weight[i] ?? 0;
    value += w * ((eta[i] ?? 0) - top - Math.log(sum));
    slope += w * ((x[i] ?? 0) - mean);
    information += w * square;
  });
  return [value, slope, information];
}

describe("the partial likelihood", () => {
  const rows = fc.array(row, { minLength: 5, maxLength: 50 });
  const differ = (all: readonly Row[]): boolean => new Set(all.map(({ x }) => x)).size > 4;

  it("is that of every risk set by itself, with late entries and risks that differ by a factor of e^200", () => {
    const slope = fc.constantFrom(0, 0.7, -3, 20, 60);
    fc.assert(
      fc.property(rows.filter(differ), slope, (data, beta) => {
        const sample = sampleOf(data);
        fc.pre((sample.scales[0] ?? 0) > 0.1);
        const { value, gradient, information } = coxLikelihood(sample, [beta], "breslow");
        const [trueValue, trueSlope, trueInformation] = naively(sample, beta);
        const size = data.length * 3 * (1 + Math.abs(beta));
        expect(Math.abs(value - trueValue)).toBeLessThan(1e-12 * size);
        expect(Math.abs((gradient[0] ?? 9e9) - trueSlope)).toBeLessThan(1e-11 * size);
        expect(Math.abs((information[0]?.[0] ?? 9e9) - trueInformation)).toBeLessThan(1e-11 * size);
      }),
      { numRuns: 400 },
    );
  });

  it("has the slopes of its values", () => {
    fc.assert(
      fc.property(
        rows.filter(differ),
        fc.constantFrom("efron" as const, "breslow" as const),
        (data, ties) => {
          const sample = sampleOf(data);
          const at = (beta: number) => coxLikelihood(sample, [beta], ties);
          const step = 1e-5;
          const slope = (at(0.3 + step).value - at(0.3 - step).value) / (2 * step);
          const curve = ((at(0.3 - step).gradient[0] ?? 0) - (at(0.3 + step).gradient[0] ?? 0)) / (2 * step);
          const { gradient, information } = at(0.3);
          expect(largestError([gradient[0] ?? 0, 100], [slope, 100])).toBeLessThan(1e-7);
          expect(largestError([information[0]?.[0] ?? 0, 100], [curve, 100])).toBeLessThan(1e-7);
        },
      ),
    );
  });
});
