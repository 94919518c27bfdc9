import { finiteRatio } from "../math/finite-ratio.ts";
import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { customersOf, isLifetimeValue, LIFETIME_VALUE } from "./given-value.ts";
import type { LifetimeValue } from "./lifetime-value.ts";

/** What is to be paid back. */
export interface PaybackOptions {
  /** What it cost to win the customer, 0 or more. */
  readonly acquisitionCost: number;
  /** Whether margins count at their value of today; only a `LifetimeValue` says what that is. Default false, as payback is commonly told. */
  readonly discounted?: boolean;
}

/** The margins of a period and of all before. */
export interface PaybackRow {
  readonly period: number;
  readonly margin: number;
  readonly cumulative: number;
  /** Cumulative ÷ acquisition cost; `null` if that is 0. */
  readonly share: number | null;
}

/** When an acquisition cost is earned back. */
export interface Payback {
  readonly acquisitionCost: number;
  /**
   * The first period by which the margins add up to the cost, as the rows number them; `null` if they do not within the rows. 0 if there is no
   * cost.
   */
  readonly paidBackIn: number | null;
  /** What is missing after the last row; 0 once it is paid back. */
  readonly missing: number;
  readonly rows: readonly PaybackRow[];
}

const NAMES = { acquisitionCost: true, discounted: true } satisfies Record<keyof PaybackOptions, true>;

/**
 * The payback period: how long it takes until a customer has earned what it cost to win him.
 *
 * Margins count with the share of customers who are still there, so it is that of the average customer won. Later losses are not foreseen: if margins
 * fall below 0 again, the first time counts.
 *
 * @param margins - A `LifetimeValue` (its listed periods), or expected margins per period from period 1 on, in money.
 * @param options - `acquisitionCost`, and whether margins count `discounted`.
 * @returns `{ acquisitionCost, paidBackIn, missing, rows }`; `paidBackIn` is `null` if the rows do not suffice.
 * @throws {@link DataError} if margins are no finite numbers, or for options that are none.
 *
 * @example
 * import { constantRetentionValue, paybackPeriod } from "clientele";
 *
 * const value = constantRetentionValue({ margin: 100, retentionRate: 0.8, discountRate: 0.1, firstMargin: "deferred" });
 * paybackPeriod(value, { acquisitionCost: 200 }).paidBackIn; // => 4
 * paybackPeriod(value, { acquisitionCost: 200, discounted: true }).paidBackIn; // => 5
 * paybackPeriod([60, 60, 60], { acquisitionCost: 200 }).missing; // => 20
 */
export function paybackPeriod(margins: LifetimeValue | readonly number[], options: PaybackOptions): Payback {
  checkNames("options", options, NAMES);
  const { acquisitionCost, discounted = false } = options;
  checkNumber("acquisitionCost", acquisitionCost, { least: 0 });
  checkOption(
    "discounted",
    discounted,
    typeof discounted === "boolean" ? null : "It is neither true nor false.",
  );
  let cumulative = 0;
  let paidBackIn: number | null = acquisitionCost === 0 ? 0 : null;
  const rows = marginRows(margins, discounted).map(({ period, margin }): PaybackRow => {
    cumulative += margin;
    if (paidBackIn === null && cumulative >= acquisitionCost) paidBackIn = period;
    const share = acquisitionCost > 0 ? finiteRatio(cumulative, acquisitionCost) : null;
    checkFigures("margins", cumulative);
    return { period, margin, cumulative, share };
  });
  const missing = paidBackIn === null ? acquisitionCost - cumulative : 0;
  return { acquisitionCost, paidBackIn, missing, rows };
}

function marginRows(
  margins: LifetimeValue | readonly number[],
  discounted: boolean,
): readonly { readonly period: number; readonly margin: number }[] {
  if (isLifetimeValue(margins)) {
    const customers = customersOf(margins, "margins");
    return margins.perPeriod.map(({ period, survival, margin, value }) => ({
      period,
      margin: (discounted ? value : (survival ?? 1) * margin) / customers,
    }));
  }
  checkOption(
    "margins",
    margins,
    Array.isArray(margins) ? null : `This is neither a list of margins nor a ${LIFETIME_VALUE}`,
  );
  checkOption(
    "discounted",
    discounted,
    discounted ? "A list of margins does not say what they are worth today: pass a LifetimeValue." : null,
  );
  return margins.map((margin, i) => {
    checkNumber(`margins[${i}]`, margin);
    return { period: i + 1, margin };
  });
}
