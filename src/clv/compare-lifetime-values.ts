import { checkFigures } from "../rows/finite-figures.ts";
import { checkOption } from "../rows/options.ts";
import type { FirstMargin } from "./first-margin.ts";
import { isLifetimeValue, LIFETIME_VALUE } from "./given-value.ts";
import type { LifetimeValue, LifetimeValueMethod } from "./lifetime-value.ts";

/** A lifetime value beside others. */
export interface LifetimeValueComparison {
  /** The name under which it was passed. */
  readonly name: string;
  readonly method: LifetimeValueMethod;
  readonly customers: number;
  /** Value ÷ customers; `null` without customers. */
  readonly valuePerCustomer: number | null;
  /** Not discounted, per customer; `null` without limit or customers. */
  readonly undiscountedPerCustomer: number | null;
  /** Value per customer ÷ that of the first; `null` unless that is above 0. */
  readonly ratio: number | null;
  readonly discountRate: number;
  readonly firstMargin: FirstMargin | "continuous";
  /** Periods with their unit, such as `"3 × year"`, or `"no end"`. */
  readonly horizon: string;
}

/**
 * Lifetime values side by side, per customer, with what they rest on: two figures can be compared only if that agrees.
 *
 * @param values - `LifetimeValue`s under names of your own, the one to compare with first.
 * @returns A row per value: `{ name, method, customers, valuePerCustomer, undiscountedPerCustomer, ratio, discountRate, firstMargin, horizon }`.
 * @throws {@link DataError} if one of them is no lifetime value.
 *
 * @example
 * import { compareLifetimeValues, constantRetentionValue } from "clientele";
 *
 * const options = { margin: 100, retentionRate: 0.8, discountRate: 0.1 };
 * const now = constantRetentionValue({ ...options, firstMargin: "immediate" });
 * const later = constantRetentionValue({ ...options, firstMargin: "deferred", periods: 5 });
 * const rows = compareLifetimeValues({ now, later });
 * rows.map(({ name, horizon, ratio }) => [name, horizon, ratio]); // => [["now", "no end", 1], ["later", "5 × year", 0.579]]
 */
export function compareLifetimeValues(
  values: Readonly<Record<string, LifetimeValue>>,
): readonly LifetimeValueComparison[] {
  const isRecord = typeof values === "object" && values !== null && !Array.isArray(values);
  checkOption(
    "values",
    values,
    isRecord ? null : "Pass a record of lifetime values, such as { formula, model }.",
  );
  const entries = Object.entries(values);
  for (const [name, value] of entries) {
    checkOption(`values.${name}`, value, isLifetimeValue(value) ? null : `This is no ${LIFETIME_VALUE}`);
  }
  const first = entries[0] === undefined ? null : perCustomer(entries[0][1].value, entries[0][1]);
  return entries.map(([name, own]) => {
    const { method, customers, discountRate, firstMargin, horizon, period } = own.assumptions;
    const value = perCustomer(own.value, own);
    const ratio = value === null || first === null || !(first > 0) ? null : value / first;
    checkFigures(`values.${name}`, ratio);
    return {
      name,
      method,
      customers,
      valuePerCustomer: value,
      undiscountedPerCustomer: own.undiscounted === null ? null : perCustomer(own.undiscounted, own),
      ratio,
      discountRate,
      firstMargin,
      horizon: horizon === null ? "no end" : `${horizon} × ${period}`,
    };
  });
}

function perCustomer(value: number, { assumptions: { customers } }: LifetimeValue): number | null {
  return customers === 0 ? null : value / customers;
}
