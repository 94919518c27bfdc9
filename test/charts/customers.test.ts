import { describe, expect, it } from "vitest";
import type { Chart, ChartRow } from "../../src/charts/chart.ts";
import { classMovementsChart } from "../../src/charts/class-movements-chart.ts";
import { classSharesChart } from "../../src/charts/class-shares-chart.ts";
import { clusterProfileChart } from "../../src/charts/cluster-profile-chart.ts";
import { keyAccountsChart } from "../../src/charts/key-accounts-chart.ts";
import { lorenzChart } from "../../src/charts/lorenz-chart.ts";
import { migrationChart } from "../../src/charts/migration-chart.ts";
import { paretoChart } from "../../src/charts/pareto-chart.ts";
import { portfolioChart } from "../../src/charts/portfolio-chart.ts";
import { rfmGridChart } from "../../src/charts/rfm-grid-chart.ts";
import { segmentBarsChart } from "../../src/charts/segment-bars-chart.ts";
import { classMovements } from "../../src/classification/class-movements.ts";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { de } from "../../src/locales/de.ts";
import { seededRandom } from "../../src/math/random.ts";
import { abcClasses } from "../../src/pareto/abc-classes.ts";
import { customerPortfolio } from "../../src/pareto/customer-portfolio.ts";
import { keyAccounts } from "../../src/pareto/key-accounts.ts";
import { describeSegments } from "../../src/segmentation/describe-segments.ts";
import { rfm } from "../../src/segmentation/rfm.ts";
import { segmentMigration } from "../../src/segmentation/segment-migration.ts";
import { clusterProfile } from "../../src/statistics/cluster-profile.ts";
import { gini } from "../../src/statistics/gini.ts";
import { kMeans } from "../../src/statistics/k-means.ts";
import { lorenzCurve } from "../../src/statistics/lorenz-curve.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { expectGolden, svgOf } from "../support/render-chart.ts";

const log = transactionLog(
  simulateTransactions({
    customers: 300,
    from: "2022-01-01",
    until: "2025-12-31",
    joinUntil: "2025-10-31",
    seed: 11,
    purchases: { r: 0.6, alpha: 12, a: 0.8, b: 4 },
  }),
);
const scored = rfm(log, { asOf: "2025-12-31", window: { months: 36 } });
const earlier = rfm(log, { asOf: "2024-12-31", window: { months: 36 } });
const revenues = scored.rows.map(({ revenue }) => revenue);
const random = seededRandom(3);
const accounts = scored.rows.slice(0, 90).map(({ customerId, revenue }) => {
  return { customerId, revenue, shareOfWallet: random.beta(2, 3), need: 1000 * random.beta(2, 2) };
});
const days = ["2023-06-30", "2023-12-31", "2024-06-30", "2024-12-31", "2025-06-30", "2025-12-31"];
const classified = days.map((asOf) => classifyCustomers(log, { asOf }));
const features = ["daysSinceLastPurchase", "orders", "revenue"] as const;
const model = kMeans(scored.rows, features, { clusters: 4, seed: 2, transform: "log1p" });

const results = {
  abc: abcClasses(scored.rows, "revenue"),
  lorenz: lorenzCurve(revenues),
  rfm: scored,
  segments: describeSegments(scored.rows, "segment"),
  classes: classifyCustomers(log, { asOf: "2025-12-31", prospects: ["P1", "P2", "P3"] }),
  movements: classMovements(log, { from: "2024-12-31", to: "2025-12-31" }),
  portfolio: customerPortfolio(accounts, {
    attractiveness: "need",
    position: "shareOfWallet",
    value: "revenue",
  }),
  keyAccounts: keyAccounts(scored.rows, "revenue", { share: 0.25, strategic: ["C240"] }),
  profile: clusterProfile(model, scored.rows),
  migration: segmentMigration(
    abcClasses(earlier.rows, "revenue").rows,
    abcClasses(scored.rows, "revenue").rows,
    { order: ["A", "B", "C"] },
  ),
};

type Options = { readonly locale?: typeof de; readonly theme?: "dark"; readonly [name: string]: unknown };

/** Every chart of the family. */
const charts: Readonly<Record<string, (options: Options) => Chart>> = {
  pareto: (options) => paretoChart(results.abc, { valueName: "revenue", ...options }),
  lorenz: (options) => lorenzChart(results.lorenz, { gini: gini(revenues), ...options }),
  "rfm-grid": (options) => rfmGridChart(results.rfm, options),
  "rfm-grid-revenue": (options) => rfmGridChart(results.rfm, { colour: "revenue", ...options }),
  "segment-bars": (options) => segmentBarsChart(results.segments, options),
  "class-shares": (options) => classSharesChart(results.classes, options),
  "class-shares-over-time": (options) => classSharesChart(classified, options),
  "class-movements": (options) => classMovementsChart(results.movements, options),
  portfolio: (options) => portfolioChart(results.portfolio, options),
  "key-accounts": (options) => keyAccountsChart(results.keyAccounts, options),
  "cluster-profile": (options) => clusterProfileChart(model, options),
  "cluster-profile-index": (options) => clusterProfileChart(results.profile, options),
  migration: (options) => migrationChart(results.migration, options),
};

/** The rows inside a chart. */
function rowsOf(chart: Chart): readonly ChartRow[] {
  return (chart["data"] as unknown as { readonly values: readonly ChartRow[] }).values;
}

const sum = (numbers: readonly unknown[]): number =>
  numbers.reduce<number>((total, number) => total + Number(number), 0);

/** Words that would be left over from English in a German picture. */
const ENGLISH =
  /customers|share|revenue|segment before|cluster and|\bof the\b|score|active|matrix of|value\b/;

/** A word that must stand in the German picture. */
const GERMAN: Readonly<Record<string, string>> = {
  pareto: "kumulierter Anteil vom Umsatz",
  lorenz: "bei Gleichverteilung",
  "rfm-grid": "Spitzenkunden",
  "rfm-grid-revenue": "Umsatz",
  "segment-bars": "ruhende Kunden",
  "class-shares": "Stammkunde",
  "class-shares-over-time": "Anteil der Kunden",
  "class-movements": "noch nicht bekannt",
  portfolio: "Ertragskunde",
  "key-accounts": "kumulierter Anteil",
  "cluster-profile": "Merkmal",
  "cluster-profile-index": "Vielfaches des Gesamtmittels",
  migration: "ausgeschieden",
};

describe("charts of customers", () => {
  it.each(Object.entries(charts))("%s is the picture that was looked at", async (name, chart) => {
    await expectGolden(name, chart({}));
  });

  it.each(Object.entries(charts))("%s is drawn in German on dark ground", async (name, chart) => {
    const named = name === "pareto" ? { valueName: "Umsatz" } : {};
    const drawn = chart({ locale: de, theme: "dark", ...named });
    const svg = await svgOf(drawn);
    expect(svg).toContain(GERMAN[name]);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    const own = texts.filter((text) => !(features as readonly string[]).includes(text));
    expect(own.filter((text) => ENGLISH.test(text))).toEqual([]);
    expect(drawn.description).not.toMatch(/customers|share of|\{\w+\}/);
    expect(JSON.stringify(drawn["config"])).toContain("#10151c");
  });

  it.each(Object.entries(charts))("%s has the frame the caller wants", (_name, chart) => {
    const own = chart({ title: "Mine", subtitle: "", width: 333, height: 222 });
    expect([own.title, own["width"], own["height"]]).toEqual([{ text: "Mine" }, 333, 222]);
    const usual = chart({});
    expect(`${usual.title.text} ${usual.title.subtitle} ${usual.description}`).not.toMatch(
      /\{\w+\}|undefined|NaN/,
    );
  });

  it.each(Object.entries(charts))("%s refuses misspelt options", (_name, chart) => {
    expect(dataErrorOf(() => chart({ colours: "red" })).issues[0]?.field).toBe("options.colours");
    expect(dataErrorOf(() => chart({ theme: "blue" as never })).issues[0]?.field).toBe("theme");
  });

  it("draws the same of results that went through JSON", () => {
    const again = <Result>(result: Result): Result => JSON.parse(JSON.stringify(result)) as Result;
    expect(paretoChart(again(results.abc))).toEqual(paretoChart(results.abc));
    expect(rfmGridChart(again(results.rfm))).toEqual(rfmGridChart(results.rfm));
    expect(clusterProfileChart(again(model))).toEqual(clusterProfileChart(model));
    expect(classSharesChart(again(classified))).toEqual(classSharesChart(classified));
    expect(migrationChart(again(results.migration))).toEqual(migrationChart(results.migration));
  });
});

describe("figures inside the charts", () => {
  it("the ABC curve ends each class where the analysis does", () => {
    const rows = rowsOf(paretoChart(results.abc));
    let value = 0;
    for (const { class: name, shareOfValue } of results.abc.classes) {
      value += shareOfValue ?? 0;
      const last = rows.filter((row) => row["class"] === name).at(-1);
      expect(last?.["shareOfValue"]).toBeCloseTo(value, 12);
    }
    expect(rows[0]).toMatchObject({ shareOfCustomers: 0, shareOfValue: 0 });
    expect(rows.at(-1)).toMatchObject({ shareOfCustomers: 1 });
    expect(paretoChart(results.abc).description).toContain("A: 113 customers (41%), 80% of the value");
  });

  it("the ABC curve of thousands is thinned, and leaves out no end of a class", () => {
    const many = abcClasses(Array.from({ length: 5000 }, (_, i) => 1 / (i + 1)));
    const rows = rowsOf(paretoChart(many));
    expect(rows.length).toBeLessThan(120);
    const [a] = many.classes;
    expect(rows.some((row) => row["customers"] === a?.customers)).toBe(true);
  });

  it("leaves out classes without customers", () => {
    const chart = paretoChart(abcClasses([100, 100]));
    expect(new Set(rowsOf(chart).map((row) => row["class"]))).toEqual(new Set(["A"]));
    expect(chart.description).not.toContain("B:");
  });

  it("the Lorenz curve reads the best 20 % off its points, and names the Gini coefficient only if it is told", () => {
    const curve = lorenzCurve([1, 1, 1, 1, 6]);
    const chart = lorenzChart(curve, { gini: gini([1, 1, 1, 1, 6]) });
    expect(chart.title.text).toBe("The best 20% of the customers have 60% of the value");
    expect(chart.title.subtitle).toContain("Gini coefficient 0.40");
    expect(rowsOf(chart)).toEqual(curve.rows);
    expect(JSON.stringify(lorenzChart(curve))).not.toContain("Gini");
    // Between two points the curve is straight: the best fifth of two customers is 2 × 0.2 of the better one.
    expect(lorenzChart(lorenzCurve([1, 3])).title.text).toContain("30%");
  });

  it("the grid of RFM holds everybody once, with the segments of the result", () => {
    const rows = rowsOf(rfmGridChart(results.rfm));
    expect(rows).toHaveLength(25);
    expect(sum(rows.map((row) => row["customers"]))).toBe(scored.rows.length);
    expect(sum(rows.map((row) => row["revenue"]))).toBeCloseTo(sum(revenues), 6);
    const champions = scored.segments.find(({ segment }) => segment === "champions");
    const own = rows.filter((row) => row["segment"] === "champions");
    expect(sum(own.map((row) => row["customers"]))).toBe(champions?.customers);
  });

  it("the grid of other numbers of scores goes up by frequency, and names segments of one's own", async () => {
    const other = rfm(log, { bins: { recency: 3, frequency: 2, monetary: 4 } });
    const chart = rfmGridChart(other);
    expect(rowsOf(chart)).toHaveLength(6);
    expect(chart.title.text).toBe("Customers by recency, frequency and revenue");
    expect(await svgOf(chart)).toContain("frequency score");
    const rules = [
      { segment: "rich", when: ({ monetaryScore }: { monetaryScore: number }) => monetaryScore > 2 },
      { segment: "poor", when: ({ monetaryScore }: { monetaryScore: number }) => monetaryScore <= 2 },
    ];
    const mixed = rowsOf(rfmGridChart(rfm(log, { bins: 4, rules })));
    const names = new Set(mixed.map((row) => row["segment"]));
    expect(names.has("several segments")).toBe(true);
    expect(names.has("poor")).toBe(true);
  });

  it("bars of segments are the shares of the description, and customers only without revenue", () => {
    const rows = rowsOf(segmentBarsChart(results.segments));
    const [first] = results.segments.segments;
    expect(rows).toHaveLength(2 * results.segments.segments.length);
    expect(rows.slice(0, 2).map((row) => row["share"])).toEqual([
      first?.shareOfCustomers,
      first?.shareOfRevenue,
    ]);
    const free = segmentBarsChart(describeSegments([{ s: "x", revenue: 0 }], "s"));
    expect(rowsOf(free)).toHaveLength(1);
    expect(free.title.subtitle).toContain("not above 0");
    expect(free.title.text).toBe("X: 100% of the customers");
  });

  it("segments keep their names if no vocabulary knows them all, and nobody's segment has a word", () => {
    const rows = [
      { s: "lost", revenue: 3 },
      { s: "north", revenue: 2 },
      { s: null as never, revenue: 1 },
    ];
    const names = rowsOf(segmentBarsChart(describeSegments(rows, "s"))).map((row) => row["segment"]);
    expect(new Set(names)).toEqual(new Set(["lost", "north", "without segment"]));
  });

  it("lifecycle classes have the counts of the classification, of one day or several in order", () => {
    const rows = rowsOf(classSharesChart(results.classes));
    expect(rows.map((row) => row["customers"])).toEqual(
      results.classes.classes.map(({ customers }) => customers),
    );
    const reversed = classSharesChart(classified.slice().reverse());
    expect(reversed).toEqual(classSharesChart(classified));
    for (const day of days) {
      const own = rowsOf(reversed).filter((row) => row["day"] === day);
      expect(own.at(-1)?.["end"]).toBeCloseTo(1, 12);
    }
  });

  it("matrices hold the counts of the movements", () => {
    const { rows, ledger } = results.movements;
    const chart = classMovementsChart(results.movements);
    expect(sum(rowsOf(chart).map((row) => row["customers"]))).toBe(rows.length);
    expect(chart.title.text).toContain(`${ledger.activeStart} on 2024-12-31, ${ledger.activeEnd} on`);
    const { total, counts } = results.migration;
    const moves = rowsOf(migrationChart(results.migration));
    expect(sum(moves.map((row) => row["customers"]))).toBe(total.before + total.entered);
    const stayed = moves.filter((row) => row["stayed"] === true);
    expect(sum(stayed.map((row) => row["customers"]))).toBe(total.stayed);
    expect(
      moves.find((row) => row["from"] === "A customer" && row["to"] === "B customer")?.["customers"],
    ).toBe(counts["A"]?.["B"]);
  });

  it("migration without an order of segments tells nobody up or down", () => {
    const rows = [{ customerId: 1, segment: "n" }];
    expect(migrationChart(segmentMigration(rows, rows)).title.subtitle).toBe(
      "1 before, 1 afterwards: 0 moved, 0 left, 0 entered",
    );
  });

  it("the portfolio has everybody at the given place, and sizes only with values", () => {
    const rows = rowsOf(portfolioChart(results.portfolio));
    expect(rows.map(({ position, attractiveness, value }) => [position, attractiveness, value])).toEqual(
      results.portfolio.rows.map(({ position, attractiveness, value }) => [position, attractiveness, value]),
    );
    const plain = customerPortfolio(accounts, { attractiveness: "need", position: "shareOfWallet" });
    const chart = portfolioChart(plain, { positionName: "share of wallet", attractivenessName: "need" });
    expect(JSON.stringify(chart)).not.toContain('"size":{"field"');
    expect(JSON.stringify(chart)).toContain('"title":"share of wallet"');
    expect(chart.title.subtitle).toBe("90 customers in four fields");
  });

  it("key accounts are the first of the result, as many as wanted", () => {
    const chart = keyAccountsChart(results.keyAccounts, { top: 5, valueName: "revenue" });
    expect(rowsOf(chart).map(({ share, cumulativeShare }) => [share, cumulativeShare])).toEqual(
      results.keyAccounts.rows.slice(0, 5).map(({ share, cumulativeShare }) => [share, cumulativeShare]),
    );
    expect(chart.title.text).toContain("of the revenue");
    expect(
      rowsOf(keyAccountsChart(results.keyAccounts)).filter((row) =>
        String(row["text"]).includes("strategic"),
      ),
    ).toHaveLength(1);
  });

  it("clusters have their centres, or means, and the names that are given", () => {
    const names = ["gone", "regular", "fresh", "best"];
    const rows = rowsOf(clusterProfileChart(model, { names }));
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ feature: features[0], value: model.clusters[0]?.centroid[features[0]] });
    expect(String(rows[0]?.["cluster"])).toMatch(/^gone\n/);
    const [cluster] = results.profile.clusters;
    const means = rowsOf(clusterProfileChart(results.profile));
    expect(means.slice(0, 3).map(({ value }) => value)).toEqual(cluster?.measures.map(({ mean }) => mean));
    expect(2 ** Number(means[0]?.["distance"])).toBeCloseTo(cluster?.measures[0]?.index ?? 0, 12);
  });

  it("distances of clusters do not depend on the features' weights", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ a: i % 2 === 0 ? i : 100 + i, b: i }));
    const heavy = kMeans(rows, [{ name: "a", weight: 9 }, "b"], { clusters: 2, seed: 1 });
    const distances = rowsOf(clusterProfileChart(heavy)).filter(({ feature }) => feature === "a");
    const { centre = 0, spread = 1 } = heavy.features[0] ?? {};
    expect(distances.map(({ distance }) => distance)).toEqual(
      heavy.clusters.map(({ centroid }) => expect.closeTo(((centroid["a"] ?? 0) - centre) / spread, 9)),
    );
  });
});

describe("what cannot be drawn", () => {
  const wrong: readonly (readonly [string, (result: never) => unknown, string])[] = [
    ["paretoChart", paretoChart, "abcClasses"],
    ["lorenzChart", lorenzChart, "lorenzCurve"],
    ["rfmGridChart", rfmGridChart, "rfm"],
    ["segmentBarsChart", segmentBarsChart, "describeSegments"],
    ["classSharesChart", classSharesChart, "classifyCustomers"],
    ["classMovementsChart", classMovementsChart, "classMovements"],
    ["portfolioChart", portfolioChart, "customerPortfolio"],
    ["keyAccountsChart", keyAccountsChart, "keyAccounts"],
    ["clusterProfileChart", clusterProfileChart, "kMeans or clusterProfile"],
    ["migrationChart", migrationChart, "segmentMigration"],
  ];
  it.each(wrong)("%s says whose result to pass", (_name, chart, maker) => {
    for (const value of [null, undefined, 5, "{}", {}, [{}], log, { rows: [{}], clusters: [{}], size: 1 }]) {
      const error = dataErrorOf(() => chart(value as never));
      expect(error.message).toContain(maker);
      expect(error.byCode).toEqual({ invalid_option: 1 });
    }
  });

  it("refuses results of nobody and of nothing", () => {
    const empty = transactionLog([]);
    const refused: readonly (readonly [() => unknown, string])[] = [
      [() => paretoChart(abcClasses([0, -1])), "No value is above 0"],
      [() => lorenzChart(lorenzCurve([0, 0])), "total is 0"],
      [
        () =>
          rfmGridChart(
            rfm([] as { r: number; f: number; m: number }[], { recency: "r", frequency: "f", monetary: "m" }),
          ),
        "Nobody is scored",
      ],
      [() => segmentBarsChart(describeSegments([] as { s: string; revenue: number }[], "s")), "no segments"],
      [() => classSharesChart(classifyCustomers(empty, { asOf: "2025-12-31" })), "Nobody is classified"],
      [() => classSharesChart([]), "list is empty"],
      [() => classSharesChart([results.classes, results.classes]), "Two results"],
      [
        () => classMovementsChart(classMovements(empty, { from: "2024-12-31", to: "2025-12-31" })),
        "Nobody is known",
      ],
      [
        () =>
          portfolioChart(
            customerPortfolio([] as typeof accounts, { attractiveness: "need", position: "revenue" }),
          ),
        "no customers",
      ],
      [() => keyAccountsChart(keyAccounts([] as typeof accounts, "revenue")), "not above 0"],
      [
        () => migrationChart(segmentMigration([] as { customerId: string; segment: string }[], [])),
        "no segments",
      ],
    ];
    for (const [call, message] of refused) expect(dataErrorOf(call).message).toContain(message);
  });

  it("refuses options of its own that cannot be used", () => {
    const refused: readonly (readonly [() => unknown, string])[] = [
      [() => paretoChart(results.abc, { valueName: "" }), "valueName"],
      [() => lorenzChart(results.lorenz, { gini: 2 }), "gini"],
      [() => rfmGridChart(results.rfm, { colour: "red" as never }), "colour"],
      [() => keyAccountsChart(results.keyAccounts, { top: 0 }), "top"],
      [() => portfolioChart(results.portfolio, { positionName: 5 as never }), "positionName"],
      [() => clusterProfileChart(model, { names: ["one"] }), "names"],
    ];
    for (const [call, field] of refused) expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });
});
