import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MigrationMatrix } from "../../src/segmentation/migration-result.ts";
import { segmentMigration } from "../../src/segmentation/segment-migration.ts";
import { shuffled } from "../support/arbitrary-rows.ts";

const ORDER = ["A", "B", "__proto__", 4, true] as const;

const arbitrarySide = fc.uniqueArray(
  fc.record({
    customerId: fc.constantFrom("__proto__", "constructor", "a", "b", "c", "d", "e", 0, "0", 1, "1"),
    segment: fc.constantFrom(...ORDER),
  }),
  { selector: ({ customerId }) => customerId },
);

type Side = typeof arbitrarySide extends fc.Arbitrary<infer Rows> ? Rows : never;

const sizesOf = (rows: Side) => ORDER.map((segment) => rows.filter((row) => row.segment === segment).length);

/** The cells in the order of segments; records have 4 first, as JavaScript lays numbers. */
const cellsOf = <Cell>(matrix: MigrationMatrix<Cell>) =>
  [...ORDER, "entered"].map((from) =>
    [...ORDER, "left"].map((to) => matrix[String(from)]?.[String(to)] as Cell),
  );

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

describe("the matrix of a migration", () => {
  it("adds up to the earlier sizes by rows, and to the later by columns", () => {
    fc.assert(
      fc.property(arbitrarySide, arbitrarySide, (before, after) => {
        const { counts, shares, segments, entered, left } = segmentMigration(before, after, { order: ORDER });
        const lines = cellsOf(counts);
        expect(Object.keys(counts).sort()).toEqual([...ORDER.map(String), "entered"].sort());
        expect(lines.map(total)).toEqual([...sizesOf(before), entered.length]);
        const columns = lines.map((_, to) => total(lines.map((line) => line[to] ?? Number.NaN)));
        expect(columns).toEqual([...sizesOf(after), left.length]);
        expect(segments.map((flow) => flow.before)).toEqual(sizesOf(before));
        expect(segments.map((flow) => flow.after)).toEqual(sizesOf(after));
        for (const [from, own] of cellsOf(shares).entries()) {
          const size = total(lines[from] ?? []);
          if (size === 0) expect(own).toEqual(Array(6).fill(null));
          else expect(total(own.map((share) => share ?? Number.NaN))).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  it("counts what the lists of customers hold", () => {
    fc.assert(
      fc.property(arbitrarySide, arbitrarySide, (before, after) => {
        const {
          rows,
          entered,
          left,
          counts,
          segments,
          total: all,
        } = segmentMigration(before, after, { order: ORDER });
        const earlier = new Map(before.map(({ customerId, segment }) => [customerId, segment]));
        const later = new Map(after.map(({ customerId, segment }) => [customerId, segment]));
        expect(rows.map(({ customerId }) => customerId)).toEqual(
          [...earlier.keys()].filter((id) => later.has(id)),
        );
        for (const { customerId, from, to, direction } of rows) {
          expect([from, to]).toEqual([earlier.get(customerId), later.get(customerId)]);
          const steps = ORDER.indexOf(to as "A") - ORDER.indexOf(from as "A");
          expect(direction).toBe(steps === 0 ? "same" : steps < 0 ? "up" : "down");
        }
        expect(left).toEqual(
          before
            .filter(({ customerId }) => !later.has(customerId))
            .map(({ customerId, segment }) => ({ customerId, from: segment })),
        );
        expect(entered).toEqual(
          after
            .filter(({ customerId }) => !earlier.has(customerId))
            .map(({ customerId, segment }) => ({ customerId, to: segment })),
        );
        for (const from of ORDER) {
          for (const to of ORDER) {
            const own = rows.filter((row) => row.from === from && row.to === to).length;
            expect(counts[String(from)]?.[String(to)]).toBe(own);
          }
        }
        for (const flow of [...segments, all]) {
          expect(flow.stayed + flow.moved + flow.left).toBe(flow.before);
          expect(flow.stayed + flow.arrived + flow.entered).toBe(flow.after);
          expect((flow.up ?? Number.NaN) + (flow.down ?? Number.NaN)).toBe(flow.moved);
        }
        expect([all.before, all.after]).toEqual([before.length, after.length]);
        expect(all.up).toBe(rows.filter(({ direction }) => direction === "up").length);
      }),
    );
  });

  it("is a diagonal if nothing moved, in whatever order the rows come", () => {
    fc.assert(
      fc.property(arbitrarySide, fc.array(fc.nat(), { minLength: 1 }), (rows, order) => {
        const same = segmentMigration(rows, shuffled(rows, order), { order: ORDER });
        const lines = cellsOf(same.counts);
        const sizes = [...sizesOf(rows), 0];
        expect(lines).toEqual(sizes.map((size, from) => sizes.map((_, to) => (from === to ? size : 0))));
        expect([same.total.moved, same.entered.length, same.left.length]).toEqual([0, 0, 0]);
      }),
    );
  });

  it("is turned over if before and after change places", () => {
    fc.assert(
      fc.property(arbitrarySide, arbitrarySide, (before, after) => {
        const lines = (one: typeof before, other: typeof before) =>
          Object.values(segmentMigration(one, other, { order: ORDER }).counts).map((line) =>
            Object.values(line),
          );
        const [forth, back] = [lines(before, after), lines(after, before)];
        expect(back).toEqual(forth.map((line, from) => line.map((_, to) => forth[to]?.[from])));
      }),
    );
  });
});
