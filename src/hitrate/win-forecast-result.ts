import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { IsoDate } from "../time/civil-day.ts";
import type {
  PipelineExpectation,
  PipelineHistory,
  PipelineMethod,
  PipelineWarning,
} from "./pipeline-result.ts";

/** What a future period may bring from the offers that are open today. */
export interface WinForecastPeriod {
  /** `2025-03`, `2025-Q1` and the like. */
  readonly period: string;
  /** The first day that is forecast: that of the period, or the day after `asOf` if the period has begun. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Whether the period had begun before `start`, so that the forecast is for its remainder. */
  readonly partial: boolean;
  /** Offers won in it. */
  readonly wins: PipelineExpectation;
  /** Value of the offers won in it, as offered; `null` without values. */
  readonly wonValue: PipelineExpectation | null;
  /** Offers won from the day after `asOf` to the end of the period. */
  readonly winsSoFar: PipelineExpectation;
  /** Value of the offers won from the day after `asOf` to the end of the period; `null` without values. */
  readonly wonValueSoFar: PipelineExpectation | null;
}

/** Offers by number and by value. */
export interface ForecastShare {
  readonly offers: number;
  /** `null` if the book holds no values. */
  readonly value: number | null;
}

/** When the open offers of a book will be won, and what they will bring. */
export interface WinForecast {
  /** Day as of which the book was judged. */
  readonly asOf: IsoDate;
  readonly period: CalendarPeriod;
  /** Share of such intervals that cover what will happen. */
  readonly level: number;
  /** Whether drafts take part, as though they were handed over on the day after `asOf`. */
  readonly drafts: "excluded" | "included";
  readonly method: PipelineMethod;
  /** What the days of decision (and, unless given, the probabilities) were learned from. */
  readonly history: PipelineHistory;
  /** The offers that take part. Wins of all periods, `later`, `never` and `withoutProbability` add up to them. */
  readonly offers: ForecastShare;
  /** One for each period; empty if nothing tells the probabilities, or the days. */
  readonly periods: readonly WinForecastPeriod[];
  /** Expected wins after the last period; with given probabilities also those of offers for which no day can be told. */
  readonly later: ForecastShare;
  /** Expected not to be won at all: lost, withdrawn, or open for longer than the history reaches. */
  readonly never: ForecastShare;
  readonly withoutProbability: ForecastShare;
  readonly warnings: readonly PipelineWarning[];
}
