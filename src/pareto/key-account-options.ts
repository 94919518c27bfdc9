import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import type { AccountCriterion } from "./account-criterion.ts";

/** How key accounts are chosen; at most one of `share`, `count` and `minScore`. */
export interface KeyAccountOptions<Row> {
  /** The customer's id. Default the field `customerId`. */
  readonly id?: Accessor<Row, CustomerId>;
  /** The first customers until they bring this share of the total value, above 0 and at most 1. Default 0.5. */
  readonly share?: number;
  /** The first so many customers, 0 or more, and those who equal the last of them. */
  readonly count?: number;
  /** All whose score is at least this; needs `criteria`. */
  readonly minScore?: number;
  /** Orders customers by a weighted score instead of by value. */
  readonly criteria?: readonly AccountCriterion<Row>[];
  /** Who is a key account whatever the value: ids, or a field or function of the row that says true or false. */
  readonly strategic?: readonly CustomerId[] | ReadonlySet<CustomerId> | Accessor<Row, boolean>;
}

const NAMES = {
  id: true,
  share: true,
  count: true,
  minScore: true,
  criteria: true,
  strategic: true,
} satisfies Record<keyof KeyAccountOptions<unknown>, true>;

/** By what customers were put in order, and up to where they are key accounts. */
export interface KeyAccountRule {
  readonly order: "value" | "score";
  readonly limit: "share" | "count" | "min-score";
  /** The share, count or score at the limit. */
  readonly at: number;
}

/** Key accounts bring half of the value unless another limit is set. */
const DEFAULT_SHARE = 0.5;

/** The rule that options stand for. */
export function keyAccountRule<Row>(options: KeyAccountOptions<Row>): KeyAccountRule {
  checkNames("options", options, NAMES);
  const { share, count, minScore, criteria } = options;
  const order = criteria === undefined ? "value" : "score";
  const limits = [share, count, minScore].filter((limit) => limit !== undefined);
  if (limits.length > 1) {
    const trouble = "Key accounts end at one limit: set share, count or minScore, not two of them.";
    throw invalidOption("options", null, trouble);
  }
  if (count !== undefined) {
    checkNumber("count", count, { least: 0, whole: true });
    return { order, limit: "count", at: count };
  }
  if (minScore !== undefined) {
    checkNumber("minScore", minScore);
    const trouble =
      "There is no score without criteria: set criteria, or share or count instead of minScore.";
    checkOption("minScore", minScore, criteria === undefined ? trouble : null);
    return { order, limit: "min-score", at: minScore };
  }
  checkNumber("share", share ?? DEFAULT_SHARE, { above: 0, most: 1 });
  return { order, limit: "share", at: share ?? DEFAULT_SHARE };
}
