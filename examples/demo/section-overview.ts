import type { TransactionLog } from "clientele";
import type { Analysis } from "./analysis.ts";
import { facts, printable } from "./facts.ts";
import type { Format } from "./format.ts";
import type { Section } from "./report.ts";
import type { Speech } from "./speech.ts";
import { sumOf } from "./sums.ts";
import type { OverviewTexts } from "./texts.ts";

/** What was read. */
export function overview(analysis: Analysis, { texts: { overview: texts }, format }: Speech): Section {
  const { log, seen, base } = analysis;
  const count = (value: number): string => format.number(value, 0);
  const rows = texts.rows(count(log.rows), log.skipped.total, count(log.skipped.total));
  const source = [texts.source, printable(analysis.source)] as const;
  if (base === null)
    return { heading: texts.headingWithoutData, lines: facts([source, [texts.rowsName, rows]]) };

  const later = log.amounts.length - seen.amounts.length;
  const strangers = base.customers.withoutPurchase.customers;
  return {
    heading: texts.heading(format.date(analysis.asOf)),
    lines: facts([
      source,
      [texts.period, texts.fromTo(format.date(seen.from ?? ""), format.date(analysis.asOf))],
      [texts.rowsName, rows],
      [
        texts.transactionsName,
        transactionsText(seen, texts, format) + (later > 0 ? texts.later(count(later)) : ""),
      ],
      [texts.customersName, texts.customers(count(seen.customerIds.length), strangers, count(strangers))],
      [texts.revenueName, texts.revenue(format.money(sumOf(seen.amounts)))],
    ]),
  };
}

function transactionsText(
  { amounts, returns }: TransactionLog,
  texts: OverviewTexts,
  format: Format,
): string {
  const count = (value: number): string => format.number(value, 0);
  if (returns.transactions === 0) return texts.purchasesOnly(count(amounts.length));
  return texts.transactions({
    transactions: count(amounts.length),
    purchases: count(amounts.length - returns.transactions),
    returns: count(returns.transactions),
    amount: format.money(returns.amount),
  });
}
