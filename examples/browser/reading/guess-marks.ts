import type { DateFormat } from "../../demo/settings.ts";
import { DELIMITERS, type Delimiter } from "./reading.ts";

/** The delimiter that stands most often in the heading, outside of quotation marks. */
export function guessDelimiter(text: string): Delimiter {
  const [line = ""] = text.split(/\r\n|\n|\r/, 1);
  const bare = line.replace(/"[^"]*"/g, "");
  const count = (mark: Delimiter): number => bare.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The mark before the cents that most amounts have; where they do not tell, files with semicolons have a comma. */
export function guessDecimalMark(amounts: readonly string[], delimiter: Delimiter): "." | "," {
  const marks = amounts.map(decimalMarkOf);
  const commas = marks.filter((mark) => mark === ",").length;
  const points = marks.filter((mark) => mark === ".").length;
  if (commas === points) return delimiter === ";" ? "," : ".";
  return commas > points ? "," : ".";
}

/** `null` where the only mark has three digits behind it, and may part thousands as well. */
function decimalMarkOf(amount: string): "." | "," | null {
  const match = /([.,])(\d*)[^\d.,]*$/.exec(amount);
  if (match === null) return null;
  const [, mark, digits = ""] = match;
  const last = mark === "," ? "," : ".";
  const other = mark === "," ? "." : ",";
  if (amount.split(last).length > 2) return other;
  return digits.length === 3 && !amount.includes(other) ? null : last;
}

/** What stands first in most dates; where day and month are both possible, those with points begin with the day. */
export function guessDateFormat(dates: readonly string[]): DateFormat {
  const votes: Record<DateFormat, number> = { iso: 0, dmy: 0, mdy: 0 };
  let isDayFirst = false;
  for (const date of dates) {
    const match = /^(\d{1,2})([./-])(\d{1,2})[./-]\d{4}/.exec(date);
    const [, first, mark, second] = match ?? [];
    if (match === null) votes.iso += 1;
    else if (mark === "." || Number(first) > 12) isDayFirst = true;
    if (match !== null) votes[Number(second) > 12 ? "mdy" : "dmy"] += 1;
  }
  if (votes.iso >= votes.dmy + votes.mdy) return "iso";
  return isDayFirst && votes.dmy >= votes.mdy ? "dmy" : "mdy";
}
