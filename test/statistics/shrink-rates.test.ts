import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBetaBinomial } from "../../src/statistics/fit-beta-binomial.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { jeffreys } from "../../src/statistics/proportion-methods.ts";
import { shrinkRates } from "../../src/statistics/shrink-rates.ts";
import reference from "../reference/proportions.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { relativeError } from "../support/relative-error.ts";

const group = fc
  .integer({ min: 0, max: 60 })
  .chain((trials) =>
    fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
  );
const groups = fc.array(group, { minLength: 1, maxLength: 12 });

const sellers = [
  { seller: "Ada", won: 31, decided: 60 },
  { seller: "Ben", won: 12, decided: 48 },
  { seller: "Cem", won: 20, decided: 52 },
  { seller: "Dora", won: 3, decided: 4 },
  { seller: "Eve", won: 0, decided: 0 },
];
const columns = { id: "seller", successes: "won", trials: "decided" } as const;

describe("shrinkRates", () => {
  it.each(reference.posterior)("judges $successes of $trials by Beta($alpha, $beta) to 12 digits", (fact) => {
    const { level, alpha, beta } = fact;
    const [row] = shrinkRates([fact], { level, prior: { alpha, beta } }).rows;
    expect(relativeError(row?.shrunken ?? 0, Number(fact.shrunken))).toBeLessThan(1e-14);
    expect(relativeError(row?.lower ?? 0, Number(fact.lower))).toBeLessThan(1e-12);
    expect(relativeError(row?.upper ?? 0, Number(fact.upper))).toBeLessThan(1e-12);
    expect(relativeError(row?.probabilityAboveMean ?? 0, Number(fact.probabilityAboveMean))).toBeLessThan(
      1e-12,
    );
  });

  it("shows raw and shrunken rates side by side", () => {
    const { prior, mean, rows, warnings } = shrinkRates(sellers, columns);
    expect(prior).toEqual(fitBetaBinomial(sellers, { successes: "won", trials: "decided" }));
    expect(mean).toBe(prior.mean);
    expect(warnings).toEqual([]);
    expect(rows.map(({ id }) => id)).toEqual(["Ada", "Ben", "Cem", "Dora", "Eve"]);
    const { rate, ...interval } = proportionInterval(31, 60) ?? { rate: 0 };
    expect(rows[0]).toMatchObject({ successes: 31, trials: 60, rate, interval });
    expect(rows[4]).toMatchObject({ rate: null, interval: null, shrunken: mean, weight: 0 });
    const byRaw = rows.slice(0, 4).sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
    const byShrunken = rows.slice(0, 4).sort((a, b) => (b.shrunken ?? 0) - (a.shrunken ?? 0));
    expect([byRaw[0]?.id, byShrunken[0]?.id]).toEqual(["Dora", "Ada"]);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it("lies between the raw rate and the mean, and within its limits", () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const shrunken = shrinkRates(rows);
        for (const row of shrunken.rows) {
          if (shrunken.mean === null) {
            expect([row.shrunken, row.lower, row.upper]).toEqual([null, null, null]);
            continue;
          }
          const rate = row.rate ?? shrunken.mean;
          expect(row.shrunken).toBeGreaterThanOrEqual(Math.min(rate, shrunken.mean));
          expect(row.shrunken).toBeLessThanOrEqual(Math.max(rate, shrunken.mean));
          expect(row.lower).toBeGreaterThanOrEqual(0);
          expect(row.upper).toBeLessThanOrEqual(1);
          expect(row.lower).toBeLessThanOrEqual(row.upper ?? Number.NaN);
          expect(row.weight).toBeGreaterThanOrEqual(0);
          expect(row.weight).toBeLessThanOrEqual(1);
          const blend = row.weight * rate + (1 - row.weight) * shrunken.mean;
          expect(row.shrunken).toBeCloseTo(blend, 9);
        }
      }),
    );
  });

  it("trusts a rate more the more cases it has", () => {
    const prior = { alpha: 3, beta: 5 };
    const { rows } = shrinkRates(
      [1, 2, 5, 40, 1000].map((n) => ({ successes: 9 * n, trials: 10 * n })),
      { prior },
    );
    rows.slice(1).forEach((row, i) => {
      const before = rows[i];
      expect(row.weight).toBeGreaterThan(before?.weight ?? 1);
      expect(row.shrunken).toBeGreaterThan(before?.shrunken ?? 1);
      expect(row.probabilityAboveMean).toBeGreaterThanOrEqual(before?.probabilityAboveMean ?? 1);
    });
  });

  it("gives all groups the pooled rate and its interval where they do not differ", () => {
    const alike = [
      { id: 1, successes: 5, trials: 10 },
      { id: 2, successes: 50, trials: 100 },
      { id: 3, successes: 0, trials: 0 },
    ];
    const { rows, warnings } = shrinkRates(alike, { level: 0.9 });
    expect(warnings.map(({ code }) => code)).toEqual(["no-differences"]);
    const pooled = proportionInterval(55, 110, { level: 0.9, method: jeffreys });
    for (const row of rows) {
      const { lower, upper } = pooled ?? {};
      expect(row).toMatchObject({ shrunken: 0.5, lower, upper, weight: 0, probabilityAboveMean: null });
    }
  });

  it("lets own cases count alone where each group has all or nothing", () => {
    const { rows } = shrinkRates([
      { successes: 5, trials: 5 },
      { successes: 0, trials: 3 },
      { successes: 0, trials: 0 },
    ]);
    const own = proportionInterval(0, 3, { method: jeffreys });
    expect(rows.map(({ shrunken, weight }) => [shrunken, weight])).toEqual([
      [1, 1],
      [0, 1],
      [0.5, 0],
    ]);
    expect([rows[1]?.lower, rows[1]?.upper]).toEqual([0, own?.upper]);
    expect([rows[2]?.lower, rows[2]?.upper]).toEqual([0, 1]);
  });

  it("takes a stored fit as prior, and names groups as told", () => {
    const fit = JSON.parse(JSON.stringify(shrinkRates(sellers, columns).prior));
    const again = shrinkRates(sellers, { ...columns, prior: fit, id: (row) => row.seller === "Ada" });
    const first = shrinkRates(sellers, columns);
    expect(again.rows.map(({ id: _, ...row }) => row)).toEqual(first.rows.map(({ id: _, ...row }) => row));
    expect(again.rows.map(({ id }) => id)).toEqual([true, false, false, false, false]);
    expect(again.warnings).toEqual([]);
    expect(shrinkRates([]).rows).toEqual([]);
  });

  const good = [{ successes: 1, trials: 2 }];
  const unspread = fitBetaBinomial(good);
  it.each([
    ["rows", () => shrinkRates(7 as never)],
    ["options", () => shrinkRates(good, [] as never)],
    ["options.weights", () => shrinkRates(good, { weights: 1 } as never)],
    ["level", () => shrinkRates(good, { level: 95 })],
    ["prior", () => shrinkRates(good, { prior: null as never })],
    ["prior", () => shrinkRates(good, { prior: { alpha: 0, beta: 1 } })],
    ["prior", () => shrinkRates(good, { prior: { alpha: Number.POSITIVE_INFINITY, beta: 1 } })],
    ["prior", () => shrinkRates(good, { prior: unspread })],
    ["id", () => shrinkRates(good, { id: 3 as never })],
    ["seller", () => shrinkRates(good, { id: "seller" } as never)],
    ["trials", () => shrinkRates([{ successes: 1, trials: "2" }] as never)],
  ])("refuses %s that cannot be used", (field, call) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});
