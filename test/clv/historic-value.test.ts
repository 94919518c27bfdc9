import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HistoricValueOptions, historicValue } from "../../src/clv/historic-value.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";

const rows = [
  { customerId: "Ada", date: "2023-05-10", amount: 200, margin: 90 },
  { customerId: "Ada", date: "2024-02-01", amount: -50, margin: -20 },
  { customerId: "Ben", date: "2024-03-05", amount: 80, margin: 30 },
  { customerId: "Cem", date: "2025-01-15", amount: 0.1, margin: 0.05 },
];
const log = transactionLog(rows, { margin: "margin" });
const plain = transactionLog(rows.map(({ margin: _, ...row }) => row));

describe("historicValue", () => {
  it("takes the margins of the log", () => {
    const { rows: found, sums } = historicValue(log);
    expect(found[0]).toEqual({
      customerId: "Ada",
      purchases: 1,
      returns: 1,
      revenue: 200,
      deductions: 50,
      productCost: 80,
      contribution1: 70,
      orderAndServiceCost: 0,
      contribution2: 70,
      marketingAndSalesCost: 0,
      contribution3: 70,
      value: 70,
    });
    expect(sums.contribution3).toBeCloseTo(100.05, 12);
  });

  it("deducts costs level by level", () => {
    const costs = [
      { customerId: "Ada", kind: "deduction", amount: 10 },
      { customerId: "Ada", kind: "product", amount: 1 },
      { customerId: "Ada", kind: "order", amount: 2, date: "2024-05-01" },
      { customerId: "Ada", kind: "service", amount: 3, date: "2022-05-01" },
      { customerId: "Ada", kind: "marketing", amount: 4 },
      { customerId: "Dora", kind: "sales", amount: 25, date: "2024-07-01" },
    ] as const;
    const found = historicValue(plain, {
      marginRate: 0.4,
      costs,
      transactionCosts: { perPurchase: 5, perReturn: 8 },
    });
    expect(found.rows[0]).toMatchObject({
      revenue: 200,
      deductions: 60,
      productCost: 91,
      contribution1: 49,
      orderAndServiceCost: 15,
      contribution2: 34,
      marketingAndSalesCost: 4,
      contribution3: 30,
    });
    // A prospect who has cost money and brought none.
    expect(found.rows[3]).toMatchObject({ customerId: "Dora", revenue: 0, contribution3: -25, value: -25 });
    expect(found.costsLeftOut).toEqual({ rows: 1, amount: 3 });
    expect(found.total.assumptions.customers).toBe(4);
    // Costs without a date are in no year.
    expect(found.total.rest).toBe(-15);
    const told = found.total.perPeriod.reduce((sum, { value }) => sum + value, found.total.rest);
    expect(told).toBeCloseTo(found.sums.contribution3, 10);
  });

  it("counts a window only, both days included", () => {
    const found = historicValue(log, { from: "2024-02-01", asOf: "2024-03-05" });
    expect(found.sums).toMatchObject({ purchases: 1, returns: 1, revenue: 80, contribution1: 10 });
    expect(found.rows).toHaveLength(3);
    expect(found).toMatchObject({ from: "2024-02-01", asOf: "2024-03-05" });
  });

  it("compounds past margins to the day asked for", () => {
    const options: HistoricValueOptions = { interestRate: 0.1, asOf: "2025-03-05" };
    const { rows: found, total } = historicValue(log, options);
    expect(found[1]?.value).toBeCloseTo(30 * 1.1 ** (365 / 365.2425), 10);
    expect(found[1]?.contribution3).toBe(30);
    expect(total.perPeriod.map(({ period }) => period)).toEqual([0, 1, 2]);
    expect(total.perPeriod.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(total.value, 10);
    expect(total.value).toBeGreaterThan(total.undiscounted ?? 0);
  });

  it("has margin rates of each customer", () => {
    const marginRate = ({ customerId }: { readonly customerId: string | number }) =>
      customerId === "Ben" ? 0.5 : 0;
    expect(historicValue(plain, { marginRate }).sums.contribution1).toBe(40);
  });

  it("agrees with the log to the cent, whatever was bought and sent back", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const row = fc.record({
      customerId: fc.constantFrom("a", "b", "__proto__", 1),
      amount: cents,
      margin: cents,
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (list) => {
        const base = transactionLog(
          list.map(({ customerId, amount, margin, day }) => ({
            customerId,
            date: `2024-02-${String(day).padStart(2, "0")}`,
            amount: amount / 100,
            margin: margin / 100,
          })),
          { margin: "margin" },
        );
        const { sums, rows: found } = historicValue(base);
        // Less than half a cent below 0 rounds to -0, which is no other sum than 0.
        const inCents = (value: number): number => Math.round(value * 100) + 0;
        const sumOf = (name: "amount" | "margin"): number => list.reduce((sum, own) => sum + own[name], 0);
        expect(inCents(sums.revenue - sums.deductions)).toBe(sumOf("amount"));
        expect(inCents(sums.contribution1)).toBe(sumOf("margin"));
        const added = found.reduce((sum, own) => sum + inCents(own.contribution3), 0);
        expect(added).toBe(inCents(sums.contribution3));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    [{}, "carries no margins"],
    [{ marginRate: 40 }, "marginRate"],
    [{ marginRate: 0.4, asOf: "2024-01-01", from: "2024-02-01" }, "lies after"],
    [
      { marginRate: 0.4, interestRate: 0.1, costs: [{ customerId: "Ada", kind: "sales", amount: 1 }] },
      "when a cost",
    ],
    [{ marginRate: 0.4, costs: [{ customerId: "Ada", kind: "sale", amount: 1 }] }, "no kind of cost"],
    [{ marginRate: 0.4, costs: [{ customerId: "Ada", kind: "sales", amount: -1 }] }, "turn the sign"],
    [{ marginRate: 0.4, costs: [{ customerId: "Ada", kind: "sales", amount: "1" }] }, "finite number"],
    [{ marginRate: 0.4, costs: [{ customerId: null, kind: "sales", amount: 1 }] }, "no customer"],
    [
      { marginRate: 0.4, costs: [{ customerId: "Ada", kind: "sales", amount: 1, date: "2024-02-30" }] },
      "no such day",
    ],
    [{ marginRate: 0.4, costs: [null] }, "no row"],
    [{ marginRate: 0.4, transactionCosts: { perOrder: 5 } }, "no such name"],
    [{ marginRate: 0.4, rate: 1 }, "no such name"],
  ])("refuses %j", (options, said) => {
    expect(dataErrorOf(() => historicValue(plain, options as never)).message).toContain(said);
  });

  it("refuses rows for a log, and is 0 for an empty one", () => {
    expect(dataErrorOf(() => historicValue(rows as never)).message).toContain("transactionLog");
    const none = historicValue(transactionLog([]), { asOf: "2025-01-01", marginRate: 1 });
    expect(none).toMatchObject({ rows: [], sums: { revenue: 0, value: 0 }, total: { value: 0 } });
  });
});
