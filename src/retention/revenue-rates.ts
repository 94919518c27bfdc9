import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";

/** What moved in recurring revenue in a period, each a sum of money of 0 or more; reductions have no sign. */
export interface RevenueSums {
  /** Recurring revenue at the start of the period. */
  readonly start: number;
  /** From customers who had never paid before. Default 0. */
  readonly new?: number;
  /** What customers of the start pay more. */
  readonly expansion: number;
  /** What customers of the start pay less, without those who left. */
  readonly contraction: number;
  /** What those who left had paid. */
  readonly churn: number;
  /** From customers who came back. Default 0. */
  readonly reactivation?: number;
  /** Paying customers at the start, and how many of them left. Default: not known, and so no rate of theirs. */
  readonly customers?: { readonly start: number; readonly churned: number };
}

/** Rates of recurring revenue; each is `null` where there is nothing to divide by. */
export interface RevenueRates {
  /** Customers lost ÷ customers at the start (Kündigungsquote), with Wilson's interval. */
  readonly logoChurnRate: number | null;
  readonly logoChurnLower: number | null;
  readonly logoChurnUpper: number | null;
  /** (churn + contraction) ÷ start. */
  readonly grossRevenueChurnRate: number | null;
  /** (churn + contraction − expansion) ÷ start; below 0 if expansion outweighs the losses. */
  readonly netRevenueChurnRate: number | null;
  /** (start + expansion − contraction − churn) ÷ start, without new and reactivated customers; may be above 1. */
  readonly netRevenueRetention: number | null;
  /** (start − contraction − churn) ÷ start, from 0 to 1. */
  readonly grossRevenueRetention: number | null;
  /** (new + expansion + reactivation) ÷ (contraction + churn). */
  readonly quickRatio: number | null;
}

const SUM_NAMES = {
  start: true,
  new: true,
  expansion: true,
  contraction: true,
  churn: true,
  reactivation: true,
  customers: true,
} satisfies Record<keyof RevenueSums, true>;

/**
 * The rates of recurring revenue from a company's own sums.
 *
 * Retention and churn rates compare what the customers of the start paid with what they pay at the end: new and reactivated customers count in the
 * quick ratio only. (Some systems count reactivation in net churn.)
 *
 * @param sums - Recurring revenue at the start, and what was added and lost, in one currency; and, for the rate of customers lost, how many
 *   they were and how many left.
 * @param options - `level` of the interval of the rate of customers, default 0.95.
 * @returns The rates, as shares of 1; `null` where the denominator is 0.
 * @throws {@link DataError} if a sum is below 0 or no number, if more was lost than there was, or for an option that cannot be used.
 *
 * @example
 * import { revenueRates } from "clientele";
 *
 * const rates = revenueRates({ start: 100, new: 40, expansion: 10, contraction: 10, churn: 10 });
 * rates.grossRevenueChurnRate; // => 0.2
 * rates.netRevenueChurnRate; // => 0.1
 * rates.quickRatio; // => 2.5
 */
export function revenueRates(sums: RevenueSums, options: ConfidenceOptions = {}): RevenueRates {
  checkNames("sums", sums, SUM_NAMES);
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = 0.95 } = options;
  checkLevel(level);
  const { start, expansion, contraction, churn, reactivation = 0, customers } = sums;
  const complete = { start, new: sums.new ?? 0, expansion, contraction, churn, reactivation };
  for (const [name, sum] of Object.entries(complete)) checkNumber(`sums.${name}`, sum, { least: 0 });
  if (customers !== undefined) {
    checkNames("sums.customers", customers, { start: true, churned: true });
    checkNumber("sums.customers.start", customers.start, { least: 0, whole: true });
    checkNumber("sums.customers.churned", customers.churned, {
      least: 0,
      most: customers.start,
      whole: true,
    });
  }
  const lost = contraction + churn;
  if (lost > start * (1 + ROUNDING)) throw invalidOption("sums.churn", lost, TOO_MUCH_LOST);
  checkOption("sums", sums, Number.isFinite(start + lost + expansion + reactivation) ? null : OVERFLOW);
  return ratesOf(complete, customers ?? NOBODY, standardErrorsOfLevel(level));
}

/** What sums of decimal fractions may differ by. */
const ROUNDING = 1e-9;
const TOO_MUCH_LOST =
  "Contraction and churn are more than the revenue at the start: leave out what was won and lost within the same period.";
const OVERFLOW = "The sums are too large to be added up: use a larger unit of money.";
const NOBODY = { start: 0, churned: 0 };

/** `revenueRates` of sums that are known to be sums, in any unit of money. */
export function ratesOf(
  sums: Readonly<Record<"start" | "new" | "expansion" | "contraction" | "churn" | "reactivation", number>>,
  customers: { readonly start: number; readonly churned: number },
  z: number,
): RevenueRates {
  const { start, expansion } = sums;
  const lost = sums.contraction + sums.churn;
  const gained = sums.new + expansion + sums.reactivation;
  const churned = wilsonInterval(customers.churned, customers.start, z);
  return {
    logoChurnRate: churned?.rate ?? null,
    logoChurnLower: churned?.lower ?? null,
    logoChurnUpper: churned?.upper ?? null,
    grossRevenueChurnRate: start === 0 ? null : Math.min(1, lost / start),
    netRevenueChurnRate: start === 0 ? null : (lost - expansion) / start,
    netRevenueRetention: start === 0 ? null : (start + expansion - lost) / start,
    grossRevenueRetention: start === 0 ? null : Math.max(0, start - lost) / start,
    quickRatio: lost === 0 ? null : gained / lost,
  };
}
