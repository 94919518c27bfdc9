import type { GroupKey } from "../rows/group-codes.ts";

/** Orders names of groups: numbers ascending, then texts by their characters, then those that say nothing; the same on every machine. */
export function compareNames(one: readonly GroupKey[], other: readonly GroupKey[]): number {
  for (let at = 0; at < one.length; at++) {
    const order = compareName(one[at] ?? null, other[at] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareName(one: GroupKey, other: GroupKey): number {
  if (one === other) return 0;
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one !== typeof other || one === null || other === null) return rank(one) - rank(other);
  return one < other ? -1 : 1;
}

function rank(name: GroupKey): number {
  if (name === null) return 2;
  return typeof name === "number" ? 0 : 1;
}

/** Orders numbers, the largest first and what is none last. */
export function compareLargest(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return other - one;
}
