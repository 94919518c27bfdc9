import type { DateFormat } from "./settings.ts";

/** Turns dates with day or month first into ISO dates; anything else stays as it is, for the library to judge. */
export function dateReader(format: DateFormat): (text: string) => string {
  if (format === "iso") return (text) => text;
  return (text) => {
    const match = DAY_AND_MONTH_FIRST.exec(text);
    if (match === null) return text;
    const [, first = "", second = "", year = "", rest = ""] = match;
    const [day, month] = format === "dmy" ? [first, second] : [second, first];
    return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${rest}`;
  };
}

/** 31.12.2025, 31/12/2025, 1-2-2025 14:30:00 */
const DAY_AND_MONTH_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})([T ]\d{2}:\d{2}.*)?$/;
