import { describe, expect, it } from "vitest";
import type { ChartPart } from "../../src/charts/chart.ts";
import { equityByCohortChart } from "../../src/charts/equity-by-cohort-chart.ts";
import { lifetimeValueChart } from "../../src/charts/lifetime-value-chart.ts";
import { lifetimeValuePeriodsChart } from "../../src/charts/lifetime-value-periods-chart.ts";
import { valueComparisonChart } from "../../src/charts/value-comparison-chart.ts";
import { clvByCohort } from "../../src/clv/clv-by-cohort.ts";
import { compareLifetimeValues } from "../../src/clv/compare-lifetime-values.ts";
import { constantRetentionValue } from "../../src/clv/constant-retention-value.ts";
import { predictCustomers } from "../../src/clv/predict-customers.ts";
import { predictedValue } from "../../src/clv/predicted-value.ts";
import { retentionCurveValue } from "../../src/clv/retention-curve-value.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { de } from "../../src/locales/de.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { expectGerman } from "../support/german-chart.ts";
import { expectGolden, svgOf } from "../support/render-chart.ts";

const log = transactionLog(
  simulateTransactions({ customers: 1000, from: "2023-01-01", until: "2024-12-31", seed: 5 }),
);
const customers = summarizeCustomers(log, { unit: "week" });
const models = { purchases: fitMbgNbd(customers), spend: fitGammaGamma(customers) };
const options = { ...models, horizon: { months: 24 }, discountRate: 0.1, marginRate: 0.3 };
const predictions = predictCustomers(customers, options);
const predicted = predictedValue(customers, options);
const dark = { locale: de, theme: "dark" } as const;

type Row = Readonly<Record<string, unknown>>;

/** The rows inside a chart. */
function rowsOf(chart: ChartPart): readonly Row[] {
  return (chart["data"] as unknown as { readonly values: readonly Row[] }).values;
}

describe("the distribution of lifetime value", () => {
  it("shows the bulk and what lies beyond", async () => {
    const svg = await expectGolden("lifetime-value", lifetimeValueChart(predictions));
    expect(svg).toContain("of value");
    expect(svg).toContain("median");
  });

  it("is dark and German", async () => {
    await expectGerman(
      lifetimeValueChart(predictions, dark),
      ["Kundenwert", "Mittelwert", "Auf das wertvollste Zehntel"],
      /value|mean|ustomers/,
    );
  });

  it("counts everybody once, and all value", () => {
    const rows = rowsOf(lifetimeValueChart(predictions));
    const sum = (field: string): number => rows.reduce((total, row) => total + Number(row[field]), 0);
    expect(sum("customers")).toBe(1000);
    expect(sum("shareOfCustomers")).toBeCloseTo(1, 12);
    expect(sum("shareOfValue")).toBeCloseTo(1, 12);
  });

  it("puts values into their bars, the highest into an open one", () => {
    const values = [0, 1, 4.9, 5, 9, 10, 12, 14, 15, 18, 19, 20, 21, 22, 23, 24, 24, 24, 25, 1000];
    const rows = rowsOf(lifetimeValueChart(values.map((value) => ({ value }))));
    for (const row of rows) {
      const { from, to, open } = row as { from: number; to: number; open: string | null };
      const own = values.filter((value) => value >= from && (value < to || open === "above"));
      expect(row["customers"]).toBe(own.length);
    }
    expect(rows.at(-1)).toMatchObject({ from: 26, open: "above", customers: 1, range: "26 and more" });
  });

  it("tells the share of the top tenth, a customer in part if need be", () => {
    const of = (values: readonly number[]): string => {
      return lifetimeValueChart(values.map((value) => ({ value }))).title.text;
    };
    // Of 15 customers a tenth is the best one and half of the second: (50 + 15) ÷ 110.
    expect(of([50, 30, ...new Array<number>(10).fill(3), 0, 0, 0])).toContain("holds 59% of");
    expect(of(new Array<number>(20).fill(7))).toContain("holds 10% of");
    expect(of([-5, 3])).toBe("Distribution of lifetime value");
  });

  it("shows losses", async () => {
    const values = [-500, -20, -10, 0, 10, 20, 20, 30, 30, 30, 40, 50, 60, 80, 650];
    const chart = lifetimeValueChart(values.map((value) => ({ value })));
    const rows = rowsOf(chart);
    expect(rows[0]).toMatchObject({ open: "below" });
    expect(rows.reduce((total, row) => total + Number(row["customers"]), 0)).toBe(15);
    expect(await svgOf(chart)).toContain("below −");
  });

  it("reads values from results and rows alike", () => {
    const values = predicted.rows.map(({ value }) => ({ money: value }));
    const chart = lifetimeValueChart(values, { value: "money" });
    expect(rowsOf(chart)).toEqual(rowsOf(lifetimeValueChart(predicted)));
    expect(rowsOf(chart)).toEqual(rowsOf(lifetimeValueChart(JSON.parse(JSON.stringify(predicted)))));
  });

  it("draws values that are all the same", async () => {
    expect(await svgOf(lifetimeValueChart([{ value: 0 }, { value: 0 }]))).toContain("2 customers");
    const customers = rowsOf(lifetimeValueChart([{ value: 7 }])).map((row) => row["customers"]);
    expect(customers.at(-1)).toBe(1);
    expect(customers.slice(0, -1).every((number) => number === 0)).toBe(true);
  });

  it("refuses what has no values", () => {
    expect(() => lifetimeValueChart([])).toThrow("no customers");
    expect(() => lifetimeValueChart(null as never)).toThrow("predictions");
    expect(() => lifetimeValueChart([{ value: Number.NaN }])).toThrow("value");
    expect(() => lifetimeValueChart([{ worth: 3 }])).toThrow("missing");
    expect(() => lifetimeValueChart(predictions, { bins: 3 } as never)).toThrow("no such name");
  });
});

describe("lifetime value by cohort", () => {
  const cohorts = clvByCohort(log, predicted.rows);

  it("shows sums and means", async () => {
    const svg = await expectGolden("equity-by-cohort", equityByCohortChart(cohorts));
    for (const word of ["Sum of values", "Mean per customer", "2023-03"]) expect(svg).toContain(word);
  });

  it("is dark and German", async () => {
    await expectGerman(
      equityByCohortChart(clvByCohort(log, predicted.rows, { period: "quarter" }), dark),
      ["Kohorte", "Mittelwert je Kunde", "2023-Q1"],
      /ohort[^e]|[Ss]um of|ustomer/,
    );
  });

  it("holds the figures of the result", () => {
    const rows = rowsOf(equityByCohortChart(JSON.parse(JSON.stringify(cohorts))));
    expect(rows).toEqual(
      cohorts.rows.map(({ group, customers, sum, share, mean, meanInterval }) => ({
        cohort: group,
        customers,
        sum,
        share,
        mean,
        lower: meanInterval?.lower ?? null,
        upper: meanInterval?.upper ?? null,
      })),
    );
  });

  it("names rows without a group", async () => {
    const total = { customers: 1, sum: 5, share: 1, mean: 5, median: 5, meanInterval: null };
    const chart = equityByCohortChart({ rows: [{ group: null, ...total }], total, level: 0.95 });
    expect(rowsOf(chart)[0]).toMatchObject({ cohort: "without", lower: null });
    expect(await svgOf(chart)).toContain("without");
  });

  it("refuses other results", () => {
    expect(() => equityByCohortChart(predicted as never)).toThrow("clvByCohort");
    expect(() => equityByCohortChart({ ...cohorts, rows: [] })).toThrow("no cohort");
    expect(() => equityByCohortChart(cohorts, { width: 5 })).toThrow("width");
  });
});

describe("lifetime value over periods", () => {
  const terms = { margin: 100, retentionRate: 0.8, discountRate: 0.1, firstMargin: "deferred" } as const;
  const value = constantRetentionValue({ ...terms, periods: 8, acquisitionCost: 150 });

  it("shows periods, sums and payback", async () => {
    const svg = await expectGolden("lifetime-value-periods", lifetimeValuePeriodsChart(value));
    expect(svg).toContain("acquisition cost 150: paid back in period 3");
  });

  it("is dark and German", async () => {
    await expectGerman(
      lifetimeValuePeriodsChart(value, dark),
      ["Barwert", "Akquisitionskosten 150: amortisiert in Periode 3", "Jahre"],
      /value|cost|[Cc]umulative|years/,
    );
  });

  it("holds the figures of the value", () => {
    const rows = rowsOf(lifetimeValuePeriodsChart(value));
    let sum = 0;
    value.perPeriod.forEach((period, i) => {
      sum += period.value;
      expect(rows[i]).toEqual({
        period: period.period,
        margin: period.value,
        cumulative: sum,
        survival: period.survival,
      });
    });
    expect(rows.at(-1)?.["cumulative"]).toBeCloseTo(value.value, 10);
    const plain = rowsOf(lifetimeValuePeriodsChart(value, { discounted: false }));
    // 100 · 0.8 after one period, 100 · 0.64 after two.
    expect(plain[0]?.["margin"]).toBeCloseTo(80, 10);
    expect(plain[1]?.["margin"]).toBeCloseTo(64, 10);
  });

  it("shows several customers by their mean, and takes the cost that it is told", async () => {
    const chart = lifetimeValuePeriodsChart(predicted.total, { acquisitionCost: 1e6 });
    expect(chart.title.text).toBe("Value over time, per customer");
    expect(rowsOf(chart).at(-1)?.["cumulative"]).toBeCloseTo(predicted.total.value / 1000, 8);
    expect(chart.description).toContain("1,000,000: not paid back");
    expect(await svgOf(lifetimeValuePeriodsChart(predicted.total))).not.toContain("acquisition");
  });

  it("says what lies beyond the periods shown", () => {
    const long = constantRetentionValue({ ...terms, listPeriods: 3 });
    expect(lifetimeValuePeriodsChart(long).title.subtitle).toMatch(/; \d+ of it beyond these periods$/);
    expect(lifetimeValuePeriodsChart(value).title.subtitle).not.toContain("beyond");
  });

  it("refuses other values", () => {
    expect(() => lifetimeValuePeriodsChart(5 as never)).toThrow("LifetimeValue");
    expect(() => lifetimeValuePeriodsChart({ ...value, perPeriod: [] })).toThrow("no periods");
    expect(() => lifetimeValuePeriodsChart(value, { acquisitionCost: -1 })).toThrow("acquisitionCost");
    expect(() => lifetimeValuePeriodsChart(value, { discounted: 1 as never })).toThrow("discounted");
  });
});

describe("lifetime values compared", () => {
  const terms = { margin: 100, discountRate: 0.1, firstMargin: "immediate" } as const;
  const sbg = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
  const comparison = compareLifetimeValues({
    "80% stay": constantRetentionValue({ ...terms, retentionRate: 0.8 }),
    "85% stay": constantRetentionValue({ ...terms, retentionRate: 0.85 }),
    "rising rates": retentionCurveValue(sbg, terms),
  });

  it("shows them side by side", async () => {
    const svg = await expectGolden("value-comparison", valueComparisonChart(comparison));
    for (const word of ["rising rates", "592 (162%)", "retention curve"]) expect(svg).toContain(word);
  });

  it("is dark and German", async () => {
    await expectGerman(
      valueComparisonChart(comparison, dark),
      ["Kundenwert je Kunde", "Bindungskurve", "unbegrenzt"],
      /retention|value|horizon/,
    );
  });

  it("holds the figures of the comparison", () => {
    expect(rowsOf(valueComparisonChart(JSON.parse(JSON.stringify(comparison))))).toMatchObject(
      comparison.map(({ name, valuePerCustomer, ratio, undiscountedPerCustomer, discountRate }) => {
        return { name, value: valuePerCustomer, undiscounted: undiscountedPerCustomer, ratio, discountRate };
      }),
    );
  });

  it("says so if values rest on different assumptions", () => {
    const short = constantRetentionValue({ ...terms, retentionRate: 0.8, periods: 5 });
    const chart = valueComparisonChart(
      compareLifetimeValues({ long: constantRetentionValue({ ...terms, retentionRate: 0.8 }), short }),
    );
    expect(chart.title.subtitle).toContain("different assumptions");
    expect(rowsOf(chart)[1]?.["horizon"]).toBe("5 years");
    expect(valueComparisonChart(comparison).title.subtitle).toBe(
      "Per customer; discounted at 10% a year; horizon: no end",
    );
  });

  it("refuses other lists", () => {
    expect(() => valueComparisonChart([])).toThrow("nothing to compare");
    expect(() => valueComparisonChart({} as never)).toThrow("compareLifetimeValues");
    expect(() => valueComparisonChart([{ name: "a" }] as never)).toThrow("compareLifetimeValues");
  });
});
