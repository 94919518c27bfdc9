import { groupOffsets } from "../rows/group-offsets.ts";
import { keepLines, type Lines } from "./lines.ts";

/**
 * Makes one line of the line items of an order.
 *
 * An order belongs to one customer: the same order id under two customers is two orders. Its day is the first day among its items. The
 * amounts are added in ascending order, so that the sum does not depend on the order of the rows.
 */
export function mergeOrders(lines: Lines): Lines {
  if (lines.orders === null) return lines;
  const { orderOf, firstLine } = numberOrders(lines.codes, lines.orders);
  const offsets = groupOffsets(orderOf, firstLine.length);
  const merged = keepLines({ ...lines, orders: null }, firstLine);
  const days = new Int32Array(firstLine.length).fill(MAX_DAY);
  const rowsPerLine = new Int32Array(firstLine.length);
  for (let i = 0; i < orderOf.length; i++) {
    const order = orderOf[i] as number;
    days[order] = Math.min(days[order] as number, lines.days[i] as number);
    rowsPerLine[order] = (rowsPerLine[order] as number) + 1;
  }
  return {
    ...merged,
    days,
    rowsPerLine,
    amounts: groupSums(lines.amounts, orderOf, offsets),
    margins: lines.margins === null ? null : groupSums(lines.margins, orderOf, offsets),
  };
}

const MAX_DAY = 2 ** 31 - 1;

/** Numbers the pairs of customer and order id in the order in which they appear. */
function numberOrders(
  codes: Int32Array,
  orderIds: Int32Array,
): { orderOf: Int32Array; firstLine: Int32Array } {
  const orderOf = new Int32Array(codes.length);
  const firstLine = new Int32Array(codes.length);
  // An order id is used by one customer as a rule; the further ones are looked up by customer and order.
  const firstOrder: number[] = [];
  const further = new Map<number, Map<number, number>>();
  let orders = 0;
  for (let i = 0; i < codes.length; i++) {
    const orderId = orderIds[i] as number;
    const code = codes[i] as number;
    let order = firstOrder[orderId];
    if (order !== undefined && codes[firstLine[order] as number] !== code) {
      let ofId = further.get(orderId);
      if (ofId === undefined) {
        ofId = new Map();
        further.set(orderId, ofId);
      }
      order = ofId.get(code);
      if (order === undefined) ofId.set(code, orders);
    } else if (order === undefined) firstOrder[orderId] = orders;
    if (order === undefined) {
      order = orders++;
      firstLine[order] = i;
    }
    orderOf[i] = order;
  }
  return { orderOf, firstLine: firstLine.slice(0, orders) };
}

function groupSums(values: Float64Array, groupOf: Int32Array, offsets: Int32Array): Float64Array {
  const laid = new Float64Array(values.length);
  const cursor = offsets.slice();
  for (let i = 0; i < values.length; i++) {
    const group = groupOf[i] as number;
    const place = cursor[group] as number;
    cursor[group] = place + 1;
    laid[place] = values[i] as number;
  }
  const sums = new Float64Array(offsets.length - 1);
  for (let g = 0; g < sums.length; g++) {
    const start = offsets[g] as number;
    const end = offsets[g + 1] as number;
    if (end - start === 1) {
      sums[g] = laid[start] as number;
      continue;
    }
    const members = laid.subarray(start, end).sort();
    let sum = 0;
    for (const value of members) sum += value;
    sums[g] = sum;
  }
  return sums;
}
