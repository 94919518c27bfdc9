import { Failure } from "../failure.ts";
import { distinctHeading, visitRecords } from "./csv-records.ts";
import { guessColumns } from "./guess-columns.ts";
import { guessDateFormat, guessDecimalMark, guessDelimiter } from "./guess-marks.ts";
import type { Delimiter, Preview } from "./reading.ts";

const RECORDS_SEEN = 101;

/** Enough for the records that are looked at; the rest of a long file need not be parsed. */
const CHARACTERS_SEEN = 500_000;

/** Reads the beginning of a file and guesses the rest of how to read it, with the delimiter that is given or guessed too. */
export function previewOrders(text: string, given: Delimiter | null): Preview {
  const delimiter = given ?? guessDelimiter(text.replace(/^\ufeff/, ""));
  const records: (readonly string[])[] = [];
  const take = (record: readonly string[]): void => void records.push(record);
  visitRecords(text.slice(0, CHARACTERS_SEEN), delimiter, take, RECORDS_SEEN);
  const [first, ...rows] = records;
  if (first === undefined || rows.length === 0) throw new Failure({ code: "empty" });
  const heading = distinctHeading(first);
  const columns = guessColumns(heading);
  const cellsOf = (name: string | null): string[] => {
    const place = name === null ? -1 : heading.indexOf(name);
    return rows.map((row) => (row[place] ?? "").trim());
  };
  const guess = {
    delimiter,
    decimalMark: guessDecimalMark(cellsOf(columns.amount), delimiter),
    dateFormat: guessDateFormat(cellsOf(columns.date)),
    columns,
  };
  return { heading, rows, guess };
}
