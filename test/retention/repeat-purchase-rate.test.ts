import { describe, expect, it } from "vitest";
import { repeatPurchaseRate } from "../../src/retention/repeat-purchase-rate.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { shortLog } from "../classification/short-log.ts";
import { dataErrorOf } from "../support/error-of.ts";

const log = shortLog(
  ["A", "2025-01-10"],
  ["A", "2025-03-02"],
  ["B", "2025-01-21"],
  ["B", "2025-02-21", -10],
  ["C", "2025-02-14", 0],
  ["C", "2025-02-14"],
  ["D", "2025-02-14", -1],
);

describe("the repeat purchase rate", () => {
  it("is customers with two or more purchases ÷ customers with one or more", () => {
    expect(repeatPurchaseRate(log)).toEqual({
      from: "2025-01-10",
      asOf: "2025-03-02",
      buyers: 3,
      repeatBuyers: 2,
      rate: 2 / 3,
      lower: expect.closeTo(0.2076596, 7),
      upper: expect.closeTo(0.9385081, 7),
    });
    expect(repeatPurchaseRate(log, { count: "purchase-days" })).toMatchObject({ buyers: 3, repeatBuyers: 1 });
  });

  it("looks at the days from `from` to `asOf`, both inclusive", () => {
    expect(repeatPurchaseRate(log, { from: "2025-01-11" })).toMatchObject({ buyers: 3, repeatBuyers: 1 });
    expect(repeatPurchaseRate(log, { asOf: "2025-02-14" })).toMatchObject({ buyers: 3, repeatBuyers: 1 });
    expect(repeatPurchaseRate(log, { asOf: "2025-02-13" })).toMatchObject({ buyers: 2, repeatBuyers: 0 });
    expect(repeatPurchaseRate(log, { from: "2024-01-01", asOf: "2026-01-01" })).toMatchObject({ buyers: 3 });
  });

  it("is null if nobody bought", () => {
    const nobody = { buyers: 0, repeatBuyers: 0, rate: null, lower: null, upper: null };
    expect(repeatPurchaseRate(log, { from: "2024-01-01", asOf: "2024-12-31" })).toMatchObject(nobody);
    expect(repeatPurchaseRate(log, { from: "2025-02-15", asOf: "2025-02-20" })).toMatchObject(nobody);
    expect(repeatPurchaseRate(transactionLog([]), { asOf: "2025-01-01" })).toMatchObject(nobody);
  });

  it.each([
    ["a misspelt count", { count: "orders" }, "count", '"purchases"'],
    ["an unknown option", { to: "2025-01-01" }, "options.to", "asOf"],
    ["from after asOf", { from: "2025-02-02", asOf: "2025-02-01" }, "from", "after asOf"],
    ["a level of −1", { level: -1 }, "level", "above 0"],
  ])("refuses %s", (_what, options, field, words) => {
    const error = dataErrorOf(() => repeatPurchaseRate(log, options as never));
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
