import { describe, expect, it } from "vitest";
import * as small from "../../src/bg-nbd/index.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { frequency: 0, recency: 0, T: 30, weight: 50 },
  { frequency: 1, recency: 6, T: 30, weight: 20 },
  { frequency: 3, recency: 21, T: 30, weight: 12 },
  { frequency: 8, recency: 29, T: 30, weight: 6 },
];
const base = { unit: "week", asOf: "2025-01-31", rows } as const;
const given = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
} as const;
const customer = { frequency: 2, recency: 30.43, T: 38.86 };

describe("BG/NBD by its own door", () => {
  it.each([
    {},
    { penalty: 0.1 },
    { priors: { r: { median: 0.5, spread: 0.7 }, b: { median: 3, spread: 1 } } },
  ])("is the same model, fitted with %j", (options) => {
    expect(small.fitBgNbd(base, options)).toEqual(fitBgNbd(base, options));
  });

  it("predicts the same, now and later, with a calendar and without", () => {
    for (const model of [given, small.fitBgNbd(base)]) {
      for (const row of [customer, ...rows, small.NEW_CUSTOMER]) {
        expect(small.probabilityAlive(model, row)).toBe(probabilityAlive(model, row));
        const later = { after: { months: 3 } };
        expect(small.probabilityAlive(model, row, later)).toBe(probabilityAlive(model, row, later));
        for (const horizon of [{ weeks: 39 }, { months: 1 }, { years: 20 }]) {
          expect(small.expectedPurchases(model, row, horizon)).toBe(expectedPurchases(model, row, horizon));
        }
      }
    }
    // Fader, Hardie & Lee (2005), section 5: 1.226 purchases in the next 39 weeks.
    expect(small.expectedPurchases(given, customer, { weeks: 39 })).toBeCloseTo(1.226, 3);
  });

  it("refuses covariates, and says who takes them", () => {
    const members = rows.flatMap((row, i) => [
      { ...row, covariates: { mail: 0 } },
      { ...row, weight: row.weight + i, covariates: { mail: 1 } },
    ]);
    const model = fitBgNbd({ ...base, rows: members }, { covariates: { alpha: ["mail"] } });
    const [issue] = dataErrorOf(() => small.probabilityAlive(model, customer)).issues;
    expect(issue).toMatchObject({ code: "invalid_model", field: "coefficients" });
    expect(issue?.message).toContain('in "clientele"');
    const options = { covariates: { alpha: ["mail"] } } as never;
    expect(dataErrorOf(() => small.fitBgNbd(base, options)).issues[0]?.field).toBe("options.covariates");
  });

  it.each<[string, () => unknown]>([
    ["model", () => small.probabilityAlive(fitMbgNbd(base) as never, customer)],
    ["model", () => small.probabilityAlive(null as never, customer)],
    ["parameters.r", () => small.probabilityAlive({ ...given, parameters: null as never }, customer)],
    ["unit", () => small.probabilityAlive({ ...given, unit: "hour" as never }, customer)],
    ["recency", () => small.probabilityAlive(given, { frequency: 1, recency: 9, T: 8 })],
    ["customer", () => small.expectedPurchases(given, null as never, { weeks: 1 })],
    ["horizon", () => small.expectedPurchases(given, customer, {})],
    ["horizon", () => small.expectedPurchases(given, customer, { from: "2026-01-01" } as never)],
    ["options.later", () => small.probabilityAlive(given, customer, { later: 1 } as never)],
    ["penalty", () => small.fitBgNbd(base, { penalty: -1 })],
    ["recency", () => small.fitBgNbd({ unit: "week", rows: [{ frequency: 1, recency: 9, T: 8 }] })],
  ])("refuses a wrong %s", (field, call) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});
