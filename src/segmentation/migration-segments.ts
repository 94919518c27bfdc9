import { DataError } from "../rows/data-error.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import { invalidOption } from "../rows/options.ts";

/** The row of the matrix for those who were not there before. */
export const ENTERED = "entered";
/** The column of the matrix for those who are there no more. */
export const LEFT = "left";

/** A matrix of more would be neither read nor, with an id for a segment, be held. */
const MOST_SEGMENTS = 1000;

/** The segments of both sides, numbered in the order that was given, or of first appearance. */
export class SegmentIndex {
  readonly segments: GroupValue[] = [];
  /** Whether one segment is better than another. */
  readonly ordered: boolean;
  readonly #codes = new Map<GroupValue, number>();
  readonly #texts = new Set<string>([ENTERED, LEFT]);

  constructor(order: readonly GroupValue[] | undefined) {
    this.ordered = order !== undefined;
    for (const segment of order ?? []) this.#add(segment);
  }

  /** Numbers the segments of a side. */
  recode(groups: readonly GroupValue[], side: string): Int32Array {
    return Int32Array.from(groups, (segment) => this.#codes.get(segment) ?? this.#found(segment, side));
  }

  #found(segment: GroupValue, side: string): number {
    if (!this.ordered) return this.#add(segment);
    const message = `${side} has the segment ${quoted(segment)}, which is not in the order: list all segments, the best first.`;
    throw invalidOption("order", segment, message);
  }

  #add(segment: GroupValue): number {
    const text = String(segment);
    if (this.#texts.has(text)) {
      const message =
        text === ENTERED || text === LEFT
          ? `No segment can be called "${text}": in the matrix this is who was not there before, or is there no more. Rename it.`
          : `Two segments are written "${text}", one as text and one not: write them alike.`;
      throw new DataError([{ code: "invalid_group", row: null, field: "segment", value: segment, message }]);
    }
    if (this.segments.length === MOST_SEGMENTS) {
      const message = `There are more than ${MOST_SEGMENTS} segments: does this field hold them?`;
      throw new DataError([{ code: "invalid_group", row: null, field: "segment", value: segment, message }]);
    }
    this.#texts.add(text);
    const code = this.segments.push(segment) - 1;
    this.#codes.set(segment, code);
    return code;
  }
}
