import { describe, expect, it } from "vitest";
import { chooseK } from "../../src/statistics/choose-k.ts";
import { assignClusters } from "../../src/statistics/cluster-assignment.ts";
import { clusterProfile } from "../../src/statistics/cluster-profile.ts";
import { kMeans } from "../../src/statistics/k-means.ts";
import { silhouette } from "../../src/statistics/silhouette.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { id: "a", x: 1, y: 0, same: 5 },
  { id: "b", x: 2, y: 0, same: 5 },
  { id: "c", x: 9, y: 0, same: 5 },
  { id: "d", x: 9, y: 7, same: 5 },
];
const options = { clusters: 2, seed: 1 } as const;
const model = kMeans(rows, ["x", "y"], options);
const stored = (): Record<string, unknown> => JSON.parse(JSON.stringify(model)) as Record<string, unknown>;
const never = (value: unknown): never => value as never;

const calls: readonly (readonly [string, () => unknown, string, string])[] = [
  ["no rows", () => kMeans(never([]), ["x"], options), "rows", "no rows"],
  ["null as rows", () => kMeans(never(null), ["x"], options), "rows", "pass an array"],
  ["a text as rows", () => kMeans(never("abc"), ["x"], options), "rows", "pass an array"],
  ["an empty record", () => kMeans({}, never(["x"]), options), "rows", "by name"],
  ["a record of no columns", () => kMeans(never({ unit: "day" }), ["x"], options), "unit", "no column"],
  ["null among the rows", () => kMeans(never([null, ...rows]), ["x"], options), "row", "no row"],
  ["no options", () => (kMeans as (...args: unknown[]) => unknown)(rows, ["x"]), "options", "clusters, seed"],
  ["a misspelt option", () => kMeans(rows, ["x"], never({ ...options, k: 2 })), "options.k", "no such name"],
  ["no seed", () => kMeans(rows, ["x"], never({ clusters: 2 })), "seed", "whole number"],
  ["half a seed", () => kMeans(rows, ["x"], { clusters: 2, seed: 0.5 }), "seed", "whole number"],
  ["no clusters", () => kMeans(rows, ["x"], { clusters: 0, seed: 1 }), "clusters", "at least 1"],
  ["no starts", () => kMeans(rows, ["x"], { ...options, starts: 0 }), "starts", "at least 1"],
  [
    "no iterations",
    () => kMeans(rows, ["x"], { ...options, maxIterations: 0 }),
    "maxIterations",
    "at least 1",
  ],
  ["a scale unknown", () => kMeans(rows, ["x"], never({ ...options, scale: "sd" })), "scale", "standardise"],
  [
    "a transform unknown",
    () => kMeans(rows, ["x"], never({ ...options, transform: "ln" })),
    "transform",
    "log1p",
  ],
  ["no features", () => kMeans(rows, [], options), "features", "at least one"],
  ["a text as features", () => kMeans(rows, never("x"), options), "features", "at least one"],
  ["a feature twice", () => kMeans(rows, ["x", "x"], options), "features[1]", "twice"],
  [
    "a feature misspelt",
    () => kMeans(rows, never([{ name: "x", log: true }]), options),
    "features[0].log",
    "no such",
  ],
  [
    "a feature without name",
    () => kMeans(rows, never([{ value: "x" }]), options),
    "features[0].name",
    "needs a name",
  ],
  [
    "a feature of weight 0",
    () => kMeans(rows, [{ name: "x", weight: 0 }], options),
    "features[0].weight",
    "above 0",
  ],
  ["a field that is not there", () => kMeans(rows, never(["z"]), options), "z", 'no field "z"'],
  ["a field of text", () => kMeans(rows, never(["id"]), options), "id", "is text"],
  ["a column that is not there", () => kMeans({ x: [1, 2] }, never(["y"]), options), "y", 'there are "x"'],
  ["columns of different length", () => kMeans({ x: [1, 2], y: [1] }, ["x"], options), "y", "same length"],
  [
    "a function of columns",
    () => kMeans({ x: [1, 2] }, never([{ name: "x", value: () => 1 }]), options),
    "x",
    "name a column",
  ],
  ["NaN", () => kMeans([{ x: Number.NaN }, { x: 1 }], ["x"], options), "x", "not a number"],
  ["Infinity in a column", () => kMeans({ x: [1, Infinity] }, ["x"], options), "x", "not finite"],
  ["log of 0", () => kMeans(rows, ["y"], { ...options, transform: "log" }), "y", '"log1p"'],
  [
    "log1p of −1",
    () => kMeans([{ x: -1 }, { x: 1 }], ["x"], { ...options, transform: "log1p" }),
    "x",
    "−1 or less",
  ],
  ["a constant", () => kMeans(rows, ["x", "same"], options), "same", "same value, 5"],
  ["one row, standardised", () => kMeans([{ x: 1 }], ["x"], { clusters: 1, seed: 1 }), "x", "same value"],
  [
    "no distance of quartiles",
    () =>
      kMeans(
        [0, 0, 0, 0, 9].map((x) => ({ x })),
        ["x"],
        { ...options, scale: "robust" },
      ),
    "x",
    "standardise",
  ],
  [
    "more clusters than rows",
    () => kMeans(rows, ["x"], { clusters: 4, seed: 1 }),
    "clusters",
    "only 3 different rows",
  ],
  [
    "a weight below 0",
    () =>
      kMeans(
        rows.map((row) => ({ ...row, w: -1 })),
        ["x"],
        { ...options, weight: "w" },
      ),
    "weight",
    "0 or more",
  ],
  ["all of weight 0", () => kMeans(rows.slice(0, 3), ["x"], { ...options, weight: "y" }), "rows", "no rows"],
  [
    "values too far apart",
    () => kMeans([{ x: -1e200 }, { x: 1e200 }], ["x"], { ...options, scale: "none" }),
    "features",
    "squares",
  ],
  [
    "values too near",
    () => kMeans([{ x: 0 }, { x: 1e-200 }], ["x"], { ...options, scale: "none" }),
    "features",
    "squares",
  ],
  ["values too large", () => kMeans([{ x: 1.7e308 }, { x: 1.7e308 }], ["x"], options), "x", "too large"],
  ["chooseK from 1", () => chooseK(rows, ["x"], { from: 1, seed: 1 }), "from", "at least 2"],
  ["chooseK downwards", () => chooseK(rows, ["x"], { from: 3, to: 2, seed: 1 }), "to", "at least from"],
  ["chooseK beyond the rows", () => chooseK(rows, ["x"], { to: 4, seed: 1 }), "clusters", "only 3"],
  ["chooseK with clusters", () => chooseK(rows, ["x"], never(options)), "options.clusters", "no such name"],
  ["a sample of 1", () => silhouette(model, rows, { sample: 1 }), "sample", "at least 2"],
  ["a sample of text", () => silhouette(model, rows, never({ sample: "some" })), "sample", "whole number"],
  ["a model as text", () => assignClusters(never(JSON.stringify(model)), rows), "model", "JSON.parse"],
  ["rows as a model", () => silhouette(never(rows), rows), "model", "no record"],
  ["another kind", () => assignClusters(never({ ...stored(), kind: "cox" }), rows), "model.kind", "k-means"],
  [
    "another version",
    () => assignClusters(never({ ...stored(), version: 2 }), rows),
    "model.version",
    "version 1",
  ],
  [
    "no features in the model",
    () => assignClusters(never({ ...stored(), features: [] }), rows),
    "model.features",
    "no list",
  ],
  [
    "a spread of 0",
    () => assignClusters({ ...model, features: model.features.map((f) => ({ ...f, spread: 0 })) }, rows),
    "model.features[0].spread",
    "above 0",
  ],
  [
    "a position lost",
    () => assignClusters({ ...model, clusters: [{ cluster: 1, position: [1] }] }, rows),
    "model.clusters[0].position",
    "2 numbers",
  ],
  [
    "clusters in another order",
    () => assignClusters({ ...model, clusters: [...model.clusters].reverse() }, rows),
    "model.clusters[0].cluster",
    "cluster 1",
  ],
  [
    "a feature unknown to the model",
    () => assignClusters(model, rows, { features: { z: "x" } }),
    "features.z",
    "no such name",
  ],
  ["an empty id", () => assignClusters(model, rows, { id: () => "" }), "id", "customer id"],
  [
    "an id of columns",
    () => assignClusters(model, { x: [1], y: [1] }, never({ id: "x" })),
    "id",
    "leave id out",
  ],
  ["a profile of nobody", () => clusterProfile(model, []), "rows", "no rows"],
  ["a profile of nothing", () => clusterProfile(model, rows, { measures: [] }), "measures", "at least one"],
];

describe("wrong calls", () => {
  it.each(calls)("%s", (_what, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });

  it("name all rows without a logarithm", () => {
    const error = dataErrorOf(() => kMeans(rows, ["y"], { ...options, transform: "log" }));
    expect(error.issues.map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(error.byCode).toEqual({ invalid_value: 3 });
  });
});
