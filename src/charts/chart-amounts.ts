import type { Locale } from "../locales/locale.ts";
import { formatNumber } from "../text/text-format.ts";
import { NO_FIGURE } from "./share-text.ts";

/** How all amounts of a chart are written: with cents if they are small. */
export interface ChartAmounts {
  /** For axes and tooltips. */
  readonly format: string;
  /** For labels and sentences; a dash for none. */
  readonly text: (amount: number | null) => string;
  /** The same with a sign before amounts above 0. */
  readonly change: (amount: number) => string;
}

const CENTS_BELOW = 100;

export function chartAmounts(amounts: readonly (number | null)[], locale: Locale): ChartAmounts {
  const largest = amounts.reduce<number>((most, amount) => Math.max(most, Math.abs(amount ?? 0)), 0);
  const decimals = largest < CENTS_BELOW ? 2 : 0;
  const text = (amount: number | null): string =>
    amount === null ? NO_FIGURE : formatNumber(amount, decimals, locale.format);
  return {
    format: `,.${decimals}f`,
    text,
    change: (amount) => (amount > 0 ? `+${text(amount)}` : text(amount)),
  };
}
