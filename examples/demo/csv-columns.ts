import { nearest } from "./nearest.ts";
import type { OrderRow } from "./order-row.ts";
import { type AmountReader, amountReader } from "./parse-amount.ts";
import { dateReader } from "./parse-date.ts";
import type { AmountColumns, FileSettings } from "./settings.ts";
import type { ErrorTexts } from "./texts.ts";
import { UsageError } from "./usage-error.ts";

type CsvRow = readonly string[];

/** Finds the columns in the heading of a file; the result reads its rows, and is `null` for a row that does not fit the heading. */
export function orderRowReader(
  heading: CsvRow,
  file: FileSettings,
  errors: ErrorTexts,
): (row: CsvRow) => OrderRow | null {
  const heads = heading.map((name) => name.trim());
  const place = (flag: string, name: string): number =>
    columnPlace(heads, flag, name, file.delimiter, errors);
  const { columns } = file;
  const customer = place("--customer", columns.customer);
  const date = place("--date", columns.date);
  const readAmount = amountOf(columns.amount, place, amountReader(file.decimalMark));
  const order = columns.order === null ? null : place("--order", columns.order);
  const readDate = dateReader(file.dateFormat);
  return (row) => {
    if (row.length !== heads.length && !differsByEmptyCells(row, heads.length)) return null;
    const fields = {
      customerId: cell(row, customer),
      date: readDate(cell(row, date)),
      amount: readAmount(row),
    };
    return order === null ? fields : { ...fields, order: cell(row, order) };
  };
}

function cell(row: CsvRow, place: number): string {
  return (row[place] ?? "").trim();
}

/** Some programs leave out empty cells at the end, others write too many. Anything else means that cells have moved. */
function differsByEmptyCells(row: CsvRow, columns: number): boolean {
  return row.length < columns || row.slice(columns).every((extra) => extra.trim() === "");
}

function amountOf(
  columns: AmountColumns,
  place: (flag: string, name: string) => number,
  read: AmountReader,
): (row: CsvRow) => number | string {
  if (columns.kind === "column") {
    const amount = place("--amount", columns.amount);
    return (row) => read(cell(row, amount));
  }
  const quantity = place("--quantity", columns.quantity);
  const price = place("--price", columns.price);
  return (row) => product(read(cell(row, quantity)), read(cell(row, price)));
}

/** A text that is no number stands for the product, so that it is found and counted as what it is. */
function product(quantity: number | string, price: number | string): number | string {
  if (typeof quantity === "string") return quantity;
  return typeof price === "string" ? price : quantity * price;
}

function columnPlace(
  heads: readonly string[],
  flag: string,
  name: string,
  delimiter: string,
  errors: ErrorTexts,
): number {
  const place = heads.indexOf(name);
  if (place < 0) {
    const other = otherDelimiter(heads, delimiter);
    throw new UsageError(
      other === null
        ? errors.noColumn(flag, name, heads.map(shown), nearest(name, heads))
        : errors.wrongDelimiter(flag, name, other),
    );
  }
  if (heads.includes(name, place + 1)) throw new UsageError(errors.columnTwice(name));
  return place;
}

/** The delimiter that a heading of a single column was probably written with, in the form the option takes. */
function otherDelimiter(heads: readonly string[], delimiter: string): string | null {
  const [only = "", second] = heads;
  if (second !== undefined) return null;
  const found = [";", "\t", ",", "|"].find((mark) => mark !== delimiter && only.includes(mark));
  return found === "\t" ? "tab" : (found ?? null);
}

const LONGEST_NAME = 40;

function shown(name: string): string {
  const plain = name.replace(/\p{C}/gu, "");
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME)}…` : plain;
}
