import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/math/random.ts";
import { assignClusters } from "../../src/statistics/cluster-assignment.ts";
import { clusterProfile } from "../../src/statistics/cluster-profile.ts";
import { kMeans } from "../../src/statistics/k-means.ts";
import { silhouette } from "../../src/statistics/silhouette.ts";
import reference from "../reference/clustering.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const IRIS = ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"] as const;
type Flower = Readonly<Record<(typeof IRIS)[number], number>>;

/** As many significant digits as a printed fact has. */
const printed = (value: number, fact: string): string =>
  value.toFixed(fact.includes(".") ? fact.length - fact.indexOf(".") - 1 : 0);

describeWithData("k-means of Fisher's iris", "clustering/iris.csv", (path) => {
  const flowers = csvRows<keyof Flower>(path).map(
    (row) => Object.fromEntries(IRIS.map((name) => [name, Number(row[name])])) as unknown as Flower,
  );

  it.each(reference.iris)("comes to R's $clusters clusters", (fact) => {
    for (const seed of [1, 2, 3]) {
      const model = kMeans(flowers, IRIS, { clusters: fact.clusters, seed, scale: "none" });
      expect(printed(model.withinSumOfSquares, fact.wss)).toBe(fact.wss);
      if (fact.sizes !== null) expect(model.clusters.map(({ size }) => size)).toEqual(fact.sizes);
      if (fact.betweenShare !== undefined) {
        expect(printed(model.betweenShare ?? 0, fact.betweenShare)).toBe(fact.betweenShare);
      }
      expect(printed(silhouette(model, flowers).average ?? 0, fact.silhouette)).toBe(fact.silhouette);
    }
  });

  it.each(reference.irisStandardised)(
    "finds the best of many searches for $clusters, standardised",
    (best) => {
      const model = kMeans(flowers, IRIS, { clusters: best.clusters, seed: 1 });
      expect(relativeError(model.withinSumOfSquares, best.wss)).toBeLessThan(1e-12);
      expect(relativeError(silhouette(model, flowers).average ?? 0, best.silhouette)).toBeLessThan(1e-12);
    },
  );
});

describeWithData("k-means of Ruspini's points", "clustering/ruspini.csv", (path) => {
  const points = csvRows<"x" | "y">(path).map(({ x, y }) => ({ x: Number(x), y: Number(y) }));

  it.each(reference.ruspini)("comes to the published $clusters clusters", (fact) => {
    const model = kMeans(points, ["x", "y"], { clusters: fact.clusters, seed: 1, scale: "none" });
    expect(printed(model.withinSumOfSquares, fact.wss)).toBe(fact.wss);
    expect(model.clusters.map(({ size }) => size)).toEqual(fact.sizes);
    expect(printed(silhouette(model, points).average ?? 0, fact.silhouette)).toBe(fact.silhouette);
  });

  it.each(reference.ruspiniComputed)("finds the best of many searches for $clusters", (best) => {
    const model = kMeans(points, ["x", "y"], { clusters: best.clusters, seed: 1, scale: "none" });
    expect(relativeError(model.withinSumOfSquares, best.wss)).toBeLessThan(1e-12);
  });
});

type Customer = (typeof reference.customers.rows)[number];
const customers: readonly Customer[] = reference.customers.rows;
const features = [
  { name: "orders", transform: "log1p" },
  { name: "revenue", transform: "log" },
  "days",
] as const;

const CASES: Readonly<Record<string, (clusters: number) => ReturnType<typeof kMeans>>> = {
  standardise: (clusters) => kMeans(customers, features, { clusters, seed: 1 }),
  robust: (clusters) => kMeans(customers, features, { clusters, seed: 1, scale: "robust" }),
  weighted: (clusters) => kMeans(customers, features, { clusters, seed: 1, weight: "weight" }),
  "feature weights": (clusters) =>
    kMeans(
      customers,
      [
        { name: "orders", transform: "log1p" },
        { name: "revenue", transform: "log", weight: 2 },
        { name: "days", weight: 0.5 },
      ],
      { clusters, seed: 1 },
    ),
};

describe("kMeans", () => {
  it.each(reference.customers.results)("agrees with NumPy: $case, $clusters clusters", (best) => {
    const model = CASES[best.case]?.(best.clusters);
    expect(relativeError(model?.withinSumOfSquares ?? 0, best.wss)).toBeLessThan(1e-12);
    expect(model?.clusters.map(({ size }) => size)).toEqual(best.sizes);
    if (best.case === "weighted" || model === undefined) return;
    expect(relativeError(silhouette(model, customers).average ?? 0, best.silhouette)).toBeLessThan(1e-12);
  });

  it("takes columns as rows", () => {
    const columns = {
      orders: Int32Array.from(customers, ({ orders }) => orders),
      revenue: customers.map(({ revenue }) => revenue),
      days: Float64Array.from(customers, ({ days }) => days),
      weight: customers.map(({ weight }) => weight),
    };
    const options = { clusters: 3, seed: 1, weight: "weight" } as const;
    const model = kMeans(columns, features, options);
    expect(model).toEqual(kMeans(customers, features, options));
    expect(kMeans(new Set(customers), features, options)).toEqual(model);
    const rows = assignClusters(model, customers);
    expect(Array.from(assignClusters(model, columns).cluster)).toEqual(rows.map(({ cluster }) => cluster));
    expect(clusterProfile(model, columns)).toEqual(clusterProfile(model, customers));
    expect(silhouette(model, columns)).toEqual(silhouette(model, customers));
  });

  it("is frozen plain data with centroids in the features' own units", () => {
    const model = kMeans(customers, features, { clusters: 3, seed: 1 });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(structuredClone(model)).toEqual(model);
    expect(Object.isFrozen(model.clusters[0]?.centroid)).toBe(true);
    const assigned = assignClusters(model, customers);
    for (const { cluster, centroid } of model.clusters) {
      const members = customers.filter((_, i) => assigned[i]?.cluster === cluster);
      const meanOf = (value: (row: Customer) => number): number =>
        members.reduce((sum, row) => sum + value(row), 0) / members.length;
      expect(centroid["days"]).toBeCloseTo(
        meanOf(({ days }) => days),
        10,
      );
      expect(centroid["revenue"]).toBeCloseTo(Math.exp(meanOf(({ revenue }) => Math.log(revenue))), 8);
      expect(centroid["orders"]).toBeCloseTo(Math.exp(meanOf(({ orders }) => Math.log(orders + 1))) - 1, 10);
    }
  });

  it("reads features by functions, and names one __proto__ if asked", () => {
    const named = [{ name: "__proto__", value: (row: Customer) => row.revenue / row.orders }];
    const model = kMeans(customers, named, { clusters: 2, seed: 1 });
    const again = JSON.parse(JSON.stringify(model)) as typeof model;
    expect(Object.keys(again.clusters[0]?.centroid ?? {})).toEqual(["__proto__"]);
    const accessors = Object.fromEntries([["__proto__", (row: Customer) => row.revenue / row.orders]]);
    const sizes = clusterProfile(again, customers, { features: accessors }).clusters.map(({ size }) => size);
    expect(sizes).toEqual(model.clusters.map(({ size }) => size));
  });

  it("makes one cluster of all, and one of each", () => {
    const values = [{ x: 1 }, { x: 2 }, { x: 6 }];
    const one = kMeans(values, ["x"], { clusters: 1, seed: 1, scale: "none" });
    expect(one.clusters).toMatchObject([{ size: 3, share: 1, centroid: { x: 3 } }]);
    expect(one.withinSumOfSquares).toBeCloseTo(14, 12);
    expect(silhouette(one, values).average).toBeNull();
    const each = kMeans(values, ["x"], { clusters: 3, seed: 1, scale: "none" });
    expect(each).toMatchObject({ withinSumOfSquares: 0, betweenShare: 1, converged: true });
    expect(each.clusters.map(({ centroid }) => centroid["x"])).toEqual([1, 2, 6]);
    const single = kMeans([{ x: 5 }], ["x"], { clusters: 1, seed: 1, scale: "none" });
    expect(single).toMatchObject({ size: 1, betweenShare: null, totalSumOfSquares: 0 });
  });

  it("finds small clusters far from a large one, where starts often put none", () => {
    const random = seededRandom(4);
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const centre = i < 2900 ? 0 : 40 + 10 * (i % 4);
      return { x: centre + random.normal(), y: -centre + random.normal() };
    });
    const model = kMeans(rows, ["x", "y"], { clusters: 5, seed: 1, scale: "none" });
    expect(model.clusters.map(({ size }) => size)).toEqual([2900, 25, 25, 25, 25]);
    expect(model.warnings.map(({ code }) => code)).toEqual(["tiny-cluster"]);
  });

  it("keeps digits in values with a large offset", () => {
    const near = [0, 1, 2, 10, 11, 12];
    const rows = near.map((x) => ({ x, far: 1e9 + x }));
    const model = kMeans(rows, ["x"], { clusters: 2, seed: 1, scale: "none" });
    const offset = kMeans(rows, ["far"], { clusters: 2, seed: 1, scale: "none" });
    expect(offset.withinSumOfSquares).toBeCloseTo(4, 9);
    expect(model.withinSumOfSquares).toBeCloseTo(4, 12);
  });

  it("says when it was stopped, and when starts disagree", () => {
    const random = seededRandom(2);
    const rows = Array.from({ length: 2000 }, () => ({ x: random.uniform(), y: random.uniform() }));
    const stopped = kMeans(rows, ["x", "y"], { clusters: 12, seed: 1, starts: 1, maxIterations: 2 });
    expect(stopped.converged).toBe(false);
    expect(stopped.warnings.map(({ code }) => code)).toEqual(["not-converged"]);
    const unsure = kMeans(rows, ["x", "y"], { clusters: 30, seed: 1 });
    expect(unsure).toMatchObject({ converged: true, startsAgreeing: 1 });
    expect(unsure.warnings.map(({ code }) => code)).toEqual(["starts-disagree"]);
  });

  it("thins many rows for the starts, not for the end", () => {
    const random = seededRandom(8);
    const centres = [0, 6, 12];
    const x = Float64Array.from({ length: 120_000 }, (_, i) => (centres[i % 3] ?? 0) + random.normal());
    const model = kMeans({ x }, ["x"], { clusters: 3, seed: 1, scale: "none" });
    expect(model.size).toBe(120_000);
    const { cluster } = assignClusters(model, { x });
    for (const { cluster: number, size, centroid } of model.clusters) {
      const members = x.filter((_, i) => cluster[i] === number);
      expect(members.length).toBe(size);
      const mean = members.reduce((sum, value) => sum + value, 0) / size;
      expect(centroid["x"]).toBeCloseTo(mean, 10);
    }
    // One row of great weight must not leave the starts without choice.
    const weight = Float64Array.from(x, (_, i) => (i === 0 ? 1e12 : 1));
    const heavy = kMeans({ x, weight }, ["x"], { clusters: 3, seed: 1, starts: 2, weight: "weight" });
    expect(heavy.clusters.every(({ size }) => size > 0)).toBe(true);
  });
});
