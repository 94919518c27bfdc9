import { describe, expect, it } from "vitest";
import { segmentMigration } from "../../src/segmentation/segment-migration.ts";
import { valueTiers } from "../../src/segmentation/value-tiers.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rowsOf = (segments: Readonly<Record<string, string>>) =>
  Object.entries(segments).map(([customerId, segment]) => ({ customerId, segment }));

const before = rowsOf({ a: "A", b: "A", c: "B", d: "B", e: "C", f: "C", g: "C" });
const after = rowsOf({ g: "A", a: "A", b: "C", c: "A", d: "B", f: "B", x: "C", y: "B" });
const order = ["A", "B", "C"];

describe("the migration between two segmentations", () => {
  const migration = segmentMigration(before, after, { order });

  it("follows everybody who is on both sides, in the order of the earlier rows", () => {
    expect(
      migration.rows.map(({ customerId, from, to, direction }) => [customerId, from, to, direction]),
    ).toEqual([
      ["a", "A", "A", "same"],
      ["b", "A", "C", "down"],
      ["c", "B", "A", "up"],
      ["d", "B", "B", "same"],
      ["f", "C", "B", "up"],
      ["g", "C", "A", "up"],
    ]);
    expect(migration.left).toEqual([{ customerId: "e", from: "C" }]);
    expect(migration.entered).toEqual([
      { customerId: "x", to: "C" },
      { customerId: "y", to: "B" },
    ]);
  });

  it("counts them in a matrix whose rows are the earlier sizes, and whose columns are the later", () => {
    expect(migration.counts).toEqual({
      A: { A: 1, B: 0, C: 1, left: 0 },
      B: { A: 1, B: 1, C: 0, left: 0 },
      C: { A: 1, B: 1, C: 0, left: 1 },
      entered: { A: 0, B: 1, C: 1, left: 0 },
    });
    expect(migration.shares.C).toEqual({ A: 1 / 3, B: 1 / 3, C: 0, left: 1 / 3 });
    expect(migration.shares.entered).toEqual({ A: 0, B: 0.5, C: 0.5, left: 0 });
  });

  it("says of each segment who stayed, moved, left, arrived and entered", () => {
    const counts = {
      before: 2,
      stayed: 1,
      moved: 1,
      up: 1,
      down: 0,
      left: 0,
      arrived: 1,
      entered: 1,
      after: 3,
    };
    const { rate, ...limits } = proportionInterval(1, 2) ?? {};
    expect(migration.segments[1]).toEqual({ segment: "B", ...counts, stayedShare: rate, ...limits });
    expect(migration.total).toMatchObject({
      before: 7,
      stayed: 2,
      moved: 4,
      up: 3,
      down: 1,
      left: 1,
      arrived: 4,
      entered: 2,
      after: 8,
    });
    const { rate: stayedShare, ...wide } = proportionInterval(2, 7, { level: 0.99 }) ?? {};
    expect(segmentMigration(before, after, { level: 0.99 }).total).toMatchObject({ stayedShare, ...wide });
  });

  it("knows neither up nor down without an order", () => {
    const { rows, segments, total } = segmentMigration(before, after);
    expect(rows.map(({ direction }) => direction)).toEqual([
      "same",
      "moved",
      "moved",
      "same",
      "moved",
      "moved",
    ]);
    expect(segments.map(({ segment, up, down }) => [segment, up, down])).toEqual([
      ["A", null, null],
      ["B", null, null],
      ["C", null, null],
    ]);
    expect([total.up, total.down, total.moved]).toEqual([null, null, 4]);
  });

  it("has a row for each segment of the order, though nobody was ever in it", () => {
    const { counts, shares, segments } = segmentMigration(before, after, { order: ["S", ...order] });
    expect(counts["S"]).toEqual({ S: 0, A: 0, B: 0, C: 0, left: 0 });
    expect(shares["S"]).toEqual({ S: null, A: null, B: null, C: null, left: null });
    expect(segments[0]).toMatchObject({ segment: "S", before: 0, after: 0, stayedShare: null, lower: null });
  });

  it("survives JSON and structuredClone", () => {
    expect(JSON.parse(JSON.stringify(migration))).toEqual(migration);
    expect(structuredClone(migration)).toEqual(migration);
  });
});

describe("rows of any segmentation", () => {
  it("name their segment in segment, class, tier or cluster", () => {
    for (const field of ["segment", "class", "tier", "cluster"]) {
      const rows = [{ customerId: 1, [field]: 3 }] as unknown as readonly { customerId: number }[];
      expect(segmentMigration(rows, rows).counts).toEqual({
        "3": { "3": 1, left: 0 },
        entered: { "3": 0, left: 0 },
      });
    }
  });

  it("are those of tiers, with their order", () => {
    const tier = (values: readonly number[]) =>
      valueTiers(
        values.map((value, customerId) => ({ customerId, value })),
        "value",
      ).rows.map(({ customerId, tier }) => ({ customerId: customerId ?? "", tier }));
    const { rows } = segmentMigration(tier([9, 5, 0]), tier([0, 5, 9]), {
      order: ["heavy", "medium", "light", "none"],
    });
    // Of two with value, the second has half of them before him.
    expect(rows.map(({ from, to, direction }) => [from, to, direction])).toEqual([
      ["heavy", "none", "down"],
      ["light", "light", "same"],
      ["none", "heavy", "up"],
    ]);
  });

  it("may be read by functions", () => {
    const rows = [{ key: { id: 4 }, group: "x" }];
    const { rows: moved } = segmentMigration(rows, rows, { id: ({ key }) => key.id, segment: "group" });
    expect(moved).toEqual([{ customerId: 4, from: "x", to: "x", direction: "same" }]);
  });

  it("may hold ids and segments that are names of an object's parts", () => {
    const rows = [
      { customerId: "__proto__", segment: "__proto__" },
      { customerId: "constructor", segment: "toString" },
    ];
    const { counts, rows: moved } = segmentMigration(rows, rows);
    expect(moved.map(({ customerId }) => customerId)).toEqual(["__proto__", "constructor"]);
    expect(Object.keys(counts)).toEqual(["__proto__", "toString", "entered"]);
    expect(Object.entries(counts["toString"] ?? {})).toEqual([
      ["__proto__", 0],
      ["toString", 1],
      ["left", 0],
    ]);
  });

  it("may be none on one side or on both", () => {
    const { entered, counts } = segmentMigration([], after);
    expect(entered).toHaveLength(8);
    expect(counts["entered"]).toEqual({ A: 3, C: 2, B: 3, left: 0 });
    expect(segmentMigration(before, []).left).toHaveLength(7);
    expect(segmentMigration([], [])).toMatchObject({
      rows: [],
      counts: { entered: { left: 0 } },
      segments: [],
      total: { before: 0, after: 0, stayedShare: null },
    });
  });
});

describe("wrong calls", () => {
  it("are refused together, each with its place", () => {
    const faulty = [
      { customerId: "a", segment: "A" },
      { customerId: "a", segment: "B" },
      { customerId: null, segment: "A" },
      { customerId: "b", segment: "" },
      { customerId: "c", segment: Number.NaN },
    ];
    const { issues } = dataErrorOf(() => segmentMigration(faulty, after));
    expect(issues.map(({ code, row, field }) => [code, row, field])).toEqual([
      ["duplicate_customer", 1, "customerId"],
      ["missing_customer", 2, "customerId"],
      ["invalid_group", 4, "segment"],
      ["missing_group", 3, "segment"],
    ]);
  });

  const one = [{ customerId: 1, segment: 1 }];
  const text = [{ customerId: 1, segment: "1" }];
  const called = (segment: string) => [{ customerId: 1, segment }];
  const many = Array.from({ length: 1001 }, (_, customerId) => ({ customerId, segment: customerId }));
  const calls: readonly (readonly [string, () => unknown, string, string])[] = [
    ["no rows before", () => segmentMigration(null as never, after), "before", "pass an array"],
    ["no rows after", () => segmentMigration(before, undefined as never), "after", "pass an array"],
    ["a result instead of rows", () => segmentMigration(before, { rows: after } as never), "after", "array"],
    ["null as a row", () => segmentMigration(before, [null] as never), "after", "objects"],
    [
      "null as options",
      () => segmentMigration(before, after, null as never),
      "options",
      "id, segment, order",
    ],
    [
      "a misspelt option",
      () => segmentMigration(before, after, { key: 1 } as never),
      "options.key",
      "segment",
    ],
    ["null as id", () => segmentMigration(before, after, { id: null as never }), "id", "name of a field"],
    ["null as segment", () => segmentMigration(before, after, { segment: null as never }), "segment", "name"],
    [
      "a misspelt segment",
      () => segmentMigration(before, after, { segment: "kind" as never }),
      "kind",
      "No row has",
    ],
    [
      "rows without a usual field",
      () => segmentMigration([{ customerId: 1 }], []),
      "segment",
      "say which field",
    ],
    [
      "rows with two of them",
      () => segmentMigration([{ customerId: 1, tier: 1, class: "A" }], []),
      "segment",
      "class and tier",
    ],
    ["a text as order", () => segmentMigration(before, after, { order: "ABC" as never }), "order", "list"],
    [
      "null in the order",
      () => segmentMigration(before, after, { order: [null as never] }),
      "order[0]",
      "no segment",
    ],
    ["a segment twice", () => segmentMigration(before, after, { order: ["A", "A"] }), "order[1]", "twice"],
    ["an order without all", () => segmentMigration(before, after, { order: ["A", "B"] }), "order", '"C"'],
    ["a level of 0", () => segmentMigration(before, after, { level: 0 }), "level", "above 0"],
    [
      "numbers and texts alike",
      () => segmentMigration<{ customerId: number; segment: string | number }>(one, text),
      "segment",
      "alike",
    ],
    ["the name of those who entered", () => segmentMigration(called("entered"), []), "segment", "Rename"],
    ["the name of those who left", () => segmentMigration([], called("left")), "segment", "Rename"],
    ["a segment for each customer", () => segmentMigration(many, many), "segment", "more than 1000"],
  ];

  it.each(calls)("are refused: %s", (_name, call, field, message) => {
    const [issue] = dataErrorOf(call).issues;
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(message);
  });
});
