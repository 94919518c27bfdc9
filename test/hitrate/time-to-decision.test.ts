import { describe, expect, it } from "vitest";
import { salesCycle } from "../../src/hitrate/sales-cycle.ts";
import { timeToDecision } from "../../src/hitrate/time-to-decision.ts";
import type { OfferBook } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

type Line = readonly [
  status: string,
  submitted: string | null,
  decided?: string | undefined,
  seller?: string,
];

function bookOf(lines: readonly Line[], until = "2025-03-31"): OfferBook {
  const rows = lines.map(([status, submitted, decided, seller]) => ({
    status,
    submitted,
    decided: decided ?? null,
    seller: seller ?? null,
  }));
  return offerBook(rows, { keys: { seller: "seller" } }, { until });
}

const book = bookOf([
  ["won", "2025-01-01", "2025-01-11", "Ida"],
  ["lost", "2025-01-01", "2025-01-21", "Ida"],
  ["open", "2025-03-01", undefined, "Jo"],
  ["withdrawn", "2025-01-01", "2025-02-10", "Jo"],
  ["won", "2025-01-01", "2025-02-20"],
  ["open", null],
]);

function lastShares(of: OfferBook, withdrawn: "own" | "lost" | "censored"): (number | null)[] {
  return timeToDecision(of, { withdrawn }).outcomes.map(({ incidence }) => incidence);
}

describe("time to decision", () => {
  it("counts every offer that was submitted, open ones until the day they were observed", () => {
    const found = timeToDecision(book);
    const { offers, open, won, lost, withdrawn, drafts, lastDay } = found;
    expect({ offers, open, won, lost, withdrawn, drafts, lastDay }).toEqual({
      offers: 5,
      open: 1,
      won: 2,
      lost: 1,
      withdrawn: 1,
      drafts: 1,
      lastDay: 50,
    });
    // At day 10 all five are at risk; the open one leaves after 30 days.
    expect(found.outcomes[0]?.steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [10, 5],
      [20, 4],
      [40, 2],
      [50, 1],
    ]);
    expect(found.outcomes[1]?.steps.map(({ incidence }) => incidence)).toEqual([
      0.2,
      expect.closeTo(0.5, 14),
    ]);
  });

  it("takes withdrawals as an outcome, as losses or as the end of observation", () => {
    const [own, lost, censored] = [
      lastShares(book, "own"),
      lastShares(book, "lost"),
      lastShares(book, "censored"),
    ];
    const expected = [
      [1, 0.5, 0.2, 0.3],
      [1, 0.5, 0.5],
      [1, 0.8, 0.2],
    ];
    for (const [at, shares] of [own, lost, censored].entries()) {
      expect(shares.length).toBe(expected[at]?.length);
      for (const [k, share] of shares.entries()) expect(share).toBeCloseTo(expected[at]?.[k] as number, 14);
    }
  });

  it("groups by a key; who has none is a group of its own, and groups add up", () => {
    const { groups, ...total } = timeToDecision(book, { by: "seller" });
    expect(groups.map(({ group, offers }) => [group, offers])).toEqual([
      ["Ida", 2],
      ["Jo", 2],
      [null, 1],
    ]);
    expect(groups.reduce((sum, { open }) => sum + open, 0)).toBe(total.open);
    expect(groups[1]?.outcomes[0]?.incidence).toBe(1);
    expect(timeToDecision(book, { by: "customer" }).groups[0]?.group).toBeNull();
  });

  it("as of an earlier day does not know what came later, nor what was submitted later", () => {
    const found = timeToDecision(book, { asOf: "2025-01-15", from: "2025-01-01" });
    expect([found.offers, found.open, found.won, found.notYet]).toEqual([4, 3, 1, 1]);
    expect(found.outcomes[1]?.steps).toHaveLength(1);
    expect(timeToDecision(book, { from: "2025-02-01" })).toMatchObject({ offers: 1, earlier: 4 });
  });

  it("never takes an open offer for observed after the last day of the book", () => {
    expect(timeToDecision(book, { asOf: "2026-12-31" })).toEqual(timeToDecision(book));
  });

  it("takes a decision on the day of submission as one after 0 days", () => {
    const sameDay = bookOf(
      [
        ["won", "2025-01-05", "2025-01-05"],
        ["lost", "2025-01-05", "2025-01-05"],
        ["won", "2025-01-05", "2025-01-07"],
        ["open", "2025-01-07"],
      ],
      "2025-01-07",
    );
    const [closed, won] = timeToDecision(sameDay).outcomes;
    expect(closed?.steps.map(({ time, atRisk, incidence }) => [time, atRisk, incidence])).toEqual([
      [0, 4, 0.5],
      [2, 1, 1],
    ]);
    expect(won?.steps.map(({ incidence }) => incidence)).toEqual([0.25, 0.75]);
    expect(closed?.quantiles.map(({ days }) => days)).toEqual([0, 0, 2]);
    expect(salesCycle(sameDay, { of: "won" }).quantiles.map(({ days }) => days)).toEqual([0, 2, 2]);
  });

  it("of offers that all went one way has no error where nothing is left to estimate", () => {
    const open = timeToDecision(bookOf([["open", "2025-03-01"]]));
    expect(open.outcomes.map(({ incidence, lower, steps }) => [incidence, lower, steps])).toEqual(
      Array.from({ length: 4 }, () => [0, null, []]),
    );
    expect(open.outcomes[0]?.quantiles[1]).toEqual({ share: 0.5, days: null, lower: null, upper: null });
    const won = timeToDecision(bookOf([["won", "2025-03-01", "2025-03-04"]]));
    expect(won.outcomes[1]?.steps).toEqual([
      { time: 3, atRisk: 1, events: 1, incidence: 1, standardError: null, lower: null, upper: null },
    ]);
    expect(won.outcomes[2]?.incidence).toBe(0);
    const lost = timeToDecision(
      bookOf([
        ["lost", "2025-03-01", "2025-03-04"],
        ["lost", "2025-03-01", "2025-03-05"],
      ]),
    );
    expect(lost.outcomes.map(({ incidence }) => incidence)).toEqual([1, 0, 1, 0]);
  });

  it("of an empty book needs a day, and knows nothing", () => {
    const empty = offerBook([] as { status: string; submitted: string }[]);
    expect(dataErrorOf(() => timeToDecision(empty)).issues[0]?.field).toBe("asOf");
    const found = timeToDecision(empty, { asOf: "2025-01-01" });
    expect([found.offers, found.lastDay, found.outcomes[0]?.incidence]).toEqual([0, null, null]);
    expect(salesCycle(empty, { asOf: "2025-01-01" })).toMatchObject({ counted: 0, plainMean: null });
  });

  it("survives JSON and structuredClone", () => {
    const found = timeToDecision(book, { by: "seller" });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(structuredClone(found)).toEqual(found);
  });
});

describe("the sales cycle", () => {
  it("gives the plain figures of those decided beside the estimate with the open ones", () => {
    const slow = bookOf([
      ["won", "2025-01-01", "2025-01-11"],
      ["lost", "2025-01-01", "2025-01-21"],
      ["open", "2025-01-01"],
      ["open", "2025-01-01"],
      ["open", "2025-01-01"],
    ]);
    const found = salesCycle(slow, { quantiles: [0.25, 0.5] });
    expect(found.quantiles.map(({ days, plain }) => [days, plain])).toEqual([
      [20, 12.5],
      [null, 15],
    ]);
    expect([found.counted, found.plainMean, found.open]).toEqual([2, 15, 3]);
  });

  it("of won offers is that among the won, whatever share is lost", () => {
    const found = salesCycle(book, { of: "won" });
    // Of those won, 0.2 ÷ 0.5 came after 10 days.
    expect(found.quantiles.map(({ days, plain }) => [days, plain])).toEqual([
      [10, 20],
      [50, 30],
      [50, 40],
    ]);
    expect(found.counted).toBe(2);
  });

  it("of decided offers has those withdrawn wait until then", () => {
    const found = salesCycle(book);
    expect(found.counted).toBe(3);
    expect(found.quantiles.map(({ days }) => days)).toEqual([20, 50, 50]);
    expect(salesCycle(book, { by: "seller" }).groups.map(({ group, counted }) => [group, counted])).toEqual([
      ["Ida", 2],
      ["Jo", 0],
      [null, 1],
    ]);
  });
});

describe("what cannot be used", () => {
  it.each([
    ["no book", () => timeToDecision([] as never), "book", "offerBook"],
    ["null", () => salesCycle(null as never), "book", "offerBook"],
    ["no options", () => timeToDecision(book, null as never), "options", "no record"],
    ["a misspelt option", () => salesCycle(book, { off: "won" } as never), "options.off", "quantiles"],
    ["an unknown key", () => timeToDecision(book, { by: "selller" }), "by", '"seller"'],
    ["an unknown end", () => salesCycle(book, { of: "open" as never }), "of", '"decided"'],
    [
      "an unknown rule",
      () => timeToDecision(book, { withdrawn: "excluded" as never }),
      "withdrawn",
      '"censored"',
    ],
    ["quantiles beyond 1", () => timeToDecision(book, { quantiles: [50] }), "quantiles", "shares"],
    ["a level of 95", () => salesCycle(book, { level: 95 }), "level", "95"],
    [
      "a first day after the last",
      () => timeToDecision(book, { from: "2026-01-01" }),
      "from",
      "after asOf, 2025-03-31",
    ],
    ["a day that is none", () => timeToDecision(book, { asOf: "2025-02-30" }), "asOf", "no such day"],
  ])("is refused: %s", (_, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
