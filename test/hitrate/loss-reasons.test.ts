import { describe, expect, it } from "vitest";
import { lossReasons } from "../../src/hitrate/loss-reasons.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { bookOf, decidedOffer, times } from "../support/offers.ts";

const book = bookOf([
  ...times(4, decidedOffer("lost", { reason: "price", product: "A", value: 10 })),
  ...times(2, decidedOffer("lost", { reason: "time", product: "B", value: 100 })),
  ...times(2, decidedOffer("lost", { reason: null, product: "A", value: 5 })),
  ...times(3, decidedOffer("withdrawn", { reason: "budget", product: "A", value: 1 })),
  ...times(9, decidedOffer("won", { reason: "quality", product: "A", value: 50 })),
  decidedOffer("open", { reason: null, product: null, value: 7 }),
]);

describe("reasons of loss", () => {
  it("are shares of all offers lost, those without a reason among them", () => {
    const { rows, offers, value, groups, assumptions } = lossReasons(book, { key: "reason" });
    const share = (count: number) => ({
      share: proportionInterval(count, 8)?.rate,
      lower: proportionInterval(count, 8)?.lower,
      upper: proportionInterval(count, 8)?.upper,
    });
    expect(rows).toEqual([
      { reason: "price", offers: 4, ...share(4), value: 40, shareOfValue: 40 / 250 },
      { reason: "time", offers: 2, ...share(2), value: 200, shareOfValue: 200 / 250 },
      { reason: null, offers: 2, ...share(2), value: 10, shareOfValue: 10 / 250 },
    ]);
    expect([offers, value, groups]).toEqual([8, 250, []]);
    expect(assumptions).toMatchObject({ withdrawn: "excluded", window: "cohort", level: 0.95 });
  });

  it("stand by value if wanted, and count what else is lost", () => {
    const found = lossReasons(book, {
      key: "reason",
      order: "value",
      withdrawn: "lost",
      noDecisionAfter: { days: 30 },
      noDecision: "lost",
    });
    expect(found.rows.map(({ reason, offers }) => [reason, offers])).toEqual([
      ["time", 2],
      ["price", 4],
      [null, 3],
      ["budget", 3],
    ]);
  });

  it("are told apart by another key, with shares of each group", () => {
    const { groups } = lossReasons(book, { key: "reason", by: "product" });
    expect(groups.map(({ group, offers, value }) => [group, offers, value])).toEqual([
      ["A", 6, 50],
      ["B", 2, 200],
    ]);
    expect(groups[0]?.rows.map(({ reason, share }) => [reason, share])).toEqual([
      ["price", 4 / 6],
      [null, 2 / 6],
    ]);
  });

  it("are none where nothing was lost, and have no share of no value", () => {
    const won = bookOf([decidedOffer("won", { reason: "price" })]);
    expect(lossReasons(won, { key: "reason" })).toMatchObject({ rows: [], offers: 0, value: null });
    const free = bookOf([decidedOffer("lost", { reason: "price", value: 0 })]);
    expect(lossReasons(free, { key: "reason" }).rows[0]).toMatchObject({
      value: 0,
      shareOfValue: null,
      share: 1,
    });
    const empty = offerBook([], { keys: { reason: "reason" } as never });
    expect(lossReasons(empty, { key: "reason", asOf: "2025-01-01", by: "customer" })).toMatchObject({
      rows: [],
      groups: [],
    });
  });

  it.each([
    ["no options", undefined, "options", "key"],
    ["no key", {}, "key", "holds the reason"],
    ["an unknown key", { key: "why" }, "key", '"reason"'],
    ["an unknown key to tell apart", { key: "reason", by: "x" }, "by", '"reason"'],
    ["a wrong order", { key: "reason", order: "share" }, "order", "value"],
    ["a misspelt option", { key: "reason", by_: 1 }, "options.by_", "no such name"],
  ])("refuse %s", (_what, options, field, words) => {
    const [issue] = dataErrorOf(() => lossReasons(book, options as never)).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });

  it("refuse an order by values that are not there", () => {
    const plain = bookOf([decidedOffer("lost", { reason: "price" })]);
    expect(dataErrorOf(() => lossReasons(plain, { key: "reason", order: "value" })).issues[0]?.field).toBe(
      "order",
    );
  });
});
