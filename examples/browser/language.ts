import { de, en, type Locale } from "clientele";

/** A language of the page. */
export type Language = "en" | "de";

export const LOCALES: Readonly<Record<Language, Locale>> = { en, de };
