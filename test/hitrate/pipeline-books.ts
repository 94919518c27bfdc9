import type { OfferBook } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import reference from "../reference/pipeline.json" with { type: "json" };

/** An offer as the reference writes it. */
export interface ReferenceRow {
  readonly id: number;
  readonly status: string;
  readonly submitted: string | null;
  readonly decided: string | null;
  readonly value: number;
  readonly seller: string;
  readonly stage: string | null;
}

/** The random book of the reference. */
export const referenceBook: OfferBook = offerBook(
  reference.book.rows as readonly ReferenceRow[],
  { id: "id", customer: "seller", keys: { seller: "seller" } },
  { until: "2025-12-31" },
);

/** An offer of a small book, by days since 2025-01-01. */
export interface SmallOffer {
  readonly status: "open" | "won" | "lost" | "withdrawn";
  /** `null` for a draft. */
  readonly from: number | null;
  readonly days?: number;
  readonly value?: number;
  readonly seller?: string;
  readonly stage?: string | null;
}

const FIRST = Date.UTC(2025, 0, 1);
const dayOf = (days: number): string => new Date(FIRST + days * 86_400_000).toISOString().slice(0, 10);

/** A book of a few offers, observed for a number of days. */
export function smallBook(offers: readonly SmallOffer[], until: number): OfferBook {
  const rows = offers.map(({ status, from, days, value = 100, seller = "Ida", stage = "Lead" }, id) => ({
    id,
    customerId: "Adler",
    status,
    submitted: from === null ? null : dayOf(from),
    decided: from === null || days === undefined ? null : dayOf(from + days),
    value,
    seller,
    stage,
  }));
  return offerBook(rows, { id: "id", keys: { seller: "seller" } }, { until: dayOf(until) });
}
