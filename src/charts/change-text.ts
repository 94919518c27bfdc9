import type { Locale } from "../locales/locale.ts";
import { shareText } from "./share-text.ts";

/** How far an expectation lies from what came, in per cent with its sign; a dash where nothing came. */
export function changeText(expected: number, actual: number, locale: Locale): string {
  if (actual === 0) return shareText(null, locale);
  const change = expected / actual - 1;
  const text = shareText(change, locale, 1);
  return change > 0 ? `+${text}` : text;
}
