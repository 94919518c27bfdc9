import type { Limits } from "../classification/classification-limits.ts";
import { isoDate } from "../time/civil-day.ts";
import type { SqlSyntax } from "./syntax.ts";

/**
 * How many days of silence before a day inside `newWithin` are longer than the active window that ends there.
 *
 * Months have different lengths, so days that need the same are put together: one case for each stretch.
 */
export function comebackGap(syntax: SqlSyntax, { asOf, beforeNew, beforeActiveAt }: Limits): string {
  // The latest stretch comes first.
  const cases: string[] = [];
  let needed = asOf - beforeActiveAt(asOf);
  for (let day = asOf - 1; day > beforeNew; day--) {
    const own = day - beforeActiveAt(day);
    if (own !== needed) cases.push(`WHEN day > ${syntax.day(isoDate(day))} THEN ${needed}`);
    needed = own;
  }
  if (cases.length === 0) return String(needed);
  return `CASE ${cases.join(" ")} ELSE ${needed} END`;
}
