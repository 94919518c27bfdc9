import { describe, expect, it } from "vitest";
import type { CustomerBaseAudit } from "../../src/audit/audit-result.ts";
import type { NewerAgainstOlder } from "../../src/audit/cohort-view-result.ts";
import { auditFindings } from "../../src/audit/finding-list.ts";
import { RULES } from "../../src/audit/finding-rules.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import {
  type AuditRow,
  audited,
  buyersOf,
  codesOf,
  findingsOf,
  smallAudit,
  smallRows,
} from "./audit-cases.ts";

const year = { period: "year", asOf: "2024-12-31" } as const;

describe("findings in general", () => {
  it("stand in the order of the rules, with the rule of each", () => {
    const order = Object.keys(RULES);
    const found = auditFindings(smallAudit);
    const places = found.map(({ code }) => order.indexOf(code));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const { code, view, rule } of found) expect({ view, rule }).toEqual(pick(code));
    expect(structuredClone(found)).toEqual(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("refuse what is no audit", () => {
    const log = transactionLog([]);
    for (const wrong of [null, undefined, "audit", 7, [], {}, log]) {
      const error = dataErrorOf(() => auditFindings(wrong as unknown as CustomerBaseAudit));
      expect(error.message).toContain("pass the result of auditCustomerBase");
    }
  });

  function pick(code: keyof typeof RULES) {
    const { view, rule } = RULES[code];
    return { view, rule };
  }
});

describe("how customers differ", () => {
  it("tenths, shares and inequality from ten customers on", () => {
    const nine = codesOf(audited(buyersOf([1, 2, 3, 4, 5, 6, 7, 8, 9]), year));
    const tenAudit = audited(buyersOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 55]), year);
    for (const code of ["top-tenth", "top-share", "inequality"] as const) {
      expect(nine).not.toContain(code);
      expect(codesOf(tenAudit)).toContain(code);
    }
    expect(nine).toContain("few-customers");
    expect(codesOf(tenAudit)).not.toContain("few-customers");
    expect(findingsOf(tenAudit, "top-tenth")[0]?.figures).toEqual({
      customers: 1,
      share: 0.55,
      sortedBy: "revenue",
    });
    expect(findingsOf(tenAudit, "top-share")[0]?.figures).toEqual({
      topShare: 0.2,
      customers: 2,
      share: 0.64,
      sortedBy: "revenue",
    });
  });

  it.each([
    [0.1999, "even"],
    [0.2, "moderate"],
    [0.3999, "moderate"],
    [0.4, "uneven"],
    [0.5999, "uneven"],
    [0.6, "very-uneven"],
  ])("a Gini coefficient of %d is %s", (gini, band) => {
    const base = audited(buyersOf(Array.from({ length: 12 }, () => 5)), year);
    expect(findingsOf(base, "inequality")[0]?.figures).toMatchObject({ band: "even" });
    const other = { ...base, differences: base.differences && { ...base.differences, gini } };
    expect(findingsOf(other, "inequality")[0]?.figures).toMatchObject({ gini, band });
  });

  it("one order, if somebody has exactly one", () => {
    const once = buyersOf([5, 7]);
    const twice = [...once, ...once];
    expect(findingsOf(audited([...twice, ["x", "2024-01-01", 3]], year), "one-order")[0]?.figures).toEqual({
      customers: 1,
      allCustomers: 3,
      shareOfCustomers: 1 / 3,
      revenue: 3,
    });
    expect(codesOf(audited(twice, year))).not.toContain("one-order");
  });

  it("negative revenue below 0, not at it", () => {
    const rows = (credit: number): AuditRow[] => [
      ["a", "2024-01-01", 20],
      ["a", "2024-02-01", -credit],
      ["b", "2024-01-01", 50],
    ];
    expect(codesOf(audited(rows(20), year))).not.toContain("negative-revenue");
    expect(findingsOf(audited(rows(20.01), year), "negative-revenue")[0]?.figures).toMatchObject({
      customers: 1,
      shareOfCustomers: 0.5,
    });
  });

  it("negative margins of the log below 0, not at it, and not by a rate", () => {
    const rows = (margin: number): AuditRow[] => [
      ["a", "2024-01-01", 20, margin],
      ["b", "2024-01-01", 50, 5],
    ];
    expect(codesOf(audited(rows(0), year))).not.toContain("negative-margin");
    expect(findingsOf(audited(rows(-1), year), "negative-margin")[0]?.figures).toEqual({
      customers: 1,
      shareOfCustomers: 0.5,
      value: -1,
    });
    expect(codesOf(audited(buyersOf([1, 2]), { ...year, marginRate: -0.1 }))).not.toContain(
      "negative-margin",
    );
  });

  it("nobody bought, credit notes only, revenue that is not above 0", () => {
    const before: AuditRow = ["a", "2023-01-01", 20];
    const silent = codesOf(audited([before], year));
    expect(silent).toContain("nobody-bought");
    expect(silent).not.toContain("size");
    expect(silent).not.toContain("credit-notes-only");
    const credited = audited([before, ["a", "2024-03-01", -4], ["b", "2024-03-01", 9]], year);
    expect(findingsOf(credited, "credit-notes-only")[0]?.figures).toEqual({
      people: 1,
      credited: -4,
      periodRevenue: 5,
    });
    const cancelled = (amount: number) =>
      codesOf(audited([before, ["b", "2024-03-01", 9], ["b", "2024-04-01", -amount]], year));
    expect(cancelled(9)).toContain("revenue-not-positive");
    expect(cancelled(8.99)).not.toContain("revenue-not-positive");
  });
});

describe("what changed", () => {
  const two = (before: number, now: number) =>
    audited(
      [
        ["a", "2023-01-01", before],
        ["a", "2024-01-01", now],
      ],
      year,
    );

  it.each([
    [100, 100.01, "revenue-rose", "good"],
    [100, 99.99, "revenue-fell", "bad"],
    [100, 100.004, "revenue-level", "neutral"],
    [0, 5, "revenue-rose", "good"],
  ] as const)("from %d to %d: %s", (before, now, code, tone) => {
    const [found] = findingsOf(two(before, now), code);
    expect(found?.tone).toBe(tone);
    expect(found?.figures.growth).toBe(before === 0 ? null : (now - before) / before);
    const others = codesOf(two(before, now)).filter((each) => /^revenue-(rose|fell|level)$/.test(each));
    expect(others).toEqual([code]);
  });

  it("customers add up, and their tone follows their number", () => {
    const [found] = findingsOf(smallAudit, "customers-moved");
    expect(found?.figures).toEqual({
      previousPeriod: "2023",
      period: "2024",
      customersBefore: 4,
      customersNow: 4,
      won: 1,
      returned: 1,
      lost: 2,
      kept: 2,
    });
    expect(found?.tone).toBe("neutral");
    const toneOf = (before: number, now: number) => {
      const rows = [
        ...buyersOf(Array(before).fill(1), 2023, "x"),
        ...buyersOf(Array(now).fill(1), 2024, "y"),
      ];
      return findingsOf(audited(rows, year), "customers-moved")[0]?.tone;
    };
    expect(toneOf(1, 2)).toBe("good");
    expect(toneOf(2, 1)).toBe("bad");
  });

  it("gains against losses, the largest step, and who moved more", () => {
    // b is lost and c is new; a buys for more or less.
    const rows = (a: number, c: number): AuditRow[] => [
      ["a", "2023-01-01", 100],
      ["b", "2023-01-01", 50],
      ["a", "2024-01-01", a],
      ["c", "2024-01-01", c],
    ];
    const gained = audited(rows(130, 40), year);
    expect(findingsOf(gained, "gains-outweigh")[0]?.figures).toEqual({
      gains: 70,
      losses: 50,
      largest: { movement: "lost", customers: 1, change: -50 },
    });
    expect(codesOf(gained)).not.toContain("losses-outweigh");
    expect(findingsOf(gained, "mostly-stayed")[0]?.figures).toEqual({ cameAndWent: -10, stayed: 30 });
    const fell = audited(rows(105, 40), year);
    expect(findingsOf(fell, "losses-outweigh")[0]?.figures).toMatchObject({ gains: 45, losses: 50 });
    expect(findingsOf(fell, "mostly-came-and-went")[0]?.figures).toEqual({ cameAndWent: -10, stayed: 5 });
    const even = codesOf(audited(rows(110, 40), year));
    for (const code of ["gains-outweigh", "losses-outweigh", "mostly-stayed", "mostly-came-and-went"]) {
      expect(even).not.toContain(code);
    }
    expect(even).toContain("revenue-steps");
    expect(codesOf(two(100, 100))).not.toContain("revenue-steps");
  });

  it("the strongest driver has the sign of the change", () => {
    // The largest effect is that of three times the customers, yet revenue falls, from 400 to 270.
    const before = buyersOf([100, 100], 2023);
    const rows = [...before, ...before, ...buyersOf([45, 45, 45, 45, 45, 45], 2024)];
    const [found] = findingsOf(audited(rows, year), "strongest-driver");
    expect(found?.figures.driver).toBe("averageOrderValue");
    expect(found?.figures.factors.map(({ factor, before, now }) => [factor, before, now])).toEqual([
      ["customers", 2, 6],
      ["ordersPerCustomer", 2, 1],
      ["averageOrderValue", 100, 45],
    ]);
    const effects = found?.figures.factors.map(({ effect }) => effect) ?? [];
    // Logarithmic mean of 400 and 270 is 330.7530: times ln 3, ln 0.5 and ln 0.45.
    expect(effects.map(Math.round)).toEqual([363, -229, -264]);
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(-130, 9);
    expect(codesOf(two(100, 100))).not.toContain("strongest-driver");
    expect(codesOf(two(0, 100))).not.toContain("strongest-driver");
    expect(findingsOf(two(0, 100), "drivers-not-split")[0]?.figures).toEqual({
      reason: "no-positive-revenue",
    });
  });

  it("names three customers at most, and only those who changed", () => {
    const rows = [...buyersOf([1, 2, 3, 4, 5], 2023), ...buyersOf([3, 8, 2, 4, 9], 2024)];
    const audit = audited(rows, year);
    const named = (code: "largest-gains" | "largest-losses") =>
      findingsOf(audit, code)[0]?.figures.contributors.map(({ customerId, change }) => [customerId, change]);
    expect(named("largest-gains")).toEqual([
      ["1", 6],
      ["4", 4],
      ["0", 2],
    ]);
    expect(named("largest-losses")).toEqual([["2", -1]]);
    expect(codesOf(two(5, 5))).not.toContain("largest-gains");
    expect(codesOf(two(5, 5))).not.toContain("largest-losses");
  });
});

/** The small audit with one comparison of cohorts at ages of one's own. */
function compared(...rows: readonly Partial<NewerAgainstOlder>[]): CustomerBaseAudit {
  const side = { cohorts: 2, customers: 50, active: 20, activeShare: 0.4, cumulativeRevenuePerCustomer: 90 };
  const { cohorts } = smallAudit;
  const newerAgainstOlder = rows.map(
    (row): NewerAgainstOlder => ({
      age: 1,
      older: { ...side, first: "2022", last: "2022" },
      newer: { ...side, first: "2023", last: "2023" },
      activeShare: { difference: 0, lower: -0.1, upper: 0.1 },
      cumulativeRevenuePerCustomer: { difference: 0, lower: -5, upper: 5 },
      ...row,
    }),
  );
  return { ...smallAudit, logFrom: "2020-01-01", cohorts: cohorts && { ...cohorts, newerAgainstOlder } };
}

describe("how cohorts compare", () => {
  const newer = (audit: CustomerBaseAudit) =>
    auditFindings(audit).flatMap(({ code, tone }) => (code.startsWith("newer-") ? [[code, tone]] : []));

  it.each([
    [0.001, 0.2, "more-active", "good"],
    [0, 0.2, "activity-open", "neutral"],
    [-0.2, 0, "activity-open", "neutral"],
    [-0.2, -0.001, "less-active", "bad"],
  ])("shares with an interval from %d to %d: %s", (lower, upper, code, tone) => {
    const activeShare = { difference: (lower + upper) / 2, lower, upper };
    expect(newer(compared({ activeShare }))[0]).toEqual([`newer-${code}`, tone]);
  });

  it.each([
    [0.01, 9, "worth-more", "good"],
    [0, 9, "worth-open", "neutral"],
    [-9, 0, "worth-open", "neutral"],
    [-9, -0.01, "worth-less", "bad"],
    [null, null, "not-told", "neutral"],
  ])("revenue with an interval from %d to %d: %s", (lower, upper, code, tone) => {
    const difference = { difference: 1, lower, upper };
    expect(newer(compared({ cumulativeRevenuePerCustomer: difference }))[1]).toEqual([`newer-${code}`, tone]);
  });

  it("at the greatest age with two cohorts on either side, else at the least", () => {
    const [row] = compared({}).cohorts?.newerAgainstOlder ?? [];
    const one = row && { older: { ...row.older, cohorts: 1 }, newer: { ...row.newer, cohorts: 1 } };
    const ageOf = (audit: CustomerBaseAudit) =>
      findingsOf(audit, "newer-activity-open").map(({ figures }) => figures.age.periods);
    expect(ageOf(compared({ age: 0 }, { age: 1 }, { age: 2 }, { age: 3, ...one }))).toEqual([2]);
    expect(ageOf(compared({ age: 0 }, { age: 1, ...one }, { age: 2, ...one }))).toEqual([1]);
    expect(ageOf(compared({ age: 0 }))).toEqual([]);
    expect(codesOf(compared({ age: 0 }))).toContain("cohorts-not-compared");
    expect(codesOf(compared({ age: 1 }))).not.toContain("cohorts-not-compared");
  });

  it("is neither good nor bad if the log begins less than a year before the older cohorts", () => {
    const worse = compared({ activeShare: { difference: -0.2, lower: -0.3, upper: -0.1 } });
    expect(codesOf({ ...worse, logFrom: "2021-01-01" })).not.toContain("older-look-new");
    expect(newer({ ...worse, logFrom: "2021-01-01" })[0]).toEqual(["newer-less-active", "bad"]);
    expect(codesOf({ ...worse, logFrom: "2021-01-02" })).toContain("older-look-new");
    expect(newer({ ...worse, logFrom: "2021-01-02" })[0]).toEqual(["newer-less-active", "neutral"]);
  });
});

describe("how one cohort develops", () => {
  it("tells of the period after the first, of the last, and of all so far", () => {
    const audit = audited(smallRows, { asOf: "2025-12-31", cohort: "2022-05-05" });
    expect(findingsOf(audit, "cohort")[0]?.figures).toMatchObject({
      cohort: "2022",
      size: 3,
      chosenAs: "chosen",
    });
    expect(findingsOf(audit, "cohort-next")[0]?.figures).toMatchObject({ period: "2023", active: 2 });
    expect(findingsOf(audit, "cohort-last")[0]?.figures).toMatchObject({ period: "2025", active: 1 });
    // 100 + 60 + 40 + 300 + 20 + 900 + 35.5 + 10 from three customers.
    const [revenue] = findingsOf(audit, "cohort-revenue");
    expect(revenue?.figures.revenue).toBe(1465.5);
    expect(revenue?.figures.revenuePerCustomer).toBeCloseTo(488.5, 12);
    expect(codesOf(audit)).not.toContain("cohort-margin");
    const young = audited(smallRows, { asOf: "2024-02-01", period: "year" });
    expect(codesOf(young)).toContain("cohort-too-young");
    for (const code of ["cohort-next", "cohort-last"]) expect(codesOf(young)).not.toContain(code);
    const next = audited(smallRows, { asOf: "2025-02-01", marginRate: 0.5 });
    for (const code of ["cohort-next", "cohort-margin"]) expect(codesOf(next)).toContain(code);
    expect(codesOf(next)).not.toContain("cohort-last");
  });

  it("warns if the log begins less than a year before it", () => {
    expect(codesOf({ ...smallAudit, logFrom: "2022-01-02" })).toContain("cohort-holds-older");
    expect(codesOf({ ...smallAudit, logFrom: "2022-01-01" })).not.toContain("cohort-holds-older");
  });

  it("is the only one if the log begins in it", () => {
    const audit = audited(buyersOf([1, 2], 2023), { ...year, cohortPeriod: "year" });
    expect(findingsOf(audit, "cohort")[0]?.figures.chosenAs).toBe("only");
    expect(findingsOf(audited(smallRows, { asOf: "2025-02-01" }), "cohort")[0]?.figures.chosenAs).toBe(
      "oldest",
    );
  });
});

describe("the whole base", () => {
  it("tells where revenue comes from, and of purchases and credit notes", () => {
    const [source] = findingsOf(smallAudit, "revenue-source");
    // 2024: A 900, C 35.50 (2022); D 20 − 30 (2023); F 1,312.25 (2024).
    const total = 900 + 35.5 - 10 + 1312.25;
    expect(source?.figures.wonInPeriodShare).toBeCloseTo(1312.25 / total, 12);
    expect(source?.figures.wonInYearBeforeShare).toBeCloseTo(-10 / total, 12);
    expect(source?.figures.wonEarlierShare).toBeCloseTo(935.5 / total, 12);
    const [repeat] = findingsOf(smallAudit, "repeat-purchases");
    expect(repeat?.figures).toMatchObject({ repeatOrders: 4, repeatRevenue: 1955.5, firstOrders: 1 });
    expect(repeat?.figures.repeatShare).toBeCloseTo(1955.5 / 2267.75, 12);
    const [returned] = findingsOf(smallAudit, "returned-goods");
    expect(returned?.figures.credited).toBe(-35);
    expect(returned?.figures.share).toBeCloseTo(35 / 2267.75, 12);
    expect(findingsOf(smallAudit, "never-bought")[0]?.figures).toEqual({ people: 1, credited: -5 });
    const plain = codesOf(audited(buyersOf([1, 2]), year));
    expect(plain).toContain("repeat-purchases");
    for (const code of ["returned-goods", "never-bought"]) expect(plain).not.toContain(code);
    const free = codesOf(audited(buyersOf([0, 0]), year));
    for (const code of ["repeat-purchases", "revenue-source"]) expect(free).not.toContain(code);
  });

  it("warns if the log begins less than a year before the current period", () => {
    expect(codesOf({ ...smallAudit, logFrom: "2023-01-01" })).not.toContain("short-history");
    expect(codesOf({ ...smallAudit, logFrom: "2023-01-02" })).toContain("short-history");
  });
});

describe("checks", () => {
  it("periods that are missing, begun, or not covered", () => {
    const row: AuditRow = ["a", "2024-02-10", 5];
    const young = codesOf(audited([row], { asOf: "2024-02-20", period: "month" }));
    for (const code of ["no-current-period", "period-in-progress", "no-cohort"])
      expect(young).toContain(code);
    expect(young).not.toContain("no-previous-period");
    const first = codesOf(audited([row], { asOf: "2024-02-29", period: "month" }));
    expect(first).toContain("no-previous-period");
    for (const code of ["no-current-period", "period-in-progress", "no-cohort"]) {
      expect(first).not.toContain(code);
    }
    const second = (begin: string) =>
      codesOf(audited([["b", begin, 5], row], { asOf: "2024-02-29", period: "month" }));
    expect(second("2024-01-02")).not.toContain("previous-not-covered");
    expect(second("2024-01-03")).toContain("previous-not-covered");
    expect(second("2024-01-02")).toContain("different-seasons");
    expect(codesOf(smallAudit)).not.toContain("different-seasons");
    expect(codesOf(audited(smallRows, { asOf: "2027-12-31" }))).toContain("after-log-end");
    expect(codesOf(smallAudit)).not.toContain("after-log-end");
  });

  it("nobody at all: only that, and totals", () => {
    const nobody = audited([], { asOf: "2024-01-01" });
    expect(codesOf(nobody)).toEqual(["empty", "totals-agree"]);
    expect(codesOf(audited([["a", "2024-01-01", -5]]))).toEqual(["empty", "totals-agree"]);
  });

  it("margins", () => {
    expect(codesOf(smallAudit)).toContain("no-margins");
    expect(codesOf(audited(smallRows, { marginRate: 0.2 }))).not.toContain("no-margins");
  });

  it("totals to half a cent, or to rounding of large ones", () => {
    const off = (total: number, difference: number): CustomerBaseAudit => ({
      ...smallAudit,
      reconciliation: [{ name: "x", parts: total + difference, total, difference }],
    });
    expect(codesOf(off(100, 0.0049))).toContain("totals-agree");
    expect(codesOf(off(100, -0.005))).toContain("total-differs");
    expect(codesOf(off(100, -0.005))).not.toContain("totals-agree");
    expect(codesOf(off(1e12, 0.9))).toContain("totals-agree");
    expect(codesOf(off(1e12, 1.1))).toContain("total-differs");
    expect(codesOf(off(100, Number.NaN))).toContain("total-differs");
    const two = { ...smallAudit, reconciliation: [...off(9, 1).reconciliation, ...off(9, 2).reconciliation] };
    expect(findingsOf(two, "total-differs").map(({ figures }) => figures.difference)).toEqual([1, 2]);
    expect(codesOf({ ...smallAudit, reconciliation: [] })).not.toContain("totals-agree");
  });
});
