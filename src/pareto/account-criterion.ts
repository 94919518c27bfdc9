import { type Accessor, checkAccessor } from "../rows/accessor.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";

/** Which values of a criterion are good. */
export type CriterionDirection = "higher" | "lower";

/**
 * How a criterion becomes comparable with others. `"min-max"`: 0 for the worst customer, 1 for the best, in between in proportion.
 * `"rank"`: the share of the other customers who are worse, equal ones counting half. `"z"`: standard deviations above the mean.
 */
export type CriterionNormalisation = "min-max" | "rank" | "z";

/** A figure of customers that counts in a score. */
export interface AccountCriterion<Row> {
  /** What the criterion is called in the results. */
  readonly name: string;
  readonly value: Accessor<Row, number>;
  /** How much it counts compared with the other criteria, above 0; weights need not add up to 1. Default 1. */
  readonly weight?: number;
  /** Default `"higher"`. */
  readonly direction?: CriterionDirection;
  /** Default `"min-max"`. */
  readonly normalise?: CriterionNormalisation;
}

const NAMES = {
  name: true,
  value: true,
  weight: true,
  direction: true,
  normalise: true,
} satisfies Record<keyof AccountCriterion<unknown>, true>;

/** Refuses a list of criteria that is empty, names one twice, or holds what is no criterion. */
export function checkCriteria<Row>(path: string, criteria: readonly AccountCriterion<Row>[]): void {
  const isList = Array.isArray(criteria) && criteria.length > 0;
  checkOption(path, criteria, isList ? null : "This is no list of criteria: pass [{ name, value, weight }].");
  const names = new Set<string>();
  for (let at = 0; at < criteria.length; at++) {
    const criterion = criteria[at] as AccountCriterion<Row>;
    const where = `${path}[${at}]`;
    checkNames(where, criterion, NAMES);
    const { name, value, weight = 1, direction = "higher", normalise = "min-max" } = criterion;
    const named = typeof name === "string" && name !== "";
    checkOption(`${where}.name`, name, named ? null : "The criterion needs a name: pass a text.");
    checkOption(`${where}.name`, name, names.has(name) ? "Another criterion has this name already." : null);
    names.add(name);
    checkAccessor(`${where}.value`, value);
    checkNumber(`${where}.weight`, weight, { above: 0 });
    checkOneOf(`${where}.direction`, direction, ["higher", "lower"]);
    checkOneOf(`${where}.normalise`, normalise, ["min-max", "rank", "z"]);
  }
}
