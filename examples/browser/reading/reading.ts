import type { DateFormat } from "../../demo/settings.ts";

/** The marks that may stand between fields. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** What a column of the file may hold. */
export const COLUMN_ROLES = ["customer", "date", "amount", "order"] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** How a file of orders is to be read; columns are named by their headings, `null` for none. */
export interface Reading {
  readonly delimiter: Delimiter;
  readonly decimalMark: "." | ",";
  readonly dateFormat: DateFormat;
  readonly columns: Readonly<Record<ColumnRole, string | null>>;
}

/** The beginning of a file, and how it should probably be read. */
export interface Preview {
  /** Different names for all columns, also where the file repeats one or leaves it empty. */
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly guess: Reading;
}
