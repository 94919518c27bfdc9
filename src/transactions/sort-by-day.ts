/** The columns of a log that move together. */
export interface TransactionArrays {
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly margins: Float64Array | null;
}

/**
 * Sorts the transactions from `start` up to (not including) `end` by day, within a day by amount and then margin.
 *
 * The second and third key make every sum over a customer independent of the order of the rows, to the last bit.
 */
export function sortByDay(log: TransactionArrays, start: number, end: number): void {
  if (end - start <= INSERTION_LIMIT) insertionSort(log, start, end);
  else if (!isSorted(log, start, end)) heapSort(log, start, end);
}

const INSERTION_LIMIT = 32;

function insertionSort(log: TransactionArrays, start: number, end: number): void {
  if (log.margins === null) sortPairs(log.days, log.amounts, start, end);
  else sortTriples(log, start, end);
}

function sortPairs(days: Int32Array, amounts: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const day = days[i] as number;
    const amount = amounts[i] as number;
    let j = i - 1;
    for (; j >= start; j--) {
      const other = days[j] as number;
      if (other < day || (other === day && (amounts[j] as number) <= amount)) break;
      days[j + 1] = other;
      amounts[j + 1] = amounts[j] as number;
    }
    days[j + 1] = day;
    amounts[j + 1] = amount;
  }
}

function sortTriples(log: TransactionArrays, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    for (let j = i; j > start && isBefore(log, j, j - 1); j--) swap(log, j, j - 1);
  }
}

function isSorted(log: TransactionArrays, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (isBefore(log, i, i - 1)) return false;
  return true;
}

function isBefore({ days, amounts, margins }: TransactionArrays, i: number, j: number): boolean {
  const byDay = (days[i] as number) - (days[j] as number);
  if (byDay !== 0) return byDay < 0;
  const amount = amounts[i] as number;
  const other = amounts[j] as number;
  if (amount !== other) return amount < other;
  return margins !== null && (margins[i] as number) < (margins[j] as number);
}

/** In place and never worse than n log n: a customer may have a hundred thousand purchases. */
function heapSort(log: TransactionArrays, start: number, end: number): void {
  const size = end - start;
  for (let root = (size >> 1) - 1; root >= 0; root--) siftDown(log, start, root, size);
  for (let last = size - 1; last > 0; last--) {
    swap(log, start, start + last);
    siftDown(log, start, 0, last);
  }
}

function siftDown(log: TransactionArrays, start: number, root: number, size: number): void {
  let parent = root;
  for (;;) {
    let child = 2 * parent + 1;
    if (child >= size) return;
    if (child + 1 < size && isBefore(log, start + child, start + child + 1)) child += 1;
    if (!isBefore(log, start + parent, start + child)) return;
    swap(log, start + parent, start + child);
    parent = child;
  }
}

function swap({ days, amounts, margins }: TransactionArrays, i: number, j: number): void {
  const day = days[i] as number;
  days[i] = days[j] as number;
  days[j] = day;
  const amount = amounts[i] as number;
  amounts[i] = amounts[j] as number;
  amounts[j] = amount;
  if (margins === null) return;
  const margin = margins[i] as number;
  margins[i] = margins[j] as number;
  margins[j] = margin;
}
