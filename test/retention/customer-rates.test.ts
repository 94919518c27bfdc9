import { describe, expect, it } from "vitest";
import type { CustomerCounts } from "../../src/retention/customer-counts.ts";
import { customerRates } from "../../src/retention/customer-rates.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import facts from "../reference/vendor-cohorts.json" with { type: "json" };
import { dataErrorOf } from "../support/error-of.ts";

describe("rates from counts", () => {
  it.each(facts.rates)("agree with: $source", ({ counts, rates }) => {
    expect(customerRates(counts as CustomerCounts)).toMatchObject(rates);
  });

  it("follow from whatever tells them", () => {
    const all = { start: 100, end: 108, new: 15, kept: 88, returned: 5, lost: 12, inactive: 50 };
    const whole = customerRates(all);
    expect(whole).toMatchObject({ ...all, retentionRate: 0.88, churnRate: 0.12, reactivationRate: 0.1 });
    const { start, end, new: fresh, kept, returned, lost, inactive } = all;
    for (const some of [
      { start, lost, end, new: fresh, inactive },
      { start, kept, new: fresh, returned, inactive },
      { kept, lost, end, new: fresh, inactive },
      { start, end, new: fresh, returned, inactive },
      { start, end, lost, returned, inactive },
    ]) {
      expect(customerRates(some)).toEqual(whole);
    }
  });

  it("take (end − new) ÷ start where nobody says who returned", () => {
    const rates = customerRates({ start: 100, end: 105, new: 15 });
    expect(rates).toMatchObject({ kept: 90, returned: 0, retentionRate: 0.9 });
  });

  it("have Wilson's intervals, those of churn mirrored", () => {
    const rates = customerRates({ start: 20, lost: 3, returned: 2, inactive: 9 }, { level: 0.9 });
    const churn = proportionInterval(3, 20, { level: 0.9 });
    expect(rates.churnLower).toBeCloseTo(churn?.lower ?? -1, 14);
    expect(rates.churnUpper).toBeCloseTo(churn?.upper ?? -1, 14);
    expect(rates.retentionLower).toBeCloseTo(1 - (churn?.upper ?? -1), 14);
    expect(rates.reactivationUpper).toBe(proportionInterval(2, 9, { level: 0.9 })?.upper);
  });

  it("are null where the counts do not tell, or there is nothing to divide by", () => {
    expect(customerRates({ start: 0, lost: 0 })).toMatchObject({ retentionRate: null, meanDuration: null });
    expect(customerRates({ start: 9, lost: 0 })).toMatchObject({
      retentionRate: 1,
      churnRate: 0,
      meanDuration: null,
      fluctuationRatio: null,
      reactivationRate: null,
      end: null,
    });
  });

  it("are 1 together, for any counts", () => {
    for (let start = 1; start <= 120; start++) {
      for (let lost = 0; lost <= start; lost++) {
        const { retentionRate, churnRate } = customerRates({ start, lost });
        expect((retentionRate ?? 0) + (churnRate ?? 0)).toBe(1);
        expect(churnRate).toBeCloseTo(lost / start, 15);
      }
    }
  });
});

describe("counts that are refused", () => {
  it.each([
    ["negative ones", { start: -1, lost: 0 }, "start", "at least 0"],
    ["parts of customers", { start: 10, lost: 0.5 }, "lost", "whole"],
    ["texts", { start: "20", lost: 3 }, "start", "whole number"],
    ["an unknown name", { start: 20, churned: 3 }, "counts.churned", "lost"],
    ["more lost than there were", { start: 20, lost: 30 }, "kept", "comes out at -10"],
    ["a start that is not kept and lost", { start: 20, kept: 18, lost: 3 }, "start", "kept + lost are 21"],
    [
      "an end that does not add up",
      { start: 9, lost: 2, end: 9, new: 1, returned: 0 },
      "end",
      "are 8, end is 9",
    ],
    ["an end below kept and new", { start: 9, lost: 2, end: 7, new: 1 }, "returned", "comes out at -1"],
    ["more returned than could", { returned: 3, inactive: 2 }, "returned", "only 2 could"],
    ["counts that tell nothing", { start: 5 }, "counts", "pass start and lost"],
    ["no counts", {}, "counts", "pass start and lost"],
    ["null", null, "counts", "no record"],
  ])("%s", (_what, counts, field, words) => {
    const error = dataErrorOf(() => customerRates(counts as never));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("so is a level that is none", () => {
    expect(dataErrorOf(() => customerRates({ start: 5, lost: 1 }, { level: 0 })).issues[0]?.field).toBe(
      "level",
    );
    const misspelt = { confidence: 0.9 } as never;
    expect(dataErrorOf(() => customerRates({ start: 5, lost: 1 }, misspelt)).message).toContain("level");
  });
});
