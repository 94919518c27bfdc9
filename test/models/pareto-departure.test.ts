import { describe, expect, it } from "vitest";
import { departureProbability, departureProbabilityUntil } from "../../src/models/pareto-departure.ts";
import { departurePartials } from "../../src/models/pareto-departure-partials.ts";
import random from "../reference/pareto-nbd-random.json" with { type: "json" };
import { relativeError } from "../support/relative-error.ts";

const rows = random.departures.map((row) => row.map(Number));

describe("the probability of leaving before the next purchase", () => {
  it("has 13 digits whatever the scales", () => {
    expect(rows.length).toBeGreaterThan(80);
    for (const [k = 0, s = 0, q = 0, h = 0] of rows) {
      expect(relativeError(departureProbability(k, s, q), h), `${k} ${s} ${q}`).toBeLessThan(1e-13);
    }
  });

  it("has derivatives to 1e-10 of their terms", () => {
    const found = new Float64Array(10);
    for (const [k = 0, s = 0, q = 0, ...truth] of rows) {
      departurePartials(k, s, q, found);
      const [h = 0] = truth;
      // those by s are differences of terms of about H ÷ s
      const sizes = [0, 0, h / s, 0, 0, (truth[1] ?? 0) / s, h / s / s, 0, (truth[3] ?? 0) / s, 0];
      truth.forEach((value, i) => {
        const size = Math.max(Math.abs(value), Math.abs(sizes[i] ?? 0));
        expect(Math.abs((found[i] ?? 0) - value) / size, `${k} ${s} ${q}: ${i}`).toBeLessThan(1e-10);
      });
    }
  });

  it("is k and s in proportion where α = β", () => {
    for (const [k, s] of [
      [0.001, 1000],
      [3, 0.5],
      [1e7, 1e-3],
    ] as const) {
      expect(relativeError(departureProbability(k, s, 1), s / (k + s))).toBeLessThan(1e-15);
    }
  });

  it("is a short part and what remains after it", () => {
    for (const [k = 0, s = 0, q = 0, h = 0] of rows) {
      // a thousandth of the whole at most
      const end = (h / s) * 1e-3;
      const part = departureProbabilityUntil(k, s, q, end);
      const growth = Math.log1p(q * Math.expm1(end));
      const rest = departureProbability(k, s, q * Math.exp(end - growth));
      const sum = part + Math.exp(-s * end - k * growth) * rest;
      expect(part / h).toBeLessThan(1.1e-3);
      expect(Math.abs(sum / h - 1), `${k} ${s} ${q}`).toBeLessThan(1e-13);
    }
    expect(relativeError(departureProbabilityUntil(3, 0.7, 2, 1e-30), 0.7e-30)).toBeLessThan(1e-14);
  });
});
