import type { Locale } from "clientele";

/** Writes numbers and dates in a language; the machine's own locale plays no part. */
export interface Format {
  number(value: number, decimals: number): string;
  money(value: number): string;
  /** A share in [0, 1]; "–" if there is none. */
  percent(share: number | null): string;
  /** With as many decimals as `like` needs for three significant digits; "–" if there is no value. */
  estimate(value: number | null, like: number | null): string;
  /** A date written YYYY-MM-DD. */
  date(iso: string): string;
}

const NONE = "–";
const SIGNIFICANT = 3;
const MOST_DECIMALS = 12;

export function formatOf({ language, format }: Locale): Format {
  const percentSign = language === "de" ? " %" : "%";
  const number = (value: number, decimals: number): string => {
    if (!Number.isFinite(value)) return value > 0 ? "∞" : NONE;
    if (Math.abs(value) >= 1e21) return value.toExponential(SIGNIFICANT).replace(".", format.decimalMark);
    const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
    const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, () => format.groupMark);
    const sign = value < 0 && /[1-9]/.test(whole + fraction) ? "−" : "";
    return sign + grouped + (fraction === "" ? "" : format.decimalMark + fraction);
  };
  return {
    number,
    money: (value) => number(value, 2),
    percent: (share) => (share === null ? NONE : number(share * 100, 1) + percentSign),
    estimate: (value, like) => (value === null ? NONE : number(value, significantDecimals(like ?? value))),
    date: (iso) => {
      const [year = "", month = "", day = ""] = iso.split("-");
      return format.date.replace("{year}", year).replace("{month}", month).replace("{day}", day);
    },
  };
}

function significantDecimals(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(MOST_DECIMALS, Math.max(0, SIGNIFICANT - 1 - magnitude));
}
