import fc from "fast-check";

/** A customer with figures, some of them heavily tied. */
export interface AccountRow {
  readonly customerId: string;
  readonly revenue: number;
  readonly growth: number;
  readonly complaints: number;
  readonly strategic: boolean;
}

/** Whole amounts, so that sums are exact: mostly small and tied, some large, some 0, some below 0. */
const anyRevenue: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }).map((tens) => tens * 10) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -200, max: -1 }) },
);

/** Up to 25 customers, none twice. */
export const anyAccounts: fc.Arbitrary<readonly AccountRow[]> = fc
  .array(
    fc.record({
      revenue: anyRevenue,
      growth: fc.integer({ min: -3, max: 3 }).map((steps) => steps / 4),
      complaints: fc.integer({ min: 0, max: 4 }),
      strategic: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((rows) => rows.map((row, i) => ({ customerId: i === 0 ? "__proto__" : `C${i}`, ...row })));

/** Accounts and a way to put them in another order. */
export const anyOrder: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(50), {
  minLength: 1,
  maxLength: 25,
});

/** The total of whole amounts. */
export function totalOf(rows: readonly AccountRow[]): number {
  return rows.reduce((total, { revenue }) => total + revenue, 0);
}
