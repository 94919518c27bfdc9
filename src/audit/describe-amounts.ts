import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { AuditLocale } from "./labels.ts";

/** A language, and the currency that stands beside amounts; `null` for none. */
export interface AuditWords {
  readonly locale: AuditLocale;
  readonly currency: string | null;
}

/** How an amount is written. */
interface MoneyStyle {
  /** Whether a gain has a plus. */
  readonly signed?: boolean;
  /** Always to the cent. */
  readonly cents?: boolean;
}

/** From here on cents are left out. */
const LARGE_AMOUNT = 1000;

/** Shares so near to 0 or 1 are what rounding left of it. */
const ROUNDING = 1e-12;

/** An amount: from a thousand on whole, below with cents. */
export function moneyText(amount: number, words: AuditWords, style: MoneyStyle = {}): string {
  const { format, audit } = words.locale;
  const decimals = style.cents !== true && Math.abs(amount) >= LARGE_AMOUNT ? 0 : 2;
  const digits = formatNumber(Math.abs(amount), decimals, format);
  const { currency } = words;
  if (currency === null) return signOf(amount, digits, style.signed) + digits;
  const template = /\p{L}$/u.test(currency) ? audit.moneyWithWord : audit.moneyWithSign;
  return signOf(amount, digits, style.signed) + fillTemplate(template, { amount: digits, currency });
}

/** A share in per cent with one decimal; none for 0 and 1, and words for what a decimal would hide. */
export function shareText(share: number, { locale }: AuditWords): string {
  const { format, audit } = locale;
  const fill = (template: string, percent: number, decimals: number): string =>
    fillTemplate(template, { number: formatNumber(percent, decimals, format) });
  if (Math.abs(share) <= ROUNDING) return fill(audit.percent, 0, 0);
  if (Math.abs(share - 1) <= ROUNDING) return fill(audit.percent, 100, 0);
  if (share > 0 && share < 0.0005) return fill(audit.percentBelow, 0.1, 1);
  if (share < 1 && share >= 0.9995) return fill(audit.percentAbove, 99.9, 1);
  return fill(audit.percent, 100 * share, Math.abs(share) < 10 ? 1 : 0);
}

/** A rate of growth in per cent with its sign. */
export function growthText(growth: number | null, words: AuditWords): string {
  const { format, audit } = words.locale;
  if (growth === null) return audit.noGrowth;
  const digits = formatNumber(Math.abs(100 * growth), Math.abs(growth) < 10 ? 1 : 0, format);
  return signOf(growth, digits, true) + fillTemplate(audit.percent, { number: digits });
}

/** A difference of shares in percentage points, without a mark. */
export function pointsText(difference: number, { locale }: AuditWords): string {
  const points = 100 * difference;
  const digits = formatNumber(Math.abs(points), Math.abs(points) < 0.1 ? 2 : 1, locale.format);
  return signOf(points, digits, true) + digits;
}

/** A share that somebody chose, in per cent. */
export function limitText(share: number, words: AuditWords): string {
  return fillTemplate(words.locale.audit.percent, { number: limitNumber(share, words) });
}

/** The same without the mark, with as many decimals as it has, two at most. */
export function limitNumber(share: number, { locale }: AuditWords): string {
  const percent = Number((100 * share).toFixed(2));
  const decimals = String(percent).split(".")[1]?.length ?? 0;
  return formatNumber(percent, decimals, locale.format);
}

/** The sign before digits; none before those of 0. */
function signOf(value: number, digits: string, plus = false): string {
  if (!/[1-9]/.test(digits)) return "";
  return value < 0 ? "−" : plus ? "+" : "";
}
