import type { Locale } from "../locales/locale.ts";
import { shareText } from "./share-text.ts";

/** A probability in whole per cent; what is not 0 does not read so. */
export function probabilityText(probability: number, locale: Locale): string {
  const isTrifle = probability > 0 && probability < 0.005;
  return isTrifle ? `<${shareText(0.01, locale)}` : shareText(probability, locale);
}
