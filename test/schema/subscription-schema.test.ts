import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subscriptionSchema } from "../../src/schema/subscription-schema.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { accepts } from "../support/accepts.ts";

const nothing = fc.constantFrom(null, undefined, "", Number.NaN, {}, [], true, 12n);
const id = fc.oneof(
  { weight: 4, arbitrary: fc.string() },
  fc.double(),
  fc.constantFrom("__proto__", 0, -0),
  nothing,
);
const date = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("2025-02-27", "2025-02-28", "2025-03-01", "2024-02-29T23:00:00Z") },
  fc.date({ noInvalidDate: false }),
  fc.double({ min: -1e14, max: 1e14 }),
  fc.constantFrom("2025-02-30", "1.2.2025", "20025-01-01"),
  nothing,
);
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 2e11, noNaN: true }) },
  fc.double(),
  fc.constantFrom(-0, 0, 1e11, 1e11 + 2 ** -17, 1e11 + 2 ** -13, 5e-324, -5e-324, "12,50"),
  nothing,
);

describe("the schema of subscriptions", () => {
  it("accepts what the door accepts", () => {
    const seen = { yes: 0, no: 0 };
    const row = fc.record({ customerId: id, start: date, end: date, monthlyAmount: amount, plan: id });
    fc.assert(
      fc.property(row, (subscription) => {
        const byDoor = accepts(() => subscriptionBook([subscription as never]));
        expect(subscriptionSchema.safeParse(subscription).success).toBe(byDoor);
        seen[byDoor ? "yes" : "no"] += 1;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100);
  });

  it("accepts the ids that the door accepts", () => {
    fc.assert(
      fc.property(id, (id) => {
        fc.pre(id !== undefined);
        const row = { customerId: "A", start: "2025-01-01", monthlyAmount: 1, id };
        const byDoor = accepts(() => subscriptionBook([row as never], { id: "id" } as never));
        expect(subscriptionSchema.safeParse(row).success).toBe(byDoor);
      }),
    );
  });

  it("hands rows on with all that the door reads", () => {
    const row = { customerId: "A", start: "2025-01-01", end: "", monthlyAmount: 1, plan: null, id: 7 };
    expect(subscriptionSchema.parse(row)).toEqual(row);
  });

  it("says what is wrong in words", () => {
    const wrong = { customerId: "A", start: "2025-03-01", end: "2025-02-01", monthlyAmount: 1 };
    expect(subscriptionSchema.safeParse(wrong).error?.issues).toMatchObject([
      { path: ["end"], message: "The end lies before the start." },
    ]);
  });
});
