import { describe, expect, it } from "vitest";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import type { PurchaseModel } from "../../src/models/models.ts";
import { compareChurnSignals } from "../../src/retention/churn-comparison.ts";
import { churnSignals } from "../../src/retention/churn-signals.ts";
import { thresholdFor } from "../../src/retention/signal-threshold-for.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { splitLog } from "../../src/transactions/split-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const log = transactionLog(
  simulateTransactions({ customers: 600, from: "2023-01-01", until: "2024-12-31", seed: 5 }),
);
const splitAt = "2023-12-31";
const comparison = compareChurnSignals(log, { splitAt, fit: fitMbgNbd, unit: "week", bins: 5 });

describe("a comparison with what came", () => {
  it("has the five signals, each as they were on the day of the split", () => {
    expect(comparison.signals.map(({ signal }) => signal)).toEqual([
      "silenceDays",
      "overdueRatio",
      "silencePercentile",
      "churnProbability",
      "noPurchaseProbability",
    ]);
    const { calibration, holdout } = splitLog(log, splitAt);
    const model = comparison.model as PurchaseModel;
    const { rows } = churnSignals(calibration, { asOf: splitAt, model, horizon: { days: 365 } });
    const bought = new Set(holdout.customerIds);
    expect(comparison).toMatchObject({
      splitAt,
      until: "2024-12-30",
      holdoutDays: 365,
      customers: rows.length,
    });
    expect(comparison.churned).toBe(rows.filter(({ customerId }) => !bought.has(customerId)).length);
    for (const { signal, thresholds } of comparison.signals) {
      for (const { threshold, flagged, truePositives } of thresholds) {
        const over = rows.filter((row) => (row[signal] ?? -1) >= threshold);
        expect(flagged).toBe(over.length);
        expect(truePositives).toBe(over.filter(({ customerId }) => !bought.has(customerId)).length);
      }
    }
  });

  it("knows nothing of what came in the signals", () => {
    const { calibration } = splitLog(log, splitAt);
    const shorter = compareChurnSignals(log, { splitAt, fit: fitMbgNbd, unit: "week", until: "2024-06-30" });
    expect(shorter.model).toEqual(comparison.model);
    expect(shorter.model).toEqual({ ...comparison.model, ...fittedTo(calibration) });
  });

  it("begins with everybody and ends with the most suspicious", () => {
    for (const { thresholds } of comparison.signals) {
      expect(thresholds[0]).toMatchObject({
        flagged: comparison.customers,
        recall: 1,
        specificity: 0,
        lift: 1,
      });
      expect(thresholds.length).toBeLessThanOrEqual(101);
      const flagged = thresholds.map((row) => row.flagged);
      expect(flagged).toEqual([...flagged].sort((a, b) => b - a));
    }
  });

  it("shows thresholds of one's own, even where nobody is", () => {
    const thresholds = { silenceDays: [90.5, 5000] };
    const [silence] = compareChurnSignals(log, { splitAt, thresholds }).signals;
    expect(silence?.thresholds.some(({ threshold }) => threshold === 90.5)).toBe(true);
    expect(silence?.thresholds.at(-1)).toMatchObject({
      threshold: 5000,
      flagged: 0,
      precision: null,
      lift: null,
      recall: 0,
    });
  });

  it("holds only probabilities against the share that left", () => {
    for (const { signal, brier, calibration } of comparison.signals) {
      const isProbability = signal.endsWith("Probability");
      expect(brier !== null).toBe(isProbability);
      expect(calibration !== null).toBe(isProbability);
      if (calibration === null) continue;
      expect(calibration).toHaveLength(5);
      expect(calibration.reduce((sum, bin) => sum + bin.customers, 0)).toBe(comparison.customers);
      expect(calibration.reduce((sum, bin) => sum + bin.churned, 0)).toBe(comparison.churned);
      for (const { from, to, predicted, observed, lower, upper } of calibration) {
        if (predicted === null || observed === null) continue;
        expect(predicted >= from && predicted <= to).toBe(true);
        expect((lower ?? 1) <= observed && observed <= (upper ?? 0)).toBe(true);
      }
    }
  });

  it("counts who buys after the end as churned", () => {
    const rows = [
      { customerId: "A", date: "2025-01-01", amount: 1 },
      { customerId: "B", date: "2025-01-01", amount: 1 },
      { customerId: "B", date: "2025-03-31", amount: 1 },
      { customerId: "A", date: "2025-04-01", amount: 1 },
    ];
    const churnedBy = (until: string) =>
      compareChurnSignals(transactionLog(rows), { splitAt: "2025-01-31", until }).churned;
    expect([churnedBy("2025-03-30"), churnedBy("2025-03-31"), churnedBy("2025-04-01")]).toEqual([2, 1, 0]);
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });

  it("goes without a model, and without gaps", () => {
    expect(compareChurnSignals(log, { splitAt })).toMatchObject({ model: null, signals: { length: 3 } });
    const once = transactionLog([
      { customerId: "A", date: "2025-01-01", amount: 1 },
      { customerId: "B", date: "2025-01-05", amount: 1 },
      { customerId: "B", date: "2025-03-05", amount: 1 },
    ]);
    const result = compareChurnSignals(once, { splitAt: "2025-01-31" });
    expect(result.signals.map(({ signal }) => signal)).toEqual(["silenceDays"]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["no-gaps"]);
    // One on each side: the curve has an area, but no error can be told.
    expect(result.signals[0]).toMatchObject({
      auc: 1,
      aucStandardError: null,
      aucLower: null,
      aucUpper: null,
    });
  });

  it("says when there is nothing to tell apart, or nobody may have looked", () => {
    const rows = [
      { customerId: "A", date: "2025-01-01", amount: 1 },
      { customerId: "B", date: "2025-02-01", amount: 1 },
      { customerId: "A", date: "2025-03-05", amount: -1 },
    ];
    const nobody = compareChurnSignals(transactionLog(rows), { splitAt: "2025-02-01", until: "2025-04-01" });
    expect(nobody.warnings.map(({ code }) => code)).toEqual([
      "no-gaps",
      "holdout-beyond-log",
      "everybody-churned",
    ]);
    expect(nobody.signals[0]).toMatchObject({ auc: null, bestF1: { recall: 1, specificity: null } });
    const back = transactionLog([...rows, { customerId: "A", date: "2025-03-06", amount: 1 }]);
    const all = compareChurnSignals(back, { splitAt: "2025-01-31" });
    expect(all.warnings.map(({ code }) => code)).toEqual(["no-gaps", "nobody-churned"]);
    expect(all.signals[0]).toMatchObject({ auc: null, bestF1: null });
    expect(all.signals[0]?.thresholds[0]).toMatchObject({ recall: null, precision: 0, lift: null, f1: 0 });
  });
});

function fittedTo(calibration: typeof log): object {
  const other = compareChurnSignals(calibration, {
    splitAt,
    until: "2024-01-01",
    fit: fitMbgNbd,
    unit: "week",
  });
  return other.model ?? {};
}

describe("the threshold for a wish", () => {
  const rows = comparison.signals.find(({ signal }) => signal === "overdueRatio")?.thresholds ?? [];
  const chosen = (wish: Parameters<typeof thresholdFor>[2]) => thresholdFor(comparison, "overdueRatio", wish);

  it("is the one that all others fall short of", () => {
    const precise = chosen({ precision: 0.9 });
    expect(precise?.precision).toBeGreaterThanOrEqual(0.9);
    const good = rows.filter(({ precision }) => (precision ?? 0) >= 0.9);
    expect(precise?.truePositives).toBe(Math.max(...good.map(({ truePositives }) => truePositives)));

    const complete = chosen({ recall: 0.9 });
    expect(complete?.recall).toBeGreaterThanOrEqual(0.9);
    const enough = rows.filter(({ recall }) => (recall ?? 0) >= 0.9);
    expect(complete?.falsePositives).toBe(Math.min(...enough.map(({ falsePositives }) => falsePositives)));

    const few = chosen({ flagged: 100 });
    expect(few?.flagged).toBeLessThanOrEqual(100);
    const costs = chosen({ costs: { missed: 10, falseAlarm: 30 } });
    const cost = ({ truePositives, falsePositives }: (typeof rows)[number]) =>
      10 * (comparison.churned - truePositives) + 30 * falsePositives;
    expect(costs === null ? Number.NaN : cost(costs)).toBe(Math.min(...rows.map(cost)));
  });

  it("is the highest of equally good ones", () => {
    // Nobody's silence lies between these, so all flag the same customers.
    const thresholds = { silenceDays: [100.2, 100.4, 100.6] };
    const own = compareChurnSignals(log, { splitAt, thresholds });
    const table = own.signals[0]?.thresholds ?? [];
    const { flagged = 0 } = table.find(({ threshold }) => threshold === 100.6) ?? {};
    const found = thresholdFor(own, "silenceDays", { flagged });
    const equal = table.filter((row) => row.truePositives === found?.truePositives);
    expect(found?.threshold).toBe(Math.max(...equal.map(({ threshold }) => threshold)));
    expect(equal.length).toBeGreaterThan(2);
  });

  it("is none where the wish cannot be fulfilled", () => {
    const best = Math.max(...rows.map(({ precision }) => precision ?? 0));
    expect(chosen({ precision: 1 }) === null).toBe(best < 1);
    expect(chosen({ flagged: 0 })).toBeNull();
  });

  it.each<readonly [string, () => unknown, string, string]>([
    [
      "no comparison",
      () => thresholdFor({} as never, "silenceDays", { recall: 1 }),
      "comparison",
      "compareChurnSignals",
    ],
    [
      "another signal",
      () => thresholdFor(comparison, "silence" as never, { recall: 1 }),
      "signal",
      '"silenceDays"',
    ],
    ["nothing", () => chosen({}), "wish", "one thing"],
    ["two things", () => chosen({ recall: 0.8, precision: 0.8 }), "wish", "one thing"],
    ["percent", () => chosen({ recall: 80 }), "wish.recall", "at most 1"],
    ["a misspelt wish", () => chosen({ precison: 0.8 } as never), "wish.precison", "precision"],
    ["half a cost", () => chosen({ costs: { missed: 1 } as never }), "wish.costs.falseAlarm", "at least 0"],
  ])("refuses %s", (_what, call, field, words) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });
});

describe("what cannot be used", () => {
  it.each<readonly [string, () => unknown, string, string]>([
    ["rows", () => compareChurnSignals([] as never, { splitAt }), "log", "transactionLog"],
    ["no options", () => compareChurnSignals(log, undefined as never), "options", "splitAt"],
    ["no split", () => compareChurnSignals(log, {} as never), "splitAt", "missing"],
    [
      "a split before the log",
      () => compareChurnSignals(log, { splitAt: "2022-12-31" }),
      "splitAt",
      "begins on",
    ],
    [
      "a split at its end",
      () => compareChurnSignals(log, { splitAt: "2024-12-31" }),
      "splitAt",
      "Nothing is left",
    ],
    [
      "an end before the split",
      () => compareChurnSignals(log, { splitAt, until: splitAt }),
      "until",
      "Nothing is left",
    ],
    [
      "a fit that is none",
      () => compareChurnSignals(log, { splitAt, fit: {} as never }),
      "fit",
      "no function",
    ],
    [
      "a fit that gives nothing",
      () => compareChurnSignals(log, { splitAt, fit: () => undefined as never }),
      "fit",
      "no model",
    ],
    [
      "a fit that promises",
      () => compareChurnSignals(log, { splitAt, fit: (async () => null) as never }),
      "fit",
      "no model",
    ],
    [
      "a model of another unit",
      () => compareChurnSignals(log, { splitAt, fit: (base) => ({ ...fitMbgNbd(base), unit: "week" }) }),
      "unit",
      '"week"',
    ],
    [
      "opportunities",
      () =>
        compareChurnSignals(log, {
          splitAt,
          fit: (base) =>
            fitBgBb({
              ...base,
              rows: [
                { frequency: 1, recency: 1, T: 2 },
                { frequency: 0, recency: 0, T: 2 },
              ],
            }),
        }),
      "fit",
      "opportunities",
    ],
    ["half a bin", () => compareChurnSignals(log, { splitAt, bins: 0 }), "bins", "at least 1"],
    ["percent", () => compareChurnSignals(log, { splitAt, level: 95 }), "level", "at most"],
    [
      "a threshold of nothing",
      () => compareChurnSignals(log, { splitAt, thresholds: { silence: [1] } as never }),
      "thresholds.silence",
      "silenceDays",
    ],
    [
      "a threshold as number",
      () => compareChurnSignals(log, { splitAt, thresholds: { silenceDays: 1 as never } }),
      "thresholds.silenceDays",
      "[90, 180]",
    ],
    [
      "a threshold as text",
      () => compareChurnSignals(log, { splitAt, thresholds: { silenceDays: ["1" as never] } }),
      "thresholds.silenceDays[0]",
      "finite number",
    ],
  ])("is refused: %s", (_what, call, field, words) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(words);
  });

  it("is refused: a day without customers", () => {
    const returned = transactionLog([
      { customerId: "A", date: "2025-01-01", amount: -1 },
      { customerId: "A", date: "2025-03-01", amount: 1 },
    ]);
    expect(dataErrorOf(() => compareChurnSignals(returned, { splitAt: "2025-02-01" })).byCode).toEqual({
      not_enough_data: 1,
    });
  });
});
