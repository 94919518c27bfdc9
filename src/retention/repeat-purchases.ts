import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { DayPlaces } from "./period-windows.ts";

/** Customers with a purchase in each period, and those with two or more; place p is the period that ends there. */
export interface RepeatPurchases {
  readonly buyers: Int32Array;
  readonly repeatBuyers: Int32Array;
}

export function repeatPurchases(
  { days, amounts, offsets }: TransactionLog,
  { enters, first }: DayPlaces,
  places: number,
  count: PurchaseCount,
): RepeatPurchases {
  const buyers = new Int32Array(places);
  const repeatBuyers = new Int32Array(places);
  for (let c = 0; c + 1 < offsets.length; c++) {
    const stop = offsets[c + 1] as number;
    let place = 0;
    let purchases = 0;
    let lastDay = first - 1;
    for (let i = offsets[c] as number; i < stop; i++) {
      const day = days[i] as number;
      const at = enters[day - first];
      if (at === undefined) break;
      if (at === 0 || !isPurchase(amounts[i] as number)) continue;
      if (at !== place) purchases = 0;
      else if (count === "purchase-days" && day === lastDay) continue;
      place = at;
      lastDay = day;
      purchases += 1;
      if (purchases === 1) buyers[at] = (buyers[at] as number) + 1;
      else if (purchases === 2) repeatBuyers[at] = (repeatBuyers[at] as number) + 1;
    }
  }
  return { buyers, repeatBuyers };
}
