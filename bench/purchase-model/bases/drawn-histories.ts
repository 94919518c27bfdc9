import { seededRandom } from "../../../src/math/random.ts";
import type { Base, History } from "../bases.ts";
import { drawHistory } from "./draw-history.ts";

/** Customers in whole days, 1 to 2 years old. */
export function drawnHistories(customers: number): Base<History> {
  const random = seededRandom(1);
  const rows = Array.from({ length: customers }, () =>
    drawHistory(random, 365 + Math.floor(random.uniform() * 365)),
  );
  const keys = rows.map(({ frequency, recency, T }) => (frequency * DAYS + recency) * DAYS + T);
  return {
    label: `drawn, ${customers.toLocaleString("en-US")} customers, days`,
    unit: "day",
    rows,
    distinct: new Set(keys).size,
  };
}

/** More days than any age. */
const DAYS = 1024;
