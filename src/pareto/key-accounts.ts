import { CompensatedSums } from "../math/compensated-sums.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { readAccountIds } from "./account-ids.ts";
import { descendingOrder } from "./account-order.ts";
import { readScores } from "./account-scores.ts";
import { accountValues, shareOf } from "./account-values.ts";
import { type AccountWarning, equalWarnings, valueWarnings } from "./account-warnings.ts";
import { withinLimit } from "./key-account-limit.ts";
import { type KeyAccountOptions, keyAccountRule } from "./key-account-options.ts";
import type { KeyAccount, KeyAccountReason, KeyAccountSummary, KeyAccounts } from "./key-account-result.ts";
import { readStrategic } from "./key-account-strategic.ts";

/**
 * Finds the key accounts (Schlüsselkunden): the first customers by value or by a weighted score, and those marked as strategic.
 *
 * Customers are taken from the top until they bring `share` of the total value, half of it by default; the one who crosses the line belongs to
 * them, and so do all who equal a key account. By value, nobody with a value of 0 or less is one. Shares are of the total net of negative values.
 *
 * @param rows - Customers, one row each, e.g. `summarizeCustomers(log).rows`.
 * @param value - Revenue, margin or lifetime value of a customer: a field or a function of the row.
 * @param options - `id`; the limit `share`, `count` or `minScore`; `criteria` for a score; `strategic` marks.
 * @returns `{ rule, rows, summary, warnings }`: a row per customer in order of rank, `{ index, customerId, value, share, cumulativeShare,
 *   rank, keyAccount, reasons, score, scores }`.
 * @throws {@link DataError} with all faulty rows, for a customer in two rows, or for an option that cannot be used.
 *
 * @example
 * import { keyAccounts } from "clientele";
 *
 * const customers = [
 *   { customerId: "Ada", revenue: 900 },
 *   { customerId: "Ben", revenue: 500 },
 *   { customerId: "Cem", revenue: 400 },
 *   { customerId: "Dora", revenue: 200 },
 * ];
 * const { rows, summary } = keyAccounts(customers, "revenue", { strategic: ["Dora"] });
 * rows.map((row) => row.reasons.join()); // => ["value", "value", "", "strategic"]
 * summary.shareOfValue; // => 0.8
 */
export function keyAccounts<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options: KeyAccountOptions<Row> = {},
): KeyAccounts {
  const rule = keyAccountRule(options);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const ids = readAccountIds(list, options.id, collector);
  const numbers = readNumbers(list, value, "value", collector);
  const { criteria } = options;
  const score = criteria === undefined ? null : readScores(list, "criteria", criteria, collector);
  const marks = readStrategic(list, ids, options.strategic, collector);
  collector.throwIfAny();

  const accounts = accountValues(numbers);
  const { total } = accounts;
  const scored = score === null ? null : score();
  const figures = scored?.scores ?? numbers;
  const order = scored === null ? accounts.order : descendingOrder(figures);
  const { inside, tied } = withinLimit(rule, order, figures, numbers, total);
  const result: KeyAccount[] = [];
  const sums = new CompensatedSums(1);
  for (let group = 0; group + 1 < order.starts.length; group++) {
    const start = order.starts[group] as number;
    const end = order.starts[group + 1] as number;
    for (let place = start; place < end; place++) {
      sums.add(0, numbers[order.rows[place] as number] as number);
    }
    const cumulativeShare = shareOf(sums.at(0), total);
    for (let place = start; place < end; place++) {
      const index = order.rows[place] as number;
      const reasons: KeyAccountReason[] = [];
      if (inside[index] === 1) reasons.push(rule.order);
      if (marks.marked[index] === 1) reasons.push("strategic");
      result.push({
        index,
        customerId: ids[index] as CustomerId,
        value: numbers[index] as number,
        share: shareOf(numbers[index] as number, total),
        cumulativeShare,
        rank: start + 1,
        keyAccount: reasons.length > 0,
        reasons,
        score: scored === null ? null : (figures[index] as number),
        scores: scored === null ? [] : scored.partsOf(index),
      });
    }
  }
  const warnings = [
    ...valueWarnings(accounts),
    ...equalWarnings(scored?.equal ?? [], list.length),
    ...ruleWarnings(tied, marks.unknown),
  ];
  return { rule, rows: result, summary: summaryOf(result, total), warnings };
}

function ruleWarnings(tied: number, unknown: number): AccountWarning[] {
  const warnings: AccountWarning[] = [];
  if (tied > 0) {
    const message = `Customers who are key accounts only because they equal the last one whom the limit takes: ${tied}. Set another limit, or add criteria that tell them apart.`;
    warnings.push({ code: "tied-at-limit", customers: tied, message });
  }
  if (unknown > 0) {
    const message = `Ids in strategic that stand in no row: ${unknown}. They must be the same to the letter, and "1" is not 1.`;
    warnings.push({ code: "unknown-strategic", customers: unknown, message });
  }
  return warnings;
}

function summaryOf(rows: readonly KeyAccount[], value: number): KeyAccountSummary {
  const byReason: Record<KeyAccountReason, number> = { value: 0, score: 0, strategic: 0 };
  const sums = new CompensatedSums(2);
  let keyAccounts = 0;
  for (const row of rows) {
    sums.add(row.keyAccount ? 0 : 1, row.value);
    if (row.keyAccount) keyAccounts += 1;
    for (const reason of row.reasons) byReason[reason] += 1;
  }
  return {
    customers: rows.length,
    keyAccounts,
    shareOfCustomers: rows.length === 0 ? null : keyAccounts / rows.length,
    value,
    keyAccountValue: sums.at(0),
    otherValue: sums.at(1),
    shareOfValue: shareOf(sums.at(0), value),
    byReason,
  };
}
