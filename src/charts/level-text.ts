import type { Locale } from "../locales/locale.ts";
import { shareText } from "./share-text.ts";

/** The level of intervals in per cent, such as `95%` or `97.5%`. */
export function levelText(level: number, locale: Locale): string {
  const isWhole = Math.abs(level * 100 - Math.round(level * 100)) < 1e-6;
  return shareText(level, locale, isWhole ? 0 : 1);
}
