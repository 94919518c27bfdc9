import { describe, expect, it } from "vitest";
import { activeCustomers } from "../../src/classification/index.ts";
import { purchasesOn, shortLog } from "./short-log.ts";

const asOf = "2025-12-31";

describe("active customers", () => {
  const log = shortLog(
    ["A", "2025-01-01"],
    ["B", "2024-12-31"],
    ["C", "2025-03-01"],
    ["D", "2025-06-01", -5],
    ["E", "2026-01-01"],
  );

  it("have bought inside (asOf − 12 months, asOf]", () => {
    expect(activeCustomers(log, { asOf })).toEqual({
      asOf,
      from: "2025-01-01",
      activity: ["purchase"],
      active: 2,
      buyers: 3,
      share: 2 / 3,
      rows: [
        { customerId: "A", lastActivity: "2025-01-01", kinds: ["purchase"] },
        { customerId: "C", lastActivity: "2025-03-01", kinds: ["purchase"] },
      ],
    });
  });

  it("are told by which counted kinds of interaction, in the order of the option", () => {
    const interactions = [
      { customerId: "B", date: "2025-02-01", kind: "login" },
      { customerId: "B", date: "2025-04-01", kind: "inquiry" },
      { customerId: "A", date: "2024-12-31", kind: "login" },
      { customerId: "C", date: "2025-05-01", kind: "referral" },
      { customerId: "P", date: "2025-05-01", kind: "login" },
    ];
    const { rows, activity } = activeCustomers(log, {
      asOf,
      interactions,
      activity: ["purchase", "login", "inquiry", "login"],
    });
    expect(activity).toEqual(["purchase", "login", "inquiry"]);
    expect(rows).toEqual([
      { customerId: "A", lastActivity: "2025-01-01", kinds: ["purchase"] },
      { customerId: "B", lastActivity: "2025-04-01", kinds: ["login", "inquiry"] },
      { customerId: "C", lastActivity: "2025-03-01", kinds: ["purchase"] },
    ]);
  });

  it("are none of those who left and did not buy again", () => {
    const interactions = [
      { customerId: "A", date: "2025-06-01", kind: "termination" },
      { customerId: "C", date: "2025-02-01", kind: "termination" },
    ];
    expect(activeCustomers(log, { asOf, interactions }).rows.map((row) => row.customerId)).toEqual(["C"]);
  });

  it("may be judged by any window, also one longer than the default of lostAfter", () => {
    const old = purchasesOn("2021-05-01");
    expect(activeCustomers(old, { asOf, activeWindow: { years: 5 } }).active).toBe(1);
    expect(activeCustomers(old, { asOf, activeWindow: { weeks: 4 } }).active).toBe(0);
  });

  it("have no share where nobody bought", () => {
    expect(activeCustomers(shortLog(["D", "2025-06-01", -5]), { asOf }).share).toBeNull();
    expect(activeCustomers(shortLog(), { asOf })).toMatchObject({
      active: 0,
      buyers: 0,
      share: null,
      rows: [],
    });
  });
});
