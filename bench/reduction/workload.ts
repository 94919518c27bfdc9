import { uniform } from "../tools/uniform.ts";

/** Orders to be reduced to customers, column by column; customers are numbered from 0. */
export interface Orders {
  readonly customers: number;
  readonly customer: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
}

export const FIRST_DAY = 19_723; // 2024-01-01
export const DAYS = 730;
export const MILLISECONDS_PER_DAY = 86_400_000;

/** Orders of random customers on random days, in no order; the same for the same size on every machine. */
export function randomOrders(rows: number, customers: number): Orders {
  const random = uniform(20_240_101);
  const customer = new Int32Array(rows);
  const day = new Int32Array(rows);
  const amount = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    customer[i] = Math.floor(random() * customers);
    day[i] = FIRST_DAY + Math.floor(random() * DAYS);
    amount[i] = Math.floor(100 + random() * 20_000) / 100;
  }
  return { customers, customer, day, amount };
}

/** Customer numbers as a shop's database gives them: ascending, with gaps. */
export function integerIds({ customer }: Orders): Int32Array {
  return customer.map((c) => 100_000 + 3 * c);
}

/** How the text ids look: customer numbers of 8 characters, or UUIDs of 36. */
export type TextIdLength = 8 | 36;

/**
 * Text ids, a new string for each row, as a driver or a parser delivers them: flat, and with no hash computed yet.
 */
export function textIds({ customer, customers }: Orders, length: TextIdLength): string[] {
  const write = idWriter(customers, length);
  const ids = new Array<string>(customer.length);
  for (let i = 0; i < customer.length; i++) ids[i] = write(customer[i] as number);
  return ids;
}

/** Writes the id of a customer as a new string at each call. */
export function idWriter(customers: number, length: TextIdLength): (customer: number) => string {
  const bytes = Buffer.alloc(customers * length);
  for (let c = 0; c < customers; c++) bytes.write(textId(c, length), c * length, "latin1");
  return (c) => bytes.toString("latin1", c * length, (c + 1) * length);
}

function textId(customer: number, length: TextIdLength): string {
  if (length === 8) return `K${String(customer).padStart(7, "0")}`;
  const hex = (salt: number): string =>
    (Math.imul(customer + salt, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  const digits = hex(1) + hex(7) + hex(31) + customer.toString(16).padStart(8, "0");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join("-");
}

/** An order as an object, as most programs hold it. */
export interface OrderRow<DateForm> {
  readonly customerId: string;
  readonly date: DateForm;
  readonly amount: number;
}

/** The orders as objects, with dates in the form that is wanted; each string is a new one. */
export function orderRows<DateForm>(
  orders: Orders,
  dateOf: (day: number, row: number) => DateForm,
): OrderRow<DateForm>[] {
  const write = idWriter(orders.customers, 8);
  const rows = new Array<OrderRow<DateForm>>(orders.customer.length);
  for (let i = 0; i < rows.length; i++) {
    rows[i] = {
      customerId: write(orders.customer[i] as number),
      date: dateOf(orders.day[i] as number, i),
      amount: orders.amount[i] as number,
    };
  }
  return rows;
}

/** An instant on a day, in epoch milliseconds: orders come in around the clock. */
export function instantOn(day: number, row: number): number {
  return day * MILLISECONDS_PER_DAY + ((Math.imul(row, 0x9e3779b1) >>> 0) % MILLISECONDS_PER_DAY);
}

/** Writes days as `YYYY-MM-DD`, a new string at each call. */
export function isoDateWriter(): (day: number) => string {
  const bytes = Buffer.alloc(DAYS * 10);
  for (let d = 0; d < DAYS; d++) {
    bytes.write(new Date((FIRST_DAY + d) * MILLISECONDS_PER_DAY).toISOString(), d * 10, 10, "latin1");
  }
  return (day) => bytes.toString("latin1", (day - FIRST_DAY) * 10, (day - FIRST_DAY + 1) * 10);
}
