import { expect } from "vitest";

type Cell = string | number | boolean | null;

/** Holds rows of an engine to rows of the library, cell by cell: whole numbers, text and days exactly, others to nine digits. */
export function expectCells(
  found: readonly Readonly<Record<string, Cell>>[],
  wanted: readonly Readonly<Record<string, Cell>>[],
): void {
  expect(found.length).toBe(wanted.length);
  const faults: string[] = [];
  wanted.forEach((row, place) => {
    for (const [name, cell] of Object.entries(row)) {
      const other = found[place]?.[name];
      if (!agree(other, cell))
        faults.push(`row ${place}, ${name}: ${String(other)} instead of ${String(cell)}`);
    }
  });
  expect(faults.slice(0, 10)).toEqual([]);
}

/** Sums of money that cancel to 0 may miss it by their rounding; no count of less than a thousand million can be wrong by 1. */
function agree(found: Cell | undefined, wanted: Cell): boolean {
  if (typeof found !== "number" || typeof wanted !== "number") return found === wanted;
  return Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
}
