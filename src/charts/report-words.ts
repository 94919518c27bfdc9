import type { AuditWords } from "../audit/describe-amounts.ts";
import type { ReportLabels } from "../locales/chart-labels-report.ts";
import type { Locale } from "../locales/locale.ts";
import { fillTemplate } from "../text/text-format.ts";
import { chartAmounts } from "./chart-amounts.ts";
import { shareText } from "./share-text.ts";

/** How the figures of a report are written. */
export interface ReportWords extends AuditWords {
  readonly locale: Locale;
  readonly labels: ReportLabels;
}

export function reportWords(locale: Locale, currency: string | null): ReportWords {
  return { locale, currency, labels: locale.charts.report };
}

/** The heading of a column of amounts. */
export function amountHeading(heading: string, { currency, labels }: ReportWords): string {
  return currency === null ? heading : fillTemplate(labels.withCurrency, { heading, currency });
}

/** Amounts of one table, all with cents or all without. */
export function amountTexts(
  amounts: readonly (number | null)[],
  { locale }: ReportWords,
): (amount: number | null) => string {
  return chartAmounts(amounts, locale).text;
}

/** A share with a decimal. */
export function shareCell(share: number | null, { locale }: ReportWords): string {
  return shareText(share, locale, 1);
}
