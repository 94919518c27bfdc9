export { de } from "./de.ts";
export { en } from "./en.ts";
export type { Locale, Term } from "./locale.ts";
