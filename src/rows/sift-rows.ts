/** How rows are told good from bad. */
export interface Sieve {
  /** How many rows there are. */
  readonly rows: number;
  /** The code of each row's own id, and how many codes there are; `null` if rows have none. */
  readonly ids: { readonly codes: Int32Array; readonly ids: readonly unknown[] } | null;
  /** Whether a row is to be left out for what stands in it. */
  isFaulty(row: number): boolean;
  /** Told of each row that is left out for what stands in it. */
  reportFaults(row: number): void;
  /** Told of each row that is left out because an earlier one has its id. */
  reportDuplicate(row: number, earlier: number): void;
}

/**
 * Reports the faults of every row and returns the rows that have none, in the order in which they came.
 *
 * Of sound rows with one id the first is kept; a faulty row takes its id from nobody.
 */
export function siftRows(sieve: Sieve): Int32Array<ArrayBuffer> {
  const { rows, ids } = sieve;
  const kept = new Int32Array(rows);
  const rowOfId = new Int32Array(ids?.ids.length ?? 0).fill(NOBODY);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    if (sieve.isFaulty(i)) {
      sieve.reportFaults(i);
      continue;
    }
    if (ids !== null) {
      const id = ids.codes[i] as number;
      const earlier = rowOfId[id] as number;
      if (earlier !== NOBODY) {
        sieve.reportDuplicate(i, earlier);
        continue;
      }
      rowOfId[id] = i;
    }
    kept[count++] = i;
  }
  return kept.slice(0, count);
}

const NOBODY = -1;
