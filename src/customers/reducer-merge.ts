import { DAYS, FIRST_SUM, IN_BLOCK, LAST, LATER_SUM, NEVER, ORDERS } from "./reducer-block.ts";
import type { CustomerStates, ReducerStates } from "./reducer-states.ts";

/** Adds the states of other customers, who are `codeOf` here. */
export function mergeStates(
  states: ReducerStates,
  other: CustomerStates,
  codeOf: Int32Array,
  customers: number,
): void {
  states.settle();
  states.reserve(customers);
  for (let c = 0; c < codeOf.length; c++) {
    const code = codeOf[c] as number;
    if ((other.counts[4 * c + 3] as number) > 0) mergePurchases(states, other, c, code);
    const block = states.blockOf(code);
    block.addReturns(code & IN_BLOCK, other.returns[c] as number, other.returned[c] as number);
    if (other.margins.length > 0) block.addMargin(code & IN_BLOCK, other.margins[c] as number);
  }
  if (states.days === null || other.days === null) return;
  const { base, words } = other.days;
  states.days.reserve(Int32Array.of(base), base, base + 32 * words - 1, base + 32 * words - 1);
  states.days.merge(other.days, codeOf, (customer, days) => {
    const { counts } = states.blockOf(customer);
    const at = 8 * (customer & IN_BLOCK) + DAYS;
    counts[at] = (counts[at] as number) + days;
  });
}

function mergePurchases(states: ReducerStates, other: CustomerStates, c: number, code: number): void {
  const { counts, sums, firstDayOrders } = states.blockOf(code);
  const place = code & IN_BLOCK;
  const at = 8 * place;
  const first = 4 * place + FIRST_SUM;
  const later = 4 * place + LATER_SUM;
  const orders = counts[at + ORDERS] as number;
  const myFirst = orders === 0 ? NEVER : (counts[at] as number);
  const theirFirst = other.counts[4 * c] as number;
  const theirLast = other.counts[4 * c + LAST] as number;
  const theirSum = other.sums[2 * c] as number;
  const theirOrders = other.firstDayOrders[c] as number;
  let sum = (sums[later] as number) + (other.sums[2 * c + 1] as number);
  if (theirFirst > myFirst) sum += theirSum;
  else if (theirFirst === myFirst) {
    sums[first] = (sums[first] as number) + theirSum;
    firstDayOrders[place] = (firstDayOrders[place] as number) + theirOrders;
  } else {
    sum += sums[first] as number;
    sums[first] = theirSum;
    firstDayOrders[place] = theirOrders;
    counts[at] = theirFirst;
  }
  sums[later] = sum;
  counts[at + LAST] = orders === 0 ? theirLast : Math.max(counts[at + LAST] as number, theirLast);
  counts[at + ORDERS] = orders + (other.counts[4 * c + ORDERS] as number);
}
