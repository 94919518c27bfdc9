import {
  type Accessor,
  type Column,
  checkAccessor,
  column,
  missingFieldHint,
  readValue,
} from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { type GroupValue, isGroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOption } from "../rows/options.ts";
import { anyHasField } from "../rows/unique-customers.ts";
import type { CauseTimes } from "./cumulative-incidence-curves.ts";
import { notEnoughDurations } from "./read-durations.ts";

/** Where rows say how long they were observed and what ended it. */
export interface CauseAccessors<Row> {
  /** Time from the start to the event or to the end of observation: finite, 0 or more, in any unit, the same for all. */
  readonly time: Accessor<Row, number>;
  /** What ended it: a text, a number or `true`; missing, `null`, `""`, `false` and 0 mean that nothing has so far (censored). */
  readonly cause: Accessor<Row, GroupValue>;
  /** Time since the start at which observation began (left truncation), 0 or more and below the time. Default: from the start. */
  readonly entry?: Accessor<Row, number>;
  /** For how many a row stands: a frequency of 0 or more. Default 1. */
  readonly weight?: Accessor<Row, number>;
}

/** Times of rows and the causes they name, in the order in which these first appear. */
export interface NamedCauseTimes {
  readonly times: CauseTimes;
  readonly causes: readonly GroupValue[];
}

/** Beyond this, frequencies could not be added without loss. */
const MOST_WEIGHT = 1e12;
/** Beyond this, it is no cause but an id. */
const MOST_CAUSES = 100;

/** Reads rows, and throws all that is wrong with them at once. Rows of weight 0 are left out. */
export function readCauseTimes<Row>(rows: readonly Row[], accessors: CauseAccessors<Row>): NamedCauseTimes {
  const collector = new IssueCollector();
  const timeColumn = columnOf(rows, accessors.time, "time");
  const causeColumn = columnOf(rows, accessors.cause, "cause");
  const entryColumn = accessors.entry === undefined ? null : columnOf(rows, accessors.entry, "entry");
  const weightColumn = accessors.weight === undefined ? null : columnOf(rows, accessors.weight, "weight");
  const time = new Float64Array(rows.length);
  const cause = new Int32Array(rows.length);
  const entry = entryColumn === null ? null : new Float64Array(rows.length);
  const weight = weightColumn === null ? null : new Float64Array(rows.length);
  const causes: GroupValue[] = [];
  const codeOf = new Map<unknown, number>();
  let kept = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (typeof row !== "object" || row === null) {
      collector.add("invalid_row", i, "row", row, () => `${quoted(row)} is no row: pass objects.`);
      continue;
    }
    const stands = weightColumn === null ? 1 : readValue(row, weightColumn);
    if (!isWithin(stands, 0, MOST_WEIGHT)) {
      report(collector, "weight", i, weightColumn as Column<Row>, stands, "a number from 0 to 1e12");
    }
    const at = readValue(row, timeColumn);
    const timed = isWithin(at, 0, Number.MAX_VALUE);
    if (!timed) report(collector, "duration", i, timeColumn, at, "a finite number of at least 0");
    const began = entryColumn === null ? 0 : (readValue(row, entryColumn) ?? 0);
    if (!isWithin(began, 0, Number.MAX_VALUE) || (timed && began > 0 && began >= at)) {
      report(collector, "entry", i, entryColumn as Column<Row>, began, "a number from 0 to below the time");
    }
    const named = readValue(row, causeColumn);
    let code = isCensored(named) ? -1 : codeOf.get(named);
    if (code === undefined) {
      if (!isGroupValue(named)) {
        report(collector, "event", i, causeColumn, named, "a text, a finite number or true, or missing");
        continue;
      }
      if (stands === 0) continue;
      code = causes.push(named) - 1;
      codeOf.set(named, code);
    }
    if (stands === 0) continue;
    time[kept] = (at as number) + 0;
    cause[kept] = code;
    if (entry !== null) entry[kept] = began === 0 ? -1 : (began as number);
    if (weight !== null) weight[kept] = stands as number;
    kept += 1;
  }
  collector.throwIfAny();
  if (kept === 0)
    throw notEnoughDurations("rows", "There are no rows that stand for anybody: pass at least one.");
  checkOption("cause", causes.length, causes.length <= MOST_CAUSES ? null : tooManyCauses(causes.length));
  const times = {
    time: time.subarray(0, kept),
    cause: cause.subarray(0, kept),
    entry: entry === null || entry.every((value) => value <= 0) ? null : entry.subarray(0, kept),
    weight: weight === null ? null : weight.subarray(0, kept),
  };
  return { times, causes };
}

function tooManyCauses(count: number): string {
  return `There are ${count} causes: at most ${MOST_CAUSES} can compete. Is this an id? Form groups first.`;
}

function isCensored(value: unknown): boolean {
  return value === undefined || value === null || value === "" || value === false || value === 0;
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

/** Resolves an accessor; a misspelt name of a field is refused, as it would make everybody censored. */
function columnOf<Row>(rows: readonly Row[], accessor: unknown, name: string): Column<Row> {
  checkAccessor(name, accessor);
  const read = column<Row>(accessor, name);
  if (read.key !== null && rows.length > 0 && !anyHasField(rows, read.key)) {
    const message = `No row has the field.${missingFieldHint(rows[0], read.key)}`;
    throw new DataError([{ code: "missing_key", row: null, field: read.key, value: null, message }]);
  }
  return read;
}

function report<Row>(
  collector: IssueCollector,
  what: "duration" | "event" | "entry" | "weight",
  row: number,
  { field }: Column<Row>,
  value: unknown,
  wanted: string,
): void {
  collector.add(`invalid_${what}`, row, field, value, () =>
    value === undefined || value === null
      ? `It is missing: pass ${wanted}.`
      : `${quoted(value)} is not ${wanted}.`,
  );
}
