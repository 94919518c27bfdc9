import type { Locale } from "../locales/locale.ts";
import { formatNumber } from "../text/text-format.ts";

/** Stands for a figure that is none. */
export const NO_FIGURE = "–";

/** The sign of per cent in a language, as the axes write it. */
export function percentSign({ language }: Locale): string {
  return language.startsWith("en") ? "%" : "\u00a0%";
}

/** Writes a share in per cent; a dash for none. */
export function shareText(share: number | null, locale: Locale, decimals = 0): string {
  if (share === null) return NO_FIGURE;
  return formatNumber(share * 100, decimals, locale.format) + percentSign(locale);
}

/** Writes the limits of a share in per cent, such as `12–34%`; a dash for none. */
export function shareLimits(lower: number | null, upper: number | null, locale: Locale): string {
  if (lower === null || upper === null) return NO_FIGURE;
  return `${formatNumber(lower * 100, 0, locale.format)}–${shareText(upper, locale)}`;
}
