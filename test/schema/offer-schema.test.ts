import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { offerSchema } from "../../src/schema/offer-schema.ts";
import { accepts } from "../support/accepts.ts";

const nothing = fc.constantFrom(null, undefined, "");
const oddity = fc.constantFrom(Number.NaN, {}, [], true, 12n);
const id = fc.oneof(
  { weight: 6, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.double() },
  { weight: 2, arbitrary: nothing },
  { weight: 1, arbitrary: oddity },
);
const date = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("2025-02-27", "2025-02-28", "2025-03-01", "2024-02-29T23:00:00Z") },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: false }) },
  { weight: 1, arbitrary: fc.double({ min: -1e14, max: 1e14 }) },
  { weight: 1, arbitrary: fc.constantFrom("2025-02-30", "1.2.2025", "20025-01-01") },
  { weight: 6, arbitrary: nothing },
  { weight: 1, arbitrary: oddity },
);
const status = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("open", "open", "won", "lost", "withdrawn") },
  fc.constantFrom("Won", "", null, undefined, 1, true, "toString", {}),
);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 2, arbitrary: nothing },
  { weight: 1, arbitrary: fc.constantFrom(-0, 5e-324, -5e-324, "12,50", Number.MAX_VALUE) },
  { weight: 1, arbitrary: oddity },
);
const row = fc.record(
  { customerId: id, status, submitted: date, decided: date, value, stage: id },
  { requiredKeys: [] },
);

describe("the schema of offers", () => {
  it("accepts what the door accepts", () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(row, (offer) => {
        const byDoor = accepts(() => offerBook([offer as never]));
        expect(offerSchema.safeParse(offer).success).toBe(byDoor);
        seen[byDoor ? "yes" : "no"] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100);
  });

  it("accepts the ids that the door accepts", () => {
    fc.assert(
      fc.property(id, (id) => {
        fc.pre(id !== undefined);
        const offer = { status: "open", submitted: "2025-01-01", id };
        const byDoor = accepts(() => offerBook([offer as never], { id: "id" } as never));
        expect(offerSchema.safeParse(offer).success).toBe(byDoor);
      }),
    );
  });

  it("hands on rows that the door reads as it reads the originals", () => {
    fc.assert(
      fc.property(row, (offer) => {
        const parsed = offerSchema.safeParse(offer);
        fc.pre(parsed.success);
        if (parsed.success) expect(offerBook([parsed.data])).toEqual(offerBook([offer as never]));
      }),
    );
    const full = { customerId: "A", status: "lost", submitted: 0, decided: 1, value: 7, stage: "x", id: 7 };
    expect(offerSchema.parse(full)).toEqual(full);
  });

  it.each([
    [
      { status: "won", submitted: "2025-01-01" },
      "decided",
      "The offer is won, but the day of the decision is missing.",
    ],
    [
      { status: "lost", decided: "2025-01-01" },
      "submitted",
      "The date is missing: only an open offer may lack it.",
    ],
    [
      { status: "won", submitted: "2025-01-02", decided: "2025-01-01" },
      "decided",
      "The decision lies before the submission.",
    ],
    [{ status: "open", decided: "2025-01-01" }, "decided", "The offer is open, but has a day of decision."],
    [{ status: "open", value: -1 }, "value", "The value is below 0: an offer is worth 0 or more."],
  ])("says in words what is wrong with %j", (offer, field, message) => {
    const { error } = offerSchema.safeParse(offer);
    expect(error?.issues).toHaveLength(1);
    expect(error?.issues[0]?.path).toEqual([field]);
    expect(JSON.stringify(error?.issues[0])).toContain(message);
  });
});
