import { describe, expect, it } from "vitest";
import { monthlyAmount } from "../../src/subscriptions/monthly-amount.ts";
import { dataErrorOf } from "../support/error-of.ts";

describe("the price of a month", () => {
  it.each([
    [600, { years: 1 }, 50],
    [600, { years: 1, months: 3 }, 40],
    [90, { months: 3 }, 30],
    [49.9, { months: 1 }, 49.9],
    [0, { months: 1 }, 0],
    [365.2425, { days: 12 }, 926.403359765625],
    [10, { weeks: 4 }, 10.8703125],
  ])("%d every %j", (price, every, expected) => {
    expect(monthlyAmount(price, every)).toBeCloseTo(expected, 10);
  });

  it.each([
    [-1, { months: 1 }, "price"],
    ["600", { years: 1 }, "price"],
    [Number.NaN, { years: 1 }, "price"],
    [600, { years: 0 }, "every"],
    [600, { quarters: 1 }, "every"],
    [600, "year", "every"],
    [600, undefined, "every"],
  ])("refuses %j every %j", (price, every, field) => {
    expect(dataErrorOf(() => monthlyAmount(price as number, every as never)).issues[0]?.field).toBe(field);
  });
});
