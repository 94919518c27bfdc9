import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { AuditLocale } from "./labels.ts";

/** A period by its name: `"2025"`, `"2025-Q1"`, `"2025-03"`, `"2025-W14"`, a day, or `"2025-01-01/2025-06-30"`. */
export function periodText(name: string, { format, audit }: AuditLocale): string {
  const [from = "", to] = name.split("/");
  if (to !== undefined) {
    return fillTemplate(audit.periods.span, { from: formatDate(from, format), to: formatDate(to, format) });
  }
  const [year = "", part, day] = name.split("-");
  if (day !== undefined) return formatDate(name, format);
  if (part === undefined) return fillTemplate(audit.periods.year, { year });
  if (part.startsWith("Q")) return fillTemplate(audit.periods.quarter, { year, quarter: part.slice(1) });
  if (part.startsWith("W")) return fillTemplate(audit.periods.week, { year, week: part.slice(1) });
  return fillTemplate(audit.periods.month, { year, month: part });
}

/** The first and last of several cohorts, or the only one. */
export function cohortsText(
  { first, last }: { readonly first: string; readonly last: string },
  locale: AuditLocale,
): string {
  const from = periodText(first, locale);
  if (first === last) return from;
  return fillTemplate(locale.audit.periods.range, { from, to: periodText(last, locale) });
}
