import { MILLISECONDS_PER_DAY, type OrderRow, type Orders } from "../reduction/workload.ts";

/** Customers by cohort and months since, as a triangle. */
export type Triangle = readonly (readonly number[])[];

/** Monthly cohorts as one writes them without a library: first months in a `Map`, then a `Set` of customers for every cell. */
export function cohortsOfRows(rows: readonly OrderRow<number>[]): Triangle {
  const firsts = new Map<string, number>();
  for (const { customerId, date } of rows) {
    const month = monthOf(date);
    const first = firsts.get(customerId);
    if (first === undefined || month < first) firsts.set(customerId, month);
  }
  const cells = new Map<string, Set<string>>();
  for (const { customerId, date } of rows) {
    const first = firsts.get(customerId) as number;
    const key = `${first} ${monthOf(date) - first}`;
    const cell = cells.get(key);
    if (cell) cell.add(customerId);
    else cells.set(key, new Set([customerId]));
  }
  return triangleOf((first, interval) => cells.get(`${first} ${interval}`)?.size ?? 0, [...firsts.values()]);
}

/** The same from columns with integer ids, with the month of each day looked up: as quick as `Map` and `Set` allow. */
export function cohortsOfColumns({ customer, day }: Orders): Triangle {
  const months = new Map<number, number>();
  const monthOfDay = (date: number): number => {
    let month = months.get(date);
    if (month === undefined) {
      month = monthOf(date * MILLISECONDS_PER_DAY);
      months.set(date, month);
    }
    return month;
  };
  const firsts = new Map<number, number>();
  for (let i = 0; i < customer.length; i++) {
    const id = customer[i] as number;
    const month = monthOfDay(day[i] as number);
    const first = firsts.get(id);
    if (first === undefined || month < first) firsts.set(id, month);
  }
  const cells = new Map<number, Set<number>>();
  for (let i = 0; i < customer.length; i++) {
    const id = customer[i] as number;
    const first = firsts.get(id) as number;
    const key = first * 1000 + monthOfDay(day[i] as number) - first;
    const cell = cells.get(key);
    if (cell) cell.add(id);
    else cells.set(key, new Set([id]));
  }
  return triangleOf((first, interval) => cells.get(first * 1000 + interval)?.size ?? 0, [...firsts.values()]);
}

function monthOf(instant: number): number {
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Rows until the last month in which a cohort began: the workload has buyers in every month. */
function triangleOf(
  sizeOf: (first: number, interval: number) => number,
  firsts: readonly number[],
): Triangle {
  const cohorts = [...new Set(firsts)].sort((one, other) => one - other);
  const [start = 0] = cohorts;
  return cohorts.map((first) =>
    Array.from({ length: start + MONTHS - first }, (_, interval) => sizeOf(first, interval)),
  );
}

/** Months of the workload's days. */
const MONTHS = 24;
