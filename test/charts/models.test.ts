import { describe, expect, it } from "vitest";
import { aliveHistoryChart } from "../../src/charts/alive-history-chart.ts";
import { calibrationChart } from "../../src/charts/calibration-chart.ts";
import type { Chart, ChartPart } from "../../src/charts/chart.ts";
import { expectedPurchasesChart } from "../../src/charts/expected-purchases-chart.ts";
import { probabilityAliveChart } from "../../src/charts/probability-alive-chart.ts";
import { purchaseFrequencyChart } from "../../src/charts/purchase-frequency-chart.ts";
import { retentionCurveModelChart } from "../../src/charts/retention-curve-model-chart.ts";
import { trackingChart } from "../../src/charts/tracking-chart.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { de } from "../../src/locales/de.ts";
import { expectedPurchases } from "../../src/models/expected-purchases.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitSbg } from "../../src/models/fit-sbg.ts";
import { probabilityAlive } from "../../src/models/probability-alive.ts";
import { projectSurvivors } from "../../src/models/project-survivors.ts";
import { trackingCurve } from "../../src/models/tracking-curve.ts";
import { validateModel } from "../../src/models/validate-model.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { expectGerman } from "../support/german-chart.ts";
import { expectGolden, svgOf } from "../support/render-chart.ts";

const log = transactionLog(
  simulateTransactions({ customers: 1000, from: "2023-01-01", until: "2024-12-31", seed: 5 }),
);
const validation = validateModel(log, { split: "2023-12-31", fit: fitMbgNbd, unit: "week" });
const bgNbd = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
  asOf: "1997-09-30",
} as const;
const dark = { locale: de, theme: "dark" } as const;

type Row = Readonly<Record<string, unknown>>;

/** The rows inside a chart or a part of it. */
function rowsOf(part: ChartPart): readonly Row[] {
  return (part["data"] as unknown as { readonly values: readonly Row[] }).values;
}

function partsOf(chart: Chart, side: "vconcat" | "hconcat" | "layer"): readonly ChartPart[] {
  return chart[side] as readonly ChartPart[];
}

describe("the chart of actual and expected purchases", () => {
  it("shows both, before and after the split", async () => {
    const svg = await expectGolden("tracking", trackingChart(validation));
    expect(svg).toContain("Per week");
    expect(svg).toContain("holdout →");
  });

  it("is dark and German", async () => {
    await expectGerman(
      trackingChart(validation, dark),
      ["Pro Woche", "tatsächlich", "erwartet", "Testzeitraum"],
      /expected|actual|week|holdout/,
    );
  });

  it("holds the figures of the result, also after JSON", () => {
    const chart = trackingChart(JSON.parse(JSON.stringify(validation)));
    const rows = rowsOf(chart);
    expect(rows.length).toBe(2 * validation.tracking.length);
    validation.tracking.forEach(({ end, actual, expected, actualCumulative, expectedCumulative }, i) => {
      const came = { end, series: "actual", incremental: actual, cumulative: actualCumulative };
      expect(rows[2 * i]).toMatchObject(came);
      const said = { end, series: "expected", incremental: expected, cumulative: expectedCumulative };
      expect(rows[2 * i + 1]).toMatchObject(said);
    });
  });

  it("tells the sums of the holdout in words", () => {
    const after = validation.tracking.filter(({ holdout }) => holdout);
    const actual = after.reduce((sum, row) => sum + row.actual, 0);
    const expected = after.reduce((sum, row) => sum + row.expected, 0);
    const { title, description } = trackingChart(validation);
    expect(title.subtitle).toContain(`${actual} purchases, ${Math.round(expected)} expected`);
    expect(description).toContain("MBG/NBD");
    expect(description).toContain("2024-12-31");
  });

  it("marks periods that are cut short", () => {
    const cut = rowsOf(trackingChart(validation)).filter(({ whole }) => whole === false);
    // 2023-12-31 is a Sunday, so that the split cuts no week; 2024-12-31 is a Tuesday.
    expect(cut.map(({ end }) => end)).toEqual(["2023-01-01", "2023-01-01", "2024-12-31", "2024-12-31"]);
  });

  it("shows one panel if asked to", () => {
    const chart = trackingChart(validation, {
      show: "cumulative",
      width: 300,
      height: 100,
      title: "T",
      subtitle: "",
    });
    expect(chart["vconcat"]).toBeUndefined();
    expect(chart).toMatchObject({ width: 300, height: 100, title: { text: "T" } });
    expect(chart.title.subtitle).toBeUndefined();
  });

  it("draws an expectation alone", async () => {
    const rows = [{ frequency: 2, recency: 20, T: 30, weight: 500 }];
    const curve = trackingCurve(bgNbd, { unit: "week", asOf: "2025-09-30", rows }, { period: "month" });
    const chart = trackingChart(curve);
    expect(chart.title.text).toBe("Expected repeat purchases");
    expect(rowsOf(chart).map(({ incremental }) => incremental)).toEqual(
      curve.map(({ expected }) => expected),
    );
    expect(await svgOf(chart)).toContain("Per month");
  });

  it("refuses what is no tracking", () => {
    for (const wrong of [null, "text", {}, [{ end: "2024-01-01" }], [], { ...validation, tracking: [{}] }])
      expect(dataErrorOf(() => trackingChart(wrong as never)).issues[0]?.field).toMatch(/^tracking/);
    expect(() => trackingChart(validation, { show: "all" as never })).toThrow('"all" is not one of');
    expect(() => trackingChart(validation, { shows: "both" } as never)).toThrow("no such name");
  });
});

describe("the matrix of P(alive)", () => {
  it("shows repeat purchases and ages at the last one", async () => {
    const svg = await expectGolden(
      "probability-alive",
      probabilityAliveChart(bgNbd, { T: 39, mostPurchases: 7 }),
    );
    expect(svg).toContain("Age at the last purchase (weeks)");
  });

  it("is dark and German", async () => {
    await expectGerman(
      probabilityAliveChart(bgNbd, { T: 39, ...dark }),
      ["P(aktiv)", "Wiederkäufe bisher", "Wochen"],
      /alive|purchase|week/,
    );
  });

  it("holds what the model says of each history", () => {
    const rows = rowsOf(probabilityAliveChart(bgNbd, { T: 39, mostPurchases: 4 }));
    // Without a repeat purchase, and 13 ages of 3 weeks each with 1 to 4 purchases.
    expect(rows.length).toBe(1 + 13 * 4);
    for (const row of rows) {
      const { frequency, recency } = row as { frequency: number; recency: number };
      expect(row["value"]).toBe(probabilityAlive(bgNbd, { frequency, recency, T: 39 }));
      expect(row["silence"]).toBe(39 - recency);
    }
    expect(rows.some(({ recency }) => recency === 39)).toBe(true);
  });

  it("tells the extremes in words", () => {
    const { description } = probabilityAliveChart(bgNbd, { T: 39 });
    expect(description).toContain(
      "from <1% (10 repeat purchases, last at 3 weeks) to 100% (0 repeat purchases",
    );
  });

  it("allows no more purchases than there were opportunities", () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    const rows = rowsOf(probabilityAliveChart({ kind: "bg-bb", parameters, unit: "year" }, { T: 6 }));
    expect(rows.length).toBe(1 + 21);
    expect(rows.every(({ frequency, recency }) => Number(frequency) <= Number(recency))).toBe(true);
  });

  it("ends at an age that is no round number", () => {
    const rows = rowsOf(probabilityAliveChart(bgNbd, { T: 38.86, mostPurchases: 1 }));
    expect(rows.map(({ recency }) => recency)).toEqual([
      0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36, 38.86,
    ]);
  });

  it("needs an age and a model of purchases", () => {
    expect(() => probabilityAliveChart(bgNbd, {} as never)).toThrow("T");
    expect(() => probabilityAliveChart(bgNbd, undefined as never)).toThrow("options");
    expect(() => probabilityAliveChart(bgNbd, { T: 39, mostPurchases: 0 })).toThrow("mostPurchases");
    expect(() => probabilityAliveChart({ kind: "sbg" } as never, { T: 39 })).toThrow("no model of purchases");
  });
});

describe("the matrix of expected purchases", () => {
  const horizon = { weeks: 39 } as const;

  it("shows repeat purchases and ages at the last one", async () => {
    const chart = expectedPurchasesChart(bgNbd, { T: 39, horizon, mostPurchases: 7 });
    expect(await expectGolden("expected-purchases", chart)).toContain("Expected purchases within 39 weeks");
  });

  it("is dark and German", async () => {
    await expectGerman(
      expectedPurchasesChart(bgNbd, { T: 39, horizon: { years: 1, months: 2 }, ...dark }),
      ["Erwartete Käufe (Horizont: 1 Jahr, 2 Monate)", "Wiederkäufe bisher"],
      /xpected|urchase|week/,
    );
  });

  it("holds what the model says of each history", () => {
    for (const row of rowsOf(expectedPurchasesChart(bgNbd, { T: 39, horizon }))) {
      const { frequency, recency } = row as { frequency: number; recency: number };
      expect(row["value"]).toBe(expectedPurchases(bgNbd, { frequency, recency, T: 39 }, horizon));
    }
  });

  it("names a horizon between days", () => {
    const span = { from: "1997-12-01", until: "1997-12-31" };
    const { title } = expectedPurchasesChart(bgNbd, { T: 39, horizon: span });
    expect(title.text).toBe("Expected purchases within the days 1997-12-01 to 1997-12-31");
  });

  it("needs a horizon", () => {
    expect(() => expectedPurchasesChart(bgNbd, { T: 39 } as never)).toThrow("horizon");
  });
});

describe("the chart of forecast and what came", () => {
  it("shows customers by their history", async () => {
    const svg = await expectGolden("calibration", calibrationChart(validation));
    expect(svg).toContain("perfect forecast");
    expect(svg).toContain("Purchases per customer");
  });

  it("is dark and German", async () => {
    await expectGerman(
      calibrationChart(validation, dark),
      ["tatsächlich", "perfekte Prognose", "Käufe je Kunde"],
      /actual|expected|forecast|customer/,
    );
  });

  it("holds the figures of the result", () => {
    const [left, right] = partsOf(calibrationChart(JSON.parse(JSON.stringify(validation))), "hconcat");
    const known = validation.byFrequency.filter(({ customers }) => customers > 0);
    expect(rowsOf(left as ChartPart).map(({ purchases }) => purchases)).toEqual(
      known.flatMap(({ actualMean, expectedMean }) => [actualMean, expectedMean]),
    );
    const classes = validation.byProbabilityOfBuying.filter(({ customers }) => customers > 0);
    const layers = (right as ChartPart)["layer"] as readonly ChartPart[];
    expect(
      rowsOf(layers[layers.length - 1] as ChartPart).map(({ actual, expected }) => [actual, expected]),
    ).toEqual(
      classes.map(({ shareBuying, meanProbabilityOfBuying }) => [shareBuying, meanProbabilityOfBuying]),
    );
  });

  it("shows one panel if asked to", () => {
    expect(rowsOf(calibrationChart(validation, { show: "purchases" })).length).toBeGreaterThan(10);
    expect(partsOf(calibrationChart(validation, { show: "buying" }), "layer").length).toBe(3);
  });

  it("refuses what is no validation", () => {
    for (const wrong of [null, [], {}, { ...validation, byFrequency: [{}] }])
      expect(dataErrorOf(() => calibrationChart(wrong as never)).issues[0]?.field).toMatch(/^validation/);
    expect(() => calibrationChart(validation, { panel: 1 } as never)).toThrow("no such name");
  });
});

describe("the chart of customers by number of repeat purchases", () => {
  const customers = summarizeCustomers(log, { unit: "week" });
  const model = fitMbgNbd(customers);

  it("shows what came and what is expected", async () => {
    const svg = await expectGolden("purchase-frequency", purchaseFrequencyChart(model, customers));
    expect(svg).toContain("Repeat purchases");
  });

  it("is dark and German", async () => {
    await expectGerman(
      purchaseFrequencyChart(model, customers, dark),
      ["Wiederkäufe", "tatsächlich", "Stichtag"],
      /actual|expected|urchases/,
    );
  });

  it("counts everybody once, in what came and in what is expected", () => {
    const rows = rowsOf(purchaseFrequencyChart(model, customers, { mostPurchases: 3 }));
    const sum = (series: string): number =>
      rows
        .filter((row) => row["series"] === series)
        .reduce((total, row) => total + Number(row["customers"]), 0);
    expect(sum("actual")).toBe(1000);
    expect(sum("expected")).toBeCloseTo(1000, 9);
    const actual = rows.filter(({ series }) => series === "actual").map((row) => row["customers"]);
    expect(actual[0]).toBe(customers.rows.filter(({ frequency }) => frequency === 0).length);
    expect(actual[3]).toBe(customers.rows.filter(({ frequency }) => frequency >= 3).length);
  });

  it("expects what the formula says", () => {
    // BG/NBD of one customer of age t: P(X = 0) = (α ÷ (α + t))^r; equation 8 of Fader, Hardie & Lee (2005).
    const one = { unit: "week", rows: [{ frequency: 0, recency: 0, T: 10, weight: 50 }] } as const;
    const [, expected] = rowsOf(purchaseFrequencyChart(bgNbd, one));
    expect(expected?.["customers"]).toBeCloseTo(50 * (4.414 / 14.414) ** 0.243, 10);
  });

  it("refuses wrong customers", () => {
    expect(() => purchaseFrequencyChart(model, null as never)).toThrow("no customer base");
    expect(() => purchaseFrequencyChart(model, { ...customers, unit: "day" })).toThrow("units of a day");
    expect(() => purchaseFrequencyChart(model, { ...customers, rows: [] })).toThrow("no customers");
  });
});

describe("the chart of a customer's P(alive)", () => {
  const days = ["2025-01-10", "2025-02-03", "2025-02-28", "2025-06-20"];
  const own = transactionLog([
    ...days.map((date) => ({ customerId: "Ada", date, amount: 20 })),
    { customerId: "Ada", date: "2025-06-20", amount: 5 },
    { customerId: "Ada", date: "2025-07-01", amount: -20 },
    { customerId: "Ben", date: "2025-12-01", amount: 20 },
  ]);
  const options = { customer: "Ada", asOf: "2025-08-31" } as const;

  it("shows its purchases", async () => {
    const svg = await expectGolden("alive-history", aliveHistoryChart(bgNbd, own, options));
    expect(svg).toContain("Is Ada still a customer?");
  });

  it("is dark and German", async () => {
    await expectGerman(
      aliveHistoryChart(bgNbd, own, { ...options, ...dark }),
      ["Ist Ada noch Kunde?", "4 Käufe", "P(aktiv)"],
      /alive|still|purchases/,
    );
  });

  it("judges each day by what was known on it", () => {
    const rows = rowsOf(aliveHistoryChart(bgNbd, own, options));
    const on = (date: string): unknown => rows.find((row) => row["date"] === date)?.["probability"];
    expect(on("2025-02-27")).toBe(probabilityAlive(bgNbd, { frequency: 1, recency: 24 / 7, T: 48 / 7 }));
    expect(on("2025-02-28")).toBe(probabilityAlive(bgNbd, { frequency: 2, recency: 7, T: 7 }));
    expect(on("2025-08-31")).toBe(probabilityAlive(bgNbd, { frequency: 3, recency: 23, T: 233 / 7 }));
    expect(rows.filter(({ purchases }) => purchases !== null).map(({ date }) => date)).toEqual(days);
  });

  it("counts days or purchases", () => {
    const chart = aliveHistoryChart(bgNbd, own, { ...options, count: "purchases" });
    expect(rowsOf(chart).find(({ date }) => date === "2025-06-20")?.["purchases"]).toBe(2);
    expect(chart.title.subtitle).toContain("5 purchases");
  });

  it("refuses who has not bought", () => {
    expect(() => aliveHistoryChart(bgNbd, own, { customer: "Zoe" })).toThrow(
      '"Zoe" has no purchase in the log',
    );
    expect(() => aliveHistoryChart(bgNbd, own, { ...options, customer: "Ben" })).toThrow("by 2025-08-31");
    expect(() => aliveHistoryChart(bgNbd, [] as never, options)).toThrow();
  });
});

describe("the chart of a model of retention", () => {
  const cohorts = [[1000, 869, 743, 653, 593, 551, 517, 491]];
  const observed = { unit: "year", cohorts } as const;
  const model = fitSbg(observed);

  it("shows what was observed, the model and its projection", async () => {
    const chart = retentionCurveModelChart(model, { observed, periods: 12 });
    const svg = await expectGolden("retention-curve-model", chart);
    for (const word of ["observed", "projection", "Retention rate"]) expect(svg).toContain(word);
  });

  it("is dark and German", async () => {
    await expectGerman(
      retentionCurveModelChart(model, { observed, ...dark }),
      ["beobachtet", "Projektion", "Kundenbindungsrate"],
      /observed|projection|Retention/,
    );
  });

  /** The rows of all layers of a panel. */
  const panelRows = (panel: ChartPart): readonly Row[] =>
    (panel["layer"] as readonly ChartPart[]).flatMap((layer) => rowsOf(layer));

  it("holds the figures of the survivors and of the model", () => {
    const [survival, retention] = partsOf(retentionCurveModelChart(model, { observed }), "vconcat");
    const seen = (panel: ChartPart): readonly Row[] =>
      panelRows(panel).filter(({ series }) => series === "observed");
    const shares = [869, 743, 653, 593, 551, 517, 491].map((left) => left / 1000);
    seen(survival as ChartPart).forEach((row, i) => {
      expect(row["survival"]).toBeCloseTo(shares[i] as number, 12);
    });
    expect(seen(retention as ChartPart)[1]).toMatchObject({ period: 2, atRisk: 869, retention: 743 / 869 });
    const projected = projectSurvivors(model, { survivors: 1000, renewals: 0, periods: 11 });
    const last = panelRows(survival as ChartPart).find(({ period }) => period === 11);
    expect(last).toMatchObject({
      survival: projected[10]?.survivalProbability,
      survivalLower: (projected[10]?.lower as number) / 1000,
      survivalUpper: (projected[10]?.upper as number) / 1000,
      projection: true,
    });
  });

  it("stands alone without intervals", async () => {
    const literal = { kind: "sbg", parameters: { alpha: 0.668, beta: 3.806 }, unit: "year" } as const;
    const chart = retentionCurveModelChart(literal, { periods: 7, show: "survival" });
    expect(panelRows(chart).some(({ survivalLower }) => typeof survivalLower === "number")).toBe(false);
    expect(chart.title.subtitle).toBe("sBG");
    expect(chart.description).toContain("49% after 7 years");
    expect(await svgOf(chart)).not.toContain("observed");
  });

  it("pools cohorts and rows alike", () => {
    const rows = [
      { renewals: 0, lost: true, weight: 131 },
      { renewals: 1, lost: true, weight: 126 },
      { renewals: 2, lost: false, weight: 743 },
    ];
    const of = (base: object): readonly Row[] =>
      panelRows(retentionCurveModelChart(model, { observed: base as never, show: "retention", periods: 4 }));
    expect(of({ unit: "year", rows })).toEqual(of({ unit: "year", cohorts: [[1000, 869, 743]] }));
  });

  it("refuses other models and bases", () => {
    expect(() => retentionCurveModelChart(bgNbd as never)).toThrow("no model of retention");
    expect(() => retentionCurveModelChart(model, { observed: { ...observed, unit: "month" } })).toThrow(
      "units of a month",
    );
    expect(() => retentionCurveModelChart(model, { observed: [] as never })).toThrow(
      "customers under contract",
    );
    expect(() => retentionCurveModelChart(model, { periods: 0 })).toThrow("periods");
  });
});
