import { describe, expect, it } from "vitest";
import { activationEffect } from "../../src/activation/activation-effect.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const people = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const window = { days: 30 };
const asOf = "2025-12-31";

describe("the effect of contacts", () => {
  // Newcombe (1998): 56 of 70 against 48 of 80; difference 0.2, method 10 without correction 0.0524 to 0.3339.
  const contacted = people("T", 70);
  const control = people("C", 80);
  const responded = [...contacted.slice(0, 56), ...control.slice(0, 48)];
  const contacts = contacted.map((customerId) => ({ customerId, date: "2025-03-01" }));
  const outcomes = responded.map((customerId) => ({ customerId, date: "2025-03-10", amount: 10 }));

  it("is the difference of two rates, with costs and values", () => {
    const { total, groups, hasControl, warnings } = activationEffect(contacts, outcomes, {
      window,
      control,
      asOf,
      marginRate: 0.5,
      costs: { perContact: 2, fixed: 28 },
    });
    expect(hasControl).toBe(true);
    expect(total).toMatchObject({ customers: 70, activated: 56, pending: 0, pendingActivated: 0, rate: 0.8 });
    expect(total.control).toMatchObject({ customers: 80, activated: 48, rate: 0.6 });
    expect(total.uplift).toBeCloseTo(0.2, 12);
    expect(total.upliftLower).toBeCloseTo(0.0524, 4);
    expect(total.upliftUpper).toBeCloseTo(0.3339, 4);
    expect(total.incrementalActivations).toBeCloseTo(14, 10);
    expect(total.cost).toBe(168);
    expect(total.costPerActivation).toBe(3);
    expect(total.costPerIncrementalActivation).toBeCloseTo(12, 10);
    expect([total.value, total.winBackValue]).toEqual([280, 112]);
    // 70 customers of the control would have brought 70 × 240 ÷ 80 = 210.
    expect(total.incrementalValue).toBeCloseTo(70, 10);
    expect(total.incrementalWinBackValue).toBeCloseTo(-98, 10);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ group: null, activated: 56, cost: 140 });
    expect(warnings).toEqual([]);
  });

  it("is not known without a control, and that is said", () => {
    const { total, hasControl, warnings } = activationEffect(contacts, outcomes, { window, asOf });
    expect(hasControl).toBe(false);
    expect(total).toMatchObject({
      rate: 0.8,
      control: null,
      uplift: null,
      upliftLower: null,
      incrementalActivations: null,
      cost: null,
      costPerActivation: null,
      winBackValue: 560,
      incrementalValue: null,
    });
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ["no-control", 70],
      ["no-costs", 70],
    ]);
  });

  it("counts from the day of the contact to the last of the window, of what counts", () => {
    const rows = [
      { customerId: "before", date: "2025-02-28", kind: "inquiry" },
      { customerId: "same day", date: "2025-03-01", kind: "inquiry" },
      { customerId: "last day", date: "2025-03-31", kind: "referral" },
      { customerId: "after", date: "2025-04-01", kind: "inquiry" },
      { customerId: "contact", date: "2025-03-02", kind: "contact" },
      { customerId: "left", date: "2025-03-02", kind: "termination" },
      { customerId: "returns", date: "2025-03-02", amount: -5 },
      { customerId: "stranger", date: "2025-03-02" },
    ];
    const contacts = rows.slice(0, 7).map(({ customerId }) => ({ customerId, date: "2025-03-01" }));
    const all = activationEffect(contacts, rows, { window, asOf });
    expect(all.total).toMatchObject({ customers: 7, activated: 2 });
    const some = activationEffect(contacts, rows, { window, asOf, activity: ["referral", "termination"] });
    expect(some.total).toMatchObject({ customers: 7, activated: 2 });
    expect(activationEffect(contacts, rows.slice(0, 6), { window, asOf }).total.value).toBeNull();
  });

  it("is pending until the window is over", () => {
    const contacts = [
      { customerId: "A", date: "2025-12-01", cost: 1 },
      { customerId: "B", date: "2025-12-02", cost: 1 },
      { customerId: "C", date: "2025-12-03", cost: 1 },
      { customerId: "D", date: "2026-01-01", cost: 1 },
    ];
    const outcomes = [
      { customerId: "A", date: "2025-12-31" },
      { customerId: "B", date: "2025-12-05" },
      { customerId: "C", date: "2026-01-01" },
    ];
    const { total, warnings } = activationEffect(contacts, outcomes, { window, asOf });
    expect(total).toMatchObject({
      customers: 1,
      activated: 1,
      pending: 2,
      pendingActivated: 1,
      rate: 1,
      cost: 1,
    });
    expect(warnings.map(({ code, count }) => [code, count])).toEqual([
      ["no-control", 3],
      ["pending", 2],
      ["future-contacts", 1],
    ]);
    const none = activationEffect(contacts.slice(1), outcomes, { window, asOf, control: [] as never }).total;
    expect(none).toMatchObject({ customers: 0, rate: null, lower: null, uplift: null, value: null });
  });

  it("counts each customer once, by the first contact, and adds the costs of those within the window", () => {
    const contacts = [
      { customerId: "A", date: "2025-03-15", cost: 5, group: "phone" },
      { customerId: "A", date: "2025-03-01", cost: 1, group: "mail" },
      { customerId: "A", date: "2025-06-01", cost: 100, group: "visit" },
      { customerId: "B", date: "2025-03-02", group: "phone" },
    ];
    const { total, groups, warnings } = activationEffect(
      contacts,
      [{ customerId: "A", date: "2025-06-02" }],
      { window, asOf, costs: { perContact: 3 } },
    );
    expect(total).toMatchObject({ customers: 2, activated: 0, cost: 9, costPerActivation: null });
    expect(groups.map(({ group, customers, cost }) => [group, customers, cost])).toEqual([
      ["mail", 1, 6],
      ["phone", 1, 3],
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "later-contacts", count: 1 }));
  });

  it("compares groups with their own control, if the control has groups", () => {
    const date = "2025-03-01";
    const contacts = [
      { customerId: 1, date, group: "mail" },
      { customerId: 2, date, group: "phone" },
      { customerId: 3, date, group: "visit" },
    ];
    const control = [
      { customerId: 4, date, group: "mail" },
      { customerId: 5, date: "2025-04-01", group: "phone" },
    ];
    const outcomes = [
      { customerId: 1, date: "2025-03-02" },
      { customerId: 2, date: "2025-03-02" },
      { customerId: 5, date: "2025-04-20" },
    ];
    const { groups, total, warnings } = activationEffect(contacts, outcomes, { window, asOf, control });
    expect(groups.map(({ group, uplift }) => [group, uplift])).toEqual([
      ["mail", 1],
      ["phone", 0],
      ["visit", null],
    ]);
    expect(total.uplift).toBeCloseTo(2 / 3 - 1 / 2, 12);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "group-without-control", count: 1 }));
  });

  it("sees the purchases of a log, and takes given values", () => {
    const log = transactionLog([
      { customerId: "A", date: "2025-03-05", amount: 40 },
      { customerId: "A", date: "2025-03-09", amount: -15 },
      { customerId: "A", date: "2025-09-09", amount: 1000 },
      { customerId: "B", date: "2025-03-05", amount: -4 },
      { customerId: "C", date: "2025-12-31", amount: 9 },
    ]);
    const contacts = ["A", "B", "C"].map((customerId) => ({ customerId, date: "2025-03-01" }));
    expect(activationEffect(contacts, log, { window }).total).toMatchObject({ activated: 1, value: 25 });
    const given = { window, value: [{ customerId: "A", value: 300 }], marginRate: 0.1 };
    expect(activationEffect(contacts, log, given).total.value).toBe(300);
    expect(activationEffect(contacts, log, { window, asOf: "2025-03-04" }).total).toMatchObject({
      pending: 3,
      pendingActivated: 0,
    });
  });
});

describe("a wrong call of activationEffect is refused:", () => {
  const contacts = [{ customerId: "A", date: "2025-03-01" }];
  const outcomes = [{ customerId: "A", date: "2025-03-02" }];
  const options = { window, asOf };
  it.each([
    ["no options", () => activationEffect(contacts, outcomes, undefined as never), "options: "],
    [
      "no window",
      () => activationEffect(contacts, outcomes, { asOf } as never),
      "window: This is no duration",
    ],
    ["no last day", () => activationEffect(contacts, outcomes, { window }), "asOf: Rows do not say"],
    [
      "a misspelt option",
      () => activationEffect(contacts, outcomes, { ...options, controls: [] } as never),
      "options.controls",
    ],
    [
      "no contacts",
      () => activationEffect(undefined as never, outcomes, options),
      "contacts: These are no rows",
    ],
    [
      "no outcomes",
      () => activationEffect(contacts, undefined as never, options),
      "outcomes: These are no rows",
    ],
    [
      "a book as outcomes",
      () => activationEffect(contacts, { kind: "offer-book" } as never, options),
      "log: ",
    ],
    [
      "a contact without day",
      () => activationEffect([{ customerId: "A" } as never], outcomes, options),
      "contacts.date",
    ],
    [
      "a contact without customer",
      () => activationEffect([{ date: asOf } as never], outcomes, options),
      "contacts.customerId",
    ],
    [
      "a wrong cost",
      () => activationEffect([{ customerId: "A", date: asOf, cost: -1 }], outcomes, options),
      "contacts.cost",
    ],
    [
      "a wrong group",
      () => activationEffect([{ customerId: "A", date: asOf, group: {} as never }], outcomes, options),
      "contacts.group",
    ],
    [
      "a wrong amount",
      () => activationEffect(contacts, [{ customerId: "A", date: asOf, amount: "5" as never }], options),
      "outcomes.amount",
    ],
    [
      "a wrong kind",
      () => activationEffect(contacts, [{ customerId: "A", date: asOf, kind: 5 as never }], options),
      "outcomes.kind",
    ],
    ["no kinds", () => activationEffect(contacts, outcomes, { ...options, activity: [] }), "activity: "],
    [
      "a contacted control",
      () => activationEffect(contacts, outcomes, { ...options, control: ["A"] }),
      '"A" was contacted',
    ],
    [
      "a control without days",
      () =>
        activationEffect([...contacts, { customerId: "B", date: asOf }], outcomes, {
          ...options,
          control: ["C"],
        }),
      "control: The contacts were not made on one day",
    ],
    [
      "a wrong control",
      () => activationEffect(contacts, outcomes, { ...options, control: 5 as never }),
      "control: ",
    ],
    [
      "a missing value",
      () => activationEffect(contacts, outcomes, { ...options, value: [] }),
      "no row says what he is worth",
    ],
    [
      "wrong costs",
      () => activationEffect(contacts, outcomes, { ...options, costs: { fixed: -1 } }),
      "costs.fixed",
    ],
    ["a wrong level", () => activationEffect(contacts, outcomes, { ...options, level: 95 }), "level: "],
  ])("%s", (_what, call, words) => {
    expect(dataErrorOf(call).message).toContain(words);
  });
});
