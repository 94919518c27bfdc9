import type { Locale } from "../locales/locale.ts";
import type { Horizon } from "../models/horizon.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";

/** A checked horizon in words: `39 weeks`, or `2025-01-01 to 2025-12-31`. */
export function horizonText(horizon: Horizon, { charts, format }: Locale): string {
  const { periods, span } = charts.models;
  if ("from" in horizon) {
    const { from, until } = horizon;
    return fillTemplate(span, { from: formatDate(from, format), until: formatDate(until, format) });
  }
  const { years = 0, months = 0, weeks = 0, days = 0 } = horizon;
  const parts = [
    [years, periods.year],
    [months, periods.month],
    [weeks, periods.week],
    [days, periods.day],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, label]) => countText(count, label, format))
    .join(", ");
}
