import { BLOCK_BITS } from "./reducer-block.ts";

/** Lines of a block that wait. */
const STAGED_LINES = 1 << 12;

/** Adds waiting lines to a block: those at `from` up to `end`; see `ReducerStage` for where they stand. */
type AddStaged = (block: number, ints: Int32Array, floats: Float64Array, from: number, end: number) => void;

/**
 * Lines on their way to the states of their customers, which lie all over the memory: they wait here, block of customers by block, until
 * they are so many that it pays to fetch the states of a block into the cache.
 *
 * 16 bytes to a line: customer, day and amount, the former in `ints`, 4 to a line, the latter in `floats`, 2 to a line.
 */
export class ReducerStage {
  #ints = new Int32Array(0);
  #floats = new Float64Array(0);
  /** How many lines of each block are waiting. */
  #waiting = new Int32Array(0);
  #any = false;

  /** Makes room for blocks. */
  reserve(blocks: number): void {
    if (blocks <= this.#waiting.length) return;
    const room =
      this.#waiting.length === 0 ? blocks : Math.max(blocks, Math.ceil(1.25 * this.#waiting.length));
    const buffer = new ArrayBuffer(16 * STAGED_LINES * room);
    const ints = new Int32Array(buffer);
    ints.set(this.#ints);
    const waiting = new Int32Array(room);
    waiting.set(this.#waiting);
    this.#ints = ints;
    this.#floats = new Float64Array(buffer);
    this.#waiting = waiting;
  }

  /** Takes lines up to a day, and hands over those of a block when it has as many as may wait. */
  add(codes: Int32Array, days: Int32Array, amounts: Float64Array, asOf: number, addStaged: AddStaged): void {
    const ints = this.#ints;
    const floats = this.#floats;
    const waiting = this.#waiting;
    this.#any = true;
    for (let i = 0; i < codes.length; i++) {
      const day = days[i] as number;
      if (day > asOf) continue;
      const code = codes[i] as number;
      const block = code >> BLOCK_BITS;
      const line = waiting[block] as number;
      const at = block * STAGED_LINES + line;
      ints[4 * at] = code;
      ints[4 * at + 1] = day;
      floats[2 * at + 1] = amounts[i] as number;
      if (line + 1 < STAGED_LINES) waiting[block] = line + 1;
      else {
        waiting[block] = 0;
        addStaged(block, ints, floats, at - line, at + 1);
      }
    }
  }

  /** Hands over all lines that are waiting. */
  flush(addStaged: AddStaged): void {
    if (!this.#any) return;
    this.#any = false;
    for (let block = 0; block < this.#waiting.length; block++) {
      const lines = this.#waiting[block] as number;
      this.#waiting[block] = 0;
      const from = block * STAGED_LINES;
      if (lines > 0) addStaged(block, this.#ints, this.#floats, from, from + lines);
    }
  }
}
