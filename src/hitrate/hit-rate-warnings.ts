import type { OfferBook } from "../offers/offer-book.ts";
import { OPEN } from "../offers/offer-status.ts";
import type { RatePrior } from "../statistics/rate-prior.ts";
import { civilDayOfIso, isoDate } from "../time/civil-day.ts";
import type { HitRateBasis } from "./hit-rate-options.ts";
import type { HitRatePlan } from "./hit-rate-plan.ts";
import type { HitRateWarning, NumberRate } from "./hit-rate-result.ts";
import { countOf, type HitRateTally, inWindow } from "./hit-rate-tally.ts";

/** What should be known before a rate of all offers is believed. */
export function windowWarnings(book: OfferBook, total: HitRateTally, plan: HitRatePlan): HitRateWarning[] {
  const warnings: HitRateWarning[] = [];
  if (book.until !== null && civilDayOfIso(book.until) < plan.asOf) {
    const count = countOf(total, 0, [OPEN]);
    const message = `The book was observed until ${book.until} only: offers that were decided by ${isoDate(plan.asOf)} since then still count as open.`;
    warnings.push({ code: "after-end", count, message });
  }
  if (inWindow(total, 0) === 0) {
    const message = "No offer belongs to the window: there are no rates.";
    warnings.push({ code: "no-offers", count: 0, message });
  } else if (countOf(total, 0, plan.denominators.decided) === 0) {
    const message = "No offer of the window was decided: there is no rate of those decided.";
    warnings.push({ code: "nothing-decided", count: 0, message });
  }
  return warnings;
}

/** Open offers are in the denominator of those submitted: their rate can only rise. */
export function warnOpen(total: HitRateTally, plan: HitRatePlan): readonly HitRateWarning[] {
  const open = countOf(total, 0, [OPEN]);
  if (open === 0 || plan.window === "period") return [];
  const message = `${open} of ${countOf(total, 0, plan.denominators.submitted)} offers submitted are still open: their rate can only rise.`;
  return [{ code: "open-offers", count: open, message }];
}

/** Groups (or bases) whose rate is not stated, since it would be of too few offers. */
export function warnBelowMinimum(
  rates: readonly NumberRate[],
  { minimum }: HitRatePlan,
): readonly HitRateWarning[] {
  const count = rates.filter(({ of }) => of > 0 && of < minimum).length;
  if (count === 0) return [];
  const message = `${count} rates are of fewer than ${minimum} offers, the minimum, and are not stated.`;
  return [{ code: "below-minimum", count, message }];
}

/** Warnings of all that are on a basis. */
export function basisWarnings(
  book: OfferBook,
  total: HitRateTally,
  plan: HitRatePlan,
  basis: HitRateBasis,
): HitRateWarning[] {
  const warnings = windowWarnings(book, total, plan);
  if (basis === "submitted") warnings.push(...warnOpen(total, plan));
  return warnings;
}

/** Shrinking needs several groups that differ by more than chance. */
export function warnSpread(rates: readonly NumberRate[], prior: RatePrior): readonly HitRateWarning[] {
  const groups = rates.filter(({ of }) => of > 0).length;
  if (groups === 1) {
    const message =
      "There is one group only: nothing tells how rates of groups spread, and its own rate stands for all.";
    return [{ code: "one-group", count: 1, message }];
  }
  if (prior.precision !== null) return [];
  const message = `The rates of ${groups} groups differ no more than chance makes them: every shrunken rate is the mean of all.`;
  return [{ code: "no-differences", count: groups, message }];
}
