/** Why a row or an option was refused. The codes are stable; their wording lives in `message` and in the locales. */
export type IssueCode =
  | "missing_customer"
  | "invalid_customer"
  | "duplicate_customer"
  | "missing_date"
  | "invalid_date"
  | "impossible_date"
  | "missing_amount"
  | "text_amount"
  | "nan_amount"
  | "infinite_amount"
  | "invalid_amount"
  | "negative_amount"
  | "amount_overflow"
  | "missing_margin"
  | "text_margin"
  | "nan_margin"
  | "infinite_margin"
  | "invalid_margin"
  | "missing_order"
  | "invalid_order"
  | "missing_kind"
  | "invalid_kind"
  | "invalid_row"
  | "unequal_columns"
  | "invalid_duration"
  | "invalid_event"
  | "invalid_entry"
  | "invalid_weight"
  | "missing_covariate"
  | "invalid_covariate"
  | "missing_value"
  | "invalid_value"
  | "missing_group"
  | "invalid_group"
  | "end_before_start"
  | "duplicate_subscription"
  | "missing_status"
  | "unknown_status"
  | "missing_decision"
  | "decision_of_open"
  | "decided_before_submitted"
  | "duplicate_offer"
  | "negative_value"
  | "missing_key"
  | "invalid_key"
  | "invalid_option"
  | "invalid_history"
  | "not_enough_data"
  | "invalid_model";

/** One thing that is wrong with the input, as plain data. */
export interface Issue {
  readonly code: IssueCode;
  /** Index of the row in the input, from 0; `null` if the issue is not about a row. */
  readonly row: number | null;
  /** Name of the column, or path of the option. */
  readonly field: string;
  /** What stood there. Long texts are cut, objects are described, so that an issue can always be printed and stored. */
  readonly value: string | number | boolean | null;
  /** What is wrong and what to do, in English. */
  readonly message: string;
}

const LONGEST_VALUE = 80;

/** Turns anything into something that can be printed, stored and sent. */
export function plainValue(value: unknown): Issue["value"] {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return shortened(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (typeof value === "bigint") return `${shortened(String(value))}n`;
  return `[${Array.isArray(value) ? "array" : typeof value}]`;
}

/** Writes a value into a message: texts in quotes, so that `"12"` and `12` can be told apart. */
export function quoted(value: unknown): string {
  const plain = plainValue(value);
  return typeof value === "string" ? JSON.stringify(plain) : String(plain);
}

function shortened(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
