import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_DAY, type OfferBook, type OfferKey } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { OFFER_STATUSES } from "../../src/offers/offer-status.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { shuffled } from "../support/arbitrary-rows.ts";
import { anyOffers, type RandomOffer } from "./arbitrary-offers.ts";

const columns = { id: "id", keys: { seller: "seller" } } as const;

/** The rows that a book holds, in its order. */
function contentsOf(book: OfferBook): unknown[] {
  const dayOf = (day: number | undefined) => (day === undefined || day === NO_DAY ? null : isoDate(day));
  const keyOf = (key: OfferKey | undefined, i: number) => key?.dictionary[key.codes[i] ?? -1] ?? null;
  return book.ids.map((id, i) => ({
    id,
    customerId: book.customerIds[book.customers[i] ?? -1] ?? null,
    status: OFFER_STATUSES[book.statuses[i] ?? -1],
    submitted: dayOf(book.submitted[i]),
    decided: dayOf(book.decided[i]),
    value: book.values?.[i],
    stage: keyOf(
      book.keys.find(({ name }) => name === "stage"),
      i,
    ),
    seller: keyOf(
      book.keys.find(({ name }) => name === "seller"),
      i,
    ),
  }));
}

const faults = [
  { status: "maybe" },
  { status: null },
  { customerId: {} },
  { submitted: "soon" },
  { decided: "2023-02-30" },
  { value: -1 },
  { value: null },
  { stage: [] },
  { seller: true },
  { id: "" },
] as const;

describe("properties of a book of offers", () => {
  it("every sound row arrives, in its place", () => {
    fc.assert(
      fc.property(anyOffers, (rows) => {
        const book = offerBook(rows, columns);
        expect(contentsOf(book)).toEqual(rows);
        expect(book).toMatchObject({ rows: rows.length, leftOut: 0, skipped: { total: 0 } });
        const days = rows.flatMap(({ submitted, decided }) =>
          [submitted, decided].filter((day) => day !== null),
        );
        expect(book.until).toBe(days.sort().at(-1) ?? null);
        expect(book.from).toBe(
          rows.flatMap(({ submitted }) => (submitted === null ? [] : [submitted])).sort()[0] ?? null,
        );
      }),
    );
  });

  it("orders are worth what was offered, and nothing else is", () => {
    fc.assert(
      fc.property(anyOffers, (rows) => {
        fc.pre(rows.length > 0);
        const { wonValues } = offerBook(rows, columns);
        expect([...(wonValues ?? [])]).toEqual(
          rows.map(({ status, value }) => (status === "won" ? value : 0)),
        );
      }),
    );
  });

  it("faulty rows take nothing with them", () => {
    const picks = fc.array(fc.option(fc.constantFrom(...faults), { freq: 2 }), { maxLength: 40 });
    fc.assert(
      fc.property(anyOffers, picks, (rows, faultOf) => {
        const rowsWithFaults = rows.map((row, i) => ({ ...row, ...faultOf[i] }) as RandomOffer);
        const sound = rows.filter((_, i) => (faultOf[i] ?? null) === null);
        fc.pre(sound.length > 0);
        const book = offerBook(rowsWithFaults, columns, { invalid: "skip" });
        expect(contentsOf(book)).toEqual(sound);
        expect(book.skipped.total).toBe(rows.length - sound.length);
        const alone = offerBook(sound, columns);
        expect([book.customerIds, book.keys.map(({ dictionary }) => dictionary)].flat()).toEqual(
          [
            alone.customerIds,
            book.keys.map(({ name }) => alone.keys.find((key) => key.name === name)?.dictionary ?? []),
          ].flat(),
        );
      }),
    );
  });

  it("rows in another order are the same offers in that order", () => {
    fc.assert(
      fc.property(anyOffers, fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (rows, order) => {
        const other = shuffled(rows, order);
        expect(contentsOf(offerBook(other, columns))).toEqual(other);
      }),
    );
  });
});
