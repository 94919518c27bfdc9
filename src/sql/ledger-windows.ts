import { calendarSequence, ownSequence, type PeriodSequence } from "../retention/period-sequence.ts";
import { windowEnds } from "../retention/period-windows.ts";
import { checkOneOf, checkOption } from "../rows/options.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  lastPeriodEnd,
  periodIndex,
} from "../time/calendar-period.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { MOST_LISTED } from "./calendar-periods.ts";
import { literalRows } from "./literal-rows.ts";
import { periodNumber } from "./period-number.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";
import { tableFrom, writtenDay } from "./table-day.ts";
import type { TransactionTable } from "./transaction-table.ts";

/** The periods of a ledger; place 0 is the one before the first. */
export interface LedgerPeriods {
  readonly sequence: PeriodSequence;
  /** The kind of the calendar and the number of place 0; `null` for periods of the caller's own. */
  readonly calendar: { readonly period: CalendarPeriod; readonly first: number } | null;
}

/** Which periods are wanted and over. */
export function ledgerPeriods(
  source: TransactionTable,
  options: {
    readonly from?: DateInput;
    readonly period?: CalendarPeriod;
    readonly boundaries?: readonly DateInput[];
    readonly activeWindow?: Duration;
  },
  asOf: CivilDay,
): LedgerPeriods {
  const { from, period = "month", boundaries, activeWindow } = options;
  if (boundaries !== undefined) {
    for (const name of ["period", "from"] as const) {
      const trouble = "The boundaries say which periods there are: leave this out.";
      checkOption(name, options[name], options[name] === undefined ? null : trouble);
    }
    const ownWindow = activeWindow !== undefined;
    const sequence = ownSequence(boundaries, { asOf, timeZone: source.timeZone ?? "UTC", ownWindow });
    checkLength("boundaries", sequence);
    return { sequence, calendar: null };
  }
  checkOneOf("period", period, CALENDAR_PERIODS);
  checkOption("from", from, from === undefined ? "Pass a day in the first period that is wanted." : null);
  const first = periodIndex(tableFrom(source, from as DateInput, asOf), period) - 1;
  const sequence = calendarSequence(period, first + 1, periodIndex(lastPeriodEnd(asOf, period), period));
  checkLength("period", sequence);
  return { sequence, calendar: { period, first } };
}

function checkLength(path: string, { ends }: PeriodSequence): void {
  const many = `These are ${ends.length} periods, and all of them stand in the query: pass fewer and longer ones, at most ${MOST_LISTED}.`;
  checkOption(path, null, ends.length <= MOST_LISTED ? null : many);
}

/** The step `periods`: place, period_name, first_day, last_day, and before_window, the last day before the window that ends with the period. */
export function ledgerPeriodStep(
  syntax: SqlSyntax,
  { sequence }: LedgerPeriods,
  window: Duration | null,
): QueryStep {
  const { befores } = windowEnds(sequence, window);
  const rows = sequence.names.map((name, place) => [
    String(place),
    syntax.text(name),
    syntax.day(isoDate(sequence.starts[place] as number)),
    syntax.day(isoDate(sequence.ends[place] as number)),
    syntax.day(writtenDay(befores[place] as number)),
  ]);
  // Without any period that is over there is a place that has no row.
  const none = [["0", syntax.text(""), ...Array.from({ length: 3 }, () => syntax.day("2000-01-01"))]];
  return {
    name: "periods",
    sql: literalRows(
      ["place", "period_name", "first_day", "last_day", "before_window"],
      rows.length === 0 ? none : rows,
    ),
  };
}

/** A join of days `d` with the periods `p` in which they lie: by number on the calendar, since engines find equals fastest. */
export function joinPeriods(syntax: SqlSyntax, { calendar }: LedgerPeriods): string {
  if (calendar === null) return "CROSS JOIN periods p\nWHERE d.day >= p.first_day AND d.day <= p.last_day";
  const place = `${periodNumber(syntax, "d.day", calendar.period)} - (${calendar.first})`;
  return `INNER JOIN periods p ON ${place} = p.place`;
}
