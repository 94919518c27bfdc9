import type { TimeUnit } from "clientele";

/** What the report is made with. */
export interface Settings {
  /** `null`: the last day of the data. */
  readonly asOf: string | null;
  readonly timeZone: string;
  /** Unit of time of the model. */
  readonly unit: TimeUnit;
  readonly horizonMonths: number;
  /** Per year. */
  readonly discountRate: number;
  /** Share of revenue. */
  readonly marginRate: number;
  readonly newMonths: number;
  readonly activeMonths: number;
  readonly lostMonths: number;
}

/** How dates are written in a file. */
export type DateFormat = "iso" | "dmy" | "mdy";

/** Where a file is and how to read it. */
export interface FileSettings {
  /** Path, or `-` for standard input. */
  readonly path: string;
  readonly delimiter: string;
  readonly dateFormat: DateFormat;
  /** `null`: a point, and nothing groups thousands. */
  readonly decimalMark: "." | "," | null;
  readonly columns: FileColumns;
}

/** Names of columns. */
export interface FileColumns {
  readonly customer: string;
  readonly date: string;
  readonly amount: AmountColumns;
  readonly order: string | null;
}

/** An amount stands in a column, or is a product of two. */
export type AmountColumns =
  | { readonly kind: "column"; readonly amount: string }
  | { readonly kind: "product"; readonly quantity: string; readonly price: string };
