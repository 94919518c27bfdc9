import { de, en, type Locale } from "clientele";
import { type Format, formatOf } from "./format.ts";
import type { Texts } from "./texts.ts";
import { textsDe } from "./texts-de.ts";
import { textsEn } from "./texts-en.ts";

/** A language: the demo's own words, the library's, and how numbers are written. */
export interface Speech {
  readonly texts: Texts;
  readonly locale: Locale;
  readonly format: Format;
}

export function speech(language: "en" | "de"): Speech {
  const locale = language === "de" ? de : en;
  return { locale, texts: language === "de" ? textsDe : textsEn, format: formatOf(locale) };
}

/** The language asked for, before anything else of the command line is understood. */
export function languageOf(argv: readonly string[]): "en" | "de" {
  const isGerman = argv.some(
    (word, i) => word === "--lang=de" || (word === "--lang" && argv[i + 1] === "de"),
  );
  return isGerman ? "de" : "en";
}
