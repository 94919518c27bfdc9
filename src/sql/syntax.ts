import type { IsoDate } from "../time/civil-day.ts";
import type { SqlDialect } from "./dialect.ts";
import { quotedName, quotedText } from "./quoting.ts";

/**
 * How an engine writes the few things that engines write in different ways.
 *
 * All else is standard SQL that every engine understands. Expressions come in and go out as text that is already SQL.
 */
export interface SqlSyntax {
  readonly name: (identifier: string) => string;
  readonly text: (value: string) => string;
  readonly day: (date: IsoDate) => string;
  /** The civil day of a column of days, or of instants in a time zone. */
  readonly toDay: (expression: string, timeZone: string | null) => string;
  /** Whole days from one civil day to another. */
  readonly daysBetween: (from: string, to: string) => string;
  /** A number with a fraction (64 bits), so that a division keeps it. */
  readonly toDouble: (expression: string) => string;
  /** A whole number of 64 bits. */
  readonly toInteger: (expression: string) => string;
  readonly toText: (expression: string) => string;
}

/** A civil day as standard SQL writes it. */
const standardDay = (date: IsoDate): string => `DATE '${date}'`;

const cast =
  (type: string) =>
  (expression: string): string =>
    `CAST(${expression} AS ${type})`;

const castDay = cast("DATE");
const castBigInt = cast("BIGINT");

/** The six engines. */
export function sqlSyntax(dialect: SqlDialect): SqlSyntax {
  const text = (value: string): string => quotedText(dialect, value);
  const shared = { name: (identifier: string) => quotedName(dialect, identifier), text, day: standardDay };
  switch (dialect) {
    case "duckdb":
      return {
        ...shared,
        toDay: (x, zone) => castDay(zone === null ? x : `timezone(${text(zone)}, ${x})`),
        daysBetween: (from, to) => `date_diff('day', ${from}, ${to})`,
        toDouble: cast("DOUBLE"),
        toInteger: castBigInt,
        toText: cast("VARCHAR"),
      };
    case "postgres":
      return {
        ...shared,
        toDay: (x, zone) => castDay(zone === null ? x : `(${x}) AT TIME ZONE ${text(zone)}`),
        daysBetween: (from, to) => `(${to} - ${from})`,
        toDouble: cast("DOUBLE PRECISION"),
        toInteger: castBigInt,
        toText: cast("TEXT"),
      };
    case "bigquery":
      return {
        ...shared,
        toDay: (x, zone) => (zone === null ? castDay(x) : `DATE(${x}, ${text(zone)})`),
        daysBetween: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
        toDouble: cast("FLOAT64"),
        toInteger: cast("INT64"),
        toText: cast("STRING"),
      };
    case "snowflake":
      return {
        ...shared,
        toDay: (x, zone) => castDay(zone === null ? x : `CONVERT_TIMEZONE(${text(zone)}, ${x})`),
        daysBetween: (from, to) => `DATEDIFF('day', ${from}, ${to})`,
        toDouble: cast("DOUBLE"),
        toInteger: castBigInt,
        toText: cast("VARCHAR"),
      };
    case "spark":
      return {
        ...shared,
        toDay: (x, zone) =>
          castDay(
            zone === null
              ? x
              : `convert_timezone(current_timezone(), ${text(zone)}, CAST(${x} AS TIMESTAMP_NTZ))`,
          ),
        daysBetween: (from, to) => `datediff(${to}, ${from})`,
        toDouble: cast("DOUBLE"),
        toInteger: castBigInt,
        toText: cast("STRING"),
      };
    case "clickhouse":
      return {
        ...shared,
        day: (date) => `toDate32('${date}')`,
        toDay: (x, zone) => (zone === null ? `toDate32(${x})` : `toDate32(${x}, ${text(zone)})`),
        daysBetween: (from, to) => `dateDiff('day', ${from}, ${to})`,
        toDouble: (x) => `toFloat64(${x})`,
        toInteger: (x) => `toInt64(${x})`,
        toText: (x) => `toString(${x})`,
      };
  }
}
