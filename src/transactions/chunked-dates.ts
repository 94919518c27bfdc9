import { FIRST_CIVIL_DAY, LAST_CIVIL_DAY, MILLISECONDS_PER_DAY } from "../time/civil-day.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";
import { chunkedTexts, holdsTexts } from "./chunked-texts.ts";
import { chunkedTypeError } from "./chunked-type-error.ts";
import type { ChunkedColumn } from "./column-chunk.ts";
import type { TransactionColumnArrays } from "./columns.ts";
import { writeDays, writeMilliseconds } from "./int64-times.ts";
import { NullRows } from "./null-rows.ts";

/**
 * A column of dates.
 *
 * Days and times without a zone are the days they name. Instants become milliseconds, since only the options of the log say on which civil day
 * they fall. Texts are left as they are.
 */
export function chunkedDates(column: ChunkedColumn): TransactionColumnArrays["date"] {
  const kinds = new Set(column.chunks.map(({ values }) => kindOf(values)));
  kinds.delete("nothing");
  if (kinds.has("unknown") || kinds.size > 1) throw chunkedTypeError(column, READABLE);
  if (kinds.has("texts")) {
    const { codes, texts } = chunkedTexts(column);
    return Array.from(codes, (code) => (code < 0 ? null : (texts[code] as string)));
  }
  return kinds.has("instants") ? instantsOf(column) : daysOf(column);
}

const READABLE = "dates, timestamps and ISO texts";

function kindOf(values: ChunkedColumn["chunks"][number]["values"]): string {
  if (values.kind === "days" || values.kind === "nothing") return values.kind;
  if (values.kind === "times") return values.isInstant ? "instants" : "days";
  const isText = values.kind === "coded" ? values.isText : holdsTexts(values);
  return isText ? "texts" : "unknown";
}

function instantsOf({ rows, chunks }: ChunkedColumn): ArrayLike<number | null> {
  const nulls = new NullRows(rows);
  const instants = new Float64Array(rows);
  let start = 0;
  for (const chunk of chunks) {
    nulls.addChunk(chunk, start);
    const { values, length } = chunk;
    if (values.kind === "times")
      writeMilliseconds(values.halves, length, values.unit, instants.subarray(start));
    start += length;
  }
  return nulls.applyTo(instants);
}

function daysOf({ rows, chunks }: ChunkedColumn): TransactionColumnArrays["date"] {
  const nulls = new NullRows(rows);
  const [first] = chunks;
  let epochDays = new Int32Array(0);
  if (chunks.length === 1 && first?.values.kind === "days") {
    nulls.addChunk(first, 0);
    epochDays = first.values.days.subarray(0, rows) as Int32Array<ArrayBuffer>;
  } else {
    epochDays = new Int32Array(rows);
    let start = 0;
    for (const chunk of chunks) {
      nulls.addChunk(chunk, start);
      const { values, length } = chunk;
      if (values.kind === "days") epochDays.set(values.days.subarray(0, length), start);
      if (values.kind === "times") writeDays(values.halves, length, values.unit, epochDays.subarray(start));
      start += length;
    }
  }
  if (nulls.none) return { epochDays };
  const iso = isoDateWriter();
  return Array.from(epochDays, (day, row) => (nulls.has(row) ? null : dateOf(day, iso)));
}

/** A day as a text, which no time zone moves; one that no calendar has as a number that is no instant of it either. */
function dateOf(day: number, iso: (day: number) => string): string | number {
  if (day >= FIRST_CIVIL_DAY && day <= LAST_CIVIL_DAY) return iso(day);
  return (day < 0 ? day - 3 : day + 3) * MILLISECONDS_PER_DAY;
}
