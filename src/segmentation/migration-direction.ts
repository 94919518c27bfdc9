/**
 * Where a customer went from one segment to another.
 *
 * `"up"` and `"down"` need an order of the segments; without one, whoever changed has `"moved"`.
 */
export type MigrationDirection = "up" | "down" | "same" | "moved";

/** The direction between the places of two segments. */
export function directionBetween(from: number, to: number, ordered: boolean): MigrationDirection {
  if (from === to) return "same";
  if (!ordered) return "moved";
  return to < from ? "up" : "down";
}
