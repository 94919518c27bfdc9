import { describe, expect, it } from "vitest";
import { hitRateValue } from "../../src/hitrate/hit-rate-value.ts";
import { prioritizeOffers } from "../../src/hitrate/prioritize-offers.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { id: "A", customerId: "K1", status: "open", submitted: "2025-03-01", margin: 4000, cost: 100, hours: 10 },
  { id: "B", customerId: "K2", status: "open", submitted: "2025-03-05", margin: 9000, cost: 0, hours: 40 },
  { id: "C", customerId: null, status: "open", submitted: "2025-03-09", margin: 1000, cost: 50, hours: 5 },
  { id: "D", customerId: "K1", status: "open", submitted: "", margin: -10, cost: 0, hours: 1 },
  {
    id: "E",
    customerId: "K3",
    status: "won",
    submitted: "2025-01-02",
    decided: "2025-03-20",
    margin: 700,
    cost: 10,
    hours: 2,
  },
  { id: "F", customerId: "K3", status: "open", submitted: "2025-03-09", margin: 500, cost: 0, hours: 0 },
  {
    id: "G",
    customerId: "K3",
    status: "withdrawn",
    submitted: "2025-02-01",
    decided: "2025-02-02",
    margin: 9,
    cost: 1,
    hours: 0,
  },
];
const columns = { id: "id", margin: "margin", cost: "cost", hours: "hours" } as const;
const book = offerBook(rows, columns);
const probabilities = [
  { offerId: "A", probability: 0.5 },
  { offerId: "B", probability: 0.6 },
  { offerId: "C", probability: 0.2 },
  { offerId: "D", probability: 0.9 },
  { offerId: "F", probability: 0.1 },
  { offerId: "E", probability: 1 },
];

describe("priorities of offers", () => {
  it("follow expected profit per hour and fill the capacity as well as can be", () => {
    const result = prioritizeOffers(book, { probabilities, costPerHour: 60, capacity: { hours: 45 } });
    expect(result.rows).toEqual([
      {
        offerId: "F",
        customerId: "K3",
        probability: 0.1,
        margin: 500,
        cost: 0,
        hours: 0,
        expectedProfit: 50,
        profitPerHour: null,
        breakEvenProbability: 0,
        decision: "pursue",
        reason: "pursued",
      },
      {
        offerId: "A",
        customerId: "K1",
        probability: 0.5,
        margin: 4000,
        cost: 700,
        hours: 10,
        expectedProfit: 1300,
        profitPerHour: 130,
        breakEvenProbability: 0.175,
        decision: "leave",
        reason: "capacity",
      },
      {
        offerId: "B",
        customerId: "K2",
        probability: 0.6,
        margin: 9000,
        cost: 2400,
        hours: 40,
        expectedProfit: 3000,
        profitPerHour: 75,
        breakEvenProbability: 2400 / 9000,
        decision: "pursue",
        reason: "pursued",
      },
      {
        offerId: "C",
        customerId: null,
        probability: 0.2,
        margin: 1000,
        cost: 350,
        hours: 5,
        expectedProfit: -150,
        profitPerHour: -30,
        breakEvenProbability: 0.35,
        decision: "leave",
        reason: "unprofitable",
      },
      {
        offerId: "D",
        customerId: "K1",
        probability: 0.9,
        margin: -10,
        cost: 60,
        hours: 1,
        expectedProfit: -69,
        profitPerHour: -69,
        breakEvenProbability: null,
        decision: "leave",
        reason: "no-margin",
      },
    ]);
    expect(result).toMatchObject({
      asOf: "2025-03-20",
      capacity: { hours: 45 },
      pursued: { offers: 2, cost: 2400, hours: 40, expectedOrders: 0.7, expectedProfit: 3050 },
      exact: true,
      shadowPrice: 75,
      warnings: [],
    });
    // All of A, and 35 of the 40 hours of B.
    expect(result.bound).toBeCloseTo(50 + 1300 + (3000 * 35) / 40, 9);
    expect(
      result.byReason.map(({ reason, offers, expectedProfit }) => [reason, offers, expectedProfit]),
    ).toEqual([
      ["pursued", 2, 3050],
      ["capacity", 1, 1300],
      ["unprofitable", 1, -150],
      ["no-margin", 1, -69],
    ]);
  });

  it("without a capacity pursue whatever pays", () => {
    const { rows: found, exact, shadowPrice, bound, pursued } = prioritizeOffers(book, { probabilities });
    expect(found.map(({ offerId, decision }) => `${offerId} ${decision}`)).toEqual([
      "F pursue",
      "A pursue",
      "B pursue",
      "C pursue",
      "D leave",
    ]);
    expect({ exact, shadowPrice }).toEqual({ exact: true, shadowPrice: 0 });
    expect(bound).toBe(pursued.expectedProfit);
  });

  it("may be limited by money, and judged as of an earlier day", () => {
    const {
      rows: found,
      capacity,
      pursued,
    } = prioritizeOffers(book, {
      probabilities: 0.5,
      capacity: { money: 100 },
      asOf: "2025-03-04",
    });
    // E was still open then; B, C and F were not submitted; D is a draft at any time.
    expect(found.map(({ offerId, reason }) => `${offerId} ${reason}`)).toEqual([
      "E capacity",
      "A pursued",
      "D no-margin",
    ]);
    expect(capacity).toEqual({ money: 100 });
    expect(pursued.cost).toBe(100);
  });

  it("take margins from values, and say if nothing costs anything", () => {
    const plain = offerBook([{ status: "open", submitted: "2025-01-01", value: 200 }]);
    const {
      rows: found,
      warnings,
      pursued,
    } = prioritizeOffers(plain, { probabilities: 0.25, marginRate: 0.5 });
    expect(found[0]).toMatchObject({
      offerId: 0,
      margin: 100,
      hours: null,
      profitPerHour: null,
      expectedProfit: 25,
    });
    expect(pursued.hours).toBeNull();
    expect(warnings).toMatchObject([{ code: "no-costs", offers: 1 }]);
  });
});

describe("the value of a point of hit rate", () => {
  it("is a share of the margins offered", () => {
    expect(hitRateValue({ offers: 200, meanMargin: 3000, meanCost: 450 }, { points: 2 })).toEqual({
      asOf: null,
      from: null,
      points: 2,
      offers: 200,
      withdrawn: null,
      margin: 600_000,
      orders: 4,
      byValue: 12_000,
      byNumber: 12_000,
      breakEvenHitRate: 0.15,
    });
    // Without the draft and the withdrawn one: 4000 + 9000 + 1000 + 700 + 500, of which 700 won.
    expect(hitRateValue(book)).toEqual({
      asOf: "2025-03-20",
      from: null,
      points: 1,
      offers: 5,
      withdrawn: 1,
      margin: 15_200,
      orders: 0.05,
      byValue: 152,
      byNumber: 35,
      breakEvenHitRate: 160 / 15_200,
    });
    expect(hitRateValue(book, { from: "2025-03-01", asOf: "2025-03-05", costPerHour: 1 })).toMatchObject({
      offers: 2,
      byValue: 130,
      byNumber: null,
      breakEvenHitRate: 150 / 13_000,
    });
  });

  it("is unknown where there is nothing to divide by", () => {
    expect(hitRateValue({ offers: 0, meanMargin: 0, meanCost: 5 }).breakEvenHitRate).toBeNull();
    const empty = offerBook([{ status: "open", submitted: "", value: 5 }], {}, { until: "2025-01-01" });
    expect(hitRateValue(empty, { marginRate: 1 })).toMatchObject({
      offers: 0,
      byNumber: null,
      breakEvenHitRate: null,
    });
  });
});

const plain = offerBook([{ status: "open", submitted: "2025-01-01", value: 200 }]);
const bare = offerBook([{ status: "open", submitted: "2025-01-01" }]);

describe("a wrong call is refused:", () => {
  it.each([
    ["rows as book", () => prioritizeOffers([] as never, { probabilities }), "book: This is no book"],
    ["no options", () => prioritizeOffers(book, undefined as never), "options: "],
    [
      "a misspelt option",
      () => prioritizeOffers(book, { probabilities, hours: 4 } as never),
      "options.hours",
    ],
    ["no probabilities", () => prioritizeOffers(book, {} as never), "probabilities: Say how likely"],
    ["a percentage", () => prioritizeOffers(book, { probabilities: 40 }), "at most 1"],
    [
      "a missing probability",
      () => prioritizeOffers(book, { probabilities: probabilities.slice(1) }),
      'No row is about the open offer "A"',
    ],
    [
      "a wrong probability",
      () => prioritizeOffers(book, { probabilities: [{ offerId: "A", probability: 1.5 }] }),
      "row 0, probabilities.probability: 1.5 is no probability",
    ],
    [
      "two probabilities",
      () => prioritizeOffers(book, { probabilities: [...probabilities, { offerId: "A", probability: 1 }] }),
      "stands in an earlier row already",
    ],
    [
      "a nameless offer",
      () => prioritizeOffers(book, { probabilities: [{ offerId: null as never, probability: 1 }] }),
      "id of the offer is missing",
    ],
    ["two margins", () => prioritizeOffers(book, { probabilities, marginRate: 0.3 }), "margins of its own"],
    ["no margin rate", () => prioritizeOffers(plain, { probabilities: 0.1 }), "which share of the value"],
    [
      "neither",
      () => prioritizeOffers(bare, { probabilities: 0.1, marginRate: 1 }),
      "neither margins nor values",
    ],
    [
      "hours without hours",
      () => prioritizeOffers(plain, { probabilities: 0.1, marginRate: 1, capacity: { hours: 3 } }),
      "capacity.hours: The book has no hours",
    ],
    [
      "a cost per hour without hours",
      () => prioritizeOffers(plain, { probabilities: 0.1, marginRate: 1, costPerHour: 3 }),
      "costPerHour: The book has no hours",
    ],
    [
      "two capacities",
      () => prioritizeOffers(book, { probabilities, capacity: { hours: 3, money: 4 } as never }),
      "either how many hours or how much money",
    ],
    [
      "a number as capacity",
      () => prioritizeOffers(book, { probabilities, capacity: 3 as never }),
      "capacity: ",
    ],
    [
      "a negative capacity",
      () => prioritizeOffers(book, { probabilities, capacity: { hours: -1 } }),
      "at least 0",
    ],
    ["no figures", () => hitRateValue(undefined as never), "offers: This is no record"],
    ["a misspelt figure", () => hitRateValue({ offers: 1, margin: 2 } as never), "offers.margin"],
    ["a log as book", () => hitRateValue({ kind: "transaction-log" } as never), "book: "],
    ["no points", () => hitRateValue({ offers: 1, meanMargin: 2 }, { points: 0 }), "points: "],
    ["a late start", () => hitRateValue(book, { from: "2026-01-01" }), "pass an earlier day"],
  ])("%s", (_what, call, words) => {
    expect(dataErrorOf(call).message).toContain(words);
  });
});
