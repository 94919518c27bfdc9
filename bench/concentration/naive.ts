import type { DrawnCustomer } from "./workload.ts";

/** The textbook's formula over a sorted copy. */
export function naiveGini(customers: readonly DrawnCustomer[]): number {
  const sorted = customers.map((customer) => customer.revenue).sort((a, b) => a - b);
  const n = sorted.length;
  let total = 0;
  let moment = 0;
  for (const [i, value] of sorted.entries()) {
    total += value;
    moment += (i + 1) * value;
  }
  return (2 * moment) / (n * total) - (n + 1) / n;
}

export interface NaiveClass {
  readonly customerId: number;
  readonly value: number;
  readonly class: "A" | "B" | "C";
  readonly share: number;
  readonly cumulativeShare: number;
}

/** Sorts the customers and walks down, as one writes it by hand: no ties, no checks, no totals. */
export function naiveAbc(customers: readonly DrawnCustomer[]): NaiveClass[] {
  const sorted = [...customers].sort((a, b) => b.revenue - a.revenue);
  const total = sorted.reduce((sum, customer) => sum + customer.revenue, 0);
  let before = 0;
  return sorted.map(({ customerId, revenue }): NaiveClass => {
    const reached = before / total;
    before += revenue;
    return {
      customerId,
      value: revenue,
      class: reached < 0.8 && revenue > 0 ? "A" : reached < 0.95 && revenue > 0 ? "B" : "C",
      share: revenue / total,
      cumulativeShare: before / total,
    };
  });
}
