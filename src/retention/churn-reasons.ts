import type { Accessor } from "../rows/accessor.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { type ChurnedAccessor, type GroupTally, groupTallies } from "./churn-groups.ts";

/** Which rows count, and in which order reasons stand. */
export interface ChurnReasonOptions<Row> extends ConfidenceOptions {
  /** Which rows are of customers who have churned. Default: all. */
  readonly churned?: ChurnedAccessor<Row>;
  /** Money that is lost with the row, 0 or more. Default: none. */
  readonly value?: Accessor<Row, number>;
  /** By the number of churned (default), by the value lost, the most first; or as they first appear in the rows. Equal ones stand as they appear. */
  readonly order?: "churned" | "value" | "appearance";
}

const NAMES = { churned: true, value: true, order: true, level: true } satisfies Record<
  keyof ChurnReasonOptions<never>,
  true
>;

/** How many leave for a reason. */
export interface ReasonShare {
  /** `null` for those who gave none. */
  readonly reason: GroupValue | null;
  readonly churned: number;
  /** Share of all churned, those without a reason among them. */
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  /** Money lost; `null` if no values were asked for, as is its share. */
  readonly value: number | null;
  /** Share of all money lost; `null` also if none was. */
  readonly shareOfValue: number | null;
}

/** Why customers leave. */
export interface ChurnReasons {
  readonly rows: readonly ReasonShare[];
  readonly churned: number;
  /** Money lost in all; `null` if no values were asked for. */
  readonly value: number | null;
}

/**
 * Why customers leave (Abwanderungsgründe): those who have churned, by reason.
 *
 * Shares are of all who have churned; who gave no reason is a row of his own, since leaving him out would make the others look more frequent than they
 * are known to be. The shares add up to 1, so that one reason grows only at the cost of others: say with `churnBy` whether more customers leave.
 *
 * @param rows - Rows of any kind, one for each customer who left, or with `churned` also those who did not.
 * @param reason - Name of the field, or function of the row, that holds the reason; missing or empty is `null`.
 * @param options - `churned`, `value` (money, 0 or more), `order`, and `level` of the Wilson intervals, default 0.95.
 * @returns `{ rows, churned, value }`: per reason the number, its share of all churned with interval, and the same by value.
 * @throws {@link DataError} if no row has the field of the reason, `order` is by value without values, or with all rows that cannot be read.
 *
 * @example
 * import { churnReasons } from "clientele";
 *
 * const left = [{ reason: "price" }, { reason: "price" }, { reason: "support" }, { reason: null }];
 * const reasons = churnReasons(left, "reason");
 * reasons.rows.map((row) => [row.reason, row.share]); // => [["price", 0.5], ["support", 0.25], [null, 0.25]]
 * reasons.rows[0]?.upper; // => 0.85
 */
export function churnReasons<Row>(
  rows: Iterable<Row>,
  reason: Accessor<Row, GroupValue>,
  options: ChurnReasonOptions<Row> = {},
): ChurnReasons {
  checkNames("options", options, NAMES);
  const { churned = null, value = null, order = "churned", level = 0.95 } = options;
  checkOneOf("order", order, value === null ? ["churned", "appearance"] : ["churned", "value", "appearance"]);
  checkLevel(level);
  const tallies = groupTallies(rows, { key: reason, keyName: "reason", churned, value });
  const left = ordered(
    tallies.filter((tally) => tally.churned > 0),
    order,
  );
  let all = 0;
  let lost = 0;
  for (const tally of left) {
    all += tally.churned;
    lost += tally.churnedValue;
  }
  const z = standardErrorsOfLevel(level);
  const shares: ReasonShare[] = [];
  for (const tally of left) {
    const estimate = wilsonInterval(tally.churned, all, z);
    if (estimate === null) continue;
    shares.push({
      reason: tally.group,
      churned: tally.churned,
      share: estimate.rate,
      lower: estimate.lower,
      upper: estimate.upper,
      value: value === null ? null : tally.churnedValue,
      shareOfValue: value === null || lost === 0 ? null : tally.churnedValue / lost,
    });
  }
  return { rows: shares, churned: all, value: value === null ? null : lost };
}

function ordered(
  tallies: readonly GroupTally[],
  order: NonNullable<ChurnReasonOptions<never>["order"]>,
): readonly GroupTally[] {
  if (order === "appearance") return tallies;
  const by = order === "value" ? "churnedValue" : "churned";
  return [...tallies].sort((first, second) => second[by] - first[by]);
}
