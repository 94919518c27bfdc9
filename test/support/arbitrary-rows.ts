import fc from "fast-check";
import { isoDate } from "../../src/time/civil-day.ts";

export interface Row {
  readonly customerId: string;
  readonly date: string;
  readonly amount: number;
}

/** Days of 2023 to 2025, few enough that customers often buy twice on one. */
export const arbitraryDay: fc.Arbitrary<number> = fc.integer({ min: 19_358, max: 20_453 });

/** Amounts in cents, mostly purchases, some zero, some returns. */
export const arbitraryAmount: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 100_000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 50_000 }).map((cents) => -cents / 100) },
);

export const arbitraryRow: fc.Arbitrary<Row> = fc.record({
  customerId: fc.constantFrom("A", "B", "C", "D", "E", "__proto__", "constructor", "🛒"),
  date: arbitraryDay.map(isoDate),
  amount: arbitraryAmount,
});

/** Rows of a small shop. */
export const arbitraryRows: fc.Arbitrary<readonly Row[]> = fc.array(arbitraryRow, {
  minLength: 1,
  maxLength: 80,
});

/** The rows in another order. */
export function shuffled<T>(rows: readonly T[], order: readonly number[]): readonly T[] {
  return rows
    .map((row, i) => ({ row, key: order[i % order.length] ?? 0, i }))
    .sort((left, right) => left.key - right.key || right.i - left.i)
    .map(({ row }) => row);
}
