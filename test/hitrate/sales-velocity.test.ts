import { describe, expect, it } from "vitest";
import { salesVelocity } from "../../src/hitrate/sales-velocity.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { status: "won", submitted: "2024-01-01", decided: "2024-01-31", value: 1000, order: 900, seller: "Ida" },
  { status: "won", submitted: "2025-01-01", decided: "2025-01-11", value: 4000, order: 3000, seller: "Ida" },
  { status: "won", submitted: "2025-01-01", decided: "2025-01-16", value: 2000, order: 2000, seller: "Jo" },
  { status: "won", submitted: "2025-01-01", decided: "2025-03-02", value: 7000, order: 7000, seller: "Ida" },
  { status: "lost", submitted: "2025-01-05", decided: "2025-02-04", value: 9000, order: null, seller: "Ida" },
  { status: "lost", submitted: "2025-01-05", decided: "2025-02-04", value: 9000, order: null, seller: "Jo" },
  {
    status: "withdrawn",
    submitted: "2025-01-05",
    decided: "2025-02-05",
    value: 500,
    order: null,
    seller: "Jo",
  },
  { status: "open", submitted: "2025-02-08", decided: null, value: 5000, order: null, seller: "Ida" },
  { status: "open", submitted: "2025-02-10", decided: null, value: 1000, order: null, seller: "Kim" },
  { status: "open", submitted: null, decided: null, value: 3000, order: null, seller: "Kim" },
];
const columns = { wonValue: "order", keys: { seller: "seller" } } as const;
const book = offerBook(rows, columns, { until: "2025-03-31" });

describe("sales velocity", () => {
  it("is open offers × mean value × win rate ÷ cycle, each factor shown", () => {
    const found = salesVelocity(book, { from: "2025-01-01" });
    expect(found).toMatchObject({
      openOffers: 2,
      won: 3,
      lost: 2,
      withdrawn: 1,
      meanValue: 4000,
      winRate: 0.6,
    });
    expect(found.cycleDays).toBeCloseTo(85 / 3, 13);
    expect(found.perDay).toBeCloseTo((2 * 4000 * 0.6) / (85 / 3), 10);
    expect(found.perThirtyDays).toBe((found.perDay ?? 0) * 30);
    const limits = proportionInterval(3, 5);
    expect([found.winRateLower, found.winRateUpper]).toEqual([limits?.lower, limits?.upper]);
    expect(found.missing).toEqual([]);
  });

  it("takes the median cycle, the mean of open offers, withdrawn ones as lost, if asked to", () => {
    expect(salesVelocity(book, { from: "2025-01-01", cycle: "median" }).cycleDays).toBe(15);
    expect(salesVelocity(book, { meanOf: "open" }).meanValue).toBe(3000);
    expect(salesVelocity(book, { from: "2025-01-01", withdrawn: "lost" }).winRate).toBe(0.5);
  });

  it("knows only the decisions of the window, up to the day", () => {
    expect(salesVelocity(book).won).toBe(4);
    expect(salesVelocity(book, { window: { months: 3 } })).toEqual(
      salesVelocity(book, { from: "2025-01-01" }),
    );
    const earlier = salesVelocity(book, { asOf: "2025-02-09", from: "2025-01-11" });
    // The order of 2 March is still open then; the offer of 10 February is not there yet.
    expect(earlier).toMatchObject({ openOffers: 2, won: 2, lost: 2, meanValue: 2500, cycleDays: 12.5 });
    expect(salesVelocity(book, { from: "2025-01-12", asOf: "2025-01-16" }).won).toBe(1);
  });

  it("says what ten percent more of each factor would bring", () => {
    const { perDay, improvements } = salesVelocity(book, { from: "2025-01-01" });
    expect(improvements.map(({ factor }) => factor)).toEqual([
      "openOffers",
      "meanValue",
      "winRate",
      "cycleDays",
    ]);
    const base = perDay ?? 0;
    for (const [k, ratio] of [1.1, 1.1, 1.1, 1 / 0.9].entries()) {
      expect((improvements[k]?.perDay ?? 0) / base).toBeCloseTo(ratio, 13);
      expect((improvements[k]?.gain ?? 0) / base).toBeCloseTo(ratio - 1, 13);
    }
    const allWon = offerBook(
      rows.filter(({ status }) => status !== "lost"),
      columns,
    );
    expect(salesVelocity(allWon).improvements[2]?.gain).toBe(0);
  });

  it("by a key: open offers and decisions add up, velocities do not", () => {
    const found = salesVelocity(book, { by: "seller" });
    expect(found.groups.map(({ group, openOffers, won }) => [group, openOffers, won])).toEqual([
      ["Ida", 1, 3],
      ["Jo", 0, 1],
      ["Kim", 1, 0],
    ]);
    expect(found.groups[1]).toMatchObject({ perDay: 0, missing: [] });
    expect(found.groups[2]).toMatchObject({ perDay: null, missing: ["nothing-decided"], improvements: [] });
  });

  it("without a factor says why there is none", () => {
    const valueless = offerBook([{ status: "open", submitted: "2025-01-01" }]);
    expect(salesVelocity(valueless).missing).toEqual(["no-values", "nothing-decided"]);
    expect(salesVelocity(valueless, { meanOf: "open" })).toMatchObject({ meanValue: null, perDay: null });
    const lost = offerBook([{ status: "lost", submitted: "2025-01-01", decided: "2025-01-02", value: 1 }]);
    expect(salesVelocity(lost)).toMatchObject({ missing: ["nothing-won"], winRate: 0, perDay: null });
    expect(salesVelocity(lost, { meanOf: "open" }).missing).toEqual(["nothing-won", "nothing-open"]);
    const sameDay = offerBook([{ status: "won", submitted: "2025-01-01", decided: "2025-01-01", value: 1 }]);
    expect(salesVelocity(sameDay)).toMatchObject({ missing: ["zero-cycle"], cycleDays: 0, perDay: null });
    const empty = offerBook([] as { status: string; submitted: string }[]);
    expect(salesVelocity(empty, { asOf: "2025-01-01" })).toMatchObject({ openOffers: 0, perDay: null });
  });

  it("survives JSON", () => {
    const found = salesVelocity(book, { by: "seller" });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it.each([
    ["no book", () => salesVelocity([] as never), "book", "offerBook"],
    ["no options", () => salesVelocity(book, null as never), "options", "no record"],
    ["a misspelt option", () => salesVelocity(book, { cycles: "mean" } as never), "options.cycles", "cycle"],
    ["an unknown mean", () => salesVelocity(book, { cycle: "mode" as never }), "cycle", '"median"'],
    ["an unknown value", () => salesVelocity(book, { meanOf: "lost" as never }), "meanOf", '"open"'],
    ["an unknown rule", () => salesVelocity(book, { withdrawn: "own" as never }), "withdrawn", '"lost"'],
    [
      "two windows",
      () => salesVelocity(book, { from: "2025-01-01", window: { days: 3 } }),
      "window",
      "either",
    ],
    ["an empty window", () => salesVelocity(book, { window: { days: 0 } }), "window", "empty"],
    ["a first day after the last", () => salesVelocity(book, { from: "2026-01-01" }), "from", "after"],
    ["an unknown key", () => salesVelocity(book, { by: "team" }), "by", '"seller"'],
  ])("refuses %s", (_, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
