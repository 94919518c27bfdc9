import { describe, expect, it } from "vitest";
import {
  clopperPearson,
  hitRate,
  hitRateBy,
  hitRateDifference,
  hitRateOverTime,
  hitRateValue,
  lossReasons,
  offerBook,
  prioritizeOffers,
  salesCycle,
  salesVelocity,
  stageConversion,
  timeToDecision,
} from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";

interface OddOffer {
  readonly status: "open" | "won" | "lost" | "withdrawn";
  readonly submitted?: string;
  readonly decided?: string;
  readonly customerId?: string | number;
  readonly seller?: string | number;
  readonly money?: number;
}

const won = { status: "won", submitted: "2025-01-10", decided: "2025-02-01" } as const;
const lost = { status: "lost", submitted: "2025-01-12", decided: "2025-02-05" } as const;
const withdrawn = { ...lost, status: "withdrawn" } as const;
const open = { status: "open", submitted: "2025-02-02" } as const;
const draft = { status: "open" } as const;

function bookOf(offers: readonly OddOffer[], until = "2025-03-01") {
  const rows = offers.map((offer) => {
    const { money = 5, seller = null, submitted = null } = offer;
    return {
      ...offer,
      submitted,
      value: Math.abs(money),
      money,
      effort: Math.abs(money),
      seller,
      stage: "quote",
    };
  });
  return offerBook(
    rows,
    { margin: "money", cost: "effort", hours: "effort", stage: "stage", keys: { seller: "seller" } },
    { until },
  );
}

const times = (count: number, offer: OddOffer): OddOffer[] => Array.from({ length: count }, () => offer);

const books = Object.entries({
  "no offers": bookOf([]),
  "only drafts": bookOf([draft, draft]),
  "one open": bookOf([open]),
  "one won": bookOf([won]),
  "all won": bookOf(times(12, won)),
  "all lost": bookOf(times(12, lost)),
  "all withdrawn": bookOf(times(3, withdrawn)),
  "decided on the day": bookOf([
    { ...won, decided: won.submitted },
    { ...lost, decided: lost.submitted },
  ]),
  "no value": bookOf([won, lost, open].map((offer) => ({ ...offer, money: 0 }))),
  "nothing under any key": bookOf([won, lost, withdrawn, open, draft]),
  "names that objects have": bookOf([
    { ...won, customerId: "__proto__", seller: "__proto__" },
    { ...lost, customerId: 1, seller: 1 },
    { ...lost, customerId: "1", seller: "1" },
    { ...open, customerId: "constructor", seller: "constructor" },
  ]),
  "the largest money": bookOf([won, lost, open, { ...open, money: -1 }].map((o) => ({ money: 1e300, ...o }))),
  "the smallest money": bookOf(
    [won, lost, open, { ...open, money: 1e300 }].map((o) => ({ money: 5e-324, ...o })),
  ),
  "all days there are": bookOf(
    [
      { ...won, submitted: "0001-01-01", decided: "0001-01-02" },
      { ...lost, submitted: "9999-12-30", decided: "9999-12-31" },
    ],
    "9999-12-31",
  ),
});

type Book = ReturnType<typeof bookOf>;
type Day = { readonly asOf?: string };

const stages = ["contact", "quote", "order"];
const questions: readonly (readonly [string, (book: Book, day: Day) => unknown])[] = [
  ["hitRate", (book, day) => hitRate(book, day)],
  [
    "hitRate, strict",
    (book, day) =>
      hitRate(book, {
        ...day,
        withdrawn: "lost",
        noDecisionAfter: { days: 5 },
        noDecision: "lost",
        interval: clopperPearson,
      }),
  ],
  ["hitRateBy", (book, day) => hitRateBy(book, "seller", day)],
  [
    "hitRateBy many",
    (book, day) => hitRateBy(book, ["seller", "customer", "stage"], { ...day, basis: "submitted" }),
  ],
  ["hitRateOverTime", (book, day) => hitRateOverTime(book, { ...day, period: "year", by: "seller" })],
  [
    "hitRateOverTime, period",
    (book, day) => hitRateOverTime(book, { ...day, period: "year", window: "period" }),
  ],
  [
    "hitRateDifference",
    (book, day) =>
      hitRateDifference(
        book,
        { first: { from: "0001-01-01", to: "0001-01-01" }, second: { from: "0001-01-02" } },
        day,
      ),
  ],
  ["hitRateValue", (book, day) => hitRateValue(book, day)],
  ["lossReasons", (book, day) => lossReasons(book, { ...day, key: "seller", by: "customer" })],
  ["prioritizeOffers", (book, day) => prioritizeOffers(book, { ...day, probabilities: 0.3 })],
  [
    "prioritizeOffers, little time",
    (book, day) => prioritizeOffers(book, { ...day, probabilities: 1, capacity: { hours: 1e-300 } }),
  ],
  ["salesCycle", (book, day) => salesCycle(book, { ...day, by: "seller" })],
  ["salesCycle of won", (book, day) => salesCycle(book, { ...day, of: "won", quantiles: [1e-9, 1] })],
  ["salesVelocity", (book, day) => salesVelocity(book, { ...day, by: "seller" })],
  [
    "salesVelocity, median",
    (book, day) => salesVelocity(book, { ...day, cycle: "median", meanOf: "open", window: { years: 9000 } }),
  ],
  ["stageConversion", (book, day) => stageConversion(book, { ...day, stages, by: "seller" })],
  ["timeToDecision", (book, day) => timeToDecision(book, { ...day, by: "seller" })],
];

const days: readonly Day[] = [{}, { asOf: "1990-01-01" }, { asOf: "2025-01-10" }, { asOf: "2030-01-01" }];

/** Where a result holds what JSON would lose: a number that is not finite, or nothing at all. */
function losses(result: unknown, path = ""): string[] {
  if (result === undefined || (typeof result === "number" && !Number.isFinite(result))) {
    return [`${path}: ${result}`];
  }
  if (typeof result !== "object" || result === null) return [];
  return Object.entries(result).flatMap(([name, value]) => losses(value, `${path}.${name}`));
}

describe("a book of", () => {
  it.each(books)("%s answers every question in finite plain data, as of any day", (_, book) => {
    for (const [, ask] of questions) {
      for (const day of days) {
        const result = ask(book, day);
        expect(losses(result)).toEqual([]);
        expect(structuredClone(result)).toEqual(result);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }
    }
  });

  it("nothing submitted has no last day", () => {
    const drafts = offerBook([{ status: "open", submitted: "" }]);
    expect(dataErrorOf(() => hitRate(drafts)).message).toContain("pass the day");
    expect(hitRate(drafts, { asOf: "2025-01-01" }).counts).toMatchObject({ drafts: 1, offers: 1 });
  });

  it("few days has no complete period after the last of them", () => {
    const book = bookOf([won, lost], "2025-02-10");
    const periods = hitRateOverTime(book, { window: "period", asOf: "2025-02-28" }).rows;
    expect(periods.map(({ period, complete }) => [period, complete])).toEqual([["2025-02", false]]);
    const months = hitRateOverTime(book, { asOf: "2025-02-28" }).rows;
    expect(months.map(({ period, complete }) => [period, complete])).toEqual([
      ["2025-01", true],
      ["2025-02", false],
    ]);
  });

  it('two customers, 1 and "1", does not mix them up', () => {
    const [, book] = books.find(([name]) => name === "names that objects have") as (typeof books)[number];
    const { rows } = hitRateBy(book, "customer", { sortBy: "name" });
    expect(rows.map(({ group, won: orders, of }) => [group, orders, of])).toEqual([
      [1, 0, 1],
      ["1", 0, 1],
      ["__proto__", 1, 1],
      ["constructor", 0, 0],
    ]);
  });
});
