import { checkOneOf } from "../rows/options.ts";
import type { SqlSyntax } from "./syntax.ts";

/** To what times are rounded, for fewer cells: not at all, or to whole weeks. */
export type TimeRounding = "day" | "week";

/** Refuses what is no rounding. */
export function checkRounding(roundTo: unknown): void {
  checkOneOf("roundTo", roundTo, ["day", "week"]);
}

/** Whole days, rounded to the nearest whole week: rounded down, all customers would seem younger than they are. */
export function roundedDays(syntax: SqlSyntax, days: string, roundTo: TimeRounding): string {
  return roundTo === "day" ? days : `7 * ${syntax.toInteger(`FLOOR((${days} + 3) / 7.0)`)}`;
}
