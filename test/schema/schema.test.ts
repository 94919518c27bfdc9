import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { interactionSchema } from "../../src/schema/interaction-schema.ts";
import { modelSchema } from "../../src/schema/model-schema.ts";
import { transactionSchema } from "../../src/schema/transaction-schema.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import small from "../reference/bg-nbd-small-base.json" with { type: "json" };
import { accepts } from "../support/accepts.ts";

const nothing = fc.constantFrom(null, undefined, "", Number.NaN, {}, [], true, 12n);
const date = fc.oneof(
  fc.date({ noInvalidDate: false }),
  fc.double({ min: -1e14, max: 1e14 }),
  fc.constantFrom(
    "2025-02-28",
    "2025-02-30",
    "20025-01-01",
    "2024-02-29T10:00:00Z",
    "1.2.2025",
    "2025-01-01 12:00",
  ),
  nothing,
);
const id = fc.oneof(fc.string(), fc.double(), fc.constantFrom("__proto__", "👩‍👩‍👧", 0, -0), nothing);
const amount = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, 1e308, 5e-324, Number.POSITIVE_INFINITY, "12,50"),
  nothing,
);

describe("schemas accept what the doors accept", () => {
  it("transactions", () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(fc.record({ customerId: id, date, amount }), (row) => {
        const byDoor = accepts(() => transactionLog([row as never]));
        expect(transactionSchema.safeParse(row).success).toBe(byDoor);
        seen[byDoor ? "yes" : "no"] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(100);
  });

  it("transactions with order and margin", () => {
    fc.assert(
      fc.property(id, amount, (order, margin) => {
        fc.pre(order !== undefined && margin !== undefined);
        const row = { customerId: "A", date: "2025-01-01", amount: 1, order, margin };
        const byDoor = accepts(() =>
          transactionLog([row as never], { order: "order", margin: "margin" } as never),
        );
        expect(transactionSchema.safeParse(row).success).toBe(byDoor);
      }),
      { numRuns: 1000 },
    );
  });

  it("interactions", () => {
    const log = transactionLog([{ customerId: "A", date: "2025-01-01", amount: 1 }]);
    const kind = fc.oneof(fc.string(), fc.constantFrom("purchase", "login", "termination"), nothing);
    fc.assert(
      fc.property(fc.record({ customerId: id, date, kind }), (interaction) => {
        const byDoor = accepts(() => classifyCustomers(log, { interactions: [interaction as never] }));
        expect(interactionSchema.safeParse(interaction).success).toBe(byDoor);
      }),
      { numRuns: 1000 },
    );
  });

  it("models", () => {
    const model = fitBgNbd({ unit: "day", rows: small.rows });
    expect(modelSchema.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
    const refused = modelSchema.safeParse({ ...model, parameters: { ...model.parameters, a: 0 } });
    expect(refused.error?.issues[0]).toMatchObject({ path: ["parameters", "a"] });
  });

  it("say what is wrong in words", () => {
    const refused = transactionSchema.safeParse({ customerId: "A", date: "2025-02-30", amount: 1 });
    expect(refused.error?.issues[0]).toMatchObject({ path: ["date"] });
    expect(refused.error?.issues[0]?.message).toContain("The calendar has no such day");
  });
});
