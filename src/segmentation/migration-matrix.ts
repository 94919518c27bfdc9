import type { GroupValue } from "../rows/group-value.ts";
import type { MigrationMatrix } from "./migration-result.ts";
import { ENTERED, LEFT } from "./migration-segments.ts";

/** Counts of customers between segments; the last row is of those who entered, the last column of those who left. */
export class MigrationTally {
  readonly #side: number;
  readonly #counts: Float64Array;

  constructor(segments: number) {
    this.#side = segments + 1;
    this.#counts = new Float64Array(this.#side * this.#side);
  }

  add(from: number, to: number): void {
    const place = from * this.#side + to;
    this.#counts[place] = (this.#counts[place] as number) + 1;
  }

  at(from: number, to: number): number {
    return this.#counts[from * this.#side + to] as number;
  }

  /** The sum of a row over some columns. */
  rowSum(from: number, first = 0, end: number = this.#side): number {
    let sum = 0;
    for (let to = first; to < end; to++) sum += this.at(from, to);
    return sum;
  }

  columnSum(to: number): number {
    let sum = 0;
    for (let from = 0; from < this.#side; from++) sum += this.at(from, to);
    return sum;
  }
}

/** Counts and row shares as plain records. */
export function migrationMatrices(
  tally: MigrationTally,
  segments: readonly GroupValue[],
): { readonly counts: MigrationMatrix<number>; readonly shares: MigrationMatrix<number | null> } {
  const lines = [...segments.map(String), ENTERED];
  const columns = [...segments.map(String), LEFT];
  const sums = lines.map((_, from) => tally.rowSum(from));
  // Records are made from entries, since a segment may be called `__proto__`.
  const matrix = <Cell>(cell: (from: number, to: number) => Cell): MigrationMatrix<Cell> =>
    Object.fromEntries(
      lines.map((line, from) => [
        line,
        Object.fromEntries(columns.map((column, to) => [column, cell(from, to)])),
      ]),
    );
  return {
    counts: matrix((from, to) => tally.at(from, to)),
    shares: matrix((from, to) => {
      const sum = sums[from] as number;
      return sum === 0 ? null : tally.at(from, to) / sum;
    }),
  };
}
