import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareChurnSignals } from "../../src/retention/churn-comparison.ts";
import { churnSignals } from "../../src/retention/churn-signals.ts";
import { thresholdTable } from "../../src/retention/signal-thresholds.ts";
import { rocArea } from "../../src/statistics/roc-area.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows } from "../support/arbitrary-rows.ts";
import { naiveAuc, naiveDeLong, naiveSignals } from "./naive-churn-signals.ts";

const asOf = arbitraryDay.map(isoDate);
const END = "2025-12-31";

describe("signals", () => {
  it("are those of somebody who counts gaps one by one", () => {
    fc.assert(
      fc.property(arbitraryRows, asOf, fc.constantFrom(0.5, 1, 2), (rows, day, overdueFactor) => {
        const naive = new Map(naiveSignals(rows, day, END).map((row) => [row.customerId, row]));
        const { rows: found } = churnSignals(transactionLog(rows), { asOf: day, overdueFactor });
        expect(found).toHaveLength(naive.size);
        for (const row of found) {
          const truth = naive.get(String(row.customerId));
          expect(row).toMatchObject({
            silenceDays: truth?.silence,
            usualGap: truth?.usualGap,
            ownLongerGaps: truth?.ownLonger,
            baseLongerGaps: truth?.baseLonger,
          });
          if (truth === undefined || truth.usualGap === null) continue;
          expect(row.usualGapOf).toBe(truth.own ? "own" : "base");
          expect(row.overdue).toBe(truth.silence > overdueFactor * truth.usualGap);
        }
      }),
    );
  });

  it("are held against who came back, counted pair by pair", () => {
    fc.assert(
      fc.property(arbitraryRows, asOf, (rows, splitAt) => {
        const naive = naiveSignals(rows, splitAt, END);
        fc.pre(naive.length > 0);
        const log = transactionLog(rows);
        fc.pre(splitAt < END);
        const { signals, churned } = compareChurnSignals(log, { splitAt, until: END });
        const left = naive.filter(({ buysAgain }) => !buysAgain).map(({ silence }) => silence);
        const stayed = naive.filter(({ buysAgain }) => buysAgain).map(({ silence }) => silence);
        expect(churned).toBe(left.length);
        const [silence] = signals;
        if (left.length > 0 && stayed.length > 0)
          expect(silence?.auc).toBeCloseTo(naiveAuc(left, stayed), 12);
        else expect(silence?.auc).toBeNull();
        for (const row of silence?.thresholds ?? []) {
          const hits = left.filter((value) => value >= row.threshold).length;
          const alarms = stayed.filter((value) => value >= row.threshold).length;
          expect([row.truePositives, row.falsePositives]).toEqual([hits, alarms]);
        }
      }),
    );
  });
});

const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 25 });
const ascending = (list: readonly number[]): Float64Array => Float64Array.from(list).sort();

describe("the area under the curve", () => {
  it("and its error are those of all pairs", () => {
    fc.assert(
      fc.property(values, values, (left, stayed) => {
        const { auc, aucStandardError } = rocArea(ascending(left), ascending(stayed), 1.96);
        expect(auc).toBeCloseTo(naiveAuc(left, stayed), 12);
        expect(aucStandardError ?? 0).toBeCloseTo(naiveDeLong(left, stayed), 12);
      }),
    );
  });

  it("does not change when the signal is bent without changing its order, and turns round with the sides", () => {
    fc.assert(
      fc.property(values, values, (left, stayed) => {
        const plain = rocArea(ascending(left), ascending(stayed), 1.96);
        const bend = (value: number): number => Math.exp(value / 3) - 100;
        expect(rocArea(ascending(left.map(bend)), ascending(stayed.map(bend)), 1.96)).toEqual(plain);
        const turned = rocArea(ascending(stayed), ascending(left), 1.96);
        expect((turned.auc ?? 0) + (plain.auc ?? 0)).toBeCloseTo(1, 12);
        expect(turned.aucStandardError ?? 0).toBeCloseTo(plain.aucStandardError ?? 0, 12);
      }),
    );
  });
});

describe("the table of thresholds", () => {
  it("has the best F1 of all values, and of equals the higher", () => {
    fc.assert(
      fc.property(values, values, (left, stayed) => {
        const { bestF1, thresholds } = thresholdTable(ascending(left), ascending(stayed), [], 1.96);
        let best = -1;
        let at = 0;
        for (const value of [...left, ...stayed].sort((a, b) => a - b)) {
          const hits = left.filter((other) => other >= value).length;
          const flagged = hits + stayed.filter((other) => other >= value).length;
          const precision = hits / flagged;
          const recall = hits / left.length;
          const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
          if (f1 > best - 1e-12) {
            best = Math.max(best, f1);
            at = value;
          }
        }
        expect(bestF1?.threshold).toBe(at);
        expect(bestF1?.f1).toBeCloseTo(best, 12);
        expect(thresholds).toContainEqual(bestF1);
      }),
    );
  });

  it("holds rates that belong together", () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: -1, max: 14 }), (left, stayed, asked) => {
        const { thresholds } = thresholdTable(ascending(left), ascending(stayed), [asked], 1.96);
        expect(thresholds.some(({ threshold }) => threshold === asked)).toBe(true);
        for (const row of thresholds) {
          expect(row.flagged).toBe(row.truePositives + row.falsePositives);
          expect(row.recall).toBe(row.truePositives / left.length);
          expect(row.specificity).toBeCloseTo(1 - row.falsePositives / stayed.length, 12);
          if (row.precision === null) continue;
          expect(row.precision).toBe(row.truePositives / row.flagged);
          expect(
            (row.precisionLower ?? 1) <= row.precision && row.precision <= (row.precisionUpper ?? 0),
          ).toBe(true);
          expect(row.lift).toBeCloseTo(row.precision / (left.length / (left.length + stayed.length)), 12);
        }
      }),
    );
  });
});
