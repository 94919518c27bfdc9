import { describe, expect, it } from "vitest";
import { hitRateOverTime } from "../../src/hitrate/hit-rate-over-time.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { bookOf, type OfferRow } from "../support/offers.ts";

const rows: readonly OfferRow[] = [
  { status: "won", submitted: "2025-01-10", decided: "2025-02-01", value: 10, seller: "Ida" },
  { status: "lost", submitted: "2025-01-31", decided: "2025-04-20", value: 20, seller: "Jo" },
  { status: "open", submitted: "2025-01-31", value: 5, seller: "Ida" },
  { status: "withdrawn", submitted: "2025-02-01", decided: "2025-02-28", value: 1, seller: "Ida" },
  { status: "won", submitted: "2025-02-28", decided: "2025-03-01", value: 30, seller: "Ida" },
  { status: "open", seller: "Ida", value: 7 },
];
const book = bookOf(rows, "2025-05-15");

describe("hit rates over time", () => {
  it("follow cohorts of submission, without gaps, and mark what can still change", () => {
    const { rows: months, total, period, basis, by } = hitRateOverTime(book);
    expect(
      months.map((month) => [month.period, month.won, month.of, month.counts.open, month.complete]),
    ).toEqual([
      ["2025-01", 1, 2, 1, false],
      ["2025-02", 1, 1, 0, true],
      ["2025-03", 0, 0, 0, true],
      ["2025-04", 0, 0, 0, true],
      ["2025-05", 0, 0, 0, false],
    ]);
    expect(months[0]).toMatchObject({
      from: "2025-01-01",
      to: "2025-01-31",
      group: null,
      rate: 0.5,
      ifAllLost: 1 / 3,
      ifAllWon: 2 / 3,
      byValue: { wonValue: 10, ofValue: 30 },
    });
    expect(months[2]).toMatchObject({ rate: null, lower: null, ifAllLost: null, ifAllWon: null });
    expect(total).toMatchObject({ won: 2, of: 3, counts: { withdrawn: 1, open: 1, drafts: 1, offers: 6 } });
    expect([period, basis, by]).toEqual(["month", "decided", null]);
  });

  it("divide what was won in a period by what was decided in it", () => {
    const { rows: months, total } = hitRateOverTime(book, { window: "period" });
    expect(months.map((month) => [month.period, month.won, month.of, month.complete])).toEqual([
      ["2025-02", 1, 1, true],
      ["2025-03", 1, 1, true],
      ["2025-04", 0, 1, true],
      ["2025-05", 0, 0, false],
    ]);
    expect(months[0]).toMatchObject({
      counts: { open: null, withdrawn: 1 },
      ifAllLost: null,
      ifAllWon: null,
    });
    expect(total).toMatchObject({ won: 2, of: 3, counts: { open: 1 } });
  });

  it("take offers without decision as they are told to", () => {
    const limit = { noDecisionAfter: { months: 3 } };
    const [open] = hitRateOverTime(book, limit).rows;
    expect(open).toMatchObject({
      of: 2,
      complete: false,
      ifAllWon: 2 / 3,
      counts: { noDecision: 1, open: 0 },
    });
    const [lost] = hitRateOverTime(book, { ...limit, noDecision: "lost" }).rows;
    expect(lost).toMatchObject({ of: 3, complete: true, ifAllWon: 1 / 3 });
    const [excluded] = hitRateOverTime(book, { ...limit, noDecision: "excluded" }).rows;
    expect(excluded).toMatchObject({ of: 2, complete: true, ifAllWon: 0.5 });
    // 31 January + 3 months is 30 April; the day after is in May.
    const periods = hitRateOverTime(book, { ...limit, noDecision: "lost", window: "period" }).rows;
    expect(periods.map(({ period, of }) => [period, of])).toContainEqual(["2025-05", 1]);
  });

  it("begin and end with the window, whose cut periods are not complete", () => {
    const options = { from: "2024-12-20", to: "2025-02-10" } as const;
    const { rows: months } = hitRateOverTime(book, options);
    expect(months.map((month) => [month.period, month.counts.won, month.complete])).toEqual([
      ["2024-12", 0, false],
      ["2025-01", 1, false],
      ["2025-02", 0, false],
    ]);
  });

  it("follow each group of a key through the same periods", () => {
    const { rows: found, by } = hitRateOverTime(book, { by: "seller", period: "quarter" });
    expect(found.map(({ group, period, won, of }) => [group, period, won, of])).toEqual([
      ["Ida", "2025-Q1", 2, 2],
      ["Ida", "2025-Q2", 0, 0],
      ["Jo", "2025-Q1", 0, 1],
      ["Jo", "2025-Q2", 0, 0],
    ]);
    expect(by).toBe("seller");
  });

  it("count open offers on the basis of those submitted", () => {
    const { rows: months } = hitRateOverTime(book, { basis: "submitted", period: "year" });
    expect(months).toMatchObject([{ period: "2025", won: 2, of: 4, ifAllLost: 0.5, ifAllWon: 0.75 }]);
  });

  it.each([
    ["a period of their own", { period: "fortnight" as never }, "period", "month"],
    [
      "what was submitted in periods of decision",
      { basis: "submitted", window: "period" },
      "basis",
      "cohort",
    ],
    ["an unknown key", { by: "region" }, "by", '"seller"'],
    ["a misspelt option", { perod: "month" } as never, "options.perod", "no such name"],
  ] as const)("refuse %s", (_what, options, field, words) => {
    const [issue] = dataErrorOf(() => hitRateOverTime(book, options)).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });

  it("refuse to make more rows than memory holds", () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      customerId: i,
      status: "open" as const,
      submitted: "2020-01-01",
    }));
    const wide = offerBook(many, {}, { until: "2025-12-31" });
    const [issue] = dataErrorOf(() => hitRateOverTime(wide, { by: "customer", period: "day" })).issues;
    expect(issue).toMatchObject({ field: "by" });
    expect(hitRateOverTime(wide, { by: "customer", period: "year" }).rows).toHaveLength(18_000);
  });

  it("are empty for a book without submitted offers", () => {
    const { rows: none, warnings } = hitRateOverTime(offerBook([]), { asOf: "2025-01-31" });
    expect([none, warnings.map(({ code }) => code)]).toEqual([[], ["no-offers"]]);
    const drafts = hitRateOverTime(bookOf([{ status: "open", seller: "Ida" }], "2025-01-31"), {
      by: "seller",
    });
    expect([drafts.rows, drafts.total.counts.drafts]).toEqual([[], 1]);
  });
});
