import type { Accessor } from "../rows/accessor.ts";
import { codesByKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";

/** The segments of one of the two sides that are compared. */
export interface MigrationSide {
  readonly segments: readonly GroupValue[];
  /** For each row the number of its segment. */
  readonly codes: Int32Array;
}

/** Reads the segment of each row, and notes rows that name none. */
export function migrationSide<Row>(
  rows: readonly Row[],
  segment: Accessor<Row, GroupValue>,
  side: string,
  collector: IssueCollector,
): MigrationSide {
  const { groups, codes } = codesByKey(rows, segment, "segment", collector);
  const nameless = groups.indexOf(null);
  if (nameless >= 0) {
    const field = typeof segment === "string" ? segment : "segment";
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] !== nameless) continue;
      collector.add("missing_group", i, field, null, () => `${side} has no segment for this customer.`);
    }
  }
  return { segments: groups.filter((group) => group !== null), codes };
}
