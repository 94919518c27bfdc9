import { describe, expect, it } from "vitest";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import { tenures } from "../../src/retention/tenures.ts";
import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { logRank } from "../../src/statistics/log-rank.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { inMachineZone, MACHINE_ZONES } from "../support/time-zones.ts";

type Purchase = readonly [customerId: string, date: string, amount?: number];

const logOf = (...rows: readonly Purchase[]) =>
  transactionLog(rows.map(([customerId, date, amount = 10]) => ({ customerId, date, amount })));

const asOf = "2025-12-31";

describe("tenures of a log", () => {
  it("end on the day on which nothing was bought within the limit", () => {
    const { rows } = tenures(logOf(["A", "2025-01-10"]), { lostAfter: { days: 90 }, asOf });
    // 10 January + 90 days is 10 April: the first day whose 90 days hold no purchase.
    expect(rows).toEqual([
      { customerId: "A", start: "2025-01-10", end: "2025-04-09", duration: 90, event: true, spell: 1 },
    ]);
  });

  it("know of the end on the very day, and not a day before", () => {
    const log = logOf(["A", "2025-01-10"]);
    const on = (day: string) => tenures(log, { lostAfter: { days: 90 }, asOf: day }).rows[0];
    expect(on("2025-04-09")).toMatchObject({ event: false, end: null, duration: 89 });
    expect(on("2025-04-10")).toMatchObject({ event: true, end: "2025-04-09", duration: 90 });
    expect(on("2025-04-11")).toMatchObject({ event: true, end: "2025-04-09", duration: 90 });
  });

  it.each([
    ["2025-01-31", { months: 1 }, "2025-02-28"],
    ["2025-02-28", { months: 1 }, "2025-03-27"],
    ["2024-02-29", { years: 1 }, "2025-02-28"],
    ["2025-06-01", { weeks: 2 }, "2025-06-14"],
  ])("from %s with a limit of %o end on %s", (date, lostAfter, end) => {
    expect(tenures(logOf(["A", date]), { lostAfter, asOf }).rows[0]?.end).toBe(end);
  });

  it("go on with a purchase on the day of the limit, and begin again after it", () => {
    const lostAfter = { days: 90 };
    const onTheDay = tenures(logOf(["A", "2025-01-10"], ["A", "2025-04-10"]), {
      lostAfter,
      asOf,
      spells: "all",
    });
    expect(onTheDay.rows.map(({ end }) => end)).toEqual(["2025-07-08"]);
    const after = tenures(logOf(["A", "2025-01-10"], ["A", "2025-04-11"]), {
      lostAfter,
      asOf,
      spells: "all",
    });
    expect(after.rows.map(({ start, end, spell }) => [start, end, spell])).toEqual([
      ["2025-01-10", "2025-04-09", 1],
      ["2025-04-11", "2025-07-09", 2],
    ]);
    expect(after.warnings).toEqual([
      { code: "often-back", tenures: 1, message: expect.stringContaining("1 of 2 lost customers came back") },
    ]);
  });

  it("may end with the last purchase; observation then ends earlier", () => {
    const log = logOf(["A", "2025-01-10"], ["B", "2025-01-10"], ["B", "2025-11-20"], ["C", "2025-12-01"]);
    const result = tenures(log, { lostAfter: { days: 90 }, churnedOn: "last-purchase", asOf, spells: "all" });
    expect(result.observedUntil).toBe("2025-10-02");
    expect(result.rows.map(({ customerId, end, duration }) => [customerId, end, duration])).toEqual([
      ["A", "2025-01-10", 1],
      ["B", "2025-01-10", 1],
    ]);
    // B's second time and C's first began after the end of observation.
    expect(result.omitted).toEqual({ notYetObserved: 2, endedBefore: 0, withoutStart: 0 });
  });

  it("do not count returns, and count who has nothing else", () => {
    const log = logOf(
      ["A", "2025-01-10", -5],
      ["B", "2025-01-10"],
      ["B", "2025-03-01", -5],
      ["B", "2025-03-20", 0],
    );
    const result = tenures(log, { lostAfter: { days: 60 }, asOf });
    expect(result.rows.map(({ customerId, end }) => [customerId, end])).toEqual([["B", "2025-03-10"]]);
    expect(result.omitted.withoutStart).toBe(1);
  });

  it("leave out who came on the last day, and count him", () => {
    const result = tenures(logOf(["A", asOf], ["B", "2025-12-30"]), { lostAfter: { days: 60 } });
    expect(result.rows).toEqual([
      { customerId: "B", start: "2025-12-30", end: null, duration: 1, event: false, spell: 1 },
    ]);
    expect(result.omitted.notYetObserved).toBe(1);
  });

  it("enter observation late where the data begin late", () => {
    const log = logOf(["A", "2025-01-10"], ["B", "2025-03-01"], ["C", "2025-07-01"]);
    const options = { lostAfter: { days: 90 }, asOf, observedFrom: "2025-05-01" };
    const { rows, omitted } = tenures(log, options);
    expect(rows.map(({ customerId, entry, duration }) => [customerId, entry, duration])).toEqual([
      ["B", 61, 90],
      ["C", 0, 90],
    ]);
    expect(omitted.endedBefore).toBe(1);
    expect(kaplanMeier(rows).events).toBe(2);
    expect(tenures(log, { ...options, observedFrom: "2025-04-10" }).rows).toHaveLength(2);
    expect(tenures(log, { ...options, observedFrom: "2025-04-09" }).rows).toHaveLength(3);
  });

  it("are told in the unit asked for", () => {
    const log = logOf(["A", "2025-01-10"]);
    expect(tenures(log, { lostAfter: { days: 91 }, unit: "week", asOf }).rows[0]?.duration).toBe(13);
    const months = tenures(log, { lostAfter: { days: 90 }, unit: "month", asOf }).rows[0]?.duration;
    expect(months).toBeCloseTo((90 * 12) / 365.2425, 12);
  });

  it("of whom nobody is lost have a survival of 1, and say so", () => {
    const log = logOf(["A", "2025-11-10"], ["B", "2025-12-01"]);
    const { rows, warnings } = tenures(log, { lostAfter: { months: 6 }, asOf });
    expect(kaplanMeier(rows).rows.every(({ survival }) => survival === 1)).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(["nobody-lost"]);
  });

  it("are the same wherever the machine stands", () => {
    const orders = simulateTransactions({ customers: 60, from: "2023-01-01", until: "2025-03-31", seed: 2 });
    const all = () => {
      const log = transactionLog(
        orders.map((row) => ({ ...row, date: new Date(`${row.date}T23:30:00Z`) })),
        {},
        { timeZone: "Europe/Berlin" },
      );
      return tenures(log, {
        lostAfter: { months: 3 },
        asOf: new Date("2025-03-30T22:30:00Z"),
        spells: "all",
      });
    };
    const inUtc = inMachineZone("UTC", all);
    expect(inUtc.asOf).toBe("2025-03-31");
    for (const zone of MACHINE_ZONES) expect(inMachineZone(zone, all), zone).toEqual(inUtc);
  });
});

describe("tenures of a book", () => {
  const rows = [
    { customerId: "A", start: "2025-01-01", end: "2025-03-31", monthlyAmount: 0, plan: "Trial", why: "" },
    { customerId: "A", start: "2025-03-15", end: "2025-06-30", monthlyAmount: 20, plan: "Pro", why: "price" },
    { customerId: "A", start: "2025-07-11", end: null, monthlyAmount: 30, plan: "Pro", why: "" },
    {
      customerId: "B",
      start: "2025-02-01",
      end: "2025-02-28",
      monthlyAmount: 0,
      plan: "Trial",
      why: "budget",
    },
    { customerId: "C", start: asOf, end: null, monthlyAmount: 20, plan: "Pro", why: "" },
    { customerId: "D", start: "2025-05-01", end: "2026-04-30", monthlyAmount: 20, plan: null, why: "known" },
  ];
  const book = subscriptionBook(rows, { keys: { why: "why" } }, { until: asOf });
  const shown = (options: Parameters<typeof tenures>[1]) =>
    tenures(book, options as never).rows.map(({ customerId, start, end }) => [customerId, start, end]);

  it("cover whatever a subscription covers", () => {
    const result = tenures(book);
    expect(result.rows.map(({ customerId, end, duration }) => [customerId, end, duration])).toEqual([
      ["A", "2025-06-30", 181],
      ["B", "2025-02-28", 28],
      ["D", null, 244],
    ]);
    expect(result).toMatchObject({ unit: "day", asOf, observedUntil: asOf, omitted: { notYetObserved: 1 } });
  });

  it("bridge gaps, and are observed until these are over", () => {
    expect(shown({ gap: 9 })[0]).toEqual(["A", "2025-01-01", "2025-06-30"]);
    expect(shown({ gap: 10 })[0]).toEqual(["A", "2025-01-01", null]);
    expect(tenures(book, { gap: 10 }).observedUntil).toBe("2025-12-21");
  });

  it("begin again after a gap", () => {
    expect(shown({ spells: "all" })).toEqual([
      ["A", "2025-01-01", "2025-06-30"],
      ["A", "2025-07-11", null],
      ["B", "2025-02-01", "2025-02-28"],
      ["D", "2025-05-01", null],
    ]);
  });

  it("may count what is paid only", () => {
    expect(shown({ paid: true })).toEqual([
      ["A", "2025-03-15", "2025-06-30"],
      ["D", "2025-05-01", null],
    ]);
    expect(tenures(book, { paid: true }).omitted).toEqual({
      notYetObserved: 1,
      endedBefore: 0,
      withoutStart: 1,
    });
  });

  it("may be those of single subscriptions", () => {
    expect(
      tenures(book, { of: "subscriptions" }).rows.map(({ duration, event }) => [duration, event]),
    ).toEqual([
      [90, true],
      [108, true],
      [173, false],
      [28, true],
      [244, false],
    ]);
  });

  it("know nothing of an end that is still to come, nor of one on the last day", () => {
    const known = (day: string) => tenures(book, { asOf: day }).rows.find((row) => row.customerId === "B");
    expect(known("2025-02-28")).toMatchObject({ event: false, duration: 27 });
    expect(known("2025-03-01")).toMatchObject({ event: true, duration: 28, end: "2025-02-28" });
  });

  it("carry keys of the first subscription, or of the one that lasted longest", () => {
    const first = tenures(book, { keys: ["plan", "why"] }).rows;
    expect(first.map(({ plan, why }) => [plan, why])).toEqual([
      ["Trial", null],
      ["Trial", "budget"],
      [null, "known"],
    ]);
    const last = tenures(book, { keys: ["plan", "why"], keysAt: "end" }).rows;
    expect(last.map(({ plan, why }) => [plan, why])).toEqual([
      ["Pro", "price"],
      ["Trial", "budget"],
      [null, "known"],
    ]);
  });

  it("go into survival analysis as they are, and by whole periods into fitSbg", () => {
    const plans = ["Basic", "Pro"];
    const many = Array.from({ length: 40 }, (_, i) => ({
      customerId: i,
      start: "2023-01-01",
      end: i % 3 === 0 ? null : `2023-${String(2 + (i % 9)).padStart(2, "0")}-15`,
      monthlyAmount: 10 + i,
      plan: plans[i % 2],
    }));
    const { rows: found } = tenures(subscriptionBook(many, {}, { until: "2023-12-31" }), {
      unit: "month",
      keys: ["plan"],
    });
    expect(logRank(found, (row) => row.plan).degreesOfFreedom).toBe(1);
    expect(coxRegression(found, { covariates: ["plan"] }).coefficients).toHaveLength(1);
    const contracts = found.map(({ duration, event }) => ({
      renewals: event ? Math.max(0, Math.round(duration) - 1) : Math.floor(duration),
      lost: event,
    }));
    expect(fitSbg({ unit: "month", rows: contracts }).customers).toBe(40);
  });
});

describe("what cannot be used", () => {
  const log = logOf(["A", "2025-01-10"]);
  const book = subscriptionBook([{ customerId: "A", start: "2025-01-01", monthlyAmount: 1, plan: "X" }]);
  const lostAfter = { days: 90 };
  it.each<readonly [string, () => unknown, string, string]>([
    ["nothing", () => tenures(undefined as never, { lostAfter }), "log", "neither a log nor a book"],
    ["rows", () => tenures([{ duration: 1 }] as never, { lostAfter }), "log", "subscriptionBook"],
    ["no limit", () => tenures(log, {} as never), "lostAfter", "after how long"],
    ["no options", () => tenures(log, undefined as never), "lostAfter", "after how long"],
    ["null as options", () => tenures(log, null as never), "options", "lostAfter"],
    ["days as limit", () => tenures(log, { lostAfter: 90 as never }), "lostAfter", "{ months: 12 }"],
    [
      "an option of books",
      () => tenures(log, { lostAfter, keys: ["plan"] } as never),
      "options.keys",
      "lostAfter",
    ],
    ["an option of logs", () => tenures(book, { lostAfter } as never), "options.lostAfter", "gap"],
    ["another unit", () => tenures(log, { lostAfter, unit: "days" as never }), "unit", '"day"'],
    ["other spells", () => tenures(log, { lostAfter, spells: "last" as never }), "spells", '"all"'],
    ["another end", () => tenures(log, { lostAfter, churnedOn: "now" as never }), "churnedOn", '"limit"'],
    [
      "a late start",
      () => tenures(log, { lostAfter, observedFrom: "2025-01-10" }),
      "observedFrom",
      "not before",
    ],
    ["no day", () => tenures(log, { lostAfter, asOf: "31.12.2025" }), "asOf", "YYYY-MM-DD"],
    ["an unknown key", () => tenures(book, { keys: ["tariff"] }), "keys[0]", '"plan"'],
    ["a key as text", () => tenures(book, { keys: "plan" as never }), "keys", '["plan"]'],
    ["half a day", () => tenures(book, { gap: 0.5 }), "gap", "whole number"],
    ["a gap of single ones", () => tenures(book, { of: "subscriptions", gap: 3 }), "gap", "no gaps"],
    ["another subject", () => tenures(book, { of: "plans" as never }), "of", '"subscriptions"'],
    ["paid as text", () => tenures(book, { paid: "yes" as never }), "paid", "neither true nor false"],
    ["an empty log", () => tenures(transactionLog([]), { lostAfter }), "asOf", "no transactions"],
    ["an empty book", () => tenures(subscriptionBook([])), "asOf", "no subscriptions"],
  ])("is refused: %s", (_what, call, field, words) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });

  it("is refused: a key that would overwrite a field", () => {
    const rows = [{ customerId: "A", start: "2025-01-01", monthlyAmount: 1, kind: "x" }];
    const taken = subscriptionBook(rows, { keys: { event: "kind" } });
    expect(dataErrorOf(() => tenures(taken, { keys: ["event"] })).issues[0]?.message).toContain(
      "another name",
    );
  });
});
