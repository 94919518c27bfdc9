import { type CountLabel, countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type { ClassifiedCustomer } from "./classified-customer.ts";
import type { ClassificationLocale } from "./labels.ts";

/**
 * Says in one sentence why a customer belongs to the class.
 *
 * It tells the rule that decided and the figures that it looked at; amounts have two decimals and no currency, as the library knows none.
 *
 * @param row - A row of `classifyCustomers`.
 * @param locale - `en`, `de`, or an object of your own with the same labels.
 * @returns A sentence.
 *
 * @example
 * import { classifyCustomers, de, en, explainClass, transactionLog } from "clientele";
 *
 * const log = transactionLog([{ customerId: "Ben", date: "2024-02-01", amount: 20 }]);
 * const ben = classifyCustomers(log, { asOf: "2025-12-31" }).rows[0];
 * ben && explainClass(ben, en); // => "No activity in the active window: 1 purchase in all, the last one on 2024-02-01; since then 699 days."
 * ben && explainClass(ben, de); // => "Keine Aktivität im Aktivzeitraum: insgesamt 1 Kauf, zuletzt am 01.02.2024; seitdem 699 Tage."
 */
export function explainClass(row: ClassifiedCustomer, locale: ClassificationLocale): string {
  const { format, classification: labels } = locale;
  const date = (day: IsoDate | null): string => (day === null ? labels.never : formatDate(day, format));
  const money = (amount: number): string => formatNumber(amount, 2, format);
  const count = (number: number | null, label: CountLabel): string => countText(number ?? 0, label, format);
  return fillTemplate(labels.reasons[row.reason], {
    firstPurchase: date(row.firstPurchase),
    lastPurchase: date(row.lastPurchase),
    lastActivity: date(row.lastActivity),
    terminatedOn: date(row.terminatedOn),
    backOn: date(row.backOn),
    purchases: count(row.purchases, labels.counts.purchases),
    purchasesInWindow: count(row.purchasesInWindow, labels.counts.purchases),
    contacts: count(row.contacts, labels.counts.contacts),
    silence: count(row.silenceDays, labels.counts.days),
    usualGap: count(row.usualGap, labels.counts.days),
    backAfter: count(row.backAfterDays, labels.counts.days),
    revenueInWindow: money(row.revenueInWindow),
    revenueBefore: money(row.revenueBefore),
    usualGapOf: labels.usualGapOf[row.usualGapOf ?? "own"],
  });
}
