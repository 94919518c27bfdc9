import { CompensatedSums } from "../math/compensated-sums.ts";
import { denseRanks } from "../math/dense-ranks.ts";
import type { CriterionDirection, CriterionNormalisation } from "./account-criterion.ts";

/** Values made comparable with those of other criteria, the better ones higher; `null` if all are equal. */
export function normalised(
  values: Float64Array,
  kind: CriterionNormalisation,
  direction: CriterionDirection,
): Float64Array | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(least < most)) return null;
  if (kind === "rank") return byRank(values, direction);
  const scale = safeScale(Math.max(Math.abs(least), Math.abs(most)));
  return kind === "z"
    ? byDeviation(values, direction, scale)
    : byRange(values, direction, least * scale, most * scale, scale);
}

/** What stands for a criterion in which all are equal: the middle of its scale. */
export function neutral(kind: CriterionNormalisation): number {
  return kind === "z" ? 0 : 0.5;
}

/** A power of 2 that keeps differences and squares of values of this size within the range of numbers. */
function safeScale(size: number): number {
  if (size > 1e150) return 2 ** -600;
  return size < 1e-150 ? 2 ** 600 : 1;
}

function byRange(
  values: Float64Array,
  direction: CriterionDirection,
  least: number,
  most: number,
  scale: number,
): Float64Array {
  return values.map((raw) => {
    const value = raw * scale;
    return (direction === "higher" ? value - least : most - value) / (most - least);
  });
}

function byRank(values: Float64Array, direction: CriterionDirection): Float64Array {
  const { ranks, distinct } = denseRanks(values);
  const equals = new Int32Array(distinct.length);
  for (const rank of ranks) equals[rank] = (equals[rank] as number) + 1;
  const places = new Float64Array(distinct.length);
  let below = 0;
  for (let rank = 0; rank < distinct.length; rank++) {
    const group = equals[rank] as number;
    const worse = direction === "higher" ? below : values.length - below - group;
    places[rank] = (worse + (group - 1) / 2) / (values.length - 1);
    below += group;
  }
  return Float64Array.from(ranks, (rank) => places[rank] as number);
}

/** Sums run over ascending values, so that no score depends on the order of the rows. */
function byDeviation(values: Float64Array, direction: CriterionDirection, scale: number): Float64Array {
  const ascending = values.slice().sort();
  const sums = new CompensatedSums(2);
  for (const value of ascending) sums.add(0, (value * scale) / values.length);
  const mean = sums.at(0);
  for (const value of ascending) sums.add(1, (value * scale - mean) ** 2);
  const deviation = Math.sqrt(sums.at(1) / values.length) * (direction === "higher" ? 1 : -1);
  // Adding 0 turns −0 into 0.
  return values.map((value) => (value * scale - mean) / deviation + 0);
}
