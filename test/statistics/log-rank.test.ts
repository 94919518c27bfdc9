import { describe, expect, it } from "vitest";
import { logRank } from "../../src/statistics/log-rank.ts";
import type { GroupedDurationColumns } from "../../src/statistics/log-rank-test.ts";
import { dataErrorOf } from "../support/error-of.ts";

const columns = {
  duration: [10, 20, 30, 10, 20, 50],
  event: [1, 0, 1, 1, 0, 1],
  group: ["a", "a", "a", "b", "b", "b"],
} satisfies GroupedDurationColumns;
const rows = [10, 20, 30, 10, 20, 50].map((duration, i) => ({
  duration,
  event: i % 3 !== 1,
  group: i < 3 ? "a" : "b",
  region: "north",
}));

describe("groups that cannot be compared", () => {
  it("take no part and are named", () => {
    const alone = logRank({
      duration: [...columns.duration, 5],
      event: [...columns.event, 0],
      group: [...columns.group, "early"],
    });
    const { statistic, pValue } = logRank(columns);
    expect(alone).toMatchObject({ statistic, pValue, degreesOfFreedom: 1 });
    expect(alone.warnings).toMatchObject([{ code: "group-not-at-risk", group: "early" }]);
    expect(alone.groups[2]).toEqual({ group: "early", size: 1, events: 0, observed: 0, expected: 0 });
  });

  it("take no part either where fractional weights do not add up", () => {
    // 1.4 + 0.8 + 1.1 is not 1.1 + 0.8 + 1.4.
    const { degreesOfFreedom, warnings } = logRank({
      duration: [1, 1, 2, 2, 4, 5, 6],
      event: [1, 0, 1, 1, 1, 0, 1],
      entry: [0, 0, 0, 0, 3, 3, 3],
      weight: [1, 1, 1, 1, 1.1, 0.8, 1.4],
      group: ["a", "b", "a", "b", "late", "late", "late"],
    });
    expect(degreesOfFreedom).toBe(1);
    expect(warnings).toMatchObject([{ code: "group-not-at-risk", group: "late" }]);
  });

  it("leave no statistic if there are no others", () => {
    const apart = logRank({
      duration: [1, 2, 6, 7],
      event: [1, 1, 1, 1],
      entry: [0, 0, 5, 5],
      group: [1, 1, 2, 2],
    });
    expect(apart).toMatchObject({ statistic: null, pValue: null, degreesOfFreedom: 0 });
    expect(apart.warnings.map(({ code, group }) => [code, group])).toEqual([
      ["group-not-at-risk", 1],
      ["group-not-at-risk", 2],
    ]);
    const peaceful = logRank({ ...columns, event: new Uint8Array(6) });
    expect(peaceful.statistic).toBeNull();
  });

  it("may fall into pairs, each compared within itself", () => {
    const later = columns.duration.map((t) => t + 100);
    const pairs = logRank({
      duration: [...columns.duration, ...later],
      event: [...columns.event, ...columns.event],
      entry: [0, 0, 0, 0, 0, 0, 100, 100, 100, 100, 100, 100],
      group: ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"],
    });
    expect(pairs.degreesOfFreedom).toBe(2);
    expect(pairs.statistic).toBeCloseTo(2 * (logRank(columns).statistic ?? 0), 12);
    expect(pairs.warnings).toMatchObject([{ code: "groups-apart", group: null }]);
  });
});

describe("the test", () => {
  it("is of the chi-square form with more groups, and survives JSON", () => {
    const test = logRank(rows, (row) => row.duration % 30);
    expect(test.degreesOfFreedom).toBe(test.groups.length - 1 - test.warnings.length);
    expect(JSON.parse(JSON.stringify(test))).toEqual(test);
  });

  it("knows strata that tell nothing apart", () => {
    expect(logRank(rows, "group", { strata: "region" })).toEqual(logRank(rows, "group"));
    expect(logRank({ ...columns, strata: new Uint8Array(6) })).toEqual(logRank(columns));
    const within = logRank(rows, "group", { strata: "group" });
    expect(within).toMatchObject({ statistic: null, degreesOfFreedom: 0 });
  });

  it("keeps its variance where fractional weights leave less than one at risk", () => {
    // Two halves who have the event together leave no choice of who had it.
    const halves = logRank({ duration: [1, 1], event: [1, 1], weight: [0.5, 0.5], group: ["a", "b"] });
    expect(halves.covariance).toEqual([
      [0, 0],
      [0, 0],
    ]);
    // Draws with replacement at most: 0.25 events among 1.125 people, two ninths of them of one group.
    const few = logRank({ duration: [1, 2], event: [1, 0], weight: [0.25, 0.875], group: ["a", "b"] });
    expect(few.covariance[0]?.[0]).toBeCloseTo(0.25 * (2 / 9) * (7 / 9), 15);
  });

  it("finds small groups beside large ones", () => {
    const n = 100_000;
    const duration = Float64Array.from({ length: n + 2 }, (_, i) => (i < n ? 1 + (i % 100) : 101 - i + n));
    const group = Array.from({ length: n + 2 }, (_, i) => (i < n / 2 ? "x" : i < n ? "y" : "few"));
    const test = logRank({ duration, event: new Uint8Array(n + 2).fill(1), group });
    expect(test.degreesOfFreedom).toBe(2);
    expect(test.warnings).toEqual([]);
  });
});

describe("wrong calls", () => {
  it.each([
    ["nothing", () => logRank(undefined as never), "durations"],
    ["no group", () => logRank(rows, undefined as never), "group"],
    ["no group column", () => logRank({ duration: [1, 2], event: [1, 1] } as never), "group"],
    ["too short a group column", () => logRank({ ...columns, group: ["a"] }), "group"],
    ["too short a column of strata", () => logRank({ ...columns, strata: ["a"] }), "strata"],
    ["rows without the field", () => logRank(rows, "tariff" as never), "tariff"],
    ["a group that is none", () => logRank(rows, () => Number.NaN), "group"],
    ["a missing group", () => logRank(rows, (row) => (row.duration > 20 ? null : "a")), "group"],
    ["one group", () => logRank(rows, "region"), "group"],
    ["a stratum that is none", () => logRank(rows, "group", { strata: () => "" }), "strata"],
    ["strata that are no accessor", () => logRank(rows, "group", { strata: 5 as never }), "strata"],
    ["a misspelt option", () => logRank(rows, "group", { weight: "peto" } as never), "options.weight"],
    ["a misspelt option of columns", () => logRank(columns, { strata: "a" } as never), "options.strata"],
    ["unknown weights", () => logRank(rows, "group", { weights: "wilcoxon" } as never), "weights"],
    ["half of the weights", () => logRank(columns, { weights: { rho: 1 } as never }), "weights.gamma"],
    ["weights below 0", () => logRank(columns, { weights: { rho: -1, gamma: 0 } }), "weights.rho"],
    ["no weights", () => logRank(columns, { weights: null as never }), "weights"],
  ])("are refused: %s", (_what, call, field) => {
    expect(dataErrorOf(call).issues[0]?.field).toBe(field);
  });

  it("are refused for more groups than can be compared", () => {
    const duration = Array.from({ length: 101 }, (_, i) => i + 1);
    const error = dataErrorOf(() => logRank({ duration, event: duration.map(() => true), group: duration }));
    expect(error.message).toContain("101 groups: at most 100");
  });

  it("gather the faults of durations and of groups", () => {
    const faulty = [{ duration: 0, event: true, group: "a" }, { duration: 1, event: true, group: "" }, null];
    const { byCode } = dataErrorOf(() => logRank(faulty as never, "group" as never));
    expect(byCode).toEqual({ invalid_duration: 1, missing_group: 1, invalid_row: 1 });
  });
});
