import type { Report } from "../analysis/report.ts";
import { type Content, element } from "./element.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** The base in numbers. */
export function baseSection({ base }: Report, { texts, format, count }: Speech): readonly Content[] {
  const words = texts.base;
  const returns = `${count(base.returns)} (${format.money(base.returnedAmount)})`;
  const rows = [
    [words.period, words.fromTo(format.date(base.from), format.date(base.asOf))],
    [words.rows, count(base.rows)],
    [words.purchases, count(base.purchases)],
    [words.returns, returns],
    [words.customers, count(base.customers)],
    [words.repeatCustomers, count(base.repeatCustomers)],
    ...(base.withoutPurchase === 0 ? [] : [[words.withoutPurchase, count(base.withoutPurchase)]]),
    [words.revenue, format.money(base.revenue)],
    [words.perCustomer, format.money(base.revenue / base.customers)],
  ];
  const heading = element("h3", {}, words.heading(format.date(base.asOf)));
  return [heading, tableOf({ caption: words.caption, head: [], rows })];
}
