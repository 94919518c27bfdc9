import { expect, it } from "vitest";
import { hitRate } from "../../src/hitrate/hit-rate.ts";
import { hitRateBy } from "../../src/hitrate/hit-rate-by.ts";
import { hitRateOverTime } from "../../src/hitrate/hit-rate-over-time.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import reference from "../reference/maven-hit-rates.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";

type Deal = "sales_agent" | "product" | "deal_stage" | "engage_date" | "close_date" | "close_value";

describeWithData("hit rates of the Maven CRM sample", "crm_maven/sales_pipeline.csv", (path) => {
  const teams = new Map(
    csvRows<"sales_agent" | "manager" | "regional_office">(new URL("sales_teams.csv", path)).map((row) => [
      row.sales_agent,
      row,
    ]),
  );
  const prices = new Map(
    csvRows<"product" | "sales_price">(new URL("products.csv", path)).map((row) => [
      row.product.replace("GTX Pro", "GTXPro"),
      Number(row.sales_price),
    ]),
  );
  // Lost deals have no value, so the price of the list is what was offered.
  const book = offerBook(
    csvRows<Deal>(path),
    {
      status: "deal_stage",
      submitted: "engage_date",
      decided: "close_date",
      value: ({ product }) => prices.get(product) ?? Number.NaN,
      wonValue: ({ close_value }) => Number(close_value),
      keys: {
        agent: "sales_agent",
        product: "product",
        manager: ({ sales_agent }) => teams.get(sales_agent)?.manager ?? "",
        region: ({ sales_agent }) => teams.get(sales_agent)?.regional_office ?? "",
      },
    },
    { statuses: { Won: "won", Lost: "lost", Engaging: "open", Prospecting: "open" } },
  );

  it("are the known ones overall", () => {
    const { counts, submitted, decided, orders, assumptions } = hitRate(book);
    const { won, lost, open, drafts, wonList, decidedList, submittedList, ordered } = reference.overall;
    expect(counts).toEqual({
      won,
      lost,
      open,
      drafts,
      withdrawn: 0,
      noDecision: 0,
      outside: 0,
      offers: 8800,
    });
    expect([won, lost, open, drafts]).toEqual([4238, 2473, 1589, 500]);
    expect(decided.byNumber.rate).toBe(4238 / 6711);
    expect(submitted?.byNumber.rate).toBe(4238 / 8300);
    expect(decided.byValue).toMatchObject({
      wonValue: wonList,
      ofValue: decidedList,
      rate: wonList / decidedList,
    });
    expect(submitted?.byValue).toMatchObject({ ofValue: submittedList, rate: wonList / submittedList });
    expect(orders).toMatchObject({ offered: wonList, ordered });
    expect(assumptions.asOf).toBe("2017-12-31");
  });

  it.each(["agent", "manager", "region", "product"] as const)(
    "by %s are those counted and fitted elsewhere",
    (key) => {
      const { rows, total, prior, warnings } = hitRateBy(book, key);
      const expected = reference[key];
      expect(rows.map(({ group }) => group).sort()).toEqual(Object.keys(expected.groups).sort());
      const groups = new Map<unknown, GroupFigures>(Object.entries(expected.groups));
      for (const { group, counts, byValue, orders, shrunken, won, of } of rows) {
        const known = groups.get(group) as GroupFigures;
        expect(counts).toMatchObject({ won: known.won, lost: known.lost, open: known.open });
        expect([won, of]).toEqual([known.won, known.won + known.lost]);
        expect(byValue).toMatchObject({
          wonValue: known.wonList,
          ofValue: known.decidedList,
          rate: known.wonList / known.decidedList,
        });
        expect(orders?.ordered).toBe(known.ordered);
        if (known.shrunken === undefined) continue;
        expect(Math.abs((shrunken?.rate ?? 2) - known.shrunken)).toBeLessThan(1e-6);
        expect(Math.abs((shrunken?.lower ?? 2) - (known.lower ?? 9))).toBeLessThan(1e-6);
        expect(Math.abs((shrunken?.upper ?? 2) - (known.upper ?? 9))).toBeLessThan(1e-6);
        expect(Math.abs((shrunken?.probabilityAboveMean ?? 2) - (known.above ?? 9))).toBeLessThan(1e-5);
      }
      expect(total.won).toBe(4238);
      if (expected.prior === null) {
        expect(warnings.map(({ code }) => code)).toEqual(["no-differences"]);
        for (const { shrunken } of rows) expect(shrunken?.rate).toBeCloseTo(4238 / 6711, 14);
      } else {
        expect((prior?.alpha ?? 0) / expected.prior.alpha).toBeCloseTo(1, 5);
        expect((prior?.beta ?? 0) / expected.prior.beta).toBeCloseTo(1, 5);
      }
    },
  );

  it("by region and product are the same counts", () => {
    const found = hitRateBy(book, ["region", "product"], { shrink: false }).rows.map(({ group, counts }) => [
      group.join("/"),
      [counts.won, counts.lost, counts.open],
    ]);
    expect(Object.fromEntries(found)).toEqual(reference.regionProduct);
  });

  it.each([
    ["cohort", reference.cohorts],
    ["period", reference.periods],
  ] as const)("by month of the window %s are the same counts", (window, expected) => {
    const { rows, total } = hitRateOverTime(book, { window });
    const found = rows.map(({ period, counts, byValue }) => [
      period,
      {
        won: counts.won,
        lost: counts.lost,
        open: counts.open ?? 0,
        wonList: byValue?.wonValue,
        decidedList: byValue?.ofValue,
      },
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
    expect([total.won, total.of]).toEqual([4238, 6711]);
    // The last deal was closed on the last day of the year; of the cohorts only the first has nothing open.
    const complete = rows.filter((row) => row.complete).map(({ period }) => period);
    expect(complete).toEqual(window === "cohort" ? ["2016-10"] : rows.map(({ period }) => period));
  });

  it("as of an earlier day take back what was decided later", () => {
    const { counts } = hitRate(book, { asOf: "2017-08-31" });
    const { won, lost, open, later } = reference.asOfAugust;
    expect(counts).toMatchObject({ won, lost, open, outside: later, drafts: 500 });
  });

  it("count open deals that are older than 180 days", () => {
    const { counts } = hitRate(book, { noDecisionAfter: { days: 180 } });
    expect(counts.noDecision).toBe(reference.openOver180Days);
    expect(counts.open).toBe(1589 - reference.openOver180Days);
  });
});

interface GroupFigures {
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly wonList: number;
  readonly decidedList: number;
  readonly ordered: number;
  readonly shrunken?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly above?: number;
}
