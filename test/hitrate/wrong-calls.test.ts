import { describe, expect, it } from "vitest";
import {
  activationCandidates,
  activationEffect,
  fitWinModel,
  hitRate,
  hitRateBy,
  hitRateDifference,
  hitRateOverTime,
  hitRateValue,
  lossReasons,
  offerBook,
  prioritizeActivation,
  prioritizeOffers,
  readWinModel,
  salesCycle,
  salesVelocity,
  simulateOffers,
  stageConversion,
  timeToDecision,
  transactionLog,
  winProbabilities,
} from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";

const won = {
  id: "a",
  customerId: "A",
  status: "won",
  submitted: "2025-01-10",
  decided: "2025-02-01",
  value: 100,
  seller: "Ida",
  stage: "quote",
} as const;
const lost = { ...won, id: "b", status: "lost", seller: "Jo" } as const;
const open = { ...won, id: "c", status: "open", decided: null } as const;
const rows = [won, lost, open];
const book = offerBook(rows, { id: "id", keys: { seller: "seller" } }, { until: "2025-03-01" });
const stored = JSON.parse(JSON.stringify(book)) as never;
const log = transactionLog([
  { customerId: "A", date: "2024-01-01", amount: 10 },
  { customerId: "A", date: "2025-01-01", amount: 10 },
]);
const chances = { probabilities: 0.3, marginRate: 0.5 };
const bySeller = { key: "seller", first: "Ida", second: "Jo" };
const target = { customerId: "A", measure: "call", valueAtStake: 100 };
const targets = { asOf: "2025-03-01", rows: [target] };
const plan = {
  budget: { money: 10 },
  measures: { call: { cost: 1, probability: 0.1 } },
  consent: "all",
} as const;
const contacts = [{ customerId: "A", date: "2025-01-01" }];
const outcomes = [{ customerId: "A", date: "2025-01-05", amount: 5 }];
const month = { window: { days: 30 }, asOf: "2025-06-01" };

type Call = readonly [what: string, call: () => unknown, field: string, advice: string];

// As the wrong calls of the other rooms: the answer is a DataError that says where and what to do.
const ofBooks: readonly Call[] = [
  ["nothing as rows", () => offerBook(undefined as never), "rows", "pass an array"],
  ["a text as rows", () => offerBook("offers.csv" as never), "rows", "pass an array"],
  ["null as columns", () => offerBook(rows, null as never), "columns", "status, submitted"],
  ["a misspelt column", () => offerBook(rows, { state: "status" } as never), "columns.state", "status"],
  ["a list as keys", () => offerBook(rows, { keys: ["seller"] } as never), "columns.keys", "pass {"],
  ["a Map as keys", () => offerBook(rows, { keys: new Map() as never }), "columns.keys", "pass {"],
  [
    "a column as key",
    () => offerBook(rows, { keys: { customer: "seller" } }),
    "columns.keys.customer",
    "own",
  ],
  ["null as options", () => offerBook(rows, {}, null as never), "options", "timeZone, invalid, statuses"],
  ["a misspelt option", () => offerBook(rows, {}, { status: {} } as never), "options.status", "statuses"],
  ["a Map of words", () => offerBook(rows, {}, { statuses: new Map() as never }), "statuses", "pass {"],
  [
    "a word for a word",
    () => offerBook(rows, {}, { statuses: { won: "Won" as never } }),
    "statuses.won",
    '"won"',
  ],
  ["an impossible last day", () => offerBook(rows, {}, { until: "2025-02-30" }), "until", "no such day"],
  ["a German date", () => offerBook([{ ...won, submitted: "10.01.2025" }]), "submitted", "YYYY-MM-DD"],
  ["days that are swapped", () => offerBook([{ ...won, submitted: "2025-03-01" }]), "decided", "mixed up"],
  ["another spelling", () => offerBook([{ ...won, status: "Won" as never }]), "status", "option statuses"],
  ["a value as text", () => offerBook([{ ...won, value: "100" as never }]), "value", "convert it"],
  ["a value that failed", () => offerBook([{ ...won, value: Number.NaN }]), "value", "failed"],
  ["a negative value", () => offerBook([{ ...won, value: -1 }]), "value", "0 or more"],
  ["a negative cost", () => offerBook([{ ...open, cost: -5 }], { cost: "cost" }), "cost", "0 or more"],
  ["an id twice", () => offerBook([won, won], { id: "id" }), "id", "one row"],
  ["no seed", () => simulateOffers({ offers: 5 } as never), "seed", "whole number"],
  ["a rate in percent", () => simulateOffers({ offers: 5, seed: 1, winRate: 30 }), "winRate", "at most"],
  ["more than memory", () => simulateOffers({ offers: 1e12, seed: 1 }), "offers", "at most"],
  ["a seller for each", () => simulateOffers({ offers: 1, seed: 1, sellers: 1e12 }), "sellers", "at most"],
  [
    "a period backwards",
    () => simulateOffers({ offers: 5, seed: 1, from: "2026-01-01", until: "2025-01-01" }),
    "until",
    "pass a later",
  ],
];

const askers: readonly (readonly [string, (book: never, options?: never) => unknown])[] = [
  ["hitRate", (it, options) => hitRate(it, options)],
  ["hitRateBy", (it, options) => hitRateBy(it, "seller", options)],
  ["hitRateDifference", (it, options) => hitRateDifference(it, bySeller, options)],
  ["hitRateOverTime", (it, options) => hitRateOverTime(it, options)],
  ["lossReasons", (it, options) => lossReasons(it, options ?? { key: "seller" })],
  ["prioritizeOffers", (it, options) => prioritizeOffers(it, options ?? chances)],
  ["salesCycle", (it, options) => salesCycle(it, options)],
  ["salesVelocity", (it, options) => salesVelocity(it, options)],
  ["stageConversion", (it, options) => stageConversion(it, options ?? { stages: ["quote"] })],
  ["timeToDecision", (it, options) => timeToDecision(it, options)],
  ["fitWinModel", (it, options) => fitWinModel(it, options ?? { features: ["seller"] })],
];

const ofRates: readonly Call[] = [
  ["a level in percent", () => hitRate(book, { level: 95 }), "level", "at most"],
  ["a window backwards", () => hitRate(book, { from: "2025-02-01", to: "2025-01-01" }), "from", "earlier"],
  ["a window of the future", () => hitRate(book, { to: "2025-12-01" }), "to", "later asOf"],
  ["no day", () => hitRate(book, { asOf: null as never }), "asOf", "missing"],
  ["an impossible day", () => hitRate(book, { asOf: "2025-13-01" }), "asOf", "no such day"],
  ["days as number", () => hitRate(book, { noDecisionAfter: 180 as never }), "noDecisionAfter", "{ months"],
  ["a rule without its day", () => hitRate(book, { noDecision: "lost" }), "noDecision", "noDecisionAfter"],
  ["another window", () => hitRate(book, { window: "month" as never }), "window", '"cohort", "period"'],
  ["a minimum of 0", () => hitRate(book, { minimum: 0 }), "minimum", "at least 1"],
  ["no key", () => hitRateBy(book, undefined as never), "keys", "Name a key"],
  ["no keys", () => hitRateBy(book, []), "keys", "Name a key"],
  ["an unknown key", () => hitRateBy(book, "region"), "keys", '"customer", "stage", "seller"'],
  ["null as a key", () => hitRateBy(book, [null as never]), "keys[0]", "pass one"],
  ["an unknown order", () => hitRateBy(book, "seller", { sortBy: "won" as never }), "sortBy", '"shrunken"'],
  ["a word as flag", () => hitRateBy(book, "seller", { shrink: "yes" as never }), "shrink", "pass one"],
  ["no comparison", () => hitRateDifference(book, undefined as never), "comparison", "{ key, first, second"],
  [
    "a list to compare",
    () => hitRateDifference(book, ["Ida", "Jo"] as never),
    "comparison",
    "key, first, second",
  ],
  [
    "nobody of that name",
    () => hitRateDifference(book, { ...bySeller, second: "Kim" }),
    "comparison.second",
    '"Ida", "Jo"',
  ],
  [
    "one group twice",
    () => hitRateDifference(book, { ...bySeller, second: "Ida" }),
    "comparison.second",
    "another",
  ],
  [
    "years as text",
    () => hitRateDifference(book, { first: "2025", second: "2024" } as never),
    "comparison.first",
    "spans of days",
  ],
  [
    "spans that overlap",
    () => hitRateDifference(book, { first: { from: "2025-01-01" }, second: { from: "2025-02-01" } }),
    "comparison.second",
    "do not overlap",
  ],
  ["a misspelt period", () => hitRateOverTime(book, { period: "monthly" as never }), "period", '"month"'],
  ["a list as by", () => hitRateOverTime(book, { by: ["seller"] as never }), "by", "pass one"],
  [
    "orders ÷ offers of a month",
    () => hitRateOverTime(book, { window: "period", basis: "submitted" }),
    "basis",
    '"cohort"',
  ],
  [
    "every day there is",
    () => hitRateOverTime(book, { period: "day", from: "0001-01-01", asOf: "9999-12-31" }),
    "period",
    "longer ones",
  ],
  ["no figures", () => hitRateValue(undefined as never), "offers", "offers, meanMargin"],
  ["a bare number", () => hitRateValue(200 as never), "offers", "offers, meanMargin"],
  [
    "figures as text",
    () => hitRateValue({ offers: "200" as never, meanMargin: 3 }),
    "offers.offers",
    "number",
  ],
  ["no points", () => hitRateValue({ offers: 1, meanMargin: 3 }, { points: 0 }), "points", "above 0"],
  [
    "more than numbers hold",
    () => hitRateValue({ offers: 1e200, meanMargin: 1e200 }),
    "offers",
    "larger unit",
  ],
  ["a book without margins", () => hitRateValue(book), "marginRate", "which share"],
  ["a margin in percent", () => hitRateValue(book, { marginRate: 30 }), "marginRate", "at most 1"],
  ["rows as book", () => hitRateValue(rows as never), "offers", "offers, meanMargin"],
  ["a stored book", () => hitRateValue(stored), "book", "structuredClone"],
  ["no reason", () => lossReasons(book, {} as never), "key", "which key"],
  ["an unknown reason", () => lossReasons(book, { key: "grund" }), "key", "second argument of offerBook"],
];

const ofSales: readonly Call[] = [
  ["quantiles in percent", () => salesCycle(book, { quantiles: [50] }), "quantiles", "at most 1"],
  ["a quantile, no list", () => salesCycle(book, { quantiles: 0.5 as never }), "quantiles", "[0.25"],
  ["a start after the end", () => salesCycle(book, { from: "2026-01-01" }), "from", "earlier"],
  [
    "a rule of other rooms",
    () => timeToDecision(book, { withdrawn: "excluded" as never }),
    "withdrawn",
    "own",
  ],
  ["months as number", () => salesVelocity(book, { window: 12 as never }), "window", "{ months: 12 }"],
  [
    "two beginnings",
    () => salesVelocity(book, { from: "2025-01-01", window: { days: 5 } }),
    "window",
    "either",
  ],
  ["no stages", () => stageConversion(book, {} as never), "stages", "list all"],
  ["one stage as text", () => stageConversion(book, { stages: "quote" as never }), "stages", "list all"],
  [
    "a stage that is none",
    () => stageConversion(book, { stages: ["quote", Number.NaN] }),
    "stages",
    "list all",
  ],
  ["a stage twice", () => stageConversion(book, { stages: ["quote", "quote"] }), "stages", "each once"],
  ["a stage left out", () => stageConversion(book, { stages: ["order"] }), "stages", "List every stage"],
  ["no probabilities", () => prioritizeOffers(book, { marginRate: 0.3 } as never), "probabilities", "0.3"],
  [
    "a chance in percent",
    () => prioritizeOffers(book, { ...chances, probabilities: 30 }),
    "probabilities",
    "most 1",
  ],
  [
    "a chance above 1",
    () => prioritizeOffers(book, { ...chances, probabilities: [{ offerId: "c", probability: 1.2 }] }),
    "probabilities.probability",
    "from 0 to 1",
  ],
  [
    "a record of chances",
    () => prioritizeOffers(book, { ...chances, probabilities: { c: 0.2 } as never }),
    "probabilities",
    "pass an array",
  ],
  [
    "an offer without chance",
    () => prioritizeOffers(book, { ...chances, probabilities: [] }),
    "probabilities",
    "every open offer",
  ],
  [
    "a bare capacity",
    () => prioritizeOffers(book, { ...chances, capacity: 40 as never }),
    "capacity",
    "hours",
  ],
  [
    "no capacity in it",
    () => prioritizeOffers(book, { ...chances, capacity: {} as never }),
    "capacity",
    "either",
  ],
  [
    "two capacities",
    () => prioritizeOffers(book, { ...chances, capacity: { hours: 4, money: 4 } }),
    "capacity",
    "either",
  ],
  [
    "endless money",
    () => prioritizeOffers(book, { ...chances, capacity: { money: Number.POSITIVE_INFINITY } }),
    "capacity.money",
    "finite",
  ],
  [
    "hours of a book without",
    () => prioritizeOffers(book, { ...chances, capacity: { hours: 4 } }),
    "capacity.hours",
    "name their column",
  ],
  [
    "an hour that pays",
    () => prioritizeOffers(book, { ...chances, costPerHour: -60 }),
    "costPerHour",
    "least 0",
  ],
  ["a feature as text", () => fitWinModel(book, { features: "seller" as never }), "features", "at least one"],
  ["a feature of the outcome", () => fitWinModel(book, { features: ["stage"] }), "features[0]", "funnel"],
  [
    "a bare holdout",
    () => fitWinModel(book, { features: ["seller"], holdout: 0.3 as never }),
    "holdout",
    "share",
  ],
  ["arguments swapped", () => winProbabilities(book as never, {} as never), "model", "fitWinModel"],
  [
    "half a model",
    () => winProbabilities({ kind: "win-model", features: [] } as never, book),
    "model",
    "readWinModel",
  ],
  ["a model as text", () => readWinModel("{}"), "model", "JSON.parse"],
  ["an empty model", () => readWinModel({}), "kind", "win-model"],
];

const ofActivation: readonly Call[] = [
  ["rows as log", () => activationCandidates(rows as never, null), "log", "transactionLog"],
  ["offers as log", () => activationCandidates(book as never, null), "log", "transactionLog"],
  [
    "options in the second place",
    () => activationCandidates(log, {} as never),
    "interactions",
    "pass an array",
  ],
  ["null as options", () => activationCandidates(log, null, null as never), "options", "kinds"],
  ["a kind, no list", () => activationCandidates(log, null, { kinds: "lost" as never }), "kinds", '"lapsed"'],
  [
    "a class as kind",
    () => activationCandidates(log, null, { kinds: ["dormant" as never] }),
    "kinds[0]",
    "lapsed",
  ],
  [
    "a record of values",
    () => activationCandidates(log, null, { value: { A: 5 } as never }),
    "value",
    "an array",
  ],
  [
    "a customer valued twice",
    () =>
      activationCandidates(log, null, {
        value: [
          { customerId: "A", value: 1 },
          { customerId: "A", value: 2 },
        ],
      }),
    "customerId",
    "add up",
  ],
  [
    "a list without its day",
    () => prioritizeActivation([target] as never, plan),
    "candidates",
    "{ asOf, rows }",
  ],
  [
    "no options",
    () => prioritizeActivation(targets, undefined as never),
    "options",
    "budget, measures, consent",
  ],
  [
    "no consent",
    () => prioritizeActivation(targets, { ...plan, consent: undefined as never }),
    "consent",
    "pass the ids",
  ],
  [
    "consent of one",
    () => prioritizeActivation(targets, { ...plan, consent: "A" as never }),
    "consent",
    '"all"',
  ],
  [
    "true as consent",
    () => prioritizeActivation(targets, { ...plan, consent: true as never }),
    "consent",
    '"all"',
  ],
  [
    "consent as promise",
    () => prioritizeActivation(targets, { ...plan, consent: (async () => true) as never }),
    "consent",
    "not a promise",
  ],
  [
    "1 as consent",
    () => prioritizeActivation(targets, { ...plan, consent: (() => 1) as never }),
    "consent",
    "return true",
  ],
  [
    "rows as consent",
    () => prioritizeActivation(targets, { ...plan, consent: [{ customerId: "A" }] as never }),
    "consent",
    "ids are texts",
  ],
  [
    "a bare budget",
    () => prioritizeActivation(targets, { ...plan, budget: 100 as never }),
    "budget",
    "money",
  ],
  [
    "two budgets",
    () => prioritizeActivation(targets, { ...plan, budget: { money: 1, hours: 2 } as never }),
    "budget",
    "one thing",
  ],
  [
    "a measure that is missing",
    () => prioritizeActivation(targets, { ...plan, measures: {} }),
    "measures",
    "say what it costs",
  ],
  [
    "a chance above 1",
    () => prioritizeActivation(targets, { ...plan, measures: { call: { cost: 1, probability: 1.2 } } }),
    "measures.call.probability",
    "at most 1",
  ],
  [
    "a cost below 0",
    () => prioritizeActivation(targets, { ...plan, measures: { call: { cost: -1, probability: 0.5 } } }),
    "measures.call.cost",
    "at least 0",
  ],
  [
    "a measure without hours",
    () => prioritizeActivation(targets, { ...plan, budget: { hours: 4 } }),
    "measures.call.hours",
    "at least 0",
  ],
  [
    "a chance as number",
    () => prioritizeActivation(targets, { ...plan, probability: 0.3 as never }),
    "probability",
    "pass (",
  ],
  [
    "a cool-down alone",
    () => prioritizeActivation(targets, { ...plan, coolDown: { days: 9 } }),
    "contacts",
    "needs both",
  ],
  [
    "a candidate twice",
    () => prioritizeActivation({ ...targets, rows: [target, target] }, plan),
    "customerId",
    "add up",
  ],
  [
    "values beyond all numbers",
    () =>
      prioritizeActivation(
        {
          ...targets,
          rows: ["A", "B"].map((customerId) => ({ ...target, customerId, valueAtStake: 1.7e308 })),
        },
        { ...plan, probability: () => 1 },
      ),
    "candidates",
    "larger unit",
  ],
  ["no window", () => activationEffect(contacts, outcomes, {} as never), "window", "{ months: 12 }"],
  [
    "a window in days",
    () => activationEffect(contacts, outcomes, { window: 30 as never }),
    "window",
    "{ months",
  ],
  [
    "rows without a last day",
    () => activationEffect(contacts, outcomes, { window: { days: 30 } }),
    "asOf",
    "pass the last day",
  ],
  [
    "nothing as outcomes",
    () => activationEffect(contacts, null as never, month),
    "outcomes",
    "pass an array",
  ],
  ["offers as outcomes", () => activationEffect(contacts, book as never, month), "log", "transactionLog"],
  ["ids as contacts", () => activationEffect(["A"] as never, outcomes, month), "contacts", "pass objects"],
  [
    "a control that was contacted",
    () => activationEffect(contacts, outcomes, { ...month, control: ["A"] }),
    "control",
    "leave him out",
  ],
  [
    "a control without one day",
    () =>
      activationEffect([...contacts, { customerId: "C", date: "2025-01-02" }], outcomes, {
        ...month,
        control: ["B"],
      }),
    "control",
    "pass rows",
  ],
  [
    "a cost as text",
    () => activationEffect([{ customerId: "A", date: "2025-01-01", cost: "2" as never }], outcomes, month),
    "contacts.cost",
    "finite number",
  ],
  [
    "inquiries of a log",
    () => activationEffect(contacts, log, { window: { days: 30 }, activity: ["inquiry"] }),
    "activity",
    'add "purchase"',
  ],
  [
    "an amount as text",
    () => activationEffect(contacts, [{ customerId: "A", date: "2025-01-05", amount: "5" as never }], month),
    "outcomes.amount",
    "finite number",
  ],
];

function expectAdvice(call: () => unknown, field: string, advice: string): void {
  const error = dataErrorOf(call);
  expect(error.issues[0]?.field).toBe(field);
  expect(error.message).toContain(advice);
}

describe("wrong calls", () => {
  it.each(ofBooks)("of the door of offers: %s", (_, call, field, advice) =>
    expectAdvice(call, field, advice),
  );
  it.each(ofRates)("of hit rates: %s", (_, call, field, advice) => expectAdvice(call, field, advice));
  it.each(ofSales)("of cycle, funnel, priorities and model: %s", (_, call, field, advice) =>
    expectAdvice(call, field, advice),
  );
  it.each(ofActivation)("of activation: %s", (_, call, field, advice) => expectAdvice(call, field, advice));

  it.each(askers)("of %s: what is no book, or no options", (_, ask) => {
    for (const wrong of [rows, undefined, log, "book"] as never[]) {
      expectAdvice(() => ask(wrong), "book", "pass what offerBook returns");
    }
    expectAdvice(() => ask(stored), "book", "call offerBook again");
    expectAdvice(() => ask(book as never, { asof: "2025-01-01" } as never), "options.asof", "asOf");
    expectAdvice(() => ask(book as never, "2025-01-01" as never), "options", "may hold");
  });

  it.each(askers.slice(0, -1))("%s takes a book that was cloned", (_, ask) => {
    expect(ask(structuredClone(book) as never)).toEqual(ask(book as never));
  });
});

describe("what is left empty", () => {
  it("as control is no control, and that is said", () => {
    const effect = activationEffect(contacts, outcomes, { ...month, control: [] });
    expect(effect.hasControl).toBe(false);
    expect(effect.warnings.map(({ code }) => code)).toContain("no-control");
  });

  it("as cost of some contacts only is said", () => {
    const priced = [
      { customerId: "A", date: "2025-01-01", cost: 3 },
      { customerId: "B", date: "2025-01-01" },
    ];
    const { total, warnings } = activationEffect(priced, outcomes, month);
    expect(total.cost).toBe(3);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "no-costs", count: 1 }));
    const known = activationEffect(priced, outcomes, { ...month, costs: { perContact: 1 } });
    expect(known.total.cost).toBe(4);
    expect(known.warnings.map(({ code }) => code)).toEqual(["no-control"]);
  });
});
