import type { Lines } from "./lines.ts";
import { sortByDay, type TransactionArrays } from "./sort-by-day.ts";

/** Customers whose transactions fit into a processor's second-level cache together, as a power of 2. */
const BLOCK_BITS = 12;
const BLOCK = 1 << BLOCK_BITS;

/** Up to here the transactions of all customers fit into the cache well enough. */
const FEW_LINES = 2_000_000;

/**
 * Lays lines out customer by customer, each customer's by day.
 *
 * Straight to their places, every line of a large base would miss the cache. There they go to blocks of customers first, and within a block
 * to their customers.
 */
export function layByCustomer(
  lines: Lines,
  offsets: Int32Array,
  fewLines: number = FEW_LINES,
): TransactionArrays {
  const rows = lines.codes.length;
  const customers = offsets.length - 1;
  const laid: TransactionArrays = {
    days: new Int32Array(rows),
    amounts: new Float64Array(rows),
    margins: lines.margins === null ? null : new Float64Array(rows),
  };
  if (rows <= fewLines) {
    deal(lines.codes, lines, laid, offsets.slice(), 0, rows);
    sortCustomers(laid, offsets, 0, customers);
    return laid;
  }
  const members = new Uint16Array(rows);
  toBlocks(lines, offsets, laid, members);
  const cursor = offsets.slice();
  for (let first = 0; first < customers; first += BLOCK) {
    const last = Math.min(first + BLOCK, customers);
    const start = offsets[first] as number;
    const end = offsets[last] as number;
    // The block lies where its customers' lines will: it is copied aside and dealt out from there.
    const block: TransactionArrays = {
      days: laid.days.slice(start, end),
      amounts: laid.amounts.slice(start, end),
      margins: laid.margins === null ? null : laid.margins.slice(start, end),
    };
    deal(members.subarray(start, end), block, laid, cursor.subarray(first, last), 0, end - start);
    sortCustomers(laid, offsets, first, last);
  }
  return laid;
}

/** Writes each line to the next place of its group. */
function deal(
  groups: Int32Array | Uint16Array,
  from: TransactionArrays,
  to: TransactionArrays,
  cursor: Int32Array,
  start: number,
  end: number,
): void {
  const { days, amounts, margins } = to;
  const { days: fromDays, amounts: fromAmounts, margins: fromMargins } = from;
  for (let i = start; i < end; i++) {
    const group = groups[i] as number;
    const place = cursor[group] as number;
    cursor[group] = place + 1;
    days[place] = fromDays[i] as number;
    amounts[place] = fromAmounts[i] as number;
    if (margins !== null && fromMargins !== null) margins[place] = fromMargins[i] as number;
  }
}

function sortCustomers(laid: TransactionArrays, offsets: Int32Array, first: number, last: number): void {
  for (let c = first; c < last; c++) sortByDay(laid, offsets[c] as number, offsets[c + 1] as number);
}

/** Writes lines to the places of their blocks, and which member of its block each belongs to. */
function toBlocks(lines: Lines, offsets: Int32Array, laid: TransactionArrays, members: Uint16Array): void {
  const { codes, days: fromDays, amounts: fromAmounts, margins: fromMargins } = lines;
  const { days, amounts, margins } = laid;
  const cursor = new Int32Array(Math.ceil((offsets.length - 1) / BLOCK));
  for (let block = 0; block < cursor.length; block++) cursor[block] = offsets[block << BLOCK_BITS] as number;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    const block = code >>> BLOCK_BITS;
    const place = cursor[block] as number;
    cursor[block] = place + 1;
    members[place] = code & (BLOCK - 1);
    days[place] = fromDays[i] as number;
    amounts[place] = fromAmounts[i] as number;
    if (margins !== null && fromMargins !== null) margins[place] = fromMargins[i] as number;
  }
}
