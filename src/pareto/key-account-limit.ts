import { CompensatedSums } from "../math/compensated-sums.ts";
import type { AccountOrder } from "./account-order.ts";
import { reaches } from "./account-values.ts";
import type { KeyAccountRule } from "./key-account-options.ts";

/** Who is a key account by the rule alone. */
export interface WithinLimit {
  /** 1 for each row within the limit. */
  readonly inside: Uint8Array;
  /** How many are within only because they equal somebody who is. */
  readonly tied: number;
}

/**
 * Goes down the order, a group of equals at a time, until the limit is reached; the group that reaches it belongs to it.
 *
 * By value only customers with a value above 0 are taken, since nobody else brings a share of the total.
 */
export function withinLimit(
  rule: KeyAccountRule,
  order: AccountOrder,
  figures: Float64Array,
  values: Float64Array,
  total: number,
): WithinLimit {
  const inside = new Uint8Array(values.length);
  const sums = new CompensatedSums(1);
  for (let group = 0; group + 1 < order.starts.length; group++) {
    const start = order.starts[group] as number;
    const end = order.starts[group + 1] as number;
    const figure = figures[order.rows[start] as number] as number;
    if (rule.order === "value" && figure <= 0) break;
    if (rule.limit === "count" && start >= rule.at) break;
    if (rule.limit === "min-score" && figure < rule.at) break;
    if (rule.limit === "share" && total <= 0) break;
    let needed = end - start;
    for (let place = start; place < end; place++) {
      const row = order.rows[place] as number;
      inside[row] = 1;
      sums.add(0, values[row] as number);
      const enough = rule.limit === "share" && reaches(sums.at(0), rule.at, total);
      if (enough) needed = Math.min(needed, place + 1 - start);
    }
    if (rule.limit === "count" && end >= rule.at) return { inside, tied: end - rule.at };
    if (rule.limit === "share" && reaches(sums.at(0), rule.at, total)) {
      return { inside, tied: end - start - needed };
    }
  }
  return { inside, tied: 0 };
}
