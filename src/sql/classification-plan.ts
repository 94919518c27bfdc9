import { DEFAULT_ACTIVE_WINDOW } from "../classification/activity-limits.ts";
import { classificationLimits, type Limits } from "../classification/classification-limits.ts";
import type { ClassificationOptions } from "../classification/options.ts";
import { checkNames } from "../rows/options.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { tableDay } from "./table-day.ts";
import { checkTransactionTable, type TransactionTable } from "./transaction-table.ts";

/** The limits between the lifecycle classes, for an engine that sees transactions only. */
export interface ClassificationSqlOptions
  extends Omit<ClassificationOptions, "asOf" | "activity" | "interactions" | "prospects" | "contacts"> {
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. */
  readonly asOf: DateInput;
}

const NAMES = {
  asOf: true,
  activeWindow: true,
  newWithin: true,
  lostAfter: true,
  regularOrders: true,
  overdueFactor: true,
  declineRatio: true,
  count: true,
} satisfies Record<keyof ClassificationSqlOptions, true>;

/** The limits between the classes of a table that can be read. */
export function checkedClassification(source: TransactionTable, options: ClassificationSqlOptions): Limits {
  checkCall(source, options);
  return classificationLimits(options, tableDay(source, "asOf", options.asOf));
}

/** The same where only the active window matters: the others are set so that they fit any. */
export function checkedActivity(source: TransactionTable, options: ClassificationSqlOptions): Limits {
  checkCall(source, options);
  const { activeWindow = DEFAULT_ACTIVE_WINDOW } = options;
  return checkedClassification(source, { ...options, newWithin: activeWindow, lostAfter: activeWindow });
}

function checkCall(source: TransactionTable, options: ClassificationSqlOptions): void {
  checkTransactionTable(source);
  checkNames("options", options, NAMES);
}
