import fc from "fast-check";
import { expect, it } from "vitest";
import { groupOffsets } from "../../src/rows/group-offsets.ts";
import { layByCustomer } from "../../src/transactions/lay-by-customer.ts";
import type { Lines } from "../../src/transactions/lines.ts";

const line = fc.record({
  code: fc.integer({ min: 0, max: 9000 }),
  day: fc.integer({ min: 0, max: 50 }),
  amount: fc.integer({ min: -5, max: 5 }),
  margin: fc.integer({ min: -2, max: 2 }),
});

it("lays large and small bases out alike", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 400 }), fc.boolean(), (rows, hasMargins) => {
      const lines: Lines = {
        customerIds: Array.from({ length: 9001 }, (_, i) => i),
        codes: Int32Array.from(rows, ({ code }) => code),
        days: Int32Array.from(rows, ({ day }) => day),
        amounts: Float64Array.from(rows, ({ amount }) => amount),
        margins: hasMargins ? Float64Array.from(rows, ({ margin }) => margin) : null,
        orders: null,
        rowOf: null,
        rowsPerLine: null,
      };
      const offsets = groupOffsets(lines.codes, 9001);
      const inBlocks = layByCustomer(lines, offsets, 0);
      expect(inBlocks).toEqual(layByCustomer(lines, offsets));
      const sorted = [...rows].sort(
        (a, b) =>
          a.code - b.code || a.day - b.day || a.amount - b.amount || (hasMargins ? a.margin - b.margin : 0),
      );
      expect([...inBlocks.days]).toEqual(sorted.map(({ day }) => day));
      expect([...inBlocks.amounts]).toEqual(sorted.map(({ amount }) => amount));
      if (hasMargins) expect([...(inBlocks.margins ?? [])]).toEqual(sorted.map(({ margin }) => margin));
    }),
  );
});
