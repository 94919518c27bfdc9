import type { Locale } from "../locales/locale.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { MatrixCell } from "./history-matrix.ts";

/** The extremes of a matrix in words, for the places of a description. */
export function extremesOf(
  cells: readonly MatrixCell[],
  unit: TimeUnit,
  text: (value: number) => string,
  locale: Locale,
): Readonly<Record<"least" | "leastAt" | "most" | "mostAt", string>> {
  const least = cells.reduce((best, cell) => (cell.value < best.value ? cell : best));
  const most = cells.reduce((best, cell) => (cell.value > best.value ? cell : best));
  const at = ({ frequency, recency }: MatrixCell): string => {
    return fillTemplate(locale.charts.models.alive.cell, {
      frequency: formatNumber(frequency, 0, locale.format),
      recency: ageText(recency, unit, locale),
    });
  };
  return { least: text(least.value), leastAt: at(least), most: text(most.value), mostAt: at(most) };
}

/** An age with its unit, such as `39 weeks`. */
export function ageText(age: number, unit: TimeUnit, locale: Locale): string {
  return countText(age, locale.charts.models.periods[unit], locale.format);
}
