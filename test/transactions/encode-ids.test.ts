import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INVALID_ID, MISSING_ID } from "../../src/rows/id-index.ts";
import type { IdColumn } from "../../src/transactions/columns.ts";
import { encodeIds } from "../../src/transactions/encode-ids.ts";

/** The plain way: a Map from id to the number of ids before it. */
function plainly(values: readonly unknown[]): { codes: number[]; ids: unknown[] } {
  const codeOf = new Map<unknown, number>();
  const codes = values.map((value) => {
    if (value === null || value === undefined || value === "") return MISSING_ID;
    if (typeof value !== "string" && !(typeof value === "number" && Number.isFinite(value)))
      return INVALID_ID;
    const code = codeOf.get(value) ?? codeOf.size;
    codeOf.set(value, code);
    return code;
  });
  return { codes, ids: [...codeOf.keys()] };
}

function expectPlain(column: ArrayLike<unknown>, values: readonly unknown[]): void {
  const { codes, ids } = encodeIds(column as IdColumn, values.length);
  expect({ codes: [...codes], ids: [...ids] }).toEqual(plainly(values));
}

// Short texts of few characters, with those around the limits of packing: U+0000, U+00FF, U+0100, and 8 or 9 characters.
const character = fc.constantFrom("a", "b", "\u0000", "\u0001", "\u00ff", "\u0100", "€");
const text = fc.string({ unit: character, maxLength: 10 });
const anyId = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.string(),
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.constantFrom(
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    {},
    "__proto__",
    "constructor",
    "a\u0000",
    "a",
  ),
);

describe("ids get running numbers in the order in which they first appear", () => {
  it("texts and whatever stands between them", () => {
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 300 }), (values) => {
        expectPlain(
          values,
          values.map((value) => (Object.is(value, -0) ? 0 : value)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("more short texts than the first table holds", () => {
    const values = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 9973).toString(36));
    expectPlain(values, values);
  });

  it("integers close together", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.nat(300), { minLength: 150 }),
        (start, steps) => {
          const values = steps.map((step) => start + step);
          expectPlain(Int32Array.from(values), values);
        },
      ),
    );
  });

  it("integers far apart", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 3000 }), (values) => {
        expectPlain(Int32Array.from(values), values);
      }),
      { numRuns: 30 },
    );
  });

  it("integers of 16 bits", () => {
    const values = [65_535, 0, 7, 65_535];
    expectPlain(Uint16Array.from(values), values);
  });
});
