import type { IsoDate } from "../time/civil-day.ts";

/** How numbers and dates are written; the machine's own locale never plays a part. */
export interface TextFormat {
  readonly decimalMark: string;
  /** Stands between groups of three digits. */
  readonly groupMark: string;
  /** A date with the places `{year}`, `{month}` and `{day}`. */
  readonly date: string;
}

/** Writes a number with a fixed number of decimals. */
export function formatNumber(value: number, decimals: number, format: TextFormat): string {
  const digits = Math.abs(value).toFixed(decimals);
  const sign = value < 0 && /[1-9]/.test(digits) ? "−" : "";
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, () => format.groupMark);
  return fraction === undefined ? sign + grouped : sign + grouped + format.decimalMark + fraction;
}

export function formatDate(date: IsoDate, format: TextFormat): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return fillTemplate(format.date, { year, month, day });
}

/** Puts values into the `{places}` of a text; a place that has no value stays as it is. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    return Object.hasOwn(values, name) ? (values[name] ?? place) : place;
  });
}
