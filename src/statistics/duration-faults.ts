import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import type { DurationArrays } from "./read-durations.ts";

/** The fields of an observed duration. */
export type DurationField = "duration" | "event" | "entry" | "weight";

/** Where the values of the input stand, for telling the user what was wrong with them. */
export interface DurationInput {
  /** What issues call a field. */
  fieldOf(field: DurationField): string;
  rowOf(row: number): unknown;
  valueOf(row: number, field: DurationField): unknown;
}

// Codes of events besides 0 and 1.
export const INVALID_EVENT = 2;
export const NO_ROW = 3;

/** Beyond this, frequencies could not be added without loss. */
const MOST_WEIGHT = 1e12;

/** Notes every value that cannot be. */
export function reportFaults(arrays: DurationArrays, input: DurationInput, collector: IssueCollector): void {
  const { duration, event, entry, weight } = arrays;
  for (let i = 0; i < duration.length; i++) {
    const time = duration[i] as number;
    if (event[i] === NO_ROW) {
      reportRow(collector, input, i);
      continue;
    }
    const timed = time > 0 && time < Number.POSITIVE_INFINITY;
    if (!timed)
      report(collector, input, i, "duration", "is no duration: it must be a finite number above 0.");
    if (event[i] === INVALID_EVENT) {
      report(
        collector,
        input,
        i,
        "event",
        "is no event: say true or 1 if it happened, false or 0 if not yet.",
      );
    }
    if (entry !== null && !isEntry(entry[i] as number, timed ? time : Number.POSITIVE_INFINITY)) {
      report(collector, input, i, "entry", "is no entry: it must be a number from 0 to below the duration.");
    }
    if (weight !== null && !((weight[i] as number) >= 0 && (weight[i] as number) <= MOST_WEIGHT)) {
      report(collector, input, i, "weight", "is no weight: it must be a number from 0 to 1e12.");
    }
  }
}

function isEntry(entry: number, before: number): boolean {
  return entry >= 0 && entry < before;
}

function report(
  collector: IssueCollector,
  input: DurationInput,
  row: number,
  field: DurationField,
  trouble: string,
): void {
  const value = input.valueOf(row, field);
  collector.add(`invalid_${field}`, row, input.fieldOf(field), value, () =>
    value === undefined || value === null ? `The ${field} is missing.` : `${quoted(value)} ${trouble}`,
  );
}

function reportRow(collector: IssueCollector, input: DurationInput, row: number): void {
  const value = input.rowOf(row);
  collector.add(
    "invalid_row",
    row,
    "row",
    value,
    () => `${quoted(value)} is no row: write it like { duration: 12, event: true }.`,
  );
}
