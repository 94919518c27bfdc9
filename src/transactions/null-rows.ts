import type { ColumnChunk } from "./column-chunk.ts";

/** The rows of a column that hold no value. */
export class NullRows {
  readonly #rows: number;
  #isNull: Uint8Array | null = null;

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** Notes the rows of a chunk that begins at row `start`. */
  addChunk({ length, valid, values }: ColumnChunk, start: number): void {
    if (values.kind === "nothing") {
      if (length > 0) this.#flags().fill(1, start, start + length);
      return;
    }
    if (valid === null) return;
    const { bits, offset } = valid;
    for (let i = 0; i < length; i++) {
      const bit = offset + i;
      if (((bits[bit >> 3] as number) & (1 << (bit & 7))) === 0) this.add(start + i);
    }
  }

  add(row: number): void {
    this.#flags()[row] = 1;
  }

  has(row: number): boolean {
    return this.#isNull !== null && this.#isNull[row] === 1;
  }

  get none(): boolean {
    return this.#isNull === null;
  }

  /** The values themselves if none is missing, else a list with nulls. */
  applyTo<Values extends ArrayLike<unknown>>(values: Values): Values | (Values[number] | null)[] {
    if (this.#isNull === null) return values;
    return Array.from({ length: this.#rows }, (_, row) => (this.has(row) ? null : values[row]));
  }

  #flags(): Uint8Array {
    this.#isNull ??= new Uint8Array(this.#rows);
    return this.#isNull;
  }
}
