import fc from "fast-check";
import { OFFER_STATUSES, type OfferStatus } from "../../src/offers/offer-status.ts";
import { isoDate } from "../../src/time/civil-day.ts";

/** A sound offer. */
export interface RandomOffer {
  readonly id: number;
  readonly customerId: string | null;
  readonly status: OfferStatus;
  readonly submitted: string | null;
  readonly decided: string | null;
  readonly value: number;
  readonly stage: string | null;
  readonly seller: string | number | null;
}

/** Days of 2024, few enough that many offers share one. */
export const FIRST_DAY = 19_723;
export const LAST_DAY = 20_088;

const anyOffer = fc
  .record({
    customerId: fc.constantFrom("A", "B", "C", "__proto__", "🛒", null),
    status: fc.constantFrom(...OFFER_STATUSES),
    day: fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    length: fc.integer({ min: 0, max: 90 }),
    draft: fc.boolean(),
    cents: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_999_999 })),
    stage: fc.constantFrom("quoted", "negotiated", "constructor", null),
    seller: fc.constantFrom("Ida", "Jo", 7, "7", null),
  })
  .map(({ day, length, draft, cents, ...rest }) => ({
    ...rest,
    submitted: rest.status === "open" && draft ? null : isoDate(day),
    decided: rest.status === "open" ? null : isoDate(day + length),
    value: cents / 100,
  }));

/** Sound offers, numbered. */
export const anyOffers: fc.Arbitrary<readonly RandomOffer[]> = fc
  .array(anyOffer, { maxLength: 40 })
  .map((offers) => offers.map((offer, id) => ({ id, ...offer })));
