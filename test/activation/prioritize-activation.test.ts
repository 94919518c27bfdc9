import { describe, expect, it } from "vitest";
import { activationCandidates } from "../../src/activation/activation-candidates.ts";
import { prioritizeActivation } from "../../src/activation/prioritize-activation.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "A", kind: "lapsed", measure: "win-back", valueAtStake: 800 },
  { customerId: "B", kind: "declining", measure: "call", valueAtStake: 900 },
  { customerId: "C", kind: "lapsed", measure: "win-back", valueAtStake: 500 },
  { customerId: "D", kind: "lapsed", measure: "win-back", valueAtStake: 5000 },
  { customerId: "E", kind: "lapsed", measure: "win-back", valueAtStake: 700 },
  { customerId: "F", kind: "lapsed", measure: "win-back", valueAtStake: 39 },
] as const;
const candidates = { asOf: "2025-12-31", rows };
const measures = {
  "win-back": { cost: 2, probability: 0.05, hours: 0.25 },
  call: { cost: 18, probability: 0.1, hours: 1 },
};
const consent = ["A", "B", "C", "E", "F"];
const contacts = [
  { customerId: "E", date: "2025-10-03" },
  { customerId: "A", date: "2025-10-02" },
  { customerId: "B", date: "2026-01-01" },
  { customerId: "stranger", date: "2025-12-30" },
];
const base = { budget: { money: 20 }, measures, consent };

describe("a plan of contacts", () => {
  it("fills the budget with those who bring most, and says why the others are left", () => {
    const plan = prioritizeActivation(candidates, { ...base, contacts, coolDown: { days: 90 } });
    expect(plan.rows).toEqual([
      {
        customerId: "A",
        kind: "lapsed",
        measure: "win-back",
        rank: 1,
        valueAtStake: 800,
        probability: 0.05,
        cost: 2,
        hours: 0.25,
        expectedProfit: 38,
        profitPerUnit: 19,
      },
      {
        customerId: "B",
        kind: "declining",
        measure: "call",
        rank: 2,
        valueAtStake: 900,
        probability: 0.1,
        cost: 18,
        hours: 1,
        expectedProfit: 72,
        profitPerUnit: 4,
      },
    ]);
    // 2025-12-31 less 90 days is 2025-10-02: a contact of that day is over, one of the next is not.
    expect(plan.excluded).toEqual([
      { customerId: "C", reason: "budget" },
      { customerId: "D", reason: "no-consent" },
      { customerId: "E", reason: "cool-down" },
      { customerId: "F", reason: "not-worthwhile" },
    ]);
    expect(plan.exclusions).toEqual([
      { reason: "no-consent", customers: 1, expectedProfit: 248 },
      { reason: "cool-down", customers: 1, expectedProfit: 33 },
      { reason: "not-worthwhile", customers: 1, expectedProfit: 39 * 0.05 - 2 },
      { reason: "budget", customers: 1, expectedProfit: 23 },
    ]);
    expect(plan).toMatchObject({
      asOf: "2025-12-31",
      budget: { money: 20 },
      candidates: 6,
      totals: { contacts: 2, cost: 20, hours: 1.25, expectedProfit: 110, used: 20 },
      bound: 38 + 23 + 16 * 4,
      exact: true,
      shadowPrice: 4,
      warnings: [],
    });
    expect(plan.totals.expectedActivations).toBeCloseTo(0.15, 12);
  });

  it("may be limited by hours or by contacts", () => {
    const hours = prioritizeActivation(candidates, { ...base, budget: { hours: 0.5 } });
    expect(hours.rows.map(({ customerId, profitPerUnit }) => [customerId, profitPerUnit])).toEqual([
      ["A", 152],
      ["E", 132],
    ]);
    const two = prioritizeActivation(candidates, { ...base, budget: { contacts: 2 } });
    expect(two.rows.map(({ customerId }) => customerId)).toEqual(["B", "A"]);
    expect(two.totals.used).toBe(2);
  });

  it("takes probabilities by candidate, a margin rate, and consent by a function", () => {
    const plan = prioritizeActivation(candidates, {
      budget: { contacts: 10 },
      measures: { "win-back": { cost: 2 }, call: { cost: 18 } },
      probability: ({ customerId }) => (customerId === "D" ? 0.5 : 0),
      consent: ({ customerId }) => customerId === "D" || (undefined as never),
      marginRate: 0.2,
    });
    expect(plan.rows).toMatchObject([{ customerId: "D", expectedProfit: 498, hours: null }]);
    expect(plan.exclusions[0]).toMatchObject({ reason: "no-consent", customers: 5 });
  });

  it("takes everybody's consent if that is what is said", () => {
    const plan = prioritizeActivation(candidates, { ...base, consent: "all", budget: { contacts: 9 } });
    expect(plan.rows).toHaveLength(5);
  });

  it("may be made on another day than the candidates were listed", () => {
    const plan = prioritizeActivation(candidates, {
      ...base,
      contacts,
      coolDown: { days: 90 },
      asOf: "2026-01-05",
    });
    expect(plan.asOf).toBe("2026-01-05");
    expect(plan.excluded.filter(({ reason }) => reason === "cool-down")).toEqual([
      { customerId: "B", reason: "cool-down" },
    ]);
  });

  it("doubts ids that are nobody's", () => {
    const { rows: none, warnings } = prioritizeActivation(candidates, { ...base, consent: [1, 2] });
    expect(none).toEqual([]);
    expect(warnings).toMatchObject([{ code: "consent-of-nobody", customers: 6 }]);
  });

  it("follows from a log in one go", () => {
    const log = transactionLog([
      { customerId: "A", date: "2023-11-20", amount: 300 },
      { customerId: "A", date: "2024-04-02", amount: 500 },
      { customerId: "B", date: "2025-12-31", amount: 1 },
    ]);
    const plan = prioritizeActivation(activationCandidates(log, null), {
      ...base,
      consent: new Set(["A"]),
    });
    expect(plan.rows).toMatchObject([{ customerId: "A", kind: "lapsed", expectedProfit: 38 }]);
  });
});

describe("a wrong call of prioritizeActivation is refused:", () => {
  it.each([
    ["a bare list", () => prioritizeActivation(rows as never, base), "candidates: These are no candidates"],
    ["no options", () => prioritizeActivation(candidates, undefined as never), "options: "],
    [
      "no consent",
      () => prioritizeActivation(candidates, { budget: { money: 1 }, measures } as never),
      "consent: Nobody is contacted without consent",
    ],
    [
      "null as consent",
      () => prioritizeActivation(candidates, { ...base, consent: null as never }),
      "consent: ",
    ],
    ["another word", () => prioritizeActivation(candidates, { ...base, consent: "ALL" as never }), '"ALL"'],
    [
      "a wrong id",
      () => prioritizeActivation(candidates, { ...base, consent: [null as never] }),
      "row 0, consent",
    ],
    ["no budget", () => prioritizeActivation(candidates, { ...base, budget: {} as never }), "Say one thing"],
    [
      "two budgets",
      () => prioritizeActivation(candidates, { ...base, budget: { money: 1, hours: 1 } as never }),
      "Say one thing",
    ],
    [
      "a wrong budget",
      () => prioritizeActivation(candidates, { ...base, budget: { money: -1 } }),
      "budget.money",
    ],
    [
      "no measures",
      () => prioritizeActivation(candidates, { ...base, measures: null as never }),
      "measures: ",
    ],
    [
      "an unknown measure",
      () => prioritizeActivation(candidates, { ...base, measures: { call: measures.call } }),
      '"win-back", which is not here',
    ],
    [
      "a measure without probability",
      () => prioritizeActivation(candidates, { ...base, measures: { ...measures, call: { cost: 1 } } }),
      "measures.call.probability",
    ],
    [
      "a measure without hours",
      () =>
        prioritizeActivation(candidates, {
          ...base,
          budget: { hours: 1 },
          measures: { ...measures, call: { cost: 1, probability: 0.1 } },
        }),
      "measures.call.hours",
    ],
    [
      "a wrong chance",
      () => prioritizeActivation(candidates, { ...base, probability: () => 2 }),
      'probability of customer "A"',
    ],
    [
      "contacts alone",
      () => prioritizeActivation(candidates, { ...base, contacts }),
      "coolDown: A cool-down needs both",
    ],
    [
      "a wrong date",
      () =>
        prioritizeActivation(candidates, {
          ...base,
          contacts: [{ customerId: "A", date: "31.12.2025" }],
          coolDown: { days: 1 },
        }),
      "row 0, contacts.date",
    ],
    [
      "a candidate twice",
      () => prioritizeActivation({ asOf: "2025-12-31", rows: [rows[0], rows[0]] }, base),
      "stands in row 0 already",
    ],
    [
      "a candidate without value",
      () =>
        prioritizeActivation(
          { asOf: "2025-12-31", rows: [{ customerId: "A", measure: "call" } as never] },
          base,
        ),
      "valueAtStake",
    ],
    [
      "a candidate without measure",
      () =>
        prioritizeActivation(
          { asOf: "2025-12-31", rows: [{ customerId: "A", valueAtStake: 1 } as never] },
          base,
        ),
      "candidates.rows[0].measure",
    ],
    ["a wrong zone", () => prioritizeActivation(candidates, { ...base, timeZone: "Mars" }), "timeZone"],
  ])("%s", (_what, call, words) => {
    expect(dataErrorOf(call).message).toContain(words);
  });
});
