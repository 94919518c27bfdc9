import { denseRanks } from "../math/dense-ranks.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { anyHasField, ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";
import { refuseOverflow } from "./group-sums.ts";
import { valuePlaces } from "./value-tier-limits.ts";
import { dropResidues } from "./value-tier-residues.ts";
import type { TieredCustomer, ValueTiers } from "./value-tier-result.ts";
import { NO_VALUE, type TierSpec, tierPlan } from "./value-tier-spec.ts";
import { summarizeTiers } from "./value-tier-summary.ts";
import { tierWarnings } from "./value-tier-warnings.ts";

/** How customers are cut into tiers, and where rows name them. */
export interface ValueTierOptions<Row> {
  /** Default `"heavy-medium-light"`. */
  readonly tiers?: TierSpec;
  /** Name of the field, or function of the row, that holds the customer. Default: `customerId`, if rows have it. */
  readonly id?: Accessor<Row, CustomerId>;
}

const NAMES = { tiers: true, id: true } satisfies Record<keyof ValueTierOptions<never>, true>;

/**
 * Cuts customers into tiers by value: heavy, medium and light users, deciles, or shares of your own.
 *
 * Shares are of the customers whose value is above 0, by descending value; whoever brings 0 or less is in the tier `"none"`. A customer belongs
 * to the best tier whose limit the share of customers before him has not reached. Equal values are never parted: they share the tier of the
 * customer in their middle, so a tier may be larger or smaller than its share, or empty. A value below 1e-12 of the largest, which sums of
 * purchases and returns leave by rounding, is 0.
 *
 * @param rows - Rows of any kind, one for each customer.
 * @param value - Name of the field, or function of the row, that holds the value: revenue, margin, lifetime value, a count.
 * @param options - `tiers`: `"heavy-medium-light"` (20, 30 and 50 %), `"deciles"` (1 the best), a number of equal tiers from 2 to 1000, or
 *   `{ shares, names }` from the best tier on; `id`: where the customer stands, default `customerId`.
 * @returns `{ rows, tiers, customers, value, zeros, negatives, warnings }`: tier and rank of each row, and per tier its customers, value,
 *   shares and limits, which add up to the whole.
 * @throws {@link DataError} for tiers that are none, or with all rows without a finite value or a customer, or with one that stands there twice.
 *
 * @example
 * import { valueTiers } from "clientele";
 *
 * const rows = [
 *   { customerId: "Ada", revenue: 900 },
 *   { customerId: "Ben", revenue: 40 },
 *   { customerId: "Cem", revenue: 0 },
 *   { customerId: "Dora", revenue: 300 },
 *   { customerId: "Eva", revenue: 40 },
 *   { customerId: "Finn", revenue: 60 },
 * ];
 * const base = valueTiers(rows, "revenue");
 * base.rows.map((row) => row.tier); // => ["heavy", "light", "none", "medium", "light", "medium"]
 * base.tiers[0]?.shareOfValue; // => 0.6716
 */
export function valueTiers<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options: ValueTierOptions<Row> = {},
): ValueTiers {
  checkNames("options", options, NAMES);
  const { tiers = "heavy-medium-light" } = options;
  const plan = tierPlan(tiers);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const values = readNumbers(list, value, "value", collector);
  const ids = customersOf(list, options.id, collector);
  collector.throwIfAny();
  refuseOverflow(values, typeof value === "string" ? value : "value");

  dropResidues(values);
  const ordered = denseRanks(values);
  const { tierOf, rankOf, distinctAbove } = valuePlaces(ordered, plan);
  const names = [...plan.names, NO_VALUE];
  const codes = new Int32Array(values.length);
  const tiered = new Array<TieredCustomer>(values.length);
  let zeros = 0;
  let negative = 0;
  for (let i = 0; i < values.length; i++) {
    const place = ordered.ranks[i] as number;
    const own = values[i] as number;
    const code = tierOf[place] as number;
    codes[i] = code;
    if (own === 0) zeros += 1;
    if (own < 0) negative += 1;
    tiered[i] = {
      index: i,
      customerId: ids === null ? null : (ids[i] as CustomerId),
      value: own,
      tier: names[code] as string | number,
      rank: rankOf[place] as number,
    };
  }
  const summary = summarizeTiers(values, codes, names);
  return {
    rows: tiered,
    tiers: summary.tiers,
    customers: values.length,
    value: summary.value,
    zeros: { customers: zeros },
    // The rest of the tier without value is 0.
    negatives: { customers: negative, value: summary.tiers.at(-1)?.value ?? 0 },
    warnings: tierWarnings(summary.tiers, distinctAbove, negative),
  };
}

function customersOf<Row>(
  rows: readonly Row[],
  id: Accessor<Row, CustomerId> | undefined,
  collector: IssueCollector,
): readonly CustomerId[] | null {
  if (id === undefined && !anyHasField(rows, ID_FIELD)) return null;
  return uniqueCustomers(rows, id ?? (ID_FIELD as Accessor<Row, CustomerId>), "id", collector);
}
