import { describe, expect, it } from "vitest";
import { hitRateDifference } from "../../src/hitrate/hit-rate-difference.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { bookOf, decidedOffer, type OfferRow, times } from "../support/offers.ts";

const sold = (seller: string | null, won: number, lost: number): OfferRow[] => [
  ...times(won, decidedOffer("won", { seller, value: 2 })),
  ...times(lost, decidedOffer("lost", { seller, value: 1 })),
];

describe("difference of hit rates", () => {
  // Newcombe (1998b), table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 20, 0.6791, 1],
  ])("of %i of %i and %i of %i has the published interval", (a, m, b, n, lower, upper) => {
    const book = bookOf([...sold("Ida", a, m - a), ...sold(null, b, n - b), ...sold("Kim", 1, 1)]);
    const found = hitRateDifference(book, { key: "seller", first: "Ida", second: null });
    expect(found.difference).toBeCloseTo(a / m - b / n, 14);
    expect(found.lower).toBeCloseTo(lower, 4);
    expect(found.upper).toBeCloseTo(upper, 4);
    expect(found.first).toMatchObject({ group: "Ida", won: a, of: m, from: null, to: "2025-03-10" });
    expect(found.second).toMatchObject({ group: null, won: b, of: n });
    expect(found.first.byValue).toMatchObject({ wonValue: 2 * a, ofValue: 2 * a + (m - a) });
    const turned = hitRateDifference(book, { key: "seller", first: null, second: "Ida" });
    expect(turned.lower).toBeCloseTo(-upper, 4);
  });

  const year = bookOf(
    [
      ...times(6, { status: "won", submitted: "2024-05-01", decided: "2024-06-01" }),
      ...times(2, { status: "lost", submitted: "2024-12-31", decided: "2025-01-10" }),
      ...times(3, { status: "won", submitted: "2025-01-01", decided: "2025-02-01" }),
      ...times(5, { status: "open", submitted: "2025-02-01" }),
    ],
    "2025-03-31",
  );

  it("compares spans of days", () => {
    const spans = { first: { from: "2025-01-01" }, second: { from: "2024-01-01", to: "2024-12-31" } };
    const cohorts = hitRateDifference(year, spans, { basis: "submitted" });
    expect(cohorts.first).toMatchObject({ won: 3, of: 8, from: "2025-01-01", to: "2025-03-31", group: null });
    expect(cohorts.second).toMatchObject({ won: 6, of: 8, counts: { lost: 2 } });
    expect(cohorts.difference).toBe(-0.375);
    const periods = hitRateDifference(year, spans, { window: "period" });
    expect([periods.first.of, periods.second.of]).toEqual([5, 6]);
  });

  it("is null where a rate is not stated", () => {
    const spans = { first: { from: "2023-01-01", to: "2023-12-31" }, second: { from: "2024-01-01" } };
    expect(hitRateDifference(year, spans)).toMatchObject({ difference: null, lower: null, upper: null });
    const few = hitRateDifference(
      year,
      { first: { from: "2025-01-01" }, second: { from: "2024-01-01", to: "2024-12-31" } },
      { minimum: 4 },
    );
    expect([few.difference, few.first.of, few.second.rate]).toEqual([null, 3, 0.75]);
    expect(few.warnings.map(({ code }) => code)).toEqual(["below-minimum"]);
  });

  const book = bookOf([...sold("Ida", 3, 1), ...sold("Jo", 1, 3)]);
  const both = { key: "seller", first: "Ida", second: "Jo" };
  it.each<[string, unknown, object, string, string]>([
    ["an unknown group", { ...both, second: "Kim" }, {}, "comparison.second", "seller"],
    ["an unknown key", { ...both, key: "x" }, {}, "comparison.key", '"seller"'],
    ["the same group twice", { ...both, second: "Ida" }, {}, "comparison.second", "same group"],
    ["nothing", undefined, {}, "comparison", "key, first, second"],
    ["a misspelt name", { ...both, third: 1 }, {}, "comparison.third", "no such name"],
    ["groups without a key", { first: "Ida", second: "Jo" }, {}, "comparison.first", "spans of days"],
    [
      "spans that overlap",
      { first: { from: "2025-01-01" }, second: { from: "2024-01-01" } },
      {},
      "comparison.second",
      "shares days",
    ],
    [
      "a span of the future",
      { first: { from: "2025-01-01", to: "2026-01-01" }, second: { from: "2024-01-01" } },
      {},
      "comparison.first.to",
      "after asOf",
    ],
    [
      "a span that ends before it begins",
      { first: { from: "2025-01-02", to: "2025-01-01" }, second: { from: "2024-01-01" } },
      {},
      "comparison.first.from",
      "after the last day",
    ],
    [
      "no day",
      { first: { from: "soon" }, second: { from: "2024-01-01" } },
      {},
      "comparison.first.from",
      "date",
    ],
    [
      "a window beside spans",
      { first: { from: "2025-01-01" }, second: { from: "2024-01-01", to: "2024-12-31" } },
      { from: "2025-01-01" },
      "from",
      "spans",
    ],
    ["another interval", both, { interval: "wald" }, "options.interval", "no such name"],
  ])("refuses %s", (_what, comparison, options, field, words) => {
    const [issue] = dataErrorOf(() => hitRateDifference(book, comparison as never, options)).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });
});
