import type { Locale } from "../locales/locale.ts";
import { shareText } from "./share-text.ts";

/** Below this share a whole number of per cent says too little. */
const SMALL = 0.1;

/** Writes a share in per cent, small ones with a decimal; a dash for none. */
export function fineShareText(share: number | null, locale: Locale): string {
  return shareText(share, locale, share !== null && share !== 0 && Math.abs(share) < SMALL ? 1 : 0);
}
