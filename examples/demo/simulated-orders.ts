import { simulateTransactions } from "clientele";
import type { OrderRow } from "./order-row.ts";

const SHOP = {
  customers: 2_000,
  from: "2023-01-01",
  until: "2025-12-31",
  joinUntil: "2025-12-31",
  seed: 1,
  unit: "week",
  purchases: { r: 0.8, alpha: 9, a: 0.7, b: 3.5 },
  spend: { p: 6, q: 4, gamma: 45 },
} as const;

/** Three years of an invented shop, with line items, returns and rows that cannot be read, as real exports have them. */
export function simulatedOrders(): readonly OrderRow[] {
  return simulateTransactions(SHOP).flatMap((row, i) => {
    const { customerId, date, amount } = row;
    const order = `O${String(i + 1).padStart(5, "0")}`;
    const whole: OrderRow = { customerId, date, amount, order };
    if (i % 150 === 149) return [{ ...whole, ...FAULTS[Math.floor(i / 150) % FAULTS.length] }];
    if (i % 40 === 13) return [whole, { customerId, date, amount: -amount, order: `R${order}` }];
    return i % 5 === 0 ? lineItems(whole, amount) : [whole];
  });
}

function lineItems(order: OrderRow, amount: number): readonly OrderRow[] {
  const first = Math.floor(amount * 40) / 100;
  return [
    { ...order, amount: first },
    { ...order, amount: Math.round((amount - first) * 100) / 100 },
  ];
}

/** What goes wrong in exports. */
const FAULTS: readonly Partial<OrderRow>[] = [
  { customerId: "" },
  { date: "2025-02-30" },
  { amount: "12,50" },
  { date: "31.12.2024" },
  { amount: Number.NaN },
  { amount: "" },
  { customerId: "" },
  { date: "" },
];
