import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { PeriodTable } from "./period-table.ts";

/** For each longer period: its customers, their shorter periods with a purchase, and the squares of these numbers. */
export interface PeriodActivity {
  readonly customers: Float64Array;
  readonly periods: Float64Array;
  readonly squares: Float64Array;
}

export function periodActivity(log: TransactionLog, outer: PeriodTable, inner: PeriodTable): PeriodActivity {
  const { days, amounts, offsets } = log;
  const places = (outer.periods[outer.periods.length - 1] ?? -1) + 1;
  const customers = new Float64Array(places);
  const periods = new Float64Array(places);
  const squares = new Float64Array(places);
  for (let c = 0; c + 1 < offsets.length; c++) {
    let period = -1;
    let part = -1;
    let parts = 0;
    for (let i = offsets[c] as number; i < (offsets[c + 1] as number); i++) {
      const day = (days[i] as number) - outer.first;
      if (day >= outer.periods.length) break;
      if (!isPurchase(amounts[i] as number) || inner.periods[day] === part) continue;
      part = inner.periods[day] as number;
      const place = outer.periods[day] as number;
      parts = place === period ? parts + 1 : 1;
      period = place;
      if (parts === 1) customers[place] = (customers[place] as number) + 1;
      periods[place] = (periods[place] as number) + 1;
      // n² − (n − 1)²
      squares[place] = (squares[place] as number) + 2 * parts - 1;
    }
  }
  return { customers, periods, squares };
}
