import { checkNumber, checkOption } from "../rows/options.ts";
import type { LifetimeValue, LifetimeValuePeriod } from "./lifetime-value.ts";

/** A lifetime value in money, from whoever worked it out. */
export type GivenValue = number | LifetimeValue;

/** The money of a lifetime value, acquisition cost not deducted; of several customers their mean. */
export function moneyOf(given: GivenValue, path = "lifetimeValue"): number {
  if (typeof given === "number") {
    checkNumber(path, given);
    return given;
  }
  checkOption(
    path,
    given,
    isLifetimeValue(given) ? null : `This is neither an amount nor a ${LIFETIME_VALUE}`,
  );
  return given.value / customersOf(given, path);
}

/** How many customers a value is shared by; refuses one of nobody, which has no mean. */
export function customersOf({ assumptions }: LifetimeValue, path: string): number {
  const { customers } = assumptions;
  checkOption(path, customers, customers > 0 ? null : NOBODY);
  return customers;
}

const NOBODY =
  "This is the value of no customers at all, so there is none of a single one: pass that of a base.";

/** What to pass where a lifetime value is wanted, to follow "This is neither … nor a ". */
export const LIFETIME_VALUE =
  "LifetimeValue: pass what constantRetentionValue and its kin return, or the total of predictedValue or historicValue.";

/** Whether something is what the ways to a lifetime value return, stored as JSON or not. */
export function isLifetimeValue(given: unknown): given is LifetimeValue {
  if (typeof given !== "object" || given === null) return false;
  const { value, rest, perPeriod, assumptions } = given as Partial<LifetimeValue>;
  return (
    Number.isFinite(value) &&
    Number.isFinite(rest) &&
    Array.isArray(perPeriod) &&
    perPeriod.every(isPeriod) &&
    Number.isFinite(assumptions?.customers)
  );
}

function isPeriod(row: unknown): row is LifetimeValuePeriod {
  if (typeof row !== "object" || row === null) return false;
  const { period, margin, value } = row as Partial<LifetimeValuePeriod>;
  return [period, margin, value].every(Number.isFinite);
}
