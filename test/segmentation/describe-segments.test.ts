import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeSegments } from "../../src/segmentation/describe-segments.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { segment: "loyal", region: 1, revenue: 300, clv: 10, orders: 6 },
  { segment: "lost", region: 2, revenue: 200, clv: 0, orders: 1 },
  { segment: "loyal", region: 1, revenue: 500, clv: 50, orders: 9 },
  { segment: "new", region: 2, revenue: -100, clv: 20, orders: 2 },
  { segment: "loyal", region: 1, revenue: 100, clv: 30, orders: 4 },
];

describe("segments in figures", () => {
  it("have size, revenue, shares and medians, by descending revenue", () => {
    const base = describeSegments(rows, "segment", { features: { orders: "orders", clv: (row) => row.clv } });
    expect(base).toEqual({
      segments: [
        {
          segment: "loyal",
          customers: 3,
          shareOfCustomers: 0.6,
          revenue: 900,
          shareOfRevenue: 0.9,
          medians: { orders: 6, clv: 30 },
        },
        {
          segment: "lost",
          customers: 1,
          shareOfCustomers: 0.2,
          revenue: 200,
          shareOfRevenue: 0.2,
          medians: { orders: 1, clv: 0 },
        },
        {
          segment: "new",
          customers: 1,
          shareOfCustomers: 0.2,
          revenue: -100,
          shareOfRevenue: -0.1,
          medians: { orders: 2, clv: 20 },
        },
      ],
      customers: 5,
      revenue: 1000,
      medians: { orders: 4, clv: 20 },
    });
  });

  it("take any key and any value", () => {
    const { segments } = describeSegments(rows, (row) => row.region > 1, { value: "clv" });
    expect(segments.map(({ segment, revenue, medians }) => [segment, revenue, medians])).toEqual([
      [false, 90, {}],
      [true, 20, {}],
    ]);
  });

  it("keep rows without segment under null", () => {
    const some = [
      { segment: null, revenue: 5 },
      { segment: "a", revenue: 7 },
      { segment: undefined, revenue: 1 },
    ];
    const { segments } = describeSegments<{ segment: string | null | undefined; revenue: number }>(
      some,
      "segment",
    );
    expect(segments.map(({ segment, customers }) => [segment, customers])).toEqual([
      ["a", 1],
      [null, 2],
    ]);
  });

  it("have no share where there is no revenue, and no median of nobody", () => {
    const none = describeSegments([] as typeof rows, "segment", { features: { orders: "orders" } });
    expect(none).toEqual({ segments: [], customers: 0, revenue: 0, medians: { orders: null } });
    const zero = describeSegments([{ segment: "a", revenue: 0 }], "segment");
    expect(zero.segments[0]?.shareOfRevenue).toBeNull();
  });

  it("carry features of any name", () => {
    const features = JSON.parse('{ "__proto__": "orders" }') as Record<string, "orders">;
    const { segments } = describeSegments(rows, "segment", { features });
    expect(Object.entries(segments[0]?.medians ?? {})).toEqual([["__proto__", 6]]);
  });

  it("add up to the whole and agree with sums by the definition", () => {
    const anyRow = fc.record({
      segment: fc.constantFrom("a", "b", "__proto__", 0, 1, true),
      revenue: fc.integer({ min: -100, max: 1000 }),
      orders: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (list) => {
        const base = describeSegments(list, "segment", { features: { orders: "orders" } });
        const total = list.reduce((sum, { revenue }) => sum + revenue, 0);
        expect(base.revenue).toBe(total);
        expect(base.segments.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(total);
        expect(base.segments.reduce((sum, { customers }) => sum + customers, 0)).toBe(list.length);
        for (const { segment, customers, revenue, medians } of base.segments) {
          const own = list.filter((row) => row.segment === segment);
          expect(customers).toBe(own.length);
          expect(revenue).toBe(own.reduce((sum, row) => sum + row.revenue, 0));
          const sorted = own.map(({ orders }) => orders).sort((one, other) => one - other);
          const middle = (sorted.length - 1) / 2;
          expect(medians.orders).toBe(
            ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2,
          );
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  const wrong: readonly (readonly [string, () => unknown, string, string])[] = [
    ["no rows", () => describeSegments(null as never, "segment"), "rows", "array"],
    ["no key", () => describeSegments(rows, undefined as never), "segment", "name of a field"],
    ["a misspelt key", () => describeSegments(rows, "segmnt" as never), "segmnt", "No row has the field"],
    [
      "a misspelt option",
      () => describeSegments(rows, "segment", { feature: {} } as never),
      "options.feature",
      "features",
    ],
    ["null as options", () => describeSegments(rows, "segment", null as never), "options", "features"],
    [
      "null as features",
      () => describeSegments(rows, "segment", { features: null as never }),
      "features",
      "by name",
    ],
    [
      "a list of features",
      () => describeSegments(rows, "segment", { features: ["orders"] as never }),
      "features",
      "by name",
    ],
    [
      "a feature that is none",
      () => describeSegments(rows, "segment", { features: { x: 5 as never } }),
      "features.x",
      "name of a field",
    ],
    [
      "text as revenue",
      () => describeSegments([{ segment: "a", revenue: "5" as never }], "segment"),
      "revenue",
      "text",
    ],
    ["rows without revenue", () => describeSegments([{ segment: "a" }], "segment"), "revenue", "missing"],
    [
      "an object as segment",
      () => describeSegments([{ segment: {} as never, revenue: 1 }], "segment"),
      "segment",
      "no group",
    ],
    [
      "more than a number can hold",
      () =>
        describeSegments(
          [1, 2].map((segment) => ({ segment, revenue: 1.7e308 })),
          "segment",
        ),
      "revenue",
      "more than a number can hold",
    ],
  ];

  it.each(wrong)("are not made of %s", (_name, call, field, message) => {
    const issue = dataErrorOf(call).issues.find((each) => each.field === field);
    expect(issue?.message).toContain(message);
  });
});
