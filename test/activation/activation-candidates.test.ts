import { describe, expect, it } from "vitest";
import { activationCandidates } from "../../src/activation/activation-candidates.ts";
import { explainClass } from "../../src/classification/explain-class.ts";
import { de } from "../../src/locales/de.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const log = transactionLog([
  // Last active window (2023-06-10, 2024-06-10]: 40 + 60 − 15, the return after it included.
  { customerId: "Lapsed", date: "2023-06-10", amount: 1000 },
  { customerId: "Lapsed", date: "2023-06-11", amount: 40 },
  { customerId: "Lapsed", date: "2024-06-10", amount: 60 },
  { customerId: "Lapsed", date: "2024-07-01", amount: -15 },
  { customerId: "Once", date: "2024-08-01", amount: 20 },
  { customerId: "Once", date: "2024-08-20", amount: -25 },
  { customerId: "Drop", date: "2024-12-26", amount: 300 },
  { customerId: "Drop", date: "2025-12-20", amount: 50 },
  { customerId: "Gone", date: "2022-01-05", amount: 500 },
  { customerId: "Rhythm", date: "2025-06-01", amount: 10 },
  { customerId: "Rhythm", date: "2025-07-01", amount: 10 },
  { customerId: "Rhythm", date: "2025-07-31", amount: 10 },
  { customerId: "Fresh", date: "2025-12-30", amount: 1 },
  { customerId: "Later", date: "2026-01-02", amount: 1 },
]);
const contacts = (customerId: string, times: number) =>
  Array.from({ length: times }, (_, i) => ({ customerId, date: `2025-0${i + 1}-01`, kind: "contact" }));
const interactions = [...contacts("Vain", 3), ...contacts("Twice", 2)];
const asOf = "2025-12-31";

describe("candidates for activation", () => {
  const found = activationCandidates(log, interactions, { asOf });

  it("are listed by what there is to win, each with kind, reason, basis and measure", () => {
    // The first purchase days: 1000, 20, 300, 500, 10 and 1 of the six who have bought.
    const mean = (1000 + 20 + 300 + 500 + 10 + 1) / 6;
    expect(
      found.rows.map((row) => [
        row.customerId,
        row.kind,
        row.reason,
        row.valueAtStake,
        row.valueBasis,
        row.measure,
      ]),
    ).toEqual([
      ["Vain", "never-converted", "contacted-in-vain", mean, "mean-first-purchase", "follow-up-offer"],
      ["Drop", "declining", "revenue-drop", 250, "shortfall", "personal-contact"],
      ["Lapsed", "lapsed", "silence", 85, "last-active-window", "win-back"],
      ["Rhythm", "declining", "overdue", 30, "last-active-window", "personal-contact"],
      ["Once", "one-and-done", "silence", 0, "last-active-window", "second-purchase-offer"],
    ]);
    expect(found.rows[2]).toMatchObject({ silenceDays: 569, purchases: 3, revenue: 1085 });
    expect(found.known).toBe(8);
    expect(found.kinds).toEqual([
      { kind: "one-and-done", customers: 1, valueAtStake: 0 },
      { kind: "lapsed", customers: 1, valueAtStake: 85 },
      { kind: "declining", customers: 2, valueAtStake: 280 },
      { kind: "never-converted", customers: 1, valueAtStake: mean },
    ]);
    expect(found.warnings).toEqual([]);
  });

  it("carry the reason in a form that can be put into words", () => {
    const once = found.rows.at(-1);
    expect(once && explainClass(once, de)).toContain("01.08.2024");
  });

  it("are of the kinds that are asked for", () => {
    const { rows, kinds } = activationCandidates(log, null, { asOf, kinds: ["lost", "lapsed"] });
    expect(rows.map(({ customerId, valueAtStake }) => [customerId, valueAtStake])).toEqual([
      ["Gone", 500],
      ["Lapsed", 85],
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(["lapsed", "lost"]);
  });

  it("take the caller's values and measures, and say where there are none", () => {
    const value = [
      { customerId: "Once", value: 77, more: 1 },
      { customerId: "Drop", value: -5 },
      { customerId: "Nobody", value: 1 },
    ];
    const { rows, warnings } = activationCandidates(log, interactions, {
      asOf,
      value,
      prospectValue: 80,
      measures: { lapsed: "phone call" },
    });
    expect(rows.map((row) => [row.customerId, row.valueAtStake, row.valueBasis, row.measure])).toEqual([
      ["Lapsed", 85, "last-active-window", "phone call"],
      ["Vain", 80, "given", "follow-up-offer"],
      ["Once", 77, "given", "second-purchase-offer"],
      ["Rhythm", 30, "last-active-window", "personal-contact"],
      ["Drop", -5, "given", "personal-contact"],
    ]);
    expect(warnings.map(({ code, customers }) => [code, customers])).toEqual([
      ["values-missing", 3],
      ["unknown-values", 1],
    ]);
  });

  it("of a young log come with a doubt", () => {
    const young = transactionLog([{ customerId: "A", date: "2025-06-01", amount: 1 }]);
    expect(activationCandidates(young, null, { asOf }).warnings).toMatchObject([
      { code: "short-history", customers: 1 },
    ]);
  });

  it("cannot be valued if nobody has bought, unless the caller does", () => {
    const empty = transactionLog([]);
    const call = (prospectValue?: number) =>
      activationCandidates(empty, interactions, {
        asOf,
        ...(prospectValue === undefined ? {} : { prospectValue }),
      });
    expect(dataErrorOf(() => call()).message).toContain("prospectValue: ");
    expect(call(12).rows.map(({ valueAtStake }) => valueAtStake)).toEqual([12]);
  });
});

describe("a wrong call of activationCandidates", () => {
  it.each([
    ["rows as log", () => activationCandidates([] as never, null), "log: This is no log"],
    ["a misspelt option", () => activationCandidates(log, null, { asof: asOf } as never), "options.asof"],
    [
      "interactions among the options",
      () => activationCandidates(log, null, { interactions: [] } as never),
      "options.interactions",
    ],
    ["no kinds", () => activationCandidates(log, null, { kinds: [] }), "kinds: "],
    ["a wrong kind", () => activationCandidates(log, null, { kinds: ["dormant" as never] }), "kinds[0]"],
    ["text as interactions", () => activationCandidates(log, "x" as never), "interactions: "],
    ["values that are none", () => activationCandidates(log, null, { value: 5 as never }), "value: "],
    [
      "values without numbers",
      () => activationCandidates(log, null, { value: [{ customerId: "A", value: "9" as never }] }),
      "row 0, value: ",
    ],
    [
      "two values of a customer",
      () =>
        activationCandidates(log, null, {
          value: [
            { customerId: "A", value: 1 },
            { customerId: "A", value: 2 },
          ],
        }),
      "stands in row 0 already",
    ],
    [
      "a negative value of prospects",
      () => activationCandidates(log, null, { prospectValue: -1 }),
      "at least 0",
    ],
    [
      "a measure for no kind",
      () => activationCandidates(log, null, { measures: { dormant: "x" } as never }),
      "measures.dormant",
    ],
    [
      "a nameless measure",
      () => activationCandidates(log, null, { measures: { lapsed: "" } }),
      "measures.lapsed",
    ],
  ])("is refused: %s", (_what, call, words) => {
    expect(dataErrorOf(call).message).toContain(words);
  });
});
