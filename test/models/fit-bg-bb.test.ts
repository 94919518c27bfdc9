import { describe, expect, it } from "vitest";
import { discountedExpectedResidualTransactions } from "../../src/models/discounted-residual-transactions.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { probabilityOfPurchases } from "../../src/models/probability-of-purchases.ts";
import donations from "../reference/donations.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";
import { expectMaximum } from "../support/expect-maximum.ts";

const rows = donations.rows.map(([frequency = 0, recency = 0, weight = 0]) => ({
  frequency,
  recency,
  T: donations.T,
  weight,
}));
const base = { unit: "year", rows } as const;
const spending = { ...base, rows: rows.map((row) => ({ ...row, monetaryValue: 0 })) };

describe("BG/BB on the donations of Fader, Hardie & Shang (2010)", () => {
  const model = fitBgBb(base);

  it("has the true maximum, and the published one: 1.204 .750 .657 2.783, LL −33225.6", () => {
    expectMaximum(spending, { ...donations, model: "bg-bb", customers: 11_104 });
    const { alpha, beta, gamma, delta } = model.parameters;
    expect([alpha, beta, gamma, delta].map((value) => value.toFixed(3))).toEqual([
      "1.204",
      "0.750",
      "0.657",
      "2.783",
    ]);
    expect(model.logLikelihood.toFixed(1)).toBe("-33225.6");
  });

  it("says who is alive in 2002 as published: .11, .59, .93", () => {
    const alive = (frequency: number, recency: number): string =>
      probabilityAlive(model, { frequency, recency, T: 6 }, { after: { years: 1 } }).toFixed(2);
    expect([alive(0, 0), alive(2, 4), alive(6, 6)]).toEqual(["0.11", "0.59", "0.93"]);
  });

  it("expects 12,884.2 donations in 2002 to 2006, from .07 to 3.75 a person", () => {
    const five = { years: 5 };
    const expected = rows.map((row) => expectedPurchases(model, row, five));
    const total = expected.reduce((sum, value, i) => sum + value * (rows[i]?.weight ?? 0), 0);
    expect(total.toFixed(1)).toBe(donations.publishedTotal.toFixed(1));
    expect(Math.min(...expected).toFixed(2)).toBe("0.07");
    expect(Math.max(...expected).toFixed(2)).toBe("3.75");
  });

  it("counts whole opportunities, and follows the calendar to them", () => {
    const customer = { frequency: 3, recency: 6, T: 6 };
    const dated = { ...model, asOf: "2001-12-31" };
    expect(expectedPurchases(dated, customer, { months: 12 })).toBe(
      expectedPurchases(model, customer, { years: 1 }),
    );
    const later = expectedPurchases(dated, customer, { from: "2003-01-01", until: "2006-12-31" });
    const whole = expectedPurchases(model, customer, { years: 5 });
    expect(later).toBeCloseTo(whole - expectedPurchases(model, customer, { years: 1 }), 12);
    expect(dataErrorOf(() => expectedPurchases(model, customer, { months: 5 })).message).toContain(
      "whole opportunities",
    );
    const atMost = [0, 1, 2].map((exactly) =>
      probabilityOfPurchases(model, customer, { horizon: { years: 2 }, exactly }),
    );
    expect(atMost.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(probabilityOfPurchases(model, customer, { horizon: { years: 2 }, atLeast: 3 })).toBe(0);
    expect(discountedExpectedResidualTransactions(model, customer, { discountRate: 0.1 })).toBeGreaterThan(
      whole / 1.1 ** 5,
    );
  });

  it.each([
    [{ frequency: 2, recency: 1, T: 6 }, "recency"],
    [{ frequency: 1, recency: 1.5, T: 6 }, "recency"],
    [{ frequency: 1, recency: 1, T: 6.5 }, "T"],
  ])("refuses a history that is not one of opportunities: %o", (wrong, field) => {
    expect(dataErrorOf(() => fitBgBb({ unit: "year", rows: [...rows, wrong] })).issues).toMatchObject([
      { row: 22, field },
    ]);
    expect(dataErrorOf(() => probabilityAlive(model, wrong)).issues[0]?.field).toBe(field);
  });
});
