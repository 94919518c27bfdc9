import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { type GroupValue, isGroupValue } from "../rows/group-value.ts";
import { checkNames, checkOption, invalidOption } from "../rows/options.ts";
import { anyHasField } from "../rows/unique-customers.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";

/** Where rows name customer and segment, and which segment is better. */
export interface SegmentMigrationOptions<Row> extends ConfidenceOptions {
  /** Name of the field, or function of the row, that holds the customer. Default `customerId`. */
  readonly id?: Accessor<Row, CustomerId>;
  /** Name of the field, or function of the row, that holds the segment. Default: whichever of `segment`, `class`, `tier` and `cluster` rows have. */
  readonly segment?: Accessor<Row, GroupValue>;
  /** All segments from the best to the worst. Default: none is better. */
  readonly order?: readonly GroupValue[];
}

const NAMES = { id: true, segment: true, order: true, level: true } satisfies Record<
  keyof SegmentMigrationOptions<never>,
  true
>;

/** Refuses options that cannot be used, but for the accessors, which are checked where rows are read. */
export function checkMigrationOptions<Row>(options: SegmentMigrationOptions<Row>): void {
  checkNames("options", options, NAMES);
  const { order, level = 0.95 } = options;
  checkLevel(level);
  if (order === undefined) return;
  checkOption("order", order, Array.isArray(order) ? null : "Pass a list of all segments, the best first.");
  const seen = new Set<unknown>();
  for (const [at, segment] of order.entries()) {
    const path = `order[${at}]`;
    checkOption(
      path,
      segment,
      isGroupValue(segment) ? null : "This is no segment: pass texts, numbers, true or false.",
    );
    checkOption(path, segment, seen.has(segment) ? "This segment stands in the order twice." : null);
    seen.add(segment);
  }
}

const FIELDS = ["segment", "class", "tier", "cluster"] as const;

/** The field in which rows name their segment, if one of the usual ones does. */
export function segmentField(...sides: readonly (readonly unknown[])[]): string {
  const rows = sides.find((side) => side.length > 0) ?? [];
  const found = FIELDS.filter((field) => anyHasField(rows, field));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (rows.length === 0) return FIELDS[0];
  const trouble =
    only === undefined
      ? `The rows have none of the fields ${FIELDS.join(", ")}`
      : `The rows have the fields ${found.join(" and ")}`;
  throw invalidOption("segment", null, `${trouble}: say which field holds the segment.`);
}
