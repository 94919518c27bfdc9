import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { salesCycle } from "../../src/hitrate/sales-cycle.ts";
import { salesVelocity } from "../../src/hitrate/sales-velocity.ts";
import { stageConversion } from "../../src/hitrate/stage-conversion.ts";
import { timeToDecision } from "../../src/hitrate/time-to-decision.ts";
import type { DecisionTimes } from "../../src/hitrate/time-to-decision-result.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { isoDate } from "../../src/time/civil-day.ts";

const stages = ["a", "b", "c"];
const line = fc
  .record({
    status: fc.constantFrom("open", "won", "lost", "withdrawn"),
    start: fc.integer({ min: 20_000, max: 20_060 }),
    wait: fc.integer({ min: 0, max: 40 }),
    stage: fc.constantFrom(...stages),
    seller: fc.constantFrom("Ida", "Jo", null),
    value: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ status, start, wait, ...rest }) => ({
    ...rest,
    status,
    submitted: isoDate(start),
    decided: status === "open" ? null : isoDate(start + wait),
  }));
const lines = fc.array(line, { minLength: 1, maxLength: 30 });
type Line = typeof line extends fc.Arbitrary<infer Item> ? Item : never;
const asOf = fc.integer({ min: 20_040, max: 20_110 }).map(isoDate);

function bookOf(rows: readonly Line[]): ReturnType<typeof offerBook> {
  return offerBook(rows, { keys: { seller: "seller" } }, { until: isoDate(20_110) });
}

function incidenceOf(times: DecisionTimes, outcome: string, day: number): number {
  const steps = times.outcomes.find((one) => one.outcome === outcome)?.steps ?? [];
  return steps.findLast(({ time }) => time <= day)?.incidence ?? 0;
}

describe("times to decision", () => {
  it("of won, lost and withdrawn add up to those of closed offers, every day", () => {
    fc.assert(
      fc.property(lines, asOf, fc.constantFrom("own", "lost", "censored"), (rows, day, withdrawn) => {
        const found = timeToDecision(bookOf(rows), { asOf: day, withdrawn });
        for (let at = 0; at <= 100; at++) {
          const parts = ["won", "lost", "withdrawn"].map((outcome) => incidenceOf(found, outcome, at));
          const sum = parts.reduce((total, share) => total + share, 0);
          expect(Math.abs(sum - incidenceOf(found, "closed", at))).toBeLessThan(1e-12);
        }
        expect(found.open + found.won + found.lost + found.withdrawn).toBe(found.offers);
        expect(found.offers + found.notYet).toBe(rows.length);
      }),
    );
  });

  it("do not depend on the order of the offers, and groups hold all of them", () => {
    fc.assert(
      fc.property(lines, asOf, (rows, day) => {
        const { groups, ...found } = timeToDecision(bookOf(rows), { asOf: day, by: "seller" });
        const { groups: _, ...turned } = timeToDecision(bookOf([...rows].reverse()), {
          asOf: day,
          by: "seller",
        });
        expect(turned).toEqual(found);
        for (const field of ["offers", "open", "won", "lost", "withdrawn"] as const) {
          expect(groups.reduce((sum, group) => sum + group[field], 0)).toBe(found[field]);
        }
        for (const { group, ...times } of groups) {
          const own = rows.filter(({ seller }) => seller === group);
          expect(timeToDecision(bookOf(own), { asOf: day })).toMatchObject(times);
        }
      }),
    );
  });

  it("are plain shares where no offer is open, and the cycle is then the plain one up to interpolation", () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const closed = rows.filter(({ status }) => status === "won" || status === "lost");
        const { quantiles } = salesCycle(bookOf(closed), {
          asOf: isoDate(20_110),
          quantiles: [0.25, 0.5, 1],
        });
        const days = closed
          .map(({ submitted, decided }) => (Date.parse(decided ?? "") - Date.parse(submitted)) / 86_400_000)
          .sort((a, b) => a - b);
        for (const { share, days: found } of quantiles) {
          expect(found).toBe(days[Math.ceil(share * days.length - 1e-9) - 1] ?? null);
        }
      }),
    );
  });

  it("are never shorter than the plain ones of the same offers by more than interpolation does", () => {
    fc.assert(
      fc.property(lines, asOf, (rows, day) => {
        const decided = rows.filter(({ status }) => status !== "withdrawn");
        const found = salesCycle(bookOf(decided), { asOf: day, quantiles: [0.5] }).quantiles[0];
        const without = salesCycle(
          bookOf(decided.filter((row) => row.decided !== null && row.decided <= day)),
          { asOf: day, quantiles: [0.5] },
        ).quantiles[0];
        if (found?.days !== null) expect(found?.days).toBeGreaterThanOrEqual(without?.days ?? 0);
      }),
    );
  });
});

describe("the funnel", () => {
  it("loses nobody: those who reach a stage go on or stop there", () => {
    fc.assert(
      fc.property(
        lines,
        asOf,
        fc.boolean(),
        fc.constantFrom("excluded", "lost"),
        (rows, day, won, withdrawn) => {
          const found = stageConversion(bookOf(rows), { stages, asOf: day, won, withdrawn, by: "seller" });
          let cumulative = 1;
          for (const [k, row] of found.stages.entries()) {
            const next = found.stages[k + 1]?.reached ?? 0;
            expect(next + row.openHere + row.lostHere + row.withdrawnHere + row.wonHere).toBe(row.reached);
            for (const part of [row.fromPrevious, row.fromFirst, row.winRate]) {
              if (part === null || part.rate === null) continue;
              expect(part.lower).toBeLessThanOrEqual(part.rate + 1e-12);
              expect(part.upper).toBeGreaterThanOrEqual(part.rate - 1e-12);
              if ("naiveRate" in part)
                expect(part.rate).toBeGreaterThanOrEqual((part.naiveRate ?? 0) - 1e-12);
            }
            if (k > 0 && row.fromFirst?.rate != null) {
              cumulative *= row.fromPrevious?.rate ?? Number.NaN;
              expect(row.fromFirst.rate).toBeCloseTo(cumulative, 12);
            }
            expect(found.groups.reduce((sum, group) => sum + (group.stages[k]?.reached ?? 0), 0)).toBe(
              row.reached,
            );
          }
        },
      ),
    );
  });
});

describe("velocity", () => {
  it("is the product of its factors, scales with money, and its open offers add up", () => {
    fc.assert(
      fc.property(
        lines,
        asOf,
        fc.constantFrom("mean", "median"),
        fc.constantFrom("won", "open"),
        (rows, day, cycle, meanOf) => {
          const options = { asOf: day, cycle, meanOf, by: "seller" } as const;
          const found = salesVelocity(bookOf(rows), options);
          const { openOffers, meanValue, winRate, cycleDays, perDay, missing, groups } = found;
          expect(groups.reduce((sum, group) => sum + group.openOffers, 0)).toBe(openOffers);
          expect(perDay === null).toBe(missing.length > 0);
          if (perDay === null || meanValue === null || winRate === null || cycleDays === null) return;
          expect(perDay * cycleDays).toBeCloseTo(openOffers * meanValue * winRate, 7);
          const doubled = rows.map((row) => ({ ...row, value: row.value * 2 }));
          expect(salesVelocity(bookOf(doubled), options).perDay).toBe(perDay * 2);
        },
      ),
    );
  });
});
