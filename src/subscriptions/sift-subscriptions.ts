import type { IssueCollector } from "../rows/issue-collector.ts";
import { isFaulty, reportDuplicate, reportFaults, type SubscriptionInput } from "./subscription-faults.ts";

/**
 * Reports the faults of every row and returns the rows that have none, in the order in which they came.
 *
 * Of sound rows with one id the first is kept; a faulty row takes its id from nobody.
 */
export function siftSubscriptions<Row>(
  input: SubscriptionInput<Row>,
  collector: IssueCollector,
): Int32Array<ArrayBuffer> {
  const { lines } = input;
  const kept = new Int32Array(lines.starts.length);
  const rowOfId = new Int32Array(lines.ids?.ids.length ?? 0).fill(NOBODY);
  let count = 0;
  for (let i = 0; i < kept.length; i++) {
    if (isFaulty(lines, i)) {
      reportFaults(input, i, collector);
      continue;
    }
    if (lines.ids !== null) {
      const id = lines.ids.codes[i] as number;
      const earlier = rowOfId[id] as number;
      if (earlier !== NOBODY) {
        reportDuplicate(input, i, earlier, collector);
        continue;
      }
      rowOfId[id] = i;
    }
    kept[count++] = i;
  }
  return kept.slice(0, count);
}

const NOBODY = -1;
