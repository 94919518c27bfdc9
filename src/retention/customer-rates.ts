import { checkNames, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "../statistics/confidence.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { type CustomerCounts, type KnownCounts, knownCounts } from "./customer-counts.ts";

/** Rates of a customer base in one period; `null` where the counts do not tell or there is nothing to divide by. */
export interface CustomerRates {
  /** Kept ÷ start (Kundenbindungsrate), with Wilson's interval. Customers who returned were not kept. */
  readonly retentionRate: number | null;
  readonly retentionLower: number | null;
  readonly retentionUpper: number | null;
  /** Lost ÷ start (Abwanderungsrate): 1 − retention rate. */
  readonly churnRate: number | null;
  readonly churnLower: number | null;
  readonly churnUpper: number | null;
  /** How many periods a customer stays, if churn stays as it is: 1 ÷ churn rate. */
  readonly meanDuration: number | null;
  /** New ÷ lost (Kundenfluktuation): above 1 the base grows. No rate of churn. */
  readonly fluctuationRatio: number | null;
  /** Returned ÷ inactive at the start, with Wilson's interval. */
  readonly reactivationRate: number | null;
  readonly reactivationLower: number | null;
  readonly reactivationUpper: number | null;
}

/**
 * Retention, churn and their kin from a company's own counts of customers.
 *
 * Retention rate = kept ÷ start, where kept = end − new − returned: customers who were gone and came back were not kept, though many a formula
 * "(end − new) ÷ start" counts them so. Churn rate = lost ÷ start = 1 − retention rate. Kundenfluktuation is new ÷ lost, and no churn.
 *
 * @param counts - Customers at `start` and `end` and those who were `new`, `kept`, `returned`, `lost` between; `inactive` are those who could
 *   return. Whatever follows from the others may be left out; `{ start, lost }` or `{ start, end, new }` will do.
 * @param options - `level` of the intervals, default 0.95.
 * @returns The counts with what follows from them, and the rates, in [0, 1], with lower and upper limits; `meanDuration` in periods.
 * @throws {@link DataError} if counts are negative, do not add up, or are too few for any rate.
 *
 * @example
 * import { customerRates } from "clientele";
 *
 * const rates = customerRates({ start: 20, lost: 3 });
 * rates.churnRate; // => 0.15
 * rates.retentionRate; // => 0.85
 * rates.meanDuration; // => 6.67
 * customerRates({ start: 500, end: 530, new: 80 }).retentionRate; // => 0.9
 * customerRates({ new: 90_000, lost: 60_000 }).fluctuationRatio; // => 1.5
 */
export function customerRates(
  counts: CustomerCounts,
  options: ConfidenceOptions = {},
): KnownCounts & CustomerRates {
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = 0.95 } = options;
  checkLevel(level);
  const known = knownCounts(counts);
  if (!tellsAnything(known)) {
    const trouble =
      "No rate follows from these: pass start and lost, or start, end and new, or new and lost, or returned and inactive.";
    throw invalidOption("counts", counts, trouble);
  }
  return { ...known, ...ratesOf(known, standardErrorsOfLevel(level)) };
}

function tellsAnything({ start, kept, lost, new: fresh, returned, inactive }: KnownCounts): boolean {
  const isKnown = (...needed: readonly (number | null)[]): boolean => !needed.includes(null);
  return isKnown(start, kept, lost) || isKnown(fresh, lost) || isKnown(returned, inactive);
}

/** The rates of counts that add up; intervals reach z standard errors. */
export function ratesOf(counts: KnownCounts, z: number): CustomerRates {
  const { start, kept, lost, new: fresh, returned, inactive } = counts;
  const retained = start === null || kept === null ? null : wilsonInterval(Math.min(kept, start), start, z);
  const reactivated = inactive === null || returned === null ? null : wilsonInterval(returned, inactive, z);
  const retentionRate =
    start === null || kept === null || lost === null ? null : complement(kept, lost, start);
  return {
    retentionRate,
    retentionLower: retained?.lower ?? null,
    retentionUpper: retained?.upper ?? null,
    churnRate: retentionRate === null ? null : complement(lost as number, kept as number, start as number),
    churnLower: retained === null ? null : 1 - retained.upper,
    churnUpper: retained === null ? null : 1 - retained.lower,
    meanDuration: quotient(start, lost),
    fluctuationRatio: quotient(fresh, lost),
    reactivationRate: reactivated?.rate ?? null,
    reactivationLower: reactivated?.lower ?? null,
    reactivationUpper: reactivated?.upper ?? null,
  };
}

/** Part ÷ whole, such that both parts are 1 together: the smaller one is divided, the other is the rest. */
function complement(part: number, rest: number, whole: number): number | null {
  if (whole === 0) return null;
  return part <= rest ? part / whole : 1 - rest / whole;
}

function quotient(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
