import { seededRandom } from "../../src/math/random.ts";

export interface DrawnCustomer {
  readonly customerId: number;
  readonly revenue: number;
}

/** Customers in no order whose revenue is log-normal in cents; one in twenty has none. */
export function drawnCustomers(count: number): DrawnCustomer[] {
  const random = seededRandom(11);
  return Array.from({ length: count }, (_, customerId): DrawnCustomer => {
    if (random.uniform() < 0.05) return { customerId, revenue: 0 };
    const size = Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
    return { customerId, revenue: Math.round(100 * Math.exp(4.5 + 1.4 * size)) / 100 };
  });
}
