/**
 * Gives texts running numbers, by their bytes.
 *
 * A store repeats the id of a customer in every row of his. Told by its bytes, a text is decoded once and not once for each row, which takes
 * most of the time of reading a column of texts.
 */
export class TextPool {
  readonly texts: unknown[] = [];
  readonly #others = new Map<unknown, number>();
  // The bytes of all texts, one after the other, and where each begins, by place in the order of arrival.
  #bytes = new Uint8Array(1 << 12);
  #used = 0;
  readonly #starts: number[] = [0];
  readonly #codes: number[] = [];
  /** Place + 1 by hash; 0 is an empty slot. */
  #slots = new Int32Array(1 << 10);

  /** The code of the text in a range of bytes; a text that is new is asked of `textAt(row)`. */
  codeOfBytes(
    bytes: Uint8Array,
    from: number,
    to: number,
    textAt: (row: number) => unknown,
    row: number,
  ): number {
    const mask = this.#slots.length - 1;
    let slot = hash(bytes, from, to) & mask;
    for (let entry = this.#slots[slot] as number; entry !== 0; entry = this.#slots[slot] as number) {
      if (this.#equals(entry - 1, bytes, from, to)) return this.#codes[entry - 1] as number;
      slot = (slot + 1) & mask;
    }
    const code = this.texts.push(textAt(row)) - 1;
    this.#keep(bytes, from, to);
    this.#slots[slot] = this.#codes.push(code);
    if (2 * this.#codes.length > this.#slots.length) this.#enlarge();
    return code;
  }

  /** The code of a text that is decoded already; such a text never comes as bytes too. */
  codeOfText(text: unknown): number {
    let code = this.#others.get(text);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.#others.set(text, code);
    }
    return code;
  }

  #equals(place: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[place] as number;
    if ((this.#starts[place + 1] as number) - start !== to - from) return false;
    const own = this.#bytes;
    for (let k = from, at = start; k < to; k++, at++) if (bytes[k] !== own[at]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    const end = this.#used + to - from;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), this.#used);
    this.#used = end;
    this.#starts.push(end);
  }

  #enlarge(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let place = 0; place < this.#codes.length; place++) {
      let slot = hash(this.#bytes, this.#starts[place] as number, this.#starts[place + 1] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a, with its bits mixed once more since few of them choose the slot. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let k = from; k < to; k++) h = Math.imul(h ^ (bytes[k] as number), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
