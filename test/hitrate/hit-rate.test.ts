import { describe, expect, it } from "vitest";
import { hitRate } from "../../src/hitrate/hit-rate.ts";
import type { HitRateOptions } from "../../src/hitrate/hit-rate-options.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { clopperPearson } from "../../src/statistics/proportion-methods.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { bookOf, decidedOffer, times } from "../support/offers.ts";

const mixed = bookOf(
  [
    ...times(3, decidedOffer("won")),
    ...times(2, decidedOffer("lost")),
    ...times(4, decidedOffer("open")),
    decidedOffer("withdrawn"),
    { status: "open" },
  ],
  "2025-06-30",
);

describe("hit rate", () => {
  it("of 300 orders from 500 offers is the textbook's 60 %, with Wilson's interval", () => {
    const book = bookOf([
      ...times(300, decidedOffer("won")),
      ...times(120, decidedOffer("lost")),
      ...times(80, decidedOffer("open")),
    ]);
    const { submitted, decided } = hitRate(book);
    expect(submitted?.byNumber).toMatchObject({ won: 300, of: 500, rate: 0.6 });
    expect(submitted?.byNumber.lower).toBeCloseTo(0.5565, 4);
    expect(submitted?.byNumber.upper).toBeCloseTo(0.642, 4);
    expect(decided.byNumber).toMatchObject({ won: 300, of: 420, rate: 300 / 420 });
  });

  it("counts every offer in one place, and states what was assumed", () => {
    const { counts, assumptions, submitted, decided, orders } = hitRate(mixed);
    expect(counts).toEqual({
      won: 3,
      lost: 2,
      withdrawn: 1,
      noDecision: 0,
      open: 4,
      drafts: 1,
      outside: 0,
      offers: 11,
    });
    expect(assumptions).toEqual({
      asOf: "2025-06-30",
      from: null,
      to: "2025-06-30",
      window: "cohort",
      withdrawn: "excluded",
      noDecisionAfter: null,
      noDecision: "open",
      level: 0.95,
      interval: "wilson",
      minimum: 1,
    });
    expect([submitted?.byNumber.of, decided.byNumber.of]).toEqual([9, 5]);
    expect([orders, decided.byValue]).toEqual([null, null]);
  });

  it.each<[HitRateOptions, number, number]>([
    [{ withdrawn: "lost" }, 10, 6],
    // 10 January + 171 days is 30 June: not yet longer.
    [{ noDecisionAfter: { days: 171 }, noDecision: "lost" }, 9, 5],
    [{ noDecisionAfter: { days: 170 }, noDecision: "lost" }, 9, 9],
    [{ noDecisionAfter: { days: 170 }, noDecision: "excluded" }, 5, 5],
    [{ noDecisionAfter: { days: 170 } }, 9, 5],
    [{ noDecisionAfter: { months: 5 }, noDecision: "lost", withdrawn: "lost" }, 10, 10],
  ])("with %j has these denominators", (options, submittedOf, decidedOf) => {
    const { submitted, decided } = hitRate(mixed, options);
    expect([submitted?.byNumber.of, decided.byNumber.of]).toEqual([submittedOf, decidedOf]);
    expect([submitted?.byNumber.won, decided.byNumber.won]).toEqual([3, 3]);
  });

  it("takes months by the calendar: from 31 January, more than one has passed on 1 March", () => {
    const book = bookOf([decidedOffer("open", { submitted: "2025-01-31" })], "2025-03-31");
    const noDecisionOn = (asOf: string): number =>
      hitRate(book, { asOf, noDecisionAfter: { months: 1 } }).counts.noDecision;
    expect(["2025-02-28", "2025-03-01"].map(noDecisionOn)).toEqual([0, 1]);
  });

  it("judges as of a day: what came later had not happened", () => {
    const { counts } = hitRate(mixed, { asOf: "2025-03-09" });
    expect(counts).toMatchObject({ won: 0, lost: 0, withdrawn: 0, open: 10, drafts: 1, outside: 0 });
    expect(hitRate(mixed, { asOf: "2025-01-09" }).counts).toMatchObject({ open: 0, outside: 10, drafts: 1 });
    expect(hitRate(mixed, { asOf: "2025-03-10" }).counts).toMatchObject({ won: 3, lost: 2, open: 4 });
  });

  it("counts a window by submission or by decision", () => {
    const book = bookOf(
      [
        { status: "won", submitted: "2025-01-31", decided: "2025-02-10" },
        { status: "lost", submitted: "2025-02-01", decided: "2025-03-01" },
        { status: "open", submitted: "2025-02-28" },
        { status: "won", submitted: "2025-02-10", decided: "2025-02-28" },
      ],
      "2025-03-31",
    );
    const window = { from: "2025-02-01", to: "2025-02-28" } as const;
    const cohort = hitRate(book, window);
    expect(cohort.counts).toMatchObject({ won: 1, lost: 1, open: 1, outside: 1, offers: 4 });
    expect(cohort.submitted?.byNumber.of).toBe(3);
    const period = hitRate(book, { ...window, window: "period" });
    expect(period.counts).toMatchObject({ won: 2, lost: 0, open: 1, outside: 1, offers: 4 });
    expect(period.submitted).toBe(null);
    expect(period.assumptions).toMatchObject({ from: "2025-02-01", to: "2025-02-28", window: "period" });
  });

  it("counts an offer without decision on the first day after its time", () => {
    const book = bookOf([decidedOffer("open"), decidedOffer("won")], "2025-12-31");
    const inMonth = (from: string, to: string): number =>
      hitRate(book, { from, to, window: "period", noDecisionAfter: { days: 90 }, noDecision: "lost" }).counts
        .noDecision;
    // 10 January + 90 days is 10 April.
    expect([inMonth("2025-04-01", "2025-04-10"), inMonth("2025-04-11", "2025-04-11")]).toEqual([0, 1]);
  });

  it("divides by value what was offered, and tells what was ordered beside it", () => {
    const book = bookOf([
      decidedOffer("won", { value: 3000, wonValue: 2700 }),
      decidedOffer("won", { value: 2000, wonValue: 2000 }),
      decidedOffer("won", { value: 500, wonValue: 550 }),
      decidedOffer("lost", { value: 1000 }),
      decidedOffer("lost", { value: 4000 }),
      decidedOffer("open", { value: 2000 }),
    ]);
    const { submitted, decided, orders } = hitRate(book);
    expect(submitted?.byValue).toMatchObject({ wonValue: 5500, ofValue: 12_500, rate: 0.44 });
    expect(orders).toEqual({ offered: 5500, ordered: 5250, ratio: 5250 / 5500, discount: 1 - 5250 / 5500 });
    // numpy: the linearised variance of the ratio, Kish's number, Wilson's formula.
    const { byValue } = decided;
    expect(byValue?.rate).toBeCloseTo(0.5238095238, 9);
    expect(byValue?.effectiveOffers).toBeCloseTo(3.585895919574216, 9);
    expect(byValue?.lower).toBeCloseTo(0.1521074844495805, 9);
    expect(byValue?.upper).toBeCloseTo(0.8708827933171961, 9);
  });

  it.each([
    ["all won", times(3, decidedOffer("won", { value: 5 })), 1, 1],
    ["all lost", times(3, decidedOffer("lost", { value: 5 })), 0, 0],
    ["one offer", [decidedOffer("won", { value: 7 })], 1, 1],
    ["values of 0", times(2, decidedOffer("won", { value: 0 })), 1, null],
    ["one value of 0", [decidedOffer("won", { value: 0 }), decidedOffer("lost", { value: 3 })], 0.5, 0],
    ["huge values", times(2, decidedOffer("won", { value: 8e307 })), 1, 1],
    [
      "values without squares",
      [...times(2, decidedOffer("won", { value: 1e-200 })), decidedOffer("lost", { value: 1e-200 })],
      2 / 3,
      2 / 3,
    ],
  ])("holds for %s", (_what, rows, byNumber, byValue) => {
    const { decided } = hitRate(bookOf(rows));
    expect(decided.byNumber.rate).toBe(byNumber);
    const value = decided.byValue;
    if (byValue === null) {
      expect(value).toMatchObject({ rate: null, lower: null, upper: null, effectiveOffers: null });
      return;
    }
    expect(value?.rate).toBeCloseTo(byValue, 14);
    expect(value?.lower).toBeLessThanOrEqual(byValue);
    expect(value?.lower).toBeGreaterThanOrEqual(0);
    expect(value?.upper).toBeGreaterThanOrEqual(byValue);
    expect(value?.upper).toBeLessThanOrEqual(1);
    expect((value?.upper ?? 0) - (value?.lower ?? 0)).toBeGreaterThan(0.1);
    expect(value?.effectiveOffers).toBeLessThanOrEqual(rows.length);
  });

  it("of an offer of equal values tells as much by value as by number", () => {
    const rows = [
      ...times(6, decidedOffer("won", { value: 3 })),
      ...times(4, decidedOffer("lost", { value: 3 })),
    ];
    const { decided } = hitRate(bookOf(rows));
    expect(decided.byValue?.effectiveOffers).toBeCloseTo(10, 12);
    const { rate, lower, upper } = decided.byNumber;
    for (const [byValue, byNumber] of [
      [decided.byValue?.rate, rate],
      [decided.byValue?.lower, lower],
      [decided.byValue?.upper, upper],
    ]) {
      expect(byValue).toBeCloseTo(byNumber ?? Number.NaN, 12);
    }
  });

  it("takes any method of intervals", () => {
    const book = bookOf([...times(81, decidedOffer("won")), ...times(182, decidedOffer("lost"))]);
    const limits = hitRate(book, { interval: clopperPearson }).decided.byNumber;
    expect(limits.lower).toBeCloseTo(0.2527, 4);
    expect(limits.upper).toBeCloseTo(0.3676, 4);
    expect(hitRate(book, { interval: clopperPearson }).assumptions.interval).toBe("clopper-pearson");
    const narrow = hitRate(book, { level: 0.5 }).decided.byNumber;
    expect((narrow.upper ?? 1) - (narrow.lower ?? 0)).toBeLessThan(0.045);
  });

  it("does not state a rate of fewer offers than the minimum", () => {
    const { decided, submitted, warnings } = hitRate(mixed, { minimum: 6 });
    expect(decided.byNumber).toEqual({ won: 3, of: 5, rate: null, lower: null, upper: null });
    expect(submitted?.byNumber.rate).toBe(3 / 9);
    expect(warnings.map(({ code }) => code)).toEqual(["open-offers", "below-minimum"]);
  });

  it("says when there is nothing to say", () => {
    const empty = offerBook([]);
    expect(dataErrorOf(() => hitRate(empty)).issues[0]).toMatchObject({ field: "asOf" });
    const nothing = hitRate(empty, { asOf: "2025-01-01" });
    expect(nothing.decided.byNumber).toEqual({ won: 0, of: 0, rate: null, lower: null, upper: null });
    expect(nothing.warnings.map(({ code }) => code)).toEqual(["no-offers"]);
    const drafts = hitRate(bookOf([{ status: "open" }], "2025-02-01"));
    expect(drafts.counts).toMatchObject({ drafts: 1, open: 0, offers: 1 });
    const open = hitRate(bookOf([decidedOffer("open")]), { asOf: "2025-12-31" });
    expect(open.submitted?.byNumber.rate).toBe(0);
    expect(open.decided.byNumber.rate).toBe(null);
    expect(open.warnings.map(({ code }) => code)).toEqual(["after-end", "nothing-decided", "open-offers"]);
  });

  it.each<[HitRateOptions, string, string]>([
    [{ from: "2025-07-01" }, "from", "last day of the window"],
    [{ to: "2025-07-01" }, "to", "after asOf"],
    [{ noDecision: "lost" }, "noDecision", "pass noDecisionAfter"],
    [{ noDecisionAfter: {} }, "noDecisionAfter", "empty"],
    [{ window: "month" as never }, "window", "cohort"],
    [{ withdrawn: "won" as never }, "withdrawn", "excluded"],
    [{ interval: "clopper-pearson" as never }, "interval", "wilson"],
    [{ level: 95 }, "level", "0"],
    [{ minimum: 0 }, "minimum", "at least 1"],
    [{ asof: "2025-01-01" } as never, "options.asof", "no such name"],
  ])("refuses %j", (options, field, words) => {
    const [issue] = dataErrorOf(() => hitRate(mixed, options)).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });

  it("refuses what is no book", () => {
    for (const wrong of [[], null, "book", { kind: "log" }]) {
      expect(dataErrorOf(() => hitRate(wrong as never)).issues[0]?.message).toContain("offerBook");
    }
  });

  it("is plain data", () => {
    const result = hitRate(mixed);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });
});
