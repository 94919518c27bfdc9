import { describe, expect, it } from "vitest";
import { hitRate } from "../../src/hitrate/hit-rate.ts";
import { hitRateBy } from "../../src/hitrate/hit-rate-by.ts";
import type { HitRateByOptions } from "../../src/hitrate/hit-rate-by-options.ts";
import { seededRandom } from "../../src/math/random.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { bookOf, decidedOffer, type OfferRow, times } from "../support/offers.ts";

const sold = (
  seller: string | number | null,
  won: number,
  lost: number,
  rest: Partial<OfferRow> = {},
): OfferRow[] => [
  ...times(won, decidedOffer("won", { seller, ...rest })),
  ...times(lost, decidedOffer("lost", { seller, ...rest })),
];

const book = bookOf([
  ...sold("Ida", 90, 60, { value: 10 }),
  ...sold("Jo", 30, 70, { value: 20 }),
  ...sold("Kim", 3, 0, { value: 30 }),
  ...sold(null, 1, 2, { value: 40 }),
  decidedOffer("open", { seller: "Lu", value: 5 }),
  decidedOffer("withdrawn", { seller: "Jo", value: 5 }),
  { status: "open", seller: "Max", value: 5 },
]);

describe("hit rates by group", () => {
  it("have a row for each group with offers, those that say nothing among them", () => {
    const { rows, total, keys } = hitRateBy(book, "seller");
    expect(keys).toEqual(["seller"]);
    expect(rows.map(({ group, won, of, rate }) => [group, won, of, rate])).toEqual([
      ["Ida", 90, 150, 0.6],
      ["Jo", 30, 100, 0.3],
      ["Kim", 3, 3, 1],
      [null, 1, 3, 1 / 3],
      ["Lu", 0, 0, null],
    ]);
    expect(rows[4]).toMatchObject({ counts: { open: 1 }, lower: null, upper: null });
    expect(total).toMatchObject({
      won: 124,
      of: 256,
      counts: { open: 1, withdrawn: 1, drafts: 1, offers: 259 },
    });
    expect(total.byValue).toEqual(hitRate(book).decided.byValue);
  });

  it.each<[HitRateByOptions["sortBy"] & string, readonly unknown[]]>([
    ["of", ["Ida", "Jo", "Kim", null, "Lu"]],
    ["rate", ["Kim", "Ida", null, "Jo", "Lu"]],
    ["name", ["Ida", "Jo", "Kim", "Lu", null]],
    ["value", ["Ida", "Jo", "Kim", null, "Lu"]],
  ])("stand in the order of %s", (sortBy, groups) => {
    expect(hitRateBy(book, "seller", { sortBy }).rows.map(({ group }) => group)).toEqual(groups);
  });

  it("put few offers nearer to the mean than many", () => {
    const { rows, prior } = hitRateBy(book, "seller", { sortBy: "shrunken" });
    const mean = prior?.mean ?? Number.NaN;
    const { shrunken: kim } = rows.find(({ group }) => group === "Kim") ?? {};
    const { shrunken: ida } = rows.find(({ group }) => group === "Ida") ?? {};
    expect(kim?.rate).toBeLessThan(0.9);
    expect(kim?.rate).toBeGreaterThan(mean);
    expect(Math.abs((ida?.rate ?? 0) - 0.6)).toBeLessThan(0.03);
    expect((kim?.upper ?? 0) - (kim?.lower ?? 0)).toBeGreaterThan((ida?.upper ?? 0) - (ida?.lower ?? 0));
    // Nothing is known of who has no decided offers, but that he is one of them.
    const { shrunken: lu } = rows.find(({ group }) => group === "Lu") ?? {};
    expect(lu?.weight).toBe(0);
    expect(lu?.rate).toBeCloseTo(mean, 14);
    const order = rows.map(({ shrunken }) => shrunken?.rate ?? 0);
    expect(order).toEqual([...order].sort((one, other) => other - one));
  });

  it("leave shrinking alone if told so", () => {
    const { rows, prior } = hitRateBy(book, "seller", { shrink: false });
    expect([prior, ...rows.map(({ shrunken }) => shrunken)]).toEqual(Array(6).fill(null));
  });

  it("warn where nothing can be shrunken", () => {
    const codes = (rows: readonly OfferRow[]): string[] =>
      hitRateBy(bookOf(rows), "seller").warnings.map(({ code }) => code);
    expect(codes(sold("Ida", 3, 3))).toEqual(["one-group"]);
    expect(codes([...sold("Ida", 3, 3), ...sold("Jo", 3, 3)])).toEqual(["no-differences"]);
    expect(codes([...sold("Ida", 40, 3), ...sold("Jo", 3, 40)])).toEqual([]);
    expect(codes([...sold("Ida", 4, 0), ...sold("Jo", 9, 0)])).toEqual(["no-differences"]);
    const apart = hitRateBy(bookOf([...sold("Ida", 4, 0), ...sold("Jo", 0, 3)]), "seller").rows;
    expect(apart.map(({ rate, shrunken }) => [rate, shrunken?.rate])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it("count open offers on the basis of those submitted", () => {
    const { rows, basis, warnings } = hitRateBy(book, "seller", { basis: "submitted" });
    expect(rows.at(-1)).toMatchObject({ group: "Lu", won: 0, of: 1, rate: 0 });
    expect(basis).toBe("submitted");
    expect(warnings.map(({ code }) => code)).toContain("open-offers");
  });

  it("do not state rates of fewer offers than the minimum, but count them", () => {
    const { rows, warnings } = hitRateBy(book, "seller", { minimum: 4 });
    expect(rows.map(({ rate }) => rate)).toEqual([0.6, 0.3, null, null, null]);
    expect(warnings).toMatchObject([{ code: "below-minimum", count: 2 }]);
  });

  it("cross keys, and tell numbers from texts", () => {
    const crossed = bookOf([
      ...sold(1, 1, 0, { product: "A" }),
      ...sold("1", 0, 1, { product: "A" }),
      ...sold("__proto__", 2, 0, { product: "B" }),
      ...sold(1, 0, 3, { product: null }),
    ]);
    const { rows } = hitRateBy(crossed, ["seller", "product"]);
    expect(rows.map(({ group, won, of }) => [group, won, of])).toEqual([
      [[1, null], 0, 3],
      [["__proto__", "B"], 2, 2],
      [[1, "A"], 1, 1],
      [["1", "A"], 0, 1],
    ]);
  });

  it("cross keys of so many values that no table holds all combinations", () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      ...decidedOffer(i % 3 === 0 ? "won" : "lost"),
      a: `a${i % 1500}`,
      b: `b${i % 1500}`,
      c: i % 1500,
      d: `d${i % 1500}`,
      e: i % 1500,
      f: `f${i % 1500}`,
    }));
    const names = ["a", "b", "c", "d", "e", "f"] as const;
    // 1501 to the power of 6 is beyond the integers that a number can hold.
    const { rows } = hitRateBy(
      offerBook(many, { submitted: "submitted", keys: { a: "a", b: "b", c: "c", d: "d", e: "e", f: "f" } }),
      names,
      { shrink: false },
    );
    expect(rows).toHaveLength(1500);
    expect(rows.every(({ of }) => of === 2)).toBe(true);
    for (const { group, won } of rows) {
      const place = Number(group[2]);
      expect(group).toEqual([`a${place}`, `b${place}`, place, `d${place}`, place, `f${place}`]);
      expect(won).toBe(place % 3 === 0 ? 2 : 0);
    }
  });

  it.each([
    ["an unknown key", () => hitRateBy(book, "saler"), "keys", '"seller"'],
    ["an unknown key of several", () => hitRateBy(book, ["seller", "x"]), "keys[1]", '"seller"'],
    ["no key", () => hitRateBy(book, []), "keys", "Name a key"],
    ["a number as key", () => hitRateBy(book, 5 as never), "keys", "Name a key"],
    [
      "what was submitted in a period of decisions",
      () => hitRateBy(book, "seller", { basis: "submitted", window: "period" }),
      "basis",
      '"cohort"',
    ],
    [
      "an order by what is not there",
      () => hitRateBy(book, "seller", { shrink: false, sortBy: "shrunken" }),
      "sortBy",
      "rate",
    ],
    ["a wrong basis", () => hitRateBy(book, "seller", { basis: "won" as never }), "basis", "decided"],
  ])("refuse %s", (_what, call, field, words) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });

  it("are empty for an empty book", () => {
    const empty = hitRateBy(offerBook([]), "customer", { asOf: "2025-01-01" });
    expect([empty.rows, empty.prior]).toEqual([[], null]);
    expect(empty.warnings.map(({ code }) => code)).toEqual(["no-offers"]);
  });
});

describe("the interval of a rate by value", () => {
  // Log-normal values; as many samples as make ± 1 % of coverage visible. True rates by integration: E[v p(v)] ÷ E[v].
  it.each([
    ["30 offers, the same chance for all", 30, 1, 0, 0.5, 0.94, 0.975],
    ["100 offers, the same chance for all", 100, 1, 0, 0.2, 0.94, 0.975],
    ["100 offers, large ones lost more often", 100, 0.5, -0.7, 0.5, 0.93, 0.97],
  ])("covers the true rate as often as it says: %s", (_what, size, sigma, slope, rate, least, most) => {
    const random = seededRandom(11);
    const chance = (logValue: number): number =>
      1 / (1 + Math.exp(-(Math.log(rate / (1 - rate)) + slope * logValue)));
    let [top, bottom] = [0, 0];
    for (let z = -9; z <= 9; z += 0.001) {
      const weight = Math.exp(-z * z * 0.5 + sigma * z);
      top += weight * chance(sigma * z);
      bottom += weight;
    }
    const truth = top / bottom;
    const samples = 800;
    const rows = Array.from({ length: samples * size }, (_, i) => {
      const logValue = sigma * random.normal();
      const status = random.uniform() < chance(logValue) ? ("won" as const) : ("lost" as const);
      return { ...decidedOffer(status), value: Math.exp(logValue), sample: i % samples };
    });
    const found = hitRateBy(
      offerBook(rows, { submitted: "submitted", keys: { sample: "sample" } }),
      "sample",
      { shrink: false },
    );
    const covered = found.rows.filter(
      ({ byValue }) => (byValue?.lower ?? 1) <= truth && (byValue?.upper ?? 0) >= truth,
    ).length;
    expect(covered / samples).toBeGreaterThan(least);
    expect(covered / samples).toBeLessThan(most);
  });
});
