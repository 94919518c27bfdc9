import { describe, expect, it } from "vitest";
import {
  activeCustomers,
  type ClassificationOptions,
  classifyCustomers,
  classMovements,
} from "../../src/classification/index.ts";
import { DataError } from "../../src/rows/data-error.ts";
import { purchasesOn } from "./short-log.ts";

const log = purchasesOn("2025-01-01", "2025-12-31");

function errorOf(run: () => unknown): DataError {
  try {
    run();
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

function refused(options: object): string {
  return errorOf(() => classifyCustomers(log, options as ClassificationOptions)).message;
}

describe("options that cannot be used", () => {
  it.each([
    [{ asOf: "2025-02-30" }, "asOf: The calendar has no such day"],
    [{ asOf: "soon" }, "asOf: This is no date: pass a Date"],
    [{ activeWindow: { months: 0 } }, "activeWindow: The duration is empty: write it like"],
    [{ activeWindow: "12 months" }, "activeWindow: "],
    [{ activeWindow: null }, "activeWindow: This is no duration: write it like"],
    [{ newWithin: { quarters: 1 } }, 'newWithin: "quarters" is no part of a duration'],
    [{ lostAfter: { months: 1.5 } }, "lostAfter: months is 1.5"],
    [{ regularOrders: 0 }, "regularOrders: 0 is not a whole number of at least 1"],
    [{ regularOrders: 2.5 }, "regularOrders: 2.5 is not a whole number"],
    [{ overdueFactor: 0 }, "overdueFactor: 0 is not a finite number above 0"],
    [{ overdueFactor: Number.NaN }, "overdueFactor: NaN is not"],
    [{ declineRatio: 1.1 }, "declineRatio: 1.1 is not a finite number of at least 0 and of at most 1"],
    [{ declineRatio: "0.5" }, 'declineRatio: "0.5" is not'],
    [{ contacts: 0 }, "contacts: 0 is not a whole number of at least 1"],
    [{ count: "orders" }, 'count: "orders" is not one of "purchases", "purchase-days"'],
    [{ activity: [] }, "activity: There is no kind in it: name the kinds"],
    [{ activity: "purchase" }, "activity: There is no kind in it: name the kinds"],
    [{ activity: ["purchase", ""] }, "activity[1]: This is no kind of interaction: name the kinds"],
    [{ activity: ["termination"] }, "activity[0]: A termination ends a relationship"],
    [{ prospects: "A" }, "prospects: This is no list: pass an array."],
    [{ interactions: {} }, "interactions: This is no list: pass an array."],
  ])("%j", (options, message) => {
    expect(refused(options)).toContain(message);
  });

  it("names the days when the windows do not lie inside each other", () => {
    expect(refused({ lostAfter: { months: 11 } })).toBe(
      "lostAfter: It begins on 2025-02-01, inside the active window (from 2025-01-01 to 2025-12-31): " +
        "pass a lostAfter at least as long as activeWindow.",
    );
    expect(refused({ newWithin: { months: 13 } })).toBe(
      "newWithin: It begins on 2024-12-01, before the active window (from 2025-01-01 to 2025-12-31): " +
        "pass a newWithin no longer than activeWindow.",
    );
  });

  it("compares windows by the days they cover, whatever the unit", () => {
    const equal = { activeWindow: { months: 12 }, newWithin: { days: 365 }, lostAfter: { days: 365 } };
    expect(() => classifyCustomers(log, equal)).not.toThrow();
    expect(refused({ ...equal, asOf: "2024-12-31" })).toContain("lostAfter: It begins on 2024-01-02");
  });

  it("are told with code, field and value", () => {
    expect(errorOf(() => classifyCustomers(log, { contacts: -1 })).issues).toEqual([
      {
        code: "invalid_option",
        row: null,
        field: "contacts",
        value: -1,
        message: "-1 is not a whole number of at least 1.",
      },
    ]);
  });

  it("are refused by the other functions too", () => {
    expect(() => activeCustomers(log, { activeWindow: { months: -1 } })).toThrow(
      /^activeWindow: months is -1/,
    );
    expect(() => activeCustomers(log, { activity: [] })).toThrow(/^activity: /);
    const movements = (from: string, to: string) => () => classMovements(log, { from, to });
    expect(movements("2025-13-01", "2025-12-31")).toThrow(/^from: The calendar has no such day/);
    expect(movements("2025-01-01", "")).toThrow(/^to: The date is missing/);
    expect(movements("2025-12-31", "2025-12-31")).toThrow(
      "from: It is not before 2025-12-31: pass the earlier day as from.",
    );
  });
});

describe("interactions and prospects that cannot be read", () => {
  const good = { customerId: "A", date: "2025-05-01", kind: "login" };
  const read = (interactions: readonly unknown[], prospects: readonly unknown[] = []) =>
    errorOf(() => classifyCustomers(log, { interactions, prospects } as unknown as ClassificationOptions));

  it.each([
    [
      { ...good, customerId: undefined },
      "missing_customer",
      "interactions.customerId",
      "The customer id is missing.",
    ],
    [
      { ...good, customerId: "" },
      "missing_customer",
      "interactions.customerId",
      "The customer id is missing.",
    ],
    [
      { ...good, customerId: Number.NaN },
      "invalid_customer",
      "interactions.customerId",
      "NaN is no customer id",
    ],
    [
      { ...good, customerId: {} },
      "invalid_customer",
      "interactions.customerId",
      "[object] is no customer id",
    ],
    [{ ...good, date: null }, "missing_date", "interactions.date", "The date is missing."],
    [
      { ...good, date: "2025-02-30" },
      "impossible_date",
      "interactions.date",
      '"2025-02-30": The calendar has',
    ],
    [
      { ...good, date: "yesterday" },
      "invalid_date",
      "interactions.date",
      '"yesterday": This is no date: pass',
    ],
    [{ ...good, kind: "" }, "missing_kind", "interactions.kind", "The kind is missing: write it like"],
    [{ ...good, kind: 7 }, "invalid_kind", "interactions.kind", "7 is no kind of interaction: write it like"],
    [
      { ...good, kind: "purchase" },
      "invalid_kind",
      "interactions.kind",
      '"purchase" is reserved: purchases come',
    ],
    [null, "invalid_row", "interactions", "null is no interaction: write it like"],
    ["A", "invalid_row", "interactions", '"A" is no interaction: write it like'],
  ])("%j", (interaction, code, field, message) => {
    const error = read([good, interaction]);
    expect(error.issues).toMatchObject([{ code, field, row: 1 }]);
    expect(error.message).toContain(`row 1, ${field}: ${message}`);
  });

  it("are all told at once, both lists together", () => {
    const error = read([{}, good, { ...good, kind: null }, undefined], ["P", "", Number.POSITIVE_INFINITY]);
    expect(error.byCode).toEqual({
      missing_customer: 2,
      invalid_customer: 1,
      missing_date: 1,
      missing_kind: 2,
      invalid_row: 1,
    });
    expect(error.issues.filter((issue) => issue.field === "prospects").map((issue) => issue.row)).toEqual([
      1, 2,
    ]);
  });

  it("are counted beyond the first hundred", () => {
    const error = read(Array.from({ length: 250 }, () => ({ ...good, kind: "" })));
    expect(error.issues).toHaveLength(100);
    expect(error.total).toBe(250);
  });
});
