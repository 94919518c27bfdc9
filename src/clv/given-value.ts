import { checkNumber, checkOption } from "../rows/options.ts";
import type { LifetimeValue } from "./lifetime-value.ts";

/** A lifetime value in money, from whoever worked it out. */
export type GivenValue = number | LifetimeValue;

/** The money of a lifetime value, acquisition cost not deducted; of several customers their mean. */
export function moneyOf(given: GivenValue, path = "lifetimeValue"): number {
  if (typeof given === "number") {
    checkNumber(path, given);
    return given;
  }
  checkOption(path, given, isLifetimeValue(given) ? null : "This is neither an amount nor a LifetimeValue.");
  return given.value / given.assumptions.customers;
}

/** Whether something is what the ways to a lifetime value return. */
export function isLifetimeValue(given: unknown): given is LifetimeValue {
  if (typeof given !== "object" || given === null) return false;
  const { value, perPeriod, assumptions } = given as Partial<LifetimeValue>;
  return typeof value === "number" && Array.isArray(perPeriod) && typeof assumptions?.customers === "number";
}
