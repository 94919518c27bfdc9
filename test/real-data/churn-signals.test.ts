import { expect, it } from "vitest";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import type { Predictor, PurchaseModel } from "../../src/models/models.ts";
import { churnBy } from "../../src/retention/churn-by.ts";
import { compareChurnSignals } from "../../src/retention/churn-comparison.ts";
import { churnReasons } from "../../src/retention/churn-reasons.ts";
import { churnSignals } from "../../src/retention/churn-signals.ts";
import { thresholdFor } from "../../src/retention/signal-threshold-for.ts";
import type { Tenures } from "../../src/retention/tenure.ts";
import { tenures } from "../../src/retention/tenures.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { survivalAt } from "../../src/statistics/survival-at.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/churn-signals.json" with { type: "json" };
import tenureReference from "../reference/tenures.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const { parameters } = reference;
const model = { kind: "mbg-nbd", parameters, unit: "week" } as const satisfies Predictor<PurchaseModel>;

const logs = [
  ["sample", "cdnow/cdnow_sample.csv", "sample_id"],
  ["master", "cdnow/cdnow_master.csv", "customer_id"],
] as const;

for (const [name, file, id] of logs) {
  describeWithData(`churn signals of the CDNOW ${name}`, file, (path) => {
    const log = transactionLog(csvRows<"sample_id" | "customer_id" | "date" | "dollars">(path), {
      customer: (row) => Number(row[id]),
      date: "date",
      amount: (row) => Number(row.dollars),
    });
    const splitAt = "1997-09-30";
    const truth = reference[name];
    const comparison = compareChurnSignals(log, {
      splitAt,
      fit: () => model as unknown as PurchaseModel,
      unit: "week",
    });

    it("stand beside the same customers", () => {
      const { customers, churned, usualGap, ownGaps } = truth;
      expect(comparison).toMatchObject({
        customers,
        churned,
        until: "1998-06-30",
        holdoutDays: 273,
        warnings: [],
      });
      const signals = churnSignals(log, { asOf: splitAt });
      expect(signals.usualGap).toBe(usualGap);
      expect(signals.rows.filter(({ usualGapOf }) => usualGapOf === "own")).toHaveLength(ownGaps);
    });

    it("have the sums, areas, errors and best thresholds of an independent computation", () => {
      const { rows } = churnSignals(log, { asOf: splitAt, model, horizon: { days: 273 } });
      for (const expected of truth.signals) {
        const quality = comparison.signals.find(({ signal }) => signal === expected.signal);
        const signal = quality?.signal ?? "silenceDays";
        const sum = rows.reduce((all, row) => all + (row[signal] ?? 0), 0);
        expect(relativeError(sum, expected.sum)).toBeLessThan(1e-12);
        expect(relativeError(quality?.auc ?? 0, expected.auc)).toBeLessThan(1e-12);
        expect(relativeError(quality?.aucStandardError ?? 0, expected.standardError)).toBeLessThan(1e-10);
        const { threshold = 0, flagged, truePositives, f1 = 0 } = quality?.bestF1 ?? {};
        expect([flagged, truePositives]).toEqual([expected.bestF1.flagged, expected.bestF1.truePositives]);
        expect(relativeError(threshold, expected.bestF1.threshold)).toBeLessThan(1e-12);
        expect(relativeError(f1 ?? 0, expected.bestF1.f1)).toBeLessThan(1e-12);
        if (expected.brier !== undefined)
          expect(relativeError(quality?.brier ?? 0, expected.brier)).toBeLessThan(1e-11);
      }
      expect(truth.signals).toHaveLength(5);
    });
  });
}

describeWithData(
  "what the page on churn signals says of the CDNOW sample",
  "cdnow/cdnow_sample.csv",
  (path) => {
    const log = transactionLog(csvRows<"sample_id" | "date" | "dollars">(path), {
      customer: "sample_id",
      date: "date",
      amount: (row) => Number(row.dollars),
    });
    const [bgNbd, mbgNbd, paretoNbd] = [fitBgNbd, fitMbgNbd, fitParetoNbd].map((fit) =>
      compareChurnSignals(log, { splitAt: "1997-09-30", fit, unit: "week" }),
    );

    it.each([
      ["1 - P(alive), BG/NBD", bgNbd, 3, "0.316 (0.294-0.337) 0.608"],
      ["1 - P(alive), MBG/NBD", mbgNbd, 3, "0.687 (0.659-0.714) 0.206"],
      ["1 - P(alive), Pareto/NBD", paretoNbd, 3, "0.726 (0.701-0.752) 0.194"],
      ["no purchase, BG/NBD", bgNbd, 4, "0.757 (0.733-0.781) 0.161"],
      ["no purchase, MBG/NBD", mbgNbd, 4, "0.760 (0.736-0.784) 0.161"],
      ["no purchase, Pareto/NBD", paretoNbd, 4, "0.771 (0.748-0.794) 0.162"],
      ["silence", mbgNbd, 0, "0.771 (0.749-0.794) undefined"],
      ["silence in usual gaps", mbgNbd, 1, "0.746 (0.722-0.771) undefined"],
    ] as const)("is so: %s", (_name, comparison, at, says) => {
      const { auc, aucLower, aucUpper, brier } = comparison?.signals[at] ?? {};
      const [area, from, to, score] = [auc, aucLower, aucUpper, brier].map((value) => value?.toFixed(3));
      expect(`${area} (${from}-${to}) ${score}`).toBe(says);
    });

    it("is so: where the model is too sure, and where the lines lie", () => {
      expect(mbgNbd?.brierOfShare.toFixed(3)).toBe("0.206");
      expect(bgNbd?.warnings.map(({ code }) => code)).toEqual(["one-time-buyers-always-alive"]);
      const last = mbgNbd?.signals[4]?.calibration?.at(-1);
      expect([last?.customers, last?.observed?.toFixed(2)]).toEqual([51, "0.61"]);
      const lines = [0.8, 0.9].map((precision) => {
        const row = mbgNbd === undefined ? null : thresholdFor(mbgNbd, "silenceDays", { precision });
        return [row?.threshold, row?.recall?.toFixed(2)];
      });
      expect(lines).toEqual([
        [99, "0.90"],
        [256, "0.13"],
      ]);
      const still = [90, 180, 365].map((days) =>
        survivalAt(kaplanMeier(tenures(log, { lostAfter: { days } }).rows), 365).survival?.toFixed(2),
      );
      expect(still).toEqual(["0.02", "0.12", "0.46"]);
    });
  },
);

interface KnownTenures {
  readonly rows: number;
  readonly events: number;
  readonly days: number;
  readonly notYetObserved: number;
  readonly survival?: Readonly<Record<string, number>>;
}

function expectTenures({ rows, omitted }: Tenures, known: KnownTenures): void {
  expect(rows).toHaveLength(known.rows);
  expect(rows.filter(({ event }) => event)).toHaveLength(known.events);
  expect(rows.reduce((sum, { duration }) => sum + duration, 0)).toBe(known.days);
  expect(omitted.notYetObserved).toBe(known.notYetObserved);
  const curve = kaplanMeier(rows);
  for (const [day, survival] of Object.entries(known.survival ?? {})) {
    expect(relativeError(survivalAt(curve, Number(day)).survival ?? 0, survival), day).toBeLessThan(1e-12);
  }
}

describeWithData("tenures of the CDNOW sample", "cdnow/cdnow_sample.csv", (path) => {
  it("are those of an independent computation", () => {
    const log = transactionLog(csvRows<"sample_id" | "date" | "dollars">(path), {
      customer: "sample_id",
      date: "date",
      amount: (row) => Number(row.dollars),
    });
    const { lostAfterDays, first, all } = tenureReference.cdnow;
    const lostAfter = { days: lostAfterDays };
    expectTenures(tenures(log, { lostAfter }), first);
    expectTenures(tenures(log, { lostAfter, spells: "all" }), all);
    expect(tenures(log, { lostAfter }).warnings.map(({ code }) => code)).toEqual(["often-back"]);
  });
});

describeWithData("RavenStack", "ravenstack/ravenstack_subscriptions.csv", (path) => {
  type Field = "account_id" | "start_date" | "end_date" | "mrr_amount" | "plan_tier";
  const book = subscriptionBook(csvRows<Field>(path), {
    customer: "account_id",
    start: "start_date",
    end: "end_date",
    monthlyAmount: (row) => Number(row.mrr_amount),
    plan: "plan_tier",
  });
  const known = tenureReference.ravenstack;

  it("has the tenures of an independent computation", () => {
    expectTenures(tenures(book, { of: "subscriptions" }), known.subscriptions);
    expectTenures(tenures(book), known.customers);
    expectTenures(tenures(book, { gap: 30, spells: "all" }), known.customersAllGap30);
    expectTenures(tenures(book, { paid: true }), known.paidCustomers);
  });

  it("has churn by plan that adds up to the file", () => {
    const rows = csvRows<Field>(path);
    const { rows: plans, total } = churnBy(rows, "plan_tier", {
      churned: (row) => row.end_date !== "",
      value: (row) => Number(row.mrr_amount),
    });
    for (const { group, customers, churned, value, churnedValue } of plans) {
      const name = group as keyof typeof known.byPlan;
      expect([customers, churned, value, churnedValue]).toEqual(known.byPlan[name]);
    }
    expect([total.customers, total.churned, total.value]).toEqual([5000, 486, 11_338_747]);
  });
});

describeWithData("RavenStack's reasons to leave", "ravenstack/ravenstack_churn_events.csv", (path) => {
  it("are those of the file", () => {
    const events = csvRows<"reason_code" | "refund_amount_usd">(path);
    const value = (row: (typeof events)[number]): number => Number(row.refund_amount_usd);
    const { rows, churned, value: refunds } = churnReasons(events, "reason_code", { value });
    const { reasons, refunds: paidBack } = tenureReference.ravenstack;
    expect(Object.fromEntries(rows.map(({ reason, churned: n }) => [reason, n]))).toEqual(reasons);
    expect(churned).toBe(600);
    expect(refunds).toBeCloseTo(paidBack, 8);
    // Wilson's formula for 114 of 600, in Python.
    expect([rows[0]?.reason, rows[0]?.lower.toFixed(4), rows[0]?.upper.toFixed(4)]).toEqual([
      "features",
      "0.1606",
      "0.2233",
    ]);
  });
});
