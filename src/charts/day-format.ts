import type { Locale } from "../locales/locale.ts";
import { fillTemplate } from "../text/text-format.ts";

/** How Vega writes a day in a language, by numbers alone, since it knows no names of months in any language but English. */
export function dayFormat({ format }: Locale): string {
  return fillTemplate(format.date, { year: "%Y", month: "%m", day: "%d" });
}
