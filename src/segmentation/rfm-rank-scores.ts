import { countingOrder } from "../math/counting-order.ts";
import { type DenseRanks, denseRanks } from "../math/dense-ranks.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { RFM_DIMENSIONS, type RfmBins, type RfmDimension } from "./rfm-dimension.ts";
import type { RfmValues } from "./rfm-values.ts";

/** Scores by rank. */
export interface RankScores {
  readonly scores: Readonly<Record<RfmDimension, Uint8Array>>;
  /** Dimensions in which customers with equal values have different scores. */
  readonly parted: readonly RfmDimension[];
}

/**
 * Scores by rank, as SQL's `NTILE`: as many customers in each score as in the next, the first ones one more if that does not come out even.
 *
 * Equal values are ranked by the two other dimensions, in the order of R, F and M, and customers alike in all three by their ids, so that the
 * order of the rows decides only among customers without ids.
 */
export function rankScores(values: RfmValues, bins: RfmBins): RankScores {
  const ranks = {
    recency: reversed(denseRanks(values.recency)),
    frequency: denseRanks(values.frequency).ranks,
    monetary: denseRanks(values.monetary).ranks,
  };
  const parted: RfmDimension[] = [];
  const scoresOf = (dimension: RfmDimension): Uint8Array => {
    const others = RFM_DIMENSIONS.filter((other) => other !== dimension);
    const keys = [ranks[dimension], ...others.map((other) => ranks[other])];
    const { scores, parts } = tiles(orderBy(keys, values.ids), ranks[dimension], bins[dimension]);
    if (parts) parted.push(dimension);
    return scores;
  };
  const scores = {
    recency: scoresOf("recency"),
    frequency: scoresOf("frequency"),
    monetary: scoresOf("monetary"),
  };
  return { scores, parted };
}

/** Ranks by which the fewest days come last. */
function reversed({ ranks, distinct }: DenseRanks): Int32Array {
  return ranks.map((rank) => distinct.length - 1 - rank);
}

/** The places of customers in ascending order of keys, the first key before all others, and of ids. */
function orderBy(keys: readonly Int32Array[], ids: readonly (CustomerId | null)[]): Int32Array {
  let order = Int32Array.from(ids, (_, i) => i);
  for (const key of keys.slice().reverse()) {
    const before = order;
    order = countingOrder(before.map((customer) => key[customer] as number)).map(
      (place) => before[place] as number,
    );
  }
  const alike = (one: number, other: number): boolean => keys.every((key) => key[one] === key[other]);
  let start = 0;
  for (let end = 1; end <= order.length; end++) {
    if (end < order.length && alike(order[start] as number, order[end] as number)) continue;
    if (end - start > 1) order.subarray(start, end).sort((one, other) => byId(ids[one], ids[other]));
    start = end;
  }
  return order;
}

/** Numbers before texts, each ascending; texts by their code units, whatever the language. */
function byId(one: CustomerId | null | undefined, other: CustomerId | null | undefined): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "string" && typeof other === "string") return one < other ? -1 : one > other ? 1 : 0;
  if (typeof one === "number") return typeof other === "string" ? -1 : 0;
  return typeof one === "string" && typeof other === "number" ? 1 : 0;
}

function tiles(
  order: Int32Array,
  ranks: Int32Array,
  bins: number,
): { readonly scores: Uint8Array; readonly parts: boolean } {
  const scores = new Uint8Array(order.length);
  const size = Math.floor(order.length / bins);
  const larger = order.length % bins;
  let parts = false;
  let place = 0;
  for (let tile = 0; tile < bins; tile++) {
    const end = place + size + (tile < larger ? 1 : 0);
    if (place > 0 && end > place) {
      parts ||= ranks[order[place - 1] as number] === ranks[order[place] as number];
    }
    for (; place < end; place++) scores[order[place] as number] = tile + 1;
  }
  return { scores, parts };
}
