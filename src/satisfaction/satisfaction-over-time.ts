import type { Accessor } from "../rows/accessor.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  periodEnd,
  periodName,
  periodNumbering,
  periodStart,
} from "../time/calendar-period.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { readDays } from "../time/read-days.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import { readAnswers } from "./read-answers.ts";
import type { SatisfactionMeasure } from "./satisfaction-measure.ts";
import type { ScoreOfMeasure } from "./satisfaction-score.ts";
import { scoreOfTally } from "./score-of-tally.ts";
import { checkedScoreOptions, SATISFACTION_NAMES, type SatisfactionOptions } from "./score-options.ts";
import { tallyAnswers, totalTally } from "./tally-answers.ts";

/** Which periods, and where a row holds its day. */
export interface SatisfactionOverTimeOptions<Row, Measure extends SatisfactionMeasure>
  extends SatisfactionOptions<Row, Measure> {
  /** `"day"`, `"week"`, `"month"`, `"quarter"` or `"year"`. */
  readonly period: CalendarPeriod;
  /** The day of the answer. Default the field `date`. */
  readonly date?: Accessor<Row, DateInput>;
  /** IANA zone that decides the day of instants. Default `"UTC"`. */
  readonly timeZone?: string;
}

const NAMES = { ...SATISFACTION_NAMES, period: true, date: true, timeZone: true } satisfies Record<
  keyof SatisfactionOverTimeOptions<never, never>,
  true
>;

/** The calendar period of a score. */
export interface SatisfactionPeriod {
  /** Such as `"2025-03"`. */
  readonly period: string;
  /** First and last day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Scores by period. */
export interface SatisfactionOverTime<Measure extends SatisfactionMeasure> {
  /** Without gaps: a period in which nobody was asked has no score. */
  readonly rows: readonly (SatisfactionPeriod & ScoreOfMeasure[Measure])[];
  /** All rows together. */
  readonly total: ScoreOfMeasure[Measure];
}

/** More periods than any survey has; a mistaken year would make rows for all in between. */
const MOST_PERIODS = 100_000;

/**
 * Satisfaction month by month, or in other calendar periods.
 *
 * @param responses - Rows, one for each person who was asked, in any order.
 * @param options - `measure`, `period`, `date` (default the field `date`), `timeZone`, and what the score of the measure takes.
 * @returns `{ rows, total }`: one row for each period from the first to the last, with limits.
 * @throws {@link DataError} for options that are none, or with all rows whose answer or date is none.
 *
 * @example
 * import { satisfactionOverTime } from "clientele";
 *
 * const responses = [
 *   { date: "2025-01-15", score: 9 },
 *   { date: "2025-03-02", score: 10 },
 *   { date: "2025-03-20", score: 4 },
 * ];
 * const { rows } = satisfactionOverTime(responses, { measure: "nps", period: "month" });
 * rows.map(({ period, score }) => [period, score]); // => [["2025-01", 1], ["2025-02", null], ["2025-03", 0]]
 */
export function satisfactionOverTime<Row, Measure extends SatisfactionMeasure>(
  responses: Iterable<Row>,
  options: SatisfactionOverTimeOptions<Row, Measure>,
): SatisfactionOverTime<Measure> {
  checkNames("options", options, NAMES);
  const { period, date = "date", timeZone = "UTC" } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  checkOption("timeZone", timeZone, timeZoneTrouble(timeZone));
  const { scale, score, level } = checkedScoreOptions(options, options.measure);
  const list = objectRows(responses, "responses");
  const collector = new IssueCollector();
  const days = readDays(list, date, "date", timeZone, collector);
  const answers = readAnswers(list, score, scale, collector);
  collector.throwIfAny();
  const { first, count, codes } = numbered(days, period);
  const tallies = tallyAnswers(answers, codes, count, scale);
  const rows = Array.from({ length: count }, (_, at) => ({
    period: periodName(first + at, period),
    from: isoDate(periodStart(first + at, period)),
    to: isoDate(periodEnd(first + at, period)),
    ...(scoreOfTally(tallies, at, scale, level) as ScoreOfMeasure[Measure]),
  }));
  return {
    rows,
    total: scoreOfTally(totalTally(answers, scale), 0, scale, level) as ScoreOfMeasure[Measure],
  };
}

/** Days as numbers of periods, counted from the first. */
function numbered(
  days: Int32Array,
  period: CalendarPeriod,
): { readonly first: number; readonly count: number; readonly codes: Int32Array } {
  const codes = days.map(periodNumbering(period));
  let first = codes[0] ?? 0;
  let last = codes[0] ?? -1;
  for (const code of codes) {
    first = Math.min(first, code);
    last = Math.max(last, code);
  }
  const count = Math.max(0, last - first + 1);
  checkOption(
    "period",
    period,
    count <= MOST_PERIODS
      ? null
      : `The dates lie ${count} periods apart: look for a mistaken year, or choose a longer period.`,
  );
  return { first, count, codes: codes.map((code) => code - first) };
}
