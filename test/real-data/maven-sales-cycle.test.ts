import { describe, expect, it } from "vitest";
import { salesCycle } from "../../src/hitrate/sales-cycle.ts";
import { salesVelocity } from "../../src/hitrate/sales-velocity.ts";
import { stageConversion } from "../../src/hitrate/stage-conversion.ts";
import { timeToDecision } from "../../src/hitrate/time-to-decision.ts";
import type { DecisionTimes } from "../../src/hitrate/time-to-decision-result.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import facts from "../reference/competing-risks.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";

const { maven } = facts;

function expectNear(found: number | null | undefined, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
}

function expectTimes(times: DecisionTimes, expected: (typeof maven)["total"]): void {
  const { offers, open, won, lost, withdrawn, lastDay } = times;
  expect([offers, open, won, lost, withdrawn, lastDay]).toEqual([
    expected.offers,
    expected.open,
    ...expected.counts,
    0,
    expected.lastDay,
  ]);
  expect(times.outcomes.map(({ outcome }) => outcome)).toEqual(["closed", "won", "lost", "withdrawn"]);
  for (const outcome of ["closed", "won", "lost"] as const) {
    const found = times.outcomes.find((one) => one.outcome === outcome);
    const wanted = expected[outcome];
    expectNear(found?.incidence, wanted.incidence);
    expectNear(found?.lower, wanted.lower);
    expectNear(found?.upper, wanted.upper);
    expectNear(found?.steps.at(-1)?.standardError, wanted.standardError);
    for (const [day, share, lower, upper] of wanted.at as [number, number, number, number][]) {
      const step = found?.steps.findLast(({ time }) => time <= day);
      expectNear(step?.incidence, share);
      expectNear(step?.lower, lower);
      expectNear(step?.upper, upper);
    }
    expect(found?.quantiles.map(({ days, lower, upper }) => [days, lower, upper])).toEqual(wanted.quantiles);
  }
}

describeWithData("the sales cycle of Maven's CRM", "crm_maven/sales_pipeline.csv", (path) => {
  const teams = csvRows<"sales_agent" | "regional_office">(new URL("sales_teams.csv", path));
  const regionOf = new Map(teams.map((row) => [row.sales_agent, row.regional_office]));
  const rows = csvRows<
    "opportunity_id" | "sales_agent" | "deal_stage" | "engage_date" | "close_date" | "close_value"
  >(path);
  const book = offerBook(
    rows,
    {
      id: "opportunity_id",
      status: "deal_stage",
      submitted: "engage_date",
      decided: "close_date",
      value: (row) => Number(row.close_value),
      stage: (row) => (row.engage_date === "" ? "Prospecting" : "Engaging"),
      keys: { region: (row) => regionOf.get(row.sales_agent) ?? null },
    },
    { statuses: { Won: "won", Lost: "lost", Engaging: "open", Prospecting: "open" } },
  );

  describe("time to decision", () => {
    const found = timeToDecision(book, { by: "region" });

    it("has the incidences, errors, limits and quantiles of closed formulas", () => {
      expect([found.asOf, found.drafts, found.notYet, found.earlier]).toEqual([
        maven.until,
        maven.drafts,
        0,
        0,
      ]);
      expect([found.won, found.lost]).toEqual([4238, 2473]);
      expectTimes(found, maven.total);
    });

    it("and so in each region", () => {
      expect(found.groups.map(({ group }) => group).sort()).toEqual(["Central", "East", "West"]);
      for (const group of found.groups) {
        const expected: unknown = maven.regions[group.group as keyof typeof maven.regions];
        expectTimes(group, expected as (typeof maven)["total"]);
      }
    });
  });

  it("the cycle with open offers and without is that of closed formulas and of NumPy", () => {
    for (const of of ["won", "lost", "decided"] as const) {
      const found = salesCycle(book, { of, by: "region" });
      for (const [cycle, wanted] of [
        [found, maven.total],
        ...found.groups.map(
          (group) => [group, maven.regions[group.group as keyof typeof maven.regions]] as const,
        ),
      ] as const) {
        const outcome = wanted[of === "decided" ? "closed" : of];
        const estimated = "timing" in outcome ? outcome.timing : outcome.quantiles;
        expect(cycle.quantiles.map(({ days, lower, upper }) => [days, lower, upper])).toEqual(estimated);
        expect(cycle.quantiles.map(({ plain }) => plain)).toEqual(outcome.plain);
        expectNear(cycle.plainMean, outcome.plainMean);
      }
    }
    expect(salesCycle(book).quantiles[1]).toMatchObject({ days: 69, plain: 45 });
  });

  it("velocity has the four factors", () => {
    const found = salesVelocity(book);
    const { openOffers, meanValue, winRate, cycleDays, perDay } = maven.velocity;
    expect(found.openOffers).toBe(openOffers);
    expectNear(found.meanValue, meanValue);
    expectNear(found.winRate, winRate);
    expectNear(found.cycleDays, cycleDays);
    expectNear(found.perDay, perDay);
    expect(salesVelocity(book, { cycle: "median" }).cycleDays).toBe(maven.velocity.median);
  });

  it("the funnel counts drafts as open in the first stage", () => {
    const found = stageConversion(book, { stages: ["Prospecting", "Engaging"] });
    expect(found.stages.map(({ reached }) => reached)).toEqual(maven.funnel.reached);
    expect(found.stages.map(({ openHere }) => openHere)).toEqual(maven.funnel.open);
    expect(found.stages.map(({ lostHere }) => lostHere)).toEqual(maven.funnel.lost);
    expect(found.stages[1]?.wonHere).toBe(maven.funnel.won);
    expect(found.stages[1]?.fromPrevious).toMatchObject({ rate: 1, naiveRate: 8300 / 8800 });
  });
});
