import { MILLISECONDS_PER_DAY } from "./workload.ts";

/** Sums over all customers; every variant must come to the same ones. */
export type Checksum = Readonly<
  Record<
    | "customers"
    | "frequency"
    | "recency"
    | "age"
    | "monetaryValue"
    | "orders"
    | "revenue"
    | "firstDay"
    | "lastDay",
    number
  >
>;

/** A customer as every variant sums him up. */
export interface SummedCustomer {
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
  readonly monetaryValue: number;
  readonly orders: number;
  readonly revenue: number;
  readonly firstPurchase: string;
  readonly lastPurchase: string;
}

export function checksumOf(rows: readonly SummedCustomer[]): Checksum {
  const days = new Map<string, number>();
  const dayOf = (date: string): number => {
    const known = days.get(date) ?? Date.parse(date) / MILLISECONDS_PER_DAY;
    days.set(date, known);
    return known;
  };
  const sum = (value: (row: SummedCustomer) => number): number =>
    rows.reduce((total, row) => total + value(row), 0);
  return {
    customers: rows.length,
    frequency: sum((row) => row.frequency),
    recency: sum((row) => row.recency),
    age: sum((row) => row.T),
    monetaryValue: sum((row) => row.monetaryValue),
    orders: sum((row) => row.orders),
    revenue: sum((row) => row.revenue),
    firstDay: sum((row) => dayOf(row.firstPurchase)),
    lastDay: sum((row) => dayOf(row.lastPurchase)),
  };
}

/** Sums of floating-point numbers may differ by their order. */
export function disagreement(one: Checksum, other: Checksum): string | null {
  for (const [name, value] of Object.entries(one) as [keyof Checksum, number][]) {
    if (!(Math.abs(value - other[name]) <= 1e-9 * Math.abs(value)))
      return `${name}: ${value} and ${other[name]}`;
  }
  return null;
}
