import { describe, expect, it } from "vitest";
import { DRAFT, NOT_YET, offersAsOf, standings } from "../../src/offers/as-of.ts";
import { keyOf } from "../../src/offers/key-of.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../../src/offers/offer-status.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { dataErrorOf } from "../support/error-of.ts";

const book = offerBook(
  [
    { customerId: "A", status: "won", submitted: "2025-01-10", decided: "2025-02-10", seller: "Ida" },
    { customerId: "B", status: "lost", submitted: "2025-02-11", decided: "2025-02-11", seller: null },
    { customerId: "A", status: "withdrawn", submitted: "2025-01-01", decided: "2025-03-01", seller: "Jo" },
    { customerId: "A", status: "open", submitted: "2025-01-15", seller: "Jo" },
    { customerId: "A", status: "open", submitted: null, seller: "Jo" },
  ],
  { keys: { seller: "seller" } },
);

describe("the day as of which a book is judged", () => {
  it("is what is asked for, else the last that was observed", () => {
    expect(isoDate(offersAsOf(book, undefined))).toBe("2025-03-01");
    expect(isoDate(offersAsOf(book, "2025-02-01"))).toBe("2025-02-01");
  });

  it("must be told if nothing was observed", () => {
    expect(dataErrorOf(() => offersAsOf(offerBook([]), undefined)).issues[0]).toMatchObject({
      code: "invalid_option",
      field: "asOf",
    });
    expect(dataErrorOf(() => offersAsOf(book, "soon")).issues[0]?.field).toBe("asOf");
    expect(dataErrorOf(() => offersAsOf([] as never, undefined)).issues[0]?.field).toBe("book");
  });
});

describe("standings", () => {
  it.each([
    ["2024-12-31", [NOT_YET, NOT_YET, NOT_YET, NOT_YET, DRAFT]],
    ["2025-01-10", [OPEN, NOT_YET, OPEN, NOT_YET, DRAFT]],
    ["2025-02-09", [OPEN, NOT_YET, OPEN, OPEN, DRAFT]],
    ["2025-02-10", [WON, NOT_YET, OPEN, OPEN, DRAFT]],
    ["2025-02-11", [WON, LOST, OPEN, OPEN, DRAFT]],
    ["2025-03-01", [WON, LOST, WITHDRAWN, OPEN, DRAFT]],
  ])("on %s", (day, expected) => {
    expect([...standings(book, offersAsOf(book, day))]).toEqual(expected);
  });
});

describe("a key", () => {
  it("is found by its name", () => {
    expect(keyOf(book, "seller")).toMatchObject({ name: "seller", dictionary: ["Ida", "Jo"] });
    expect([...keyOf(book, "seller").codes]).toEqual([0, -1, 1, 1, 1]);
    expect(keyOf(book, "customer")).toMatchObject({ name: "customer", dictionary: ["A", "B"] });
  });

  it("that is none is refused, with those that are", () => {
    const { issues } = dataErrorOf(() => keyOf(book, "product", "by"));
    expect(issues[0]).toMatchObject({ field: "by", value: "product" });
    expect(issues[0]?.message).toContain('it has "customer", "seller"');
    expect(dataErrorOf(() => keyOf(book, 7 as never)).issues[0]?.field).toBe("key");
  });
});
