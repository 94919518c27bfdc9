import { describe, expect, it } from "vitest";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { simulateOffers } from "../../src/offers/simulate-offers.ts";
import { dataErrorOf } from "../support/error-of.ts";

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("invented offers", () => {
  const rows = simulateOffers({ offers: 20_000, seed: 11 });
  const decided = rows.filter(({ status }) => status === "won" || status === "lost");

  it("are the same for the same seed, and others for another", () => {
    const few = { offers: 30, from: "2025-01-01", until: "2025-12-31" };
    expect(simulateOffers({ ...few, seed: 1 })).toEqual(simulateOffers({ ...few, seed: 1 }));
    expect(simulateOffers({ ...few, seed: 1 })).not.toEqual(simulateOffers({ ...few, seed: 2 }));
    expect(simulateOffers({ offers: 0, seed: 1 })).toEqual([]);
  });

  it("pass the door as they are", () => {
    const book = offerBook(rows, {
      id: "offerId",
      wonValue: "wonValue",
      margin: "margin",
      cost: "cost",
      hours: "hours",
      keys: { seller: "seller", product: "product" },
    });
    expect(book.ids).toHaveLength(20_000);
    expect(book.warnings).toEqual([]);
    expect(book.keys.map(({ dictionary }) => dictionary.length)).toEqual([4, 8, 5]);
    expect(book.customerIds.length).toBeLessThanOrEqual(4_000);
    expect([book.from, book.until]).toEqual(["2024-01-01", "2025-12-31"]);
    expect([...book.submitted]).toEqual([...book.submitted].sort((a, b) => a - b));
  });

  it("are won as often as their true chances say, seller by seller", () => {
    const sellers = new Set(rows.map(({ seller }) => seller));
    expect(sellers.size).toBe(8);
    for (const name of sellers) {
      const own = decided.filter(({ seller }) => seller === name);
      const variance = own.reduce((sum, { winProbability: p }) => sum + p * (1 - p), 0);
      const expected = own.reduce((sum, { winProbability }) => sum + winProbability, 0);
      const won = own.filter(({ status }) => status === "won").length;
      expect(Math.abs(won - expected)).toBeLessThan(4 * Math.sqrt(variance));
    }
  });

  it("have true rates from the beta distribution that was asked for", () => {
    const options = { offers: 40_000, sellers: 4_000, products: 1, winRate: 0.2, concentration: 10 };
    const rates = new Map<string, number>();
    // One product that is like the mean would leave the sellers' rates as they are; this one shifts all odds by one factor.
    for (const { seller, winProbability } of simulateOffers({ ...options, seed: 3 })) {
      rates.set(seller, Math.log(winProbability / (1 - winProbability)));
    }
    const odds = [...rates.values()];
    const spread = mean(odds.map((x) => (x - mean(odds)) ** 2));
    // Variance of the log odds of Beta(2, 8): ψ′(2) + ψ′(8).
    expect(spread / (Math.PI ** 2 / 6 - 1 + TRIGAMMA_OF_8)).toBeCloseTo(1, 1);
  });

  it("are decided after the time that was asked for, whatever the outcome", () => {
    const early = rows.filter(({ submitted }) => submitted < "2025-01-01");
    for (const status of ["won", "lost"]) {
      const days = early
        .filter((row) => row.status === status)
        .map(({ submitted, decided }) => (Date.parse(decided ?? "") - Date.parse(submitted)) / 86_400_000);
      // Whole days are cut off: half a day less on average.
      expect(Math.abs(mean(days) - 44.5)).toBeLessThan((4 * 45) / Math.sqrt(2 * days.length));
    }
  });

  it("are open if they would be decided later, and stand at a stage that fits", () => {
    const open = rows.filter(({ status }) => status === "open");
    // Rate of arrival × mean time to a decision, as in every queue.
    expect(Math.abs(open.length / ((20_000 / 731) * 45) - 1)).toBeLessThan(0.15);
    expect(open.every(({ decided, wonValue }) => decided === null && wonValue === null)).toBe(true);
    for (const { status, stage, wonValue, value, decided } of rows) {
      expect(stage === "ordered").toBe(status === "won");
      expect(wonValue !== null).toBe(status === "won");
      if (wonValue !== null) expect(wonValue).toBeLessThanOrEqual(value);
      if (decided !== null) expect(decided <= "2025-12-31").toBe(true);
    }
  });

  it("have log-normal values around the median", () => {
    const logs = rows.map(({ value }) => Math.log(value / 10_000));
    expect(Math.abs(mean(logs))).toBeLessThan((4 * 0.8) / Math.sqrt(logs.length));
    expect(mean(logs.map((x) => x * x))).toBeCloseTo(0.64, 1);
  });

  it("are withdrawn as often as asked for", () => {
    const share = rows.filter(({ status }) => status === "withdrawn").length / (rows.length * 0.94);
    expect(share).toBeCloseTo(0.05, 2);
    const none = simulateOffers({ offers: 500, seed: 1, withdrawn: 0 });
    expect(none.filter(({ status }) => status === "withdrawn")).toEqual([]);
  });

  it.each([
    [{ offers: -1 }, "offers"],
    [{ offers: undefined }, "offers"],
    [{ seed: 0.5 }, "seed"],
    [{ sellers: 0 }, "sellers"],
    [{ products: 1.5 }, "products"],
    [{ customers: 0 }, "customers"],
    [{ winRate: 0 }, "winRate"],
    [{ winRate: 1 }, "winRate"],
    [{ concentration: 0 }, "concentration"],
    [{ withdrawn: 1.1 }, "withdrawn"],
    [{ daysToDecision: 0 }, "daysToDecision"],
    [{ medianValue: Number.POSITIVE_INFINITY }, "medianValue"],
    [{ from: "soon" }, "from"],
    [{ until: "2023-12-31" }, "until"],
    [{ seller: 3 }, "options.seller"],
  ])("refuse %j", (options, field) => {
    const { issues } = dataErrorOf(() => simulateOffers({ offers: 5, seed: 1, ...options } as never));
    expect(issues[0]).toMatchObject({ code: "invalid_option", field });
  });

  it("bear extreme options", () => {
    for (const extreme of [
      { concentration: 1e-3 },
      { concentration: 1e4 },
      { winRate: 0.001, concentration: 1e-3 },
      { daysToDecision: 1e-3 },
      { daysToDecision: 1e9 },
    ]) {
      const few = simulateOffers({ offers: 200, seed: 5, ...extreme });
      expect(offerBook(few).rows).toBe(200);
      for (const { winProbability } of few) {
        expect(winProbability).toBeGreaterThanOrEqual(0);
        expect(winProbability).toBeLessThanOrEqual(1);
      }
    }
  });
});

/** ψ′(8), by mpmath: π²⁄6 − Σ 1⁄k² for k up to 7. */
const TRIGAMMA_OF_8 = 0.133137014694031;
