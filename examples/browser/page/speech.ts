import type { Locale } from "clientele";
import { type Format, formatOf } from "../../demo/format.ts";
import { type Language, LOCALES } from "../language.ts";
import type { Texts } from "../texts/texts.ts";
import { textsDe } from "../texts/texts-de.ts";
import { textsEn } from "../texts/texts-en.ts";

/** A language: the page's words, the library's, and how figures are written. */
export interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  readonly locale: Locale;
  readonly format: Format;
  /** A whole number. */
  readonly count: (value: number) => string;
}

export function speechOf(language: Language): Speech {
  const locale = LOCALES[language];
  const format = formatOf(locale);
  const texts = language === "de" ? textsDe : textsEn;
  return { language, texts, locale, format, count: (value) => format.number(value, 0) };
}
