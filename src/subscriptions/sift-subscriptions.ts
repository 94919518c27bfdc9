import type { IssueCollector } from "../rows/issue-collector.ts";
import { siftRows } from "../rows/sift-rows.ts";
import { isFaulty, reportDuplicate, reportFaults, type SubscriptionInput } from "./subscription-faults.ts";

/** Reports the faults of every row and returns the rows that have none, in the order in which they came. */
export function siftSubscriptions<Row>(
  input: SubscriptionInput<Row>,
  collector: IssueCollector,
): Int32Array<ArrayBuffer> {
  const { lines } = input;
  return siftRows({
    rows: lines.starts.length,
    ids: lines.ids,
    isFaulty: (row) => isFaulty(lines, row),
    reportFaults: (row) => reportFaults(input, row, collector),
    reportDuplicate: (row, earlier) => reportDuplicate(input, row, earlier, collector),
  });
}
