import fc from "fast-check";
import { isoDate } from "../../src/time/civil-day.ts";

/** A subscription with its amount also in cents, for sums that need no fractions. */
export interface RandomSubscription {
  readonly customerId: string;
  readonly start: string;
  readonly end: string | null;
  readonly monthlyAmount: number;
  readonly cents: number;
  readonly plan: string | null;
}

/** Days of December 2023 to April 2024, few enough for overlaps and gaps, and with a leap day. */
export const FIRST_DAY = 19_692;
export const LAST_DAY = 19_843;

const customer = fc.constantFrom("A", "B", "C", "D", "__proto__", "🛒");
const cents = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 99_999 }) },
  // Often the same, so that a change of plan may leave the revenue as it was.
  { weight: 4, arbitrary: fc.constantFrom(1_000, 2_000) },
);
const length = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  // Mostly a month or less, so that customers leave and come back.
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 35 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: LAST_DAY - FIRST_DAY }) },
);

export const anySubscription: fc.Arbitrary<RandomSubscription> = fc
  .record({
    customerId: customer,
    start: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    length,
    cents,
    plan: fc.constantFrom("basic", "pro", "constructor", null),
  })
  .map(({ start, length, ...rest }) => ({
    ...rest,
    start: isoDate(start),
    end: length === null ? null : isoDate(start + length),
    monthlyAmount: rest.cents / 100,
  }));

export const anySubscriptions: fc.Arbitrary<readonly RandomSubscription[]> = fc.array(anySubscription, {
  maxLength: 40,
  size: "max",
});
