import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deSegmentation } from "../../src/locales/de-segmentation.ts";
import { enSegmentation } from "../../src/locales/en-segmentation.ts";
import { rfm } from "../../src/segmentation/rfm.ts";
import { RFM_RULES, type SegmentRule } from "../../src/segmentation/segment-rules.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { days: 1, orders: 9, money: 900 },
  { days: 50, orders: 2, money: 100 },
  { days: 400, orders: 1, money: 20 },
];
const columns = { recency: "days", frequency: "orders", monetary: "money" } as const;
const names = <Rule extends { readonly segment: string }>(rules: readonly Rule[]): readonly string[] =>
  rules.map(({ segment }) => segment);

function grid(size: number): readonly string[] {
  const digits = Array.from({ length: size }, (_, at) => at + 1);
  return digits.flatMap((r) => digits.map((fm) => `${r}${fm}`));
}

describe("the default rules", () => {
  it("hold every cell of the grid exactly once", () => {
    const cells = RFM_RULES.flatMap((rule) => rule.cells);
    expect(cells).toHaveLength(25);
    expect([...cells].sort()).toEqual(grid(5));
  });

  it("have a name in English and in German each", () => {
    for (const { rfmSegments } of [enSegmentation, deSegmentation]) {
      expect(Object.keys(rfmSegments)).toEqual(names(RFM_RULES));
      expect(new Set(Object.values(rfmSegments)).size).toBe(11);
    }
  });

  it("apply to five scores in each dimension only", () => {
    const base = rfm(rows, { ...columns, bins: 3 });
    expect(base.rows.map(({ fmScore, segment }) => [fmScore, segment])).toEqual([
      [3, null],
      [2, null],
      [1, null],
    ]);
    expect(base.segments).toEqual([]);
  });

  it("may be passed on with changes", () => {
    const rules = RFM_RULES.map((rule) => (rule.segment === "lost" ? { ...rule, segment: "gone" } : rule));
    expect(names(rfm(rows, { ...columns, rules }).segments)).toContain("gone");
  });
});

describe("rules of one's own", () => {
  const two: readonly SegmentRule<"good" | "poor">[] = [
    { segment: "good", cells: ["22", "21"] },
    { segment: "poor", cells: ["12", "11"] },
  ];

  it("name segments by cells, for any number of scores", () => {
    const base = rfm(rows, { ...columns, bins: 2, rules: two });
    expect(base.rows.map(({ segment }) => segment)).toEqual(["good", "good", "poor"]);
    expect(base.segments.map(({ segment, customers }) => [segment, customers])).toEqual([
      ["good", 2],
      ["poor", 1],
    ]);
    expect(base.segments[0]?.shareOfCustomers).toBeCloseTo(2 / 3, 15);
  });

  it("name segments by conditions on the three scores", () => {
    const base = rfm(rows, {
      ...columns,
      bins: { recency: 2, frequency: 3, monetary: 4 },
      rules: [
        { segment: "big", when: ({ monetaryScore }) => monetaryScore === 4 },
        { segment: "small", when: ({ monetaryScore, fmScore }) => monetaryScore < 4 && fmScore === null },
      ],
    });
    expect(base.rows.map(({ segment }) => segment)).toEqual(["big", "small", "small"]);
  });

  it("may mix cells and conditions", () => {
    const rules = [
      { segment: "best", cells: ["22"] },
      { segment: "rest", when: ({ recencyScore, fmScore }) => recencyScore < 2 || fmScore !== 2 },
    ] as const satisfies readonly SegmentRule[];
    expect(rfm(rows, { ...columns, bins: 2, rules }).rows[0]?.segment).toBe("best");
  });

  it("are refused with the names of all cells that belong to none or to several", () => {
    const rules = [
      { segment: "good", cells: ["33", "32", "23"] },
      { segment: "fair", cells: ["22", "32", "31"] },
      { segment: "poor", cells: ["11"] },
    ];
    const { issues } = dataErrorOf(() => rfm(rows, { ...columns, bins: 3, rules }));
    expect(issues.map(({ field, value }) => [field, value])).toEqual([
      ["rules", "12 13 21"],
      ["rules", "32"],
    ]);
    expect(issues[0]?.message).toContain("No segment has the cells 12, 13, 21");
    expect(issues[1]?.message).toContain('32 ("good" and "fair")');
  });

  it("by conditions are refused with the names of the cells of three scores", () => {
    const rules = [
      { segment: "good", when: (scores: { readonly monetaryScore: number }) => scores.monetaryScore > 1 },
      { segment: "odd", when: (scores: { readonly recencyScore: number }) => scores.recencyScore === 2 },
    ];
    const { issues } = dataErrorOf(() => rfm(rows, { ...columns, bins: 2, rules }));
    expect(issues.map(({ value }) => value)).toEqual(["111 121", "212 222"]);
  });

  it("pass exactly if they part the grid", () => {
    const parted = fc.integer({ min: 2, max: 6 }).chain((size) => {
      const segments = grid(size).map(() => fc.integer({ min: 0, max: 3 }));
      return fc.tuple(fc.constant(size), fc.tuple(...segments), fc.nat());
    });
    fc.assert(
      fc.property(parted, ([bins, segmentOf, pick]) => {
        const cells = grid(bins);
        const rules = [0, 1, 2, 3].map((number) => ({
          segment: `s${number}`,
          cells: cells.filter((_, at) => segmentOf[at] === number),
        }));
        const base = rfm(rows, { ...columns, bins, rules });
        for (const { recencyScore, fmScore, segment } of base.rows) {
          expect(segment).toBe(`s${segmentOf[cells.indexOf(`${recencyScore}${fmScore}`)]}`);
        }
        const cell = cells[pick % cells.length] as string;
        const lacking = rules.map((rule) => ({ ...rule, cells: rule.cells.filter((each) => each !== cell) }));
        expect(dataErrorOf(() => rfm(rows, { ...columns, bins, rules: lacking })).issues[0]?.value).toBe(
          cell,
        );
        const doubled = [...rules, { segment: "more", cells: [cell] }];
        expect(dataErrorOf(() => rfm(rows, { ...columns, bins, rules: doubled })).issues[0]?.value).toBe(
          cell,
        );
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  const wrong: readonly (readonly [string, unknown, string, string])[] = [
    ["no array", "champions", "rules", "array of rules"],
    ["null", null, "rules", "array of rules"],
    ["no rules", [], "rules", "array of rules"],
    ["null as a rule", [null], "rules[0]", "segment, cells"],
    ["a misspelt field", [{ segment: "a", cell: ["11"] }], "rules[0].cell", "segment, cells"],
    [
      "cells and a condition",
      [{ segment: "a", cells: ["11"], when: () => true }],
      "rules[0].cells",
      "segment, when",
    ],
    ["no name", [{ segment: "", cells: ["11"] }], "rules[0].segment", "no name"],
    [
      "a name twice",
      [
        { segment: "a", cells: ["11"] },
        { segment: "a", cells: ["12"] },
      ],
      "rules[1].segment",
      "already",
    ],
    ["no cells", [{ segment: "a" }], "rules[0].cells", "array of cells"],
    ["a text as cells", [{ segment: "a", cells: "11" }], "rules[0].cells", "array of cells"],
    ["a cell of numbers", [{ segment: "a", cells: [55] }], "rules[0].cells[0]", "in quotes"],
    ["a cell of three scores", [{ segment: "a", cells: ["11", "555"] }], "rules[0].cells[1]", "two digits"],
    ["a cell out of the grid", [{ segment: "a", cells: ["56"] }], "rules[0].cells[0]", "from 1 to 5"],
    ["a condition that is none", [{ segment: "a", when: true }], "rules[0].when", "no function"],
  ];

  it.each(wrong)("are refused: %s", (_name, rules, field, message) => {
    const issue = dataErrorOf(() => rfm(rows, { ...columns, rules: rules as never })).issues[0];
    expect(issue?.field).toBe(field);
    expect(issue?.message).toContain(message);
  });

  it("cannot use cells where there is no FM score", () => {
    const error = dataErrorOf(() => rfm(rows, { ...columns, bins: { monetary: 3 }, rules: RFM_RULES }));
    expect(error.message).toContain("write rules with when");
  });
});
