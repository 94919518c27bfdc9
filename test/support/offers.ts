import type { OfferBook } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import type { OfferStatus } from "../../src/offers/offer-status.ts";

/** An offer as tests write it. */
export interface OfferRow {
  readonly status: OfferStatus;
  readonly submitted?: string | null;
  readonly decided?: string | null;
  readonly value?: number;
  readonly wonValue?: number;
  readonly seller?: string | number | null;
  readonly product?: string | null;
  readonly reason?: string | null;
}

/** So many equal offers. */
export function times(count: number, row: OfferRow): OfferRow[] {
  return Array.from({ length: count }, () => row);
}

/** An offer of January that was decided in March, unless it says otherwise. */
export function decidedOffer(status: OfferStatus, rest: Omit<OfferRow, "status"> = {}): OfferRow {
  const decided = status === "open" ? null : "2025-03-10";
  return { status, submitted: "2025-01-10", decided, ...rest };
}

/** A book of them; keys seller, product and reason are there if any row has them. */
export function bookOf(rows: readonly OfferRow[], until?: string): OfferBook {
  const keys: Record<string, (row: OfferRow) => string | number> = {};
  for (const name of ["seller", "product", "reason"] as const) {
    if (rows.some((row) => row[name] !== undefined)) {
      keys[name] = (row) => row[name] as string | number;
    }
  }
  const won = rows.some((row) => row.wonValue !== undefined);
  return offerBook(
    rows,
    {
      submitted: (row) => row.submitted as string,
      ...(won ? { wonValue: (row: OfferRow) => row.wonValue as number } : {}),
      keys,
    },
    until === undefined ? {} : { until },
  );
}
