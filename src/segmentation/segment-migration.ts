import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { type CustomerCodes, customerCodes, ID_FIELD } from "../rows/unique-customers.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { directionBetween } from "./migration-direction.ts";
import { migrationFlows } from "./migration-flows.ts";
import { MigrationTally, migrationMatrices } from "./migration-matrix.ts";
import { checkMigrationOptions, type SegmentMigrationOptions, segmentField } from "./migration-options.ts";
import type {
  EnteredCustomer,
  LeftCustomer,
  MigratedCustomer,
  SegmentMigration,
} from "./migration-result.ts";
import { SegmentIndex } from "./migration-segments.ts";
import { migrationSide } from "./migration-side.ts";

/**
 * Follows each customer from the segment of one day to that of another: who moved up, who down, who came and who left.
 *
 * Both sides may be rows of any segmentation: RFM segments, ABC classes, tiers, lifecycle classes, clusters, or your own. Customers are matched by
 * their id; one who is on one side only entered or left. Clusters found twice are not the same clusters, whatever their numbers: assign the
 * customers of both days by one model.
 *
 * @param before - Rows of the earlier segmentation, one for each customer.
 * @param after - Rows of the later one.
 * @param options - `id` and `segment` (name of the field, or function of the row; default `customerId`, and whichever of `segment`, `class`, `tier`
 *   and `cluster` rows have), `order` (all segments from the best to the worst, for `"up"` and `"down"`), and `level` of the Wilson intervals,
 *   default 0.95.
 * @returns `{ rows, entered, left, counts, shares, segments, total }`: every customer's move, matrices `[from][to]` of counts and of shares of
 *   the earlier segment, and per segment who stayed, moved, left, arrived and entered.
 * @throws {@link DataError} for options that are none, an order without all segments, or with all rows without customer or segment, or with a
 *   customer who stands there twice.
 *
 * @example
 * import { segmentMigration } from "clientele";
 *
 * const lastYear = [
 *   { customerId: "Ada", class: "A" },
 *   { customerId: "Ben", class: "B" },
 *   { customerId: "Cem", class: "C" },
 * ];
 * const thisYear = [
 *   { customerId: "Ada", class: "B" },
 *   { customerId: "Ben", class: "B" },
 *   { customerId: "Dora", class: "A" },
 * ];
 * const migration = segmentMigration(lastYear, thisYear, { order: ["A", "B", "C"] });
 * migration.rows[0]; // => { customerId: "Ada", from: "A", to: "B", direction: "down" }
 * migration.counts.A; // => { A: 0, B: 1, C: 0, left: 0 }
 * migration.entered; // => [{ customerId: "Dora", to: "A" }]
 */
export function segmentMigration<Row>(
  before: Iterable<Row>,
  after: Iterable<Row>,
  options: SegmentMigrationOptions<Row> = {},
): SegmentMigration {
  checkMigrationOptions(options);
  const earlierRows = objectRows(before, "before");
  const laterRows = objectRows(after, "after");
  const {
    id = ID_FIELD as Accessor<Row, CustomerId>,
    segment = segmentField(earlierRows, laterRows) as Accessor<Row, GroupValue>,
  } = options;
  const collector = new IssueCollector();
  const customers = customerCodes([earlierRows, laterRows], id, "id", collector);
  const earlier = migrationSide(earlierRows, segment, "before", collector);
  const later = migrationSide(laterRows, segment, "after", collector);
  collector.throwIfAny();

  const index = new SegmentIndex(options.order);
  const fromOf = segmentOfCustomer(customers, 0, earlier.codes, index.recode(earlier.segments, "before"));
  const toOf = segmentOfCustomer(customers, 1, later.codes, index.recode(later.segments, "after"));
  const { segments, ordered } = index;
  const outside = segments.length;
  const tally = new MigrationTally(outside);
  const rows: MigratedCustomer[] = [];
  const entered: EnteredCustomer[] = [];
  const left: LeftCustomer[] = [];
  // Customers are numbered as they first appear: those of the earlier rows, then those who are in the later ones only.
  for (const [customer, customerId] of customers.ids.entries()) {
    const earlierCode = fromOf[customer] as number;
    const laterCode = toOf[customer] as number;
    const from = segments[earlierCode];
    const to = segments[laterCode];
    tally.add(from === undefined ? outside : earlierCode, to === undefined ? outside : laterCode);
    if (from !== undefined && to !== undefined) {
      rows.push({ customerId, from, to, direction: directionBetween(earlierCode, laterCode, ordered) });
    } else if (from !== undefined) left.push({ customerId, from });
    else if (to !== undefined) entered.push({ customerId, to });
  }
  const z = standardErrorsOfLevel(options.level ?? 0.95);
  return {
    rows,
    entered,
    left,
    ...migrationMatrices(tally, segments),
    ...migrationFlows(tally, segments, ordered, z),
  };
}

/** For each customer the number of the segment on a side; −1 for those who are not there. */
function segmentOfCustomer(
  { ids, codes }: CustomerCodes,
  side: number,
  segmentOfRow: Int32Array,
  recoded: Int32Array,
): Int32Array {
  const segments = new Int32Array(ids.length).fill(-1);
  const customers = codes[side] ?? new Int32Array(0);
  for (let i = 0; i < customers.length; i++) {
    segments[customers[i] as number] = recoded[segmentOfRow[i] as number] as number;
  }
  return segments;
}
