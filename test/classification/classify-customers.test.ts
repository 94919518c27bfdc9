import { describe, expect, it } from "vitest";
import {
  type ClassificationOptions,
  type ClassifiedCustomer,
  CUSTOMER_CLASSES,
  classifyCustomers,
  type Interaction,
} from "../../src/classification/index.ts";
import type { TransactionLog } from "../../src/transactions/transaction-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { purchasesOn, shortLog } from "./short-log.ts";

function classified(log: TransactionLog, options: ClassificationOptions = {}, id: string | number = "A") {
  const row = classifyCustomers(log, options).rows.find(({ customerId }) => customerId === id);
  if (row === undefined) throw new Error(`${id} is not classified`);
  return row;
}

function brief({ class: name, reason, subReason }: ClassifiedCustomer): string {
  return [name, reason, ...(subReason === null ? [] : [subReason])].join(" · ");
}

const asOf = "2025-12-31";
const event = (kind: string, date: string, customerId: string | number = "A"): Interaction => ({
  customerId,
  date,
  kind,
});

describe("rule 1: terminated", () => {
  const log = purchasesOn("2025-10-01", "2025-11-01");

  it("makes lost who left after the last purchase", () => {
    const row = classified(log, { asOf, interactions: [event("termination", "2025-11-20")] });
    expect(brief(row)).toBe("lost · terminated");
    expect(row.terminatedOn).toBe("2025-11-20");
  });

  it("counts a termination on the day of the last purchase, not one the day before", () => {
    const left = (date: string) => classified(log, { asOf, interactions: [event("termination", date)] });
    expect(left("2025-11-01").class).toBe("lost");
    expect(left("2025-10-31").class).toBe("new");
    expect(left("2025-10-31").terminatedOn).toBe("2025-10-31");
  });

  it("does not look at a termination after asOf", () => {
    const interactions = [event("termination", "2026-01-01")];
    expect(classified(log, { asOf, interactions }).class).toBe("new");
    expect(classified(log, { asOf: "2026-01-01", interactions }).class).toBe("lost");
  });

  it("is undone by a purchase, not by a return or a login", () => {
    const interactions = [event("termination", "2025-11-20"), event("login", "2025-12-30")];
    const withReturn = shortLog(["A", "2025-11-01"], ["A", "2025-12-05", -5]);
    const options = { asOf, interactions, activity: ["purchase", "login"] };
    expect(classified(withReturn, options).class).toBe("lost");
    expect(classified(purchasesOn("2025-11-01", "2025-12-05"), options).class).toBe("new");
  });

  it("keeps the latest of several terminations", () => {
    const interactions = [event("termination", "2025-11-20"), event("termination", "2025-01-02")];
    expect(classified(log, { asOf, interactions }).terminatedOn).toBe("2025-11-20");
  });

  it("leaves a prospect who ends the contact a prospect: nobody is lost who never bought", () => {
    const row = classified(log, { asOf, interactions: [event("termination", "2025-05-01", "B")] }, "B");
    expect(brief(row)).toBe("prospect · no-purchase");
    expect(row.terminatedOn).toBe("2025-05-01");
  });
});

describe("rule 2: no purchase", () => {
  const log = purchasesOn("2025-10-01");
  const contacts = (...dates: string[]) => dates.map((date) => event("contact", date, "P"));

  it("is a prospect who is named, or who interacted", () => {
    const options = { asOf, prospects: ["P"], interactions: [event("inquiry", "2025-01-01", "Q")] };
    expect(brief(classified(log, options, "P"))).toBe("prospect · no-purchase");
    expect(brief(classified(log, options, "Q"))).toBe("prospect · no-purchase");
  });

  it("has null or 0 for every figure of purchases", () => {
    expect(classified(log, { asOf, prospects: ["P"] }, "P")).toEqual({
      customerId: "P",
      class: "prospect",
      reason: "no-purchase",
      subReason: null,
      firstPurchase: null,
      lastPurchase: null,
      lastActivity: null,
      purchases: 0,
      purchasesInWindow: 0,
      silenceDays: null,
      usualGap: null,
      usualGapOf: null,
      revenue: 0,
      revenueInWindow: 0,
      revenueBefore: 0,
      backOn: null,
      backAfterDays: null,
      contacts: 0,
      terminatedOn: null,
    });
  });

  it("is never converted from the third contact on, up to asOf", () => {
    const two = contacts("2020-01-01", "2025-12-31", "2026-01-01");
    expect(classified(log, { asOf, interactions: two }, "P").class).toBe("prospect");
    const three = classified(log, { asOf: "2026-01-01", interactions: two }, "P");
    expect(brief(three)).toBe("dormant · contacted-in-vain · never-converted");
    expect(three.contacts).toBe(3);
    expect(classified(log, { asOf, interactions: two, contacts: 2 }, "P").class).toBe("dormant");
  });

  it("holds for customers who only returned something", () => {
    const row = classified(shortLog(["A", "2025-10-01", -20], ["B", "2025-10-01"]), { asOf });
    expect(brief(row)).toBe("prospect · no-purchase");
    expect(row.revenue).toBe(-20);
    expect(row.usualGap).toBeNull();
  });

  it("does not hold for a purchase of 0", () => {
    expect(classified(shortLog(["A", "2025-12-01", 0]), { asOf }).class).toBe("new");
    expect(classified(shortLog(["A", "2025-12-01", -0]), { asOf }).class).toBe("new");
  });
});

describe("rules 3 and 4: lost and dormant", () => {
  it("is lost without a purchase inside (asOf − 24 months, asOf]", () => {
    expect(brief(classified(purchasesOn("2023-12-31"), { asOf }))).toBe("lost · long-silence");
    expect(brief(classified(purchasesOn("2024-01-01"), { asOf }))).toBe("dormant · silence · one-and-done");
  });

  it("is dormant without a purchase inside (asOf − 12 months, asOf]", () => {
    expect(classified(purchasesOn("2024-12-31"), { asOf }).class).toBe("dormant");
    expect(classified(purchasesOn("2025-01-01"), { asOf }).class).toBe("existing");
  });

  it.each([
    // asOf, last day outside the active window, last day outside the lost window
    ["2024-02-29", "2023-02-28", "2022-02-28"],
    ["2025-02-28", "2024-02-28", "2023-02-28"],
    ["2024-03-31", "2023-03-31", "2022-03-31"],
    ["1970-01-01", "1969-01-01", "1968-01-01"],
    ["2000-03-01", "1999-03-01", "1998-03-01"],
  ])("clamps months as the calendar does: %s", (day, outsideActive, outsideLost) => {
    const next = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    expect(classified(purchasesOn(outsideActive), { asOf: day }).class).toBe("dormant");
    expect(classified(purchasesOn(next(outsideActive)), { asOf: day }).class).toBe("existing");
    expect(classified(purchasesOn(outsideLost), { asOf: day }).class).toBe("lost");
    expect(classified(purchasesOn(next(outsideLost)), { asOf: day }).class).toBe("dormant");
  });

  it("clamps to the end of a shorter month", () => {
    const windows = { activeWindow: { months: 1 }, newWithin: { months: 1 } };
    const on = (day: string, date: string) => classified(purchasesOn(date), { asOf: day, ...windows }).class;
    expect(on("2025-03-31", "2025-02-28")).toBe("dormant");
    expect(on("2025-03-31", "2025-03-01")).toBe("new");
    expect(on("2025-04-30", "2025-03-30")).toBe("dormant");
    expect(on("2025-04-30", "2025-03-31")).toBe("new");
  });

  it("tells one purchase from several", () => {
    expect(classified(purchasesOn("2024-05-01", "2024-06-01"), { asOf }).subReason).toBe("lapsed");
    const sameDay = purchasesOn("2024-06-01", "2024-06-01");
    expect(classified(sameDay, { asOf }).subReason).toBe("lapsed");
    expect(classified(sameDay, { asOf, count: "purchase-days" }).subReason).toBe("one-and-done");
  });

  it("is not kept awake by returns", () => {
    const log = shortLog(["A", "2024-06-01"], ["A", "2025-12-01", -10]);
    const row = classified(log, { asOf });
    expect(brief(row)).toBe("dormant · silence · one-and-done");
    expect(row.lastPurchase).toBe("2024-06-01");
    expect(row.revenue).toBe(0);
  });
});

describe("activity", () => {
  const log = purchasesOn("2022-06-01");
  const interactions = [event("login", "2025-02-01"), event("Messebesuch", "2024-02-01")];

  it("counts the kinds that the option names", () => {
    expect(classified(log, { asOf, interactions }).class).toBe("lost");
    expect(classified(log, { asOf, interactions, activity: ["purchase", "Messebesuch"] }).class).toBe(
      "dormant",
    );
    const row = classified(log, { asOf, interactions, activity: ["purchase", "login"] });
    expect(brief(row)).toBe("existing · active");
    expect(row.lastActivity).toBe("2025-02-01");
    expect(row.lastPurchase).toBe("2022-06-01");
  });

  it("keeps nobody active by purchases if they are left out", () => {
    const recent = purchasesOn("2025-12-01");
    const options = { asOf, activity: ["login"] };
    const row = classified(recent, options);
    expect(brief(row)).toBe("lost · long-silence");
    expect(row.lastActivity).toBeNull();
    expect(classified(recent, { ...options, interactions: [event("login", "2025-12-02")] }).class).toBe(
      "new",
    );
  });

  it("makes no customer of a prospect", () => {
    const options = { asOf, activity: ["login"], interactions: [event("login", "2025-12-02", "P")] };
    expect(classified(log, options, "P").class).toBe("prospect");
  });

  it("does not look at interactions after asOf, nor at people known only by them", () => {
    const later = [event("login", "2026-01-01"), event("login", "2026-01-01", "P")];
    const { rows } = classifyCustomers(log, { asOf, interactions: later, activity: ["purchase", "login"] });
    expect(rows.map((row) => [row.customerId, row.class])).toEqual([["A", "lost"]]);
  });
});

describe("rule 5: new", () => {
  it("has the first purchase inside (asOf − 3 months, asOf]", () => {
    expect(classified(purchasesOn("2025-09-30"), { asOf }).class).toBe("existing");
    expect(brief(classified(purchasesOn("2025-10-01"), { asOf }))).toBe("new · recent-first-purchase");
    expect(classified(purchasesOn("2025-12-31"), { asOf }).class).toBe("new");
    expect(classified(purchasesOn("2025-11-30"), { asOf: "2026-02-28" }).class).toBe("new");
    expect(classified(purchasesOn("2025-11-28"), { asOf: "2026-02-28" }).class).toBe("existing");
  });

  it("has fewer than regularOrders purchases", () => {
    const two = purchasesOn("2025-12-01", "2025-12-15");
    const three = purchasesOn("2025-12-01", "2025-12-15", "2025-12-29");
    expect(classified(two, { asOf }).class).toBe("new");
    expect(brief(classified(three, { asOf }))).toBe("regular · frequent-purchases");
    expect(classified(two, { asOf, regularOrders: 2, overdueFactor: 3 }).class).toBe("regular");
    expect(classified(three, { asOf, regularOrders: 4 }).class).toBe("new");
  });

  it("counts purchases of one day as the option says", () => {
    const log = purchasesOn("2025-12-30", "2025-12-30", "2025-12-30");
    expect(classified(log, { asOf }).class).toBe("regular");
    const byDay = classified(log, { asOf, count: "purchase-days" });
    expect(byDay.class).toBe("new");
    expect(byDay.purchases).toBe(1);
    expect(byDay.purchasesInWindow).toBe(1);
  });
});

describe("rule 6: reactivated", () => {
  it("came back inside newWithin after a silence longer than the active window", () => {
    const row = classified(purchasesOn("2024-01-01", "2025-11-15"), { asOf });
    expect(brief(row)).toBe("reactivated · back-after-silence");
    expect(row.backOn).toBe("2025-11-15");
    expect(row.backAfterDays).toBe(684);
  });

  it("measures the silence by the calendar: 12 months are the edge", () => {
    expect(classified(purchasesOn("2024-11-15", "2025-11-15"), { asOf }).class).toBe("reactivated");
    expect(classified(purchasesOn("2024-11-16", "2025-11-15"), { asOf }).class).toBe("existing");
    expect(classified(purchasesOn("2023-02-28", "2024-02-29"), { asOf: "2024-03-01" }).class).toBe(
      "reactivated",
    );
    expect(classified(purchasesOn("2023-03-01", "2024-02-29"), { asOf: "2024-03-01" }).class).toBe(
      "existing",
    );
  });

  it("came back on a day inside (asOf − 3 months, asOf]", () => {
    expect(classified(purchasesOn("2023-01-01", "2025-10-01"), { asOf }).class).toBe("reactivated");
    const earlier = classified(purchasesOn("2023-01-01", "2025-09-30"), { asOf });
    expect(earlier.class).not.toBe("reactivated");
    expect(earlier.backOn).toBeNull();
  });

  it("stays so with further purchases after the return, and before rules 7 and 8", () => {
    const log = purchasesOn("2023-01-01", "2025-10-01", "2025-10-08", "2025-10-15", "2025-10-22");
    expect(classified(log, { asOf }).class).toBe("reactivated");
  });

  it("counts no returned goods as a comeback", () => {
    const log = shortLog(["A", "2023-01-01"], ["A", "2025-11-15", -5]);
    expect(classified(log, { asOf }).class).toBe("lost");
  });
});

describe("rule 7: declining", () => {
  it("is overdue after more than twice the own median gap", () => {
    // Gaps of 10 and 20 days: usual are 15, overdue is who is silent for more than 30.
    const log = purchasesOn("2025-08-01", "2025-08-11", "2025-08-31");
    const punctual = classified(log, { asOf: "2025-09-30", newWithin: { days: 30 } });
    expect(punctual.silenceDays).toBe(30);
    expect(punctual.class).toBe("regular");
    const late = classified(log, { asOf: "2025-10-01", newWithin: { days: 30 } });
    expect(brief(late)).toBe("declining · overdue");
    expect(late).toMatchObject({ silenceDays: 31, usualGap: 15, usualGapOf: "own" });
  });

  it("takes the base's median gap for customers with fewer than three purchase days", () => {
    // Gaps of the base: 20 (A), 10, 12 (B), and 40 (C): their median is 16.
    const log = shortLog(
      ["A", "2025-01-01"],
      ["A", "2025-01-21"],
      ["B", "2025-08-01"],
      ["B", "2025-08-11"],
      ["B", "2025-08-23"],
      ["C", "2025-07-01"],
      ["C", "2025-08-10"],
    );
    const { rows, limits } = classifyCustomers(log, { asOf: "2025-09-11", newWithin: { days: 10 } });
    expect(limits.usualGap).toBe(16);
    expect(
      rows.map((row) => [row.customerId, row.class, row.silenceDays, row.usualGap, row.usualGapOf]),
    ).toEqual([
      ["A", "declining", 233, 16, "base"],
      ["B", "regular", 19, 11, "own"],
      ["C", "existing", 32, 16, "base"],
    ]);
    const nextDay = classified(log, { asOf: "2025-09-12", newWithin: { days: 10 } }, "C");
    expect(brief(nextDay)).toBe("declining · overdue");
  });

  it("cannot call anybody overdue in a base without any gap", () => {
    const row = classified(purchasesOn("2025-01-01"), { asOf, overdueFactor: 0.01 });
    expect(row.class).toBe("existing");
    expect(row.usualGap).toBeNull();
    expect(row.usualGapOf).toBeNull();
  });

  it("sees no gap between purchases of one day, and none that begins or ends with a return", () => {
    const log = shortLog(
      ["A", "2025-10-01"],
      ["A", "2025-10-01"],
      ["A", "2025-10-05", -3],
      ["A", "2025-10-11"],
      ["A", "2025-10-31"],
    );
    expect(classified(log, { asOf }).usualGap).toBe(15);
  });

  it("looks at no gap that ends after asOf", () => {
    const log = purchasesOn("2025-01-01", "2025-01-11", "2025-01-21", "2025-12-31");
    expect(classified(log, { asOf: "2025-02-01" })).toMatchObject({ usualGap: 10, purchases: 3 });
  });

  it("has less than half the revenue of the window before", () => {
    const withAmounts = (before: number, now: number) =>
      classified(shortLog(["A", "2024-06-01", before], ["A", "2025-05-31", now]), { asOf });
    expect(withAmounts(100, 50).class).toBe("existing");
    const less = withAmounts(100, 49.99);
    expect(brief(less)).toBe("declining · revenue-drop");
    expect(less).toMatchObject({ revenueInWindow: 49.99, revenueBefore: 100 });
    expect(withAmounts(0, 0).class).toBe("existing");
  });

  it("compares windows of equal length: (asOf − 24 months, asOf − 12 months]", () => {
    const rows = (date: string) =>
      shortLog(["A", date, 1000], ["A", "2024-08-01", 1], ["A", "2025-07-01", 10]);
    const relaxed = { asOf, overdueFactor: 99 };
    expect(classified(rows("2023-12-31"), relaxed)).toMatchObject({ revenueBefore: 1, class: "existing" });
    expect(classified(rows("2024-01-01"), relaxed)).toMatchObject({
      revenueBefore: 1001,
      class: "declining",
    });
    expect(classified(rows("2024-12-31"), relaxed)).toMatchObject({
      revenueBefore: 1001,
      class: "declining",
    });
    expect(classified(rows("2025-01-01"), relaxed)).toMatchObject({ revenueBefore: 1, class: "existing" });
  });

  it("nets returns in both windows, and asks for revenue above 0 before", () => {
    const row = (before: number, returned: number, now: number) =>
      classified(
        shortLog(["A", "2024-06-01", before], ["A", "2024-07-01", returned], ["A", "2025-05-31", now]),
        { asOf },
      ).class;
    expect(row(100, -60, 20)).toBe("existing");
    expect(row(100, -59, 20)).toBe("declining");
    expect(row(100, -100, 0)).toBe("existing");
    expect(row(100, -120, 0)).toBe("existing");
  });

  it("is not misled by the last digits of a sum", () => {
    const half = (...before: number[]) =>
      classified(
        shortLog(...before.map((amount) => ["A", "2024-06-01", amount] as const), ["A", "2025-05-31", 0.3]),
        { asOf },
      ).class;
    expect(half(0.1, 0.2, 0.3)).toBe("existing");
    expect(half(0.3, 0.2, 0.1)).toBe("existing");
    const nothing = shortLog(
      ["A", "2024-06-01", 0.1],
      ["A", "2024-06-01", 0.2],
      ["A", "2024-06-02", -0.3],
      ["A", "2025-05-31", 0],
    );
    expect(classified(nothing, { asOf }).class).toBe("existing");
  });

  it("can be turned off", () => {
    const log = shortLog(["A", "2024-06-01", 100], ["A", "2025-05-31", 0]);
    expect(classified(log, { asOf, declineRatio: 0 }).class).toBe("existing");
  });
});

describe("rules 8 and 9: regular and existing", () => {
  it("is regular with three purchases inside the active window", () => {
    const dates = ["2025-05-01", "2025-09-01"];
    expect(brief(classified(purchasesOn("2025-01-01", ...dates), { asOf }))).toBe(
      "regular · frequent-purchases",
    );
    expect(brief(classified(purchasesOn("2024-12-31", ...dates), { asOf }))).toBe("existing · active");
  });

  it("counts as the option says", () => {
    const log = purchasesOn("2025-02-01", "2025-07-01", "2025-07-01");
    expect(classified(log, { asOf })).toMatchObject({ class: "regular", purchasesInWindow: 3 });
    expect(classified(log, { asOf, count: "purchase-days" })).toMatchObject({
      class: "existing",
      purchasesInWindow: 2,
    });
  });
});

describe("the result", () => {
  const log = shortLog(["A", "2025-05-01", 30], ["A", "2025-09-01", 30], ["B", "2022-01-01", 40]);

  it("defaults to the last day of the log", () => {
    const result = classifyCustomers(log);
    expect(result.asOf).toBe("2025-09-01");
    expect(result.limits).toEqual({
      activeWindow: { months: 12 },
      activeFrom: "2024-09-02",
      newWithin: { months: 3 },
      newFrom: "2025-06-02",
      lostAfter: { months: 24 },
      lostFrom: "2023-09-02",
      regularOrders: 3,
      overdueFactor: 2,
      declineRatio: 0.5,
      contacts: 3,
      activity: ["purchase"],
      count: "purchases",
      usualGap: 123,
    });
  });

  it("lists all classes with shares of customers and revenue", () => {
    const { classes } = classifyCustomers(log, { prospects: ["P", "Q"] });
    expect(classes.map((row) => row.class)).toEqual(CUSTOMER_CLASSES);
    expect(classes.filter((row) => row.customers > 0)).toEqual([
      { class: "prospect", customers: 2, shareOfCustomers: 0.5, revenue: 0, shareOfRevenue: 0 },
      { class: "existing", customers: 1, shareOfCustomers: 0.25, revenue: 60, shareOfRevenue: 0.6 },
      { class: "lost", customers: 1, shareOfCustomers: 0.25, revenue: 40, shareOfRevenue: 0.4 },
    ]);
  });

  it("has null for shares of nothing", () => {
    const nobody = classifyCustomers(shortLog(), { asOf });
    expect(nobody.rows).toEqual([]);
    expect(nobody.classes.every((row) => row.shareOfCustomers === null && row.shareOfRevenue === null)).toBe(
      true,
    );
    const negative = classifyCustomers(shortLog(["A", "2025-01-01", -5]), { asOf });
    expect(negative.classes[0]).toEqual({
      class: "prospect",
      customers: 1,
      shareOfCustomers: 1,
      revenue: -5,
      shareOfRevenue: null,
    });
  });

  it("leaves out who came after asOf, however many rows the log has", () => {
    const { rows } = classifyCustomers(log, { asOf: "2024-01-01" });
    expect(rows.map((row) => row.customerId)).toEqual(["B"]);
  });

  it("works for a prospect base without any purchase", () => {
    const { rows } = classifyCustomers(shortLog(), { asOf, prospects: ["P"] });
    expect(rows.map(brief)).toEqual(["prospect · no-purchase"]);
  });

  it("asks for asOf if there is no transaction", () => {
    expect(() => classifyCustomers(shortLog(), { prospects: ["P"] })).toThrow(/^asOf: /);
  });

  it("survives JSON and structuredClone", () => {
    const result = classifyCustomers(log, { prospects: ["P"] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(structuredClone(result)).toEqual(result);
  });

  it("keeps hostile ids apart", () => {
    const ids = ["__proto__", "constructor", "toString", "🧾", "1", 1, "x".repeat(10_000), 0, "0", -1.5];
    const hostile = shortLog(...ids.map((id) => [id, "2025-12-01"] as const));
    const interactions = ids.map((id) => event("termination", "2025-12-02", id)).slice(0, 4);
    const { rows, classes } = classifyCustomers(hostile, {
      asOf,
      interactions,
      prospects: [...ids, "hasOwnProperty"],
    });
    expect(rows.map((row) => row.customerId)).toEqual([...ids, "hasOwnProperty"]);
    expect(rows.map((row) => row.class)).toEqual([
      ...Array(4).fill("lost"),
      ...Array(6).fill("new"),
      "prospect",
    ]);
    expect(classes.reduce((sum, row) => sum + row.customers, 0)).toBe(11);
  });

  it("stands windows that reach back before the calendar", () => {
    const { limits, rows } = classifyCustomers(purchasesOn("0001-01-01"), {
      asOf,
      lostAfter: { years: 9999 },
    });
    expect(limits.lostFrom).toBe("0001-01-01");
    expect(rows.map(brief)).toEqual(["dormant · silence · one-and-done"]);
  });

  it("reads instants of interactions in the zone of the log", () => {
    const rows = [{ customerId: "A", date: "2025-06-01", amount: 10 }];
    const interactions = [event("termination", "2025-12-31T23:30:00Z")];
    const inUtc = transactionLog(rows, {}, { timeZone: "UTC" });
    const inBerlin = transactionLog(rows, {}, { timeZone: "Europe/Berlin" });
    expect(classified(inUtc, { asOf, interactions }).class).toBe("lost");
    expect(classified(inBerlin, { asOf, interactions }).class).toBe("existing");
  });
});
