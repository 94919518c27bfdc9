import { describe, expect, it } from "vitest";
import { stageConversion } from "../../src/hitrate/stage-conversion.ts";
import type { OfferBook } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { proportionInterval } from "../../src/statistics/proportion-interval.ts";
import { dataErrorOf } from "../support/error-of.ts";

type Line = readonly [status: string, stage: string | null, count: number, value?: number, seller?: string];

function bookOf(lines: readonly Line[]): OfferBook {
  const rows = lines.flatMap(([status, stage, count, value = 1, seller = "Ida"]) =>
    Array.from({ length: count }, () => ({
      status,
      stage,
      value,
      seller,
      submitted: "2025-01-01",
      decided: status === "open" ? null : "2025-02-01",
    })),
  );
  return offerBook(rows, { keys: { seller: "seller" } }, { until: "2025-03-31" });
}

const stages = ["Contact", "Qualified", "Proposal"];
const book = bookOf([
  ["lost", "Contact", 20, 10],
  ["open", "Contact", 10, 10],
  ["withdrawn", "Contact", 5, 10],
  ["lost", "Qualified", 12, 20],
  ["open", "Qualified", 8, 20, "Jo"],
  ["lost", "Proposal", 9, 30],
  ["open", "Proposal", 6, 30, "Jo"],
  ["won", "Qualified", 4, 40],
  ["won", "Proposal", 11, 40, "Jo"],
]);

describe("the funnel", () => {
  it("counts who reached each stage and where the others stopped", () => {
    const found = stageConversion(book, { stages });
    expect(
      found.stages.map((row) => [
        row.reached,
        row.openHere,
        row.lostHere,
        row.withdrawnHere,
        row.wonHere,
        row.value,
        row.openValue,
        row.lostValue,
      ]),
    ).toEqual([
      [85, 10, 20, 5, 0, 1800, 100, 200],
      [50, 8, 12, 0, 0, 1450, 160, 240],
      [30, 6, 9, 0, 15, 1050, 180, 270],
    ]);
    expect([found.offers, found.drafts, found.withoutStage, found.warnings]).toEqual([85, 0, 0, []]);
  });

  it("has rates of those settled, with Wilson's interval, beside the naive ones", () => {
    const [, qualified, proposal] = stageConversion(book, { stages }).stages;
    expect(qualified?.fromPrevious).toEqual({
      count: 50,
      of: 70,
      ...proportionInterval(50, 70),
      naiveRate: 50 / 85,
    });
    expect(proposal?.fromPrevious).toEqual({
      count: 30,
      of: 42,
      ...proportionInterval(30, 42),
      naiveRate: 30 / 50,
    });
    expect(proposal?.fromFirst?.rate).toBeCloseTo((50 / 70) * (30 / 42), 15);
    expect(proposal?.fromFirst?.naiveRate).toBe(30 / 85);
    // Greenwood: 20 ÷ (70 · 50) + 12 ÷ (42 · 30).
    const rate = (50 / 70) * (30 / 42);
    const equivalent = (1 - rate) / (rate * (20 / (70 * 50) + 12 / (42 * 30)));
    expect(proposal?.fromFirst?.equivalent).toBeCloseTo(equivalent, 11);
    const limits = proportionInterval(rate * equivalent, equivalent);
    expect(proposal?.fromFirst?.lower).toBeCloseTo(limits?.lower as number, 13);
    expect(proposal?.fromFirst?.upper).toBeCloseTo(limits?.upper as number, 13);
  });

  it("counts withdrawn offers as lost if asked to, in rates of going on and of winning", () => {
    const [contact, qualified] = stageConversion(book, { stages, withdrawn: "lost" }).stages;
    expect(qualified?.fromPrevious).toMatchObject({ count: 50, of: 75 });
    expect(contact?.winRate).toEqual({ won: 15, of: 61, ...proportionInterval(15, 61) });
    const excluded = stageConversion(book, { stages }).stages;
    expect(excluded.map(({ winRate }) => [winRate.won, winRate.of])).toEqual([
      [15, 56],
      [15, 36],
      [15, 24],
    ]);
  });

  it("takes the stage of won offers at its word if asked to", () => {
    const found = stageConversion(book, { stages, won: false });
    expect(found.stages.map(({ reached, wonHere }) => [reached, wonHere])).toEqual([
      [85, 0],
      [50, 4],
      [26, 11],
    ]);
    expect(found.stages[2]?.fromPrevious).toMatchObject({ count: 26, of: 42 });
  });

  it("without open or withdrawn offers is that of plain shares, down to a stage that nobody reached", () => {
    const settled = bookOf([
      ["lost", "Contact", 30],
      ["lost", "Qualified", 10],
    ]);
    const [first, qualified, proposal] = stageConversion(settled, { stages }).stages;
    expect(first?.fromPrevious).toBeNull();
    expect(first?.fromFirst).toBeNull();
    const shares = proportionInterval(10, 40);
    expect(qualified?.fromFirst?.lower).toBeCloseTo(shares?.lower as number, 14);
    expect(qualified?.fromFirst?.equivalent).toBeCloseTo(40, 11);
    expect(proposal?.fromFirst).toMatchObject({ rate: 0, lower: 0, naiveRate: 0 });
    expect(proposal?.fromFirst?.upper).toBeCloseTo(proportionInterval(0, 40)?.upper as number, 14);
    expect(proposal?.winRate).toEqual({ won: 0, of: 0, rate: null, lower: null, upper: null });
    const further = stageConversion(settled, { stages: [...stages, "Order"] }).stages[3];
    expect(further?.fromPrevious).toEqual({
      count: 0,
      of: 0,
      rate: null,
      lower: null,
      upper: null,
      naiveRate: null,
    });
    expect(further?.fromFirst).toMatchObject({ rate: null, equivalent: null, naiveRate: 0 });
  });

  it("where all go on has an exact upper limit", () => {
    const all = bookOf([
      ["won", "Proposal", 7],
      ["open", "Contact", 3],
    ]);
    expect(stageConversion(all, { stages }).stages[2]?.fromFirst).toEqual({
      ...proportionInterval(7, 7),
      equivalent: 7,
      naiveRate: 0.7,
    });
    const open = stageConversion(bookOf([["open", "Contact", 3]]), { stages });
    expect(open.stages[1]?.fromPrevious).toMatchObject({ of: 0, rate: null, naiveRate: 0 });
  });

  it("by a key adds up to the whole", () => {
    const found = stageConversion(book, { stages, by: "seller" });
    expect(found.groups.map(({ group, offers }) => [group, offers])).toEqual([
      ["Ida", 60],
      ["Jo", 25],
    ]);
    for (const [k, row] of found.stages.entries()) {
      for (const field of ["reached", "openHere", "lostHere", "withdrawnHere", "wonHere", "value"] as const) {
        expect(found.groups.reduce((sum, group) => sum + (group.stages[k]?.[field] ?? 0), 0)).toBe(
          row[field],
        );
      }
    }
  });

  it("keeps drafts as open, leaves out who has no stage, and says so", () => {
    const rows = [
      { status: "open", stage: "Contact", submitted: null, decided: null },
      { status: "lost", stage: null, submitted: "2025-01-05", decided: "2025-01-10" },
      { status: "won", stage: null, submitted: "2025-01-05", decided: "2025-03-10" },
      { status: "lost", stage: "Contact", submitted: "2024-01-05", decided: "2024-03-10" },
    ];
    const found = stageConversion(offerBook(rows), { stages, from: "2025-01-01", asOf: "2025-02-01" });
    expect([found.offers, found.drafts, found.withoutStage]).toEqual([1, 1, 2]);
    expect(found.warnings.map(({ code, count }) => [code, count])).toEqual([
      ["later-stages", 2],
      ["without-stage", 2],
    ]);
    const later = stageConversion(offerBook(rows), { stages });
    expect(later.stages.map(({ reached }) => reached)).toEqual([3, 1, 1]);
    expect(later.stages[0]?.value).toBeNull();
  });

  it("lists stages that it was not told of, but not those of won offers", () => {
    const error = dataErrorOf(() => stageConversion(book, { stages: ["Contact", "Proposal"] }));
    expect(error.message).toContain('not listed: "Qualified"; listed are "Contact", "Proposal"');
    const won = bookOf([["won", "Won", 2]]);
    expect(stageConversion(won, { stages }).offers).toBe(2);
    expect(dataErrorOf(() => stageConversion(won, { stages, won: false })).message).toContain('"Won"');
  });

  it.each([
    ["no book", () => stageConversion({} as never, { stages }), "book", "offerBook"],
    ["no options", () => stageConversion(book, undefined as never), "options", "no record"],
    ["no stages", () => stageConversion(book, {} as never), "stages", "list all"],
    ["empty stages", () => stageConversion(book, { stages: [] }), "stages", "list all"],
    ["a stage twice", () => stageConversion(book, { stages: ["A", "A"] }), "stages", "twice"],
    [
      "a misspelt option",
      () => stageConversion(book, { stages, wonn: true } as never),
      "options.wonn",
      "won",
    ],
    ["a flag that is none", () => stageConversion(book, { stages, won: 1 as never }), "won", "neither true"],
    [
      "an unknown rule",
      () => stageConversion(book, { stages, withdrawn: "own" as never }),
      "withdrawn",
      "excluded",
    ],
    ["an unknown key", () => stageConversion(book, { stages, by: "team" }), "by", '"seller"'],
    [
      "a first day after the last",
      () => stageConversion(book, { stages, from: "2026-01-01" }),
      "from",
      "after",
    ],
    [
      "a book without stages",
      () => stageConversion(offerBook([{ status: "open", submitted: "2025-01-01" }]), { stages }),
      "book",
      '"stage"',
    ],
  ])("refuses %s", (_, call, field, words) => {
    const error = dataErrorOf(call);
    expect(error.issues[0]?.field).toBe(field);
    expect(error.message).toContain(words);
  });
});
