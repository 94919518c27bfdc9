import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** From `purchase_days` to `own_gaps` (the median of each customer with two or more gaps) and `base_gap` (of all gaps; `NULL` without any). */
export function usualGapSteps({ toDouble }: SqlSyntax): QueryStep[] {
  // The middle one of an odd number of gaps, the middle two of an even one.
  const middle = (place: string, count: string): string =>
    `2 * ${place} >= ${count} AND 2 * ${place} <= ${count} + 2`;
  const mean = `${toDouble("SUM(gap)")} / COUNT(*)`;
  return [
    {
      name: "gaps",
      sql: "SELECT\n  customer_id,\n  gap,\n  ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY gap) AS own_place,\n  COUNT(*) OVER (PARTITION BY customer_id) AS own_count,\n  ROW_NUMBER() OVER (ORDER BY gap) AS base_place,\n  COUNT(*) OVER () AS base_count\nFROM purchase_days\nWHERE place > 1",
    },
    {
      name: "own_gaps",
      sql: `SELECT customer_id, ${mean} AS own_gap\nFROM gaps\nWHERE own_count >= 2 AND ${middle("own_place", "own_count")}\nGROUP BY customer_id`,
    },
    {
      name: "base_gap",
      sql: `SELECT CASE WHEN COUNT(*) > 0 THEN ${toDouble("SUM(gap)")} / NULLIF(COUNT(*), 0) ELSE 0 END AS usual_gap_of_base\nFROM gaps\nWHERE ${middle("base_place", "base_count")}`,
    },
  ];
}
