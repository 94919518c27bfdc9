import { describe, expect, it } from "vitest";
import { retentionBySatisfaction } from "../../src/satisfaction/retention-by-satisfaction.ts";
import { satisfactionByClass } from "../../src/satisfaction/satisfaction-by-class.ts";
import { valueBySatisfaction } from "../../src/satisfaction/value-by-satisfaction.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const responses = [
  { customerId: "A", date: "2024-03-01", score: 9 },
  { customerId: "A", date: "2024-01-01", score: 2 },
  { customerId: "B", date: "2024-01-01", score: 6 },
  { customerId: "B", date: "2024-06-01", score: null },
  { customerId: "X", date: "2024-06-01", score: 10 },
];
const customers = [
  { customerId: "A", class: "regular", revenue: 300 },
  { customerId: "B", class: "new", revenue: 60 },
  { customerId: "C", class: "new", revenue: 40 },
];

describe("satisfactionByClass", () => {
  it("takes the latest answer of each customer, and leaves strangers out", () => {
    const { rows, total, strangers } = satisfactionByClass(responses, customers, { measure: "nps" });
    expect(rows.map((row) => [row.class, row.asked, row.responses, row.score])).toEqual([
      ["regular", 1, 1, 1],
      ["new", 2, 1, -1],
    ]);
    expect([total.score, total.asked, strangers]).toEqual([0, 3, 1]);
  });

  it("takes the last row where days are equal or not given", () => {
    const undated = responses.map(({ customerId, score }) => ({ customerId, score }));
    const { rows } = satisfactionByClass(undated, customers, { measure: "nps" });
    expect(rows[0]?.score).toBe(-1);
  });

  it("refuses customers that stand twice, and answers without a customer", () => {
    const twice = [...customers, { customerId: "A", class: "new", revenue: 1 }];
    expect(dataErrorOf(() => satisfactionByClass(responses, twice, { measure: "nps" })).issues[0]?.code).toBe(
      "duplicate_customer",
    );
    const anonymous = [{ customerId: null, date: "2024-01-01", score: 9 }];
    const error = dataErrorOf(() => satisfactionByClass(anonymous as never, customers, { measure: "nps" }));
    expect(error.message).toContain("leave out anonymous answers");
  });
});

describe("valueBySatisfaction", () => {
  it("adds up to all customers and all value", () => {
    const { rows, total, strangers } = valueBySatisfaction(responses, customers, {
      measure: "nps",
      value: "revenue",
    });
    expect(rows).toEqual([
      {
        band: "promoter",
        customers: 1,
        shareOfCustomers: 1 / 3,
        value: 300,
        shareOfValue: 0.75,
        meanValue: 300,
        standardError: null,
      },
      {
        band: "passive",
        customers: 0,
        shareOfCustomers: 0,
        value: 0,
        shareOfValue: 0,
        meanValue: null,
        standardError: null,
      },
      {
        band: "detractor",
        customers: 1,
        shareOfCustomers: 1 / 3,
        value: 60,
        shareOfValue: 0.15,
        meanValue: 60,
        standardError: null,
      },
      {
        band: "no-answer",
        customers: 1,
        shareOfCustomers: 1 / 3,
        value: 40,
        shareOfValue: 0.1,
        meanValue: 40,
        standardError: null,
      },
    ]);
    expect([total, strangers]).toEqual([{ customers: 3, value: 400 }, 1]);
  });

  it("gives the standard error of the mean, and no shares of nothing", () => {
    const rows = [1, 2, 6].map((revenue, i) => ({ customerId: i, revenue: revenue - 3 }));
    const noAnswer = valueBySatisfaction([] as typeof responses, rows, { measure: "csat", value: "revenue" })
      .rows[2];
    // Values −2, −1, 3: variance 7.
    expect(noAnswer).toMatchObject({ band: "no-answer", customers: 3, value: 0, shareOfValue: null });
    expect(noAnswer?.standardError).toBeCloseTo(Math.sqrt(7 / 3), 14);
    const wrong = { measure: "nps", value: "revenue", level: 0.9 } as never;
    expect(dataErrorOf(() => valueBySatisfaction(responses, customers, wrong)).message).toContain("level");
  });
});

describe("retentionBySatisfaction", () => {
  const log = transactionLog([
    { customerId: "A", date: "2024-01-01", amount: 10 },
    { customerId: "A", date: "2024-04-01", amount: 10 },
    { customerId: "B", date: "2024-01-01", amount: 10 },
    { customerId: "B", date: "2024-02-01", amount: -10 },
    { customerId: "Z", date: "2024-08-31", amount: 10 },
  ]);
  const options = { measure: "nps", within: { months: 3 } } as const;

  it("judges only answers whose time is over; neither returns nor the same day are purchases", () => {
    const { asOf, rows, difference, strangers } = retentionBySatisfaction(responses, log, options);
    expect(asOf).toBe("2024-08-31");
    // A's purchase of 1 April is three months after 1 January, and within three months after 1 March; X's answer waits until 1 September.
    expect(rows.map(({ band, responses: n, retained, pending }) => [band, n, retained, pending])).toEqual([
      ["promoter", 1, 1, 1],
      ["passive", 0, 0, 0],
      ["detractor", 2, 1, 0],
    ]);
    expect(rows[2]).toMatchObject({ retentionRate: 0.5, lower: proportionInterval(1, 2)?.lower });
    expect(difference?.difference).toBe(0.5);
    expect(strangers).toBe(1);
  });

  it("needs to be told how long, and has no difference without answers", () => {
    expect(
      dataErrorOf(() => retentionBySatisfaction(responses, log, { measure: "nps" } as never)).issues[0]
        ?.field,
    ).toBe("within");
    const none = retentionBySatisfaction([] as typeof responses, log, options);
    expect(none.difference).toBeNull();
    expect(none.rows[0]?.retentionRate).toBeNull();
    expect(dataErrorOf(() => retentionBySatisfaction(responses, [] as never, options)).issues[0]?.field).toBe(
      "log",
    );
  });
});
