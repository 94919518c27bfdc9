import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Chart, ChartPart, ChartRow } from "../../src/charts/chart.ts";
import { churnCalibrationChart } from "../../src/charts/churn-calibration-chart.ts";
import { churnRocChart } from "../../src/charts/churn-roc-chart.ts";
import { cohortCurvesChart } from "../../src/charts/cohort-curves-chart.ts";
import { cohortRetentionChart } from "../../src/charts/cohort-retention-chart.ts";
import { cumulativeIncidenceChart } from "../../src/charts/cumulative-incidence-chart.ts";
import { retentionLedgerChart } from "../../src/charts/retention-ledger-chart.ts";
import { revenueMovementsChart } from "../../src/charts/revenue-movements-chart.ts";
import { spreadLabels } from "../../src/charts/spread-labels.ts";
import { survivalChart } from "../../src/charts/survival-chart.ts";
import { timeTicks } from "../../src/charts/time-ticks.ts";
import { timeToDecision } from "../../src/hitrate/time-to-decision.ts";
import { de } from "../../src/locales/de.ts";
import { en } from "../../src/locales/en.ts";
import { seededRandom } from "../../src/math/random.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { compareChurnSignals } from "../../src/retention/churn-comparison.ts";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { retentionLedger } from "../../src/retention/retention-ledger.ts";
import { revenueMovements } from "../../src/retention/revenue-movements.ts";
import { cumulativeIncidence } from "../../src/statistics/cumulative-incidence.ts";
import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { kaplanMeierBy } from "../../src/statistics/kaplan-meier-by.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { expectGolden, pngOf, svgOf } from "../support/render-chart.ts";

const from = "2024-01-01";
const asOf = "2024-12-20";
const log = transactionLog(
  simulateTransactions({ customers: 600, from, until: asOf, joinUntil: "2024-12-10", seed: 11 }),
);
const random = seededRandom(5);

const lives = Array.from({ length: 240 }, (_, i) => {
  const plan = i % 2 === 0 ? "Basic" : i % 5 === 0 ? "Team" : "Pro";
  const life = random.exponential(plan === "Basic" ? 1 / 9 : 1 / 22);
  const seen = 1 + 29 * random.uniform();
  return { plan, duration: Math.ceil(Math.min(life, seen)), event: life <= seen };
});

const ends = Array.from({ length: 220 }, () => {
  const days = Math.ceil(random.exponential(1 / 40));
  const share = random.uniform();
  const end = share < 0.15 ? null : share < 0.5 ? "A" : share < 0.9 ? "B" : "C";
  return { days: Math.min(days, 120), end: days > 120 ? null : end };
});

/** The first day of a month, or the last of the one before. */
function dayOf(month: number, day: 0 | 1): string {
  return new Date(Date.UTC(2023, 6 + month, day)).toISOString().slice(0, 10);
}

const contracts = Array.from({ length: 160 }, (_, i) => {
  const start = Math.floor(random.uniform() * 18);
  const change = start + Math.ceil(random.exponential(1 / 9));
  const monthlyAmount = Math.round(20 + 80 * random.uniform());
  const pause = i % 5 === 0 ? 2 : 0;
  const stop = change + pause + (i % 3 === 0 ? 7 : 1);
  return [
    { customerId: `C${i}`, start: dayOf(start, 1), end: dayOf(change, 0), monthlyAmount },
    {
      customerId: `C${i}`,
      start: dayOf(change + pause, 1),
      end: dayOf(stop, 0),
      monthlyAmount: Math.round(monthlyAmount * (i % 2 === 0 ? 1.4 : 0.7)),
    },
  ];
}).flat();

const offers = offerBook(
  ends.slice(0, 60).map(({ days, end }) => {
    const status = end === null ? "open" : end === "A" ? "won" : end === "B" ? "lost" : "withdrawn";
    const decided = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
    return status === "open"
      ? { status, submitted: "2024-01-01" }
      : { status, submitted: "2024-01-01", decided };
  }),
  {},
  { until: "2024-04-30" },
);

const twoYears = transactionLog(
  simulateTransactions({ customers: 700, from: "2023-01-01", until: "2024-12-31", seed: 5 }),
);

const cohorts = cohortRetention(log, { asOf });
const curve = kaplanMeier(lives);
const curves = kaplanMeierBy(lives, "plan");
const incidence = cumulativeIncidence(ends, { time: "days", cause: "end" });
const decisions = timeToDecision(offers);
const movements = revenueMovements(subscriptionBook(contracts, {}, { until: "2024-12-31" }), { from });
const ledger = retentionLedger(log, { asOf, activeWindow: { months: 3 } });
const churn = compareChurnSignals(twoYears, { splitAt: "2023-12-31", fit: fitMbgNbd, unit: "week" });

type Style = { readonly theme?: "light" | "dark"; readonly locale?: typeof de };

/** Each chart with a German word that stands in it. */
const charts: readonly (readonly [string, string, (style: Style) => Chart])[] = [
  ["cohort-retention", "Kohorten", (style) => cohortRetentionChart(cohorts, style)],
  ["cohort-curves", "alle Kohorten", (style) => cohortCurvesChart(cohorts, style)],
  ["survival", "gegangen", (style) => survivalChart(curve, { ...style, unit: "month" })],
  ["survival-by", "beobachtet", (style) => survivalChart(curves, { ...style, unit: "month", by: "Plan" })],
  [
    "cumulative-incidence",
    "Anteil an allen",
    (style) => cumulativeIncidenceChart(incidence, { ...style, unit: "day" }),
  ],
  ["time-to-decision", "gewonnen", (style) => cumulativeIncidenceChart(decisions, style)],
  [
    "revenue-movements",
    "Neugeschäft",
    (style) => revenueMovementsChart(movements, { ...style, currency: "€" }),
  ],
  ["retention-ledger", "abgewandert", (style) => retentionLedgerChart(ledger, style)],
  ["churn-calibration", "vorhergesagt", (style) => churnCalibrationChart(churn, style)],
  [
    "churn-roc",
    "Fehlalarme",
    (style) => churnRocChart(churn, { ...style, signals: ["silenceDays", "noPurchaseProbability"] }),
  ],
];

/** The texts of labels without their places. */
function textsOf(labels: unknown): readonly string[] {
  if (typeof labels === "string") return labels.split(/\{\w+\}/).map((text) => text.trim());
  return Object.values(labels as object).flatMap(textsOf);
}

/** Words of a picture: what is written in it and what is read out. */
function wordsOf(svg: string): string {
  const written = svg.match(/>[^<]+</g) ?? [];
  const readOut = svg.match(/aria-label="[^"]*"/g) ?? [];
  return [...written, ...readOut].join("\n");
}

const german = textsOf([de.charts.retention, de.retention, de.salesCycle]).join("\n");
const english = textsOf([en.charts.retention, en.retention, en.salesCycle.outcomes]).filter(
  (text) => text.length > 3 && !german.includes(text),
);

describe("every chart of retention", () => {
  it.each(charts)("%s looks as it did", async (name, _word, draw) => {
    await expectGolden(name, draw({}));
  });

  it.each(charts)("%s is drawn dark and in German", async (name, word, draw) => {
    const chart = draw({ theme: "dark", locale: de });
    const svg = await svgOf(chart);
    const { CHART_PNG } = process.env;
    if (CHART_PNG !== undefined) {
      mkdirSync(CHART_PNG, { recursive: true });
      writeFileSync(`${CHART_PNG}/${name}-dark.png`, pngOf(svg));
    }
    expect(wordsOf(svg)).toContain(word);
    const said = `${wordsOf(svg)}\n${JSON.stringify(chart.title)}\n${chart.description}`;
    expect(english.filter((text) => new RegExp(`\\b${text.replace(/\W/g, "\\$&")}\\b`).test(said))).toEqual(
      [],
    );
    expect(said).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it.each(charts)("%s says what it shows", (_name, _word, draw) => {
    const { title, description } = draw({});
    const said = `${title.text} ${title.subtitle} ${description}`;
    expect(said).not.toMatch(/\{\w+\}|undefined|NaN|null/);
    expect(title.text).not.toBe("");
    expect(description.length).toBeGreaterThan(40);
  });

  it("has words of one's own and sizes of one's own", () => {
    const own = { title: "Ours", subtitle: "", width: 321, height: 123 };
    const single = [
      cohortRetentionChart(cohorts, own),
      cohortCurvesChart(cohorts, own),
      cumulativeIncidenceChart(incidence, own),
      revenueMovementsChart(movements, own),
      retentionLedgerChart(ledger, own),
      churnRocChart(churn, own),
    ];
    const stacked = [survivalChart(curve, own), churnCalibrationChart(churn, own)];
    for (const chart of [...single, ...stacked]) expect(chart.title).toEqual({ text: "Ours" });
    for (const chart of single) expect(chart).toMatchObject({ width: 321, height: 123 });
    for (const chart of stacked) {
      expect(chart["vconcat"]).toMatchObject([{ width: 321, height: 123 }, { width: 321 }]);
    }
  });

  it("is the same after a way through JSON", () => {
    const again = <Result>(result: Result): Result => JSON.parse(JSON.stringify(result)) as Result;
    expect(cohortRetentionChart(again(cohorts))).toEqual(cohortRetentionChart(cohorts));
    expect(cohortCurvesChart(again(cohorts))).toEqual(cohortCurvesChart(cohorts));
    expect(survivalChart(again(curves))).toEqual(survivalChart(curves));
    expect(cumulativeIncidenceChart(again(incidence))).toEqual(cumulativeIncidenceChart(incidence));
    expect(cumulativeIncidenceChart(again(decisions))).toEqual(cumulativeIncidenceChart(decisions));
    expect(revenueMovementsChart(again(movements))).toEqual(revenueMovementsChart(movements));
    expect(retentionLedgerChart(again(ledger))).toEqual(retentionLedgerChart(ledger));
    expect(churnCalibrationChart(again(churn))).toEqual(churnCalibrationChart(churn));
    expect(churnRocChart(again(churn))).toEqual(churnRocChart(churn));
  });
});

/** The figures inside a chart, or a part of it. */
function rowsOf(chart: ChartPart): readonly ChartRow[] {
  return (chart["data"] as { readonly values: readonly ChartRow[] }).values;
}

function partsOf(chart: Chart): readonly ChartPart[] {
  return chart["vconcat"] as readonly ChartPart[];
}

describe("the figures inside", () => {
  it("are the cells of the cohorts", () => {
    const rows = rowsOf(cohortRetentionChart(cohorts));
    expect(rows).toHaveLength(cohorts.rows.length);
    rows.forEach((row, at) => {
      const { state, ...figures } = row;
      expect(cohorts.rows[at]).toMatchObject(figures);
      expect(state).toBe(figures["complete"] === true ? "over" : "not over yet");
    });
  });

  it("are complete cells after interval 0, and the pooled curve, in the lines of cohorts", () => {
    const rows = rowsOf(cohortCurvesChart(cohorts));
    const shown = cohorts.rows.filter(({ complete, interval }) => complete && interval > 0);
    const cells = rows.filter((row) => row["pooled"] === false);
    expect(cells.map((row) => [row["cohort"], row["interval"], row["rate"]])).toEqual(
      shown.map(({ cohort, interval, rate }) => [cohort, interval, rate]),
    );
    const pooled = rows.filter((row) => row["pooled"] === true);
    expect(pooled.map((row) => [row["rate"], row["lower"], row["upper"]])).toEqual(
      cohorts.pooled.slice(1).map(({ rate, lower, upper }) => [rate, lower, upper]),
    );
    const labels = cells.map((row) => row["label"]).filter((label) => label !== null);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain("2024-01");
  });

  it("are the corners of survival curves and those at risk, counted by hand", () => {
    const [stairs, risk] = partsOf(survivalChart(curves, { unit: "month" }));
    const rows = rowsOf(stairs as ChartPart);
    for (const { group, rows: all } of curves) {
      const drawn = rows.filter((row) => row["group"] === group).slice(1);
      // Whole months are far enough apart for each to have a tick of its own.
      expect(drawn).toEqual(all.map(({ standardError: _, ...row }) => ({ group, ...row })));
    }
    const counted = rowsOf(risk as ChartPart);
    expect(counted.length).toBe(3 * 10);
    for (const { group, time, atRisk } of counted as readonly {
      readonly group: string;
      readonly time: number;
      readonly atRisk: number;
    }[]) {
      expect(atRisk).toBe(lives.filter(({ plan, duration }) => plan === group && duration >= time).length);
    }
  });

  it("thins out ticks that would touch, but no step", () => {
    const durations = Array.from({ length: 3000 }, () => ({
      duration: 1 + Math.floor(3000 * random.uniform()),
      event: random.uniform() < 0.02,
    }));
    const dense = kaplanMeier(durations);
    const drawn = rowsOf(partsOf(survivalChart(dense))[0] as ChartPart);
    const steps = dense.rows.filter(({ events }) => events > 0);
    expect(drawn.length).toBeLessThan(steps.length + 170);
    expect(drawn.filter((row) => Number(row["events"]) > 0).map((row) => row["survival"])).toEqual(
      steps.map(({ survival }) => survival),
    );
  });

  it("are the steps of all causes, which with those without any make 1", () => {
    const rows = rowsOf(cumulativeIncidenceChart(incidence));
    for (const { cause, steps } of incidence.causes) {
      const drawn = rows.filter((row) => row["cause"] === cause && Number(row["events"]) > 0);
      expect(drawn).toEqual(steps.map(({ standardError: _, ...step }) => ({ cause, ...step })));
    }
    const last = incidence.causes.map(({ cause }) => rows.filter((row) => row["cause"] === cause).at(-1));
    expect(last.map((row) => row?.["time"])).toEqual([120, 120, 120]);
    const sum = last.reduce((total, row) => total + Number(row?.["incidence"]), 0);
    expect(sum + (incidence.survival.at(-1)?.survival ?? 0)).toBeCloseTo(1, 12);
  });

  it("are outcomes of offers without their sum", () => {
    const rows = rowsOf(cumulativeIncidenceChart(decisions));
    expect([...new Set(rows.map((row) => row["cause"]))]).toEqual(["won", "lost", "withdrawn"]);
    const chart = cumulativeIncidenceChart(decisions, { locale: de });
    expect(chart.title.subtitle).toContain("60 Angebote");
    expect(chart.title.text).toContain("Bis Tag 120");
  });

  it("add up to the net change and to what is left at the end", () => {
    const rows = rowsOf(revenueMovementsChart(movements));
    expect(rows).toHaveLength(5 * movements.rows.length);
    for (const { period, start, end } of movements.rows) {
      const own = rows.filter((row) => row["period"] === period);
      const sum = own.reduce((total, row) => total + Number(row["amount"]), 0);
      expect(sum).toBeCloseTo(end - start, 9);
      expect(own.map((row) => row["net"])).toEqual(Array(5).fill(end - start));
    }
    const totals = movements.totals;
    expect(revenueMovementsChart(movements).title.text).toContain(
      `from ${totals?.start.toLocaleString("en")} to ${totals?.end.toLocaleString("en")}`,
    );
  });

  it("are the active customers of the end above 0, and with the lost ones those of the start", () => {
    const rows = rowsOf(retentionLedgerChart(ledger));
    for (const { period, start, end } of ledger.rows) {
      const own = new Map(
        rows
          .filter((row) => row["period"] === period)
          .map((row) => [row["movement"], Number(row["customers"])]),
      );
      const of = (movement: string): number => own.get(movement) ?? Number.NaN;
      expect(of("kept") + of("returned") + of("new")).toBe(end);
      expect(of("kept") - of("lost")).toBe(start);
    }
  });

  it("are the bins of the calibration in both plots", () => {
    const quality = churn.signals.find(({ signal }) => signal === "churnProbability");
    const [points, bars] = partsOf(churnCalibrationChart(churn, { signal: "churnProbability" }));
    const rows = rowsOf(points as ChartPart);
    expect(rows.map(({ bin: _, ...row }) => row)).toEqual(quality?.calibration);
    expect(rows.map((row) => row["bin"]).slice(0, 2)).toEqual(["0–10%", "10–20%"]);
    expect(rowsOf(bars as ChartPart)).toEqual(rows);
  });

  it("hold as much area below a ROC curve as the comparison says", () => {
    // So few customers that every value is a threshold.
    const few = transactionLog(
      simulateTransactions({ customers: 90, from: "2023-01-01", until: "2024-12-31", seed: 8 }),
    );
    const small = compareChurnSignals(few, { splitAt: "2023-12-31" });
    const rows = rowsOf(churnRocChart(small));
    expect(small.signals.length).toBe(3);
    for (const { signal, auc } of small.signals) {
      const points = rows.filter((row) => row["signal"] === signal);
      const area = points.reduce((sum, point, at) => {
        const before = points[at - 1] ?? point;
        const width = Number(point["falseAlarms"]) - Number(before["falseAlarms"]);
        return sum + (width * (Number(point["found"]) + Number(before["found"]))) / 2;
      }, 0);
      expect(points.at(-1)).toMatchObject({ falseAlarms: 1, found: 1 });
      expect(area).toBeCloseTo(auc ?? Number.NaN, 9);
    }
  });
});

describe("headlines", () => {
  it("tell the median, or what is left where it is not reached", () => {
    expect(survivalChart(kaplanMeier([{ duration: 4, event: true }]), { unit: "year" }).title.text).toBe(
      "Half are gone by year 4",
    );
    const loyal = kaplanMeier({ duration: [2, 5, 5, 5], event: [1, 0, 0, 0] });
    expect(survivalChart(loyal).title.text).toBe("75% are still there at time 5");
    expect(survivalChart(curves).title.text).toBe("How long they stay, by group");
  });

  it("tell whether recurring revenue rose or fell", () => {
    const titleOf = (end: string | null, later: number): string => {
      const rows = [
        { customerId: "Ada", start: "2025-01-01", end, monthlyAmount: 50 },
        { customerId: "Ben", start: "2025-02-01", end: null, monthlyAmount: later },
      ];
      const book = subscriptionBook(rows, {}, { until: "2025-02-28" });
      return revenueMovementsChart(revenueMovements(book, { from: "2025-02-01" })).title.text;
    };
    expect(titleOf(null, 10)).toBe("Recurring revenue (MRR) rose from 50.00 to 60.00");
    expect(titleOf("2025-02-10", 20)).toBe("Recurring revenue (MRR) fell from 50.00 to 20.00");
    expect(titleOf("2025-02-10", 50)).toBe("Recurring revenue (MRR) is as before: 50.00");
  });

  it("do without a rate where there is none", () => {
    const first = retentionLedger(log, { asOf: "2024-01-31" });
    expect(retentionLedgerChart(first).title.text).toBe("Customers gained, kept and lost");
    const young = cohortRetention(log, { asOf: "2024-01-20" });
    expect(cohortRetentionChart(young).title.text).toBe("Retention by cohort");
    expect(cohortRetentionChart(young).description).toContain(
      "No interval after the first purchase is over.",
    );
  });

  it("follow what the cohorts hold", () => {
    const money = cohortRetention(log, { asOf, value: "revenue", cumulative: true, clock: "elapsed" });
    const { title } = cohortRetentionChart(money);
    expect(title.text).toMatch(/^Revenue by cohort: \d+% in interval 1$/);
    expect(title.subtitle).toBe("600 customers · cumulative · as of 2024-12-20 · dashed: not over yet");
    expect(cohortCurvesChart(money, { locale: de }).title.subtitle).toContain("Stand 20.12.2024");
  });
});

describe("cells of cohorts", () => {
  it("hold their rates where they have room only", () => {
    const hasRates = (chart: Chart): boolean =>
      JSON.stringify(chart["layer"]).includes('"text":{"field":"rate"');
    expect(hasRates(cohortRetentionChart(cohorts))).toBe(true);
    expect(hasRates(cohortRetentionChart(cohorts, { width: 200 }))).toBe(false);
    expect(hasRates(cohortRetentionChart(cohortRetention(log, { asOf, period: "week" })))).toBe(false);
  });
});

describe("ticks and labels", () => {
  it("stand at usual times", () => {
    expect(timeTicks(30, "month")).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
    expect(timeTicks(120, "day").slice(0, 3)).toEqual([0, 14, 28]);
    expect(timeTicks(1, "year")).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(timeTicks(4200, null).slice(-2)).toEqual([3500, 4000]);
    expect(timeTicks(100_000, "day").at(-1)).toBe(100_000);
  });

  it("keep their distance and their order", () => {
    expect(spreadLabels([0.5, 0.1], 0.1, 0, 1)).toEqual([0.5, 0.1]);
    const placed = spreadLabels([0.99, 0.98, 0.3], 0.1, 0, 1);
    expect(placed[0]).toBe(1);
    expect(placed[1]).toBeCloseTo(0.9, 12);
    expect(placed[2]).toBe(0.3);
  });
});

const nobody = transactionLog([]);
const none = subscriptionBook([{ customerId: "Ada", start: "2025-01-10", end: null, monthlyAmount: 5 }]);

const wrong: readonly (readonly [string, () => unknown, string, string])[] = [
  ["no cohorts", () => cohortRetentionChart(null as never), "cohorts", "pass what cohortRetention returns"],
  ["text", () => cohortCurvesChart("{}" as never), "cohorts", "parse JSON first"],
  ["a log", () => cohortRetentionChart(log as never), "cohorts", "pass what cohortRetention returns"],
  [
    "an empty triangle",
    () => cohortRetentionChart(cohortRetention(nobody, { asOf })),
    "cohorts",
    "no customer in any cohort",
  ],
  [
    "cohorts without a second interval",
    () => cohortCurvesChart(cohortRetention(log, { asOf: "2024-01-20" })),
    "cohorts",
    "as of a later day",
  ],
  [
    "a misspelt option",
    () => cohortRetentionChart(cohorts, { titel: "" } as never),
    "options.titel",
    "title",
  ],
  ["no options", () => cohortCurvesChart(cohorts, null as never), "options", "no record"],
  ["an unknown theme", () => survivalChart(curve, { theme: "blue" as never }), "theme", "dark"],
  ["a locale by name", () => survivalChart(curve, { locale: "de" as never }), "locale", "pass en, de"],
  ["no curve", () => survivalChart({ rows: [] } as never), "curves", "pass what kaplanMeier returns"],
  ["no curves", () => survivalChart([]), "curves", "from 1 to 8"],
  ["a wrong curve among curves", () => survivalChart([curves[0], null] as never), "curves[1]", "kaplanMeier"],
  ["a plural unit", () => survivalChart(curve, { unit: "months" as never }), "unit", "month"],
  ["a number as by", () => survivalChart(curves, { by: 3 as never }), "by", "no text"],
  ["incidences that are none", () => cumulativeIncidenceChart(curve as never), "incidence", "pass what"],
  ["no incidences", () => cumulativeIncidenceChart(undefined as never), "incidence", "timeToDecision"],
  [
    "nothing that happened",
    () => cumulativeIncidenceChart(cumulativeIncidence([{ t: 1, c: null }], { time: "t", cause: "c" })),
    "incidence",
    "nothing to draw",
  ],
  ["no ledger", () => revenueMovementsChart(ledger as never), "ledger", "pass what revenueMovements returns"],
  [
    "a ledger without periods",
    () => revenueMovementsChart(revenueMovements(none, { asOf: "2025-01-20" })),
    "ledger",
    "no complete period",
  ],
  ["an empty currency", () => revenueMovementsChart(movements, { currency: "" }), "currency", "EUR"],
  ["the other ledger", () => retentionLedgerChart(movements as never), "ledger", "retentionLedger returns"],
  [
    "a ledger of nobody",
    () => retentionLedgerChart(retentionLedger(nobody, { asOf })),
    "ledger",
    "no complete period",
  ],
  ["no comparison", () => churnCalibrationChart([] as never), "comparison", "compareChurnSignals returns"],
  [
    "a comparison without a model",
    () => churnCalibrationChart(compareChurnSignals(twoYears, { splitAt: "2023-12-31" })),
    "comparison",
    "pass fit",
  ],
  [
    "a signal that is no probability",
    () => churnCalibrationChart(churn, { signal: "silenceDays" }),
    "signal",
    "noPurchaseProbability",
  ],
  [
    "a signal instead of a list",
    () => churnRocChart(churn, { signals: "silenceDays" as never }),
    "signals",
    "list",
  ],
  [
    "an unknown signal",
    () => churnRocChart(churn, { signals: ["silence" as never] }),
    "signals[0]",
    "silenceDays",
  ],
];

describe("a wrong call", () => {
  it.each(wrong)("is refused: %s", (_what, call, field, message) => {
    const { issues } = dataErrorOf(call);
    expect(issues[0]?.field).toBe(field);
    expect(issues[0]?.message).toContain(message);
  });

  it("is refused where too many lines would be drawn", () => {
    const rows = Array.from({ length: 9 }, (_, group) => ({ duration: group + 1, event: true, group }));
    expect(dataErrorOf(() => survivalChart(kaplanMeierBy(rows, "group"))).message).toContain("from 1 to 8");
    const causes = rows.map(({ duration, group }) => ({ time: duration, cause: `cause ${group}` }));
    const many = cumulativeIncidence(causes, { time: "time", cause: "cause" });
    expect(dataErrorOf(() => cumulativeIncidenceChart(many)).message).toContain("at most 8");
  });
});
