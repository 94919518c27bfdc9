import { seededRandom } from "../math/random.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import {
  CALENDAR_PERIODS,
  type CalendarPeriod,
  periodEnd,
  periodIndex,
  periodName,
  periodStart,
} from "../time/calendar-period.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { historyOf, type PipelineSourceOptions, pipelineFrame, SOURCE_NAMES } from "./pipeline-frame.ts";
import type { PipelineHistory } from "./pipeline-result.ts";
import { drawSums } from "./pipeline-simulation.ts";
import { expectation, offerSums } from "./pipeline-totals.ts";
import { pipelineWarnings } from "./pipeline-warnings.ts";
import type { ForecastShare, WinForecast, WinForecastPeriod } from "./win-forecast-result.ts";

/** Which periods are forecast, and from which offers. */
export interface WinForecastOptions extends PipelineSourceOptions {
  /** Default `"month"`. */
  readonly period?: CalendarPeriod;
  /** How many periods, the one that holds the day after `asOf` among them. Default 6. */
  readonly periods?: number;
  /** Whether drafts take part. Default `"excluded"`. */
  readonly drafts?: "excluded" | "included";
}

const MOST_PERIODS = 1000;

/**
 * Forecasts how many of the open offers will be won in each coming period, and what they bring (Auftragseingangsprognose).
 *
 * An offer of age t is won d days later or earlier with probability (F_won(t + d) − F_won(t)) ÷ S(t), by the cumulative incidence of wins among the
 * offers of the book; groups and stages move the odds as in `weightedPipeline`. Probabilities that are passed are spread over the days in the same
 * proportions. Offers that come in later are no part of it: it says what today's open offers bring, not what business there will be.
 *
 * @param book - The offers, from `offerBook`.
 * @param options - `asOf` (day), `period` and `periods` (how many), `probabilities` or `learn`, `drafts`, `level` (default 0.95), `seed`.
 * @returns `{ asOf, period, level, drafts, method, history, offers, periods, later, never, withoutProbability, warnings }`: for each period
 *   `{ wins, wonValue, winsSoFar, wonValueSoFar }` as `{ expected, lower, upper }`, value in money.
 * @throws {@link DataError} for options that cannot be used, or rows of probabilities that fit no offer.
 *
 * @example
 * import { offerBook, winForecast } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { customerId: "Adler", status: "won", submitted: "2025-01-07", decided: "2025-01-20", value: 8000 },
 *     { customerId: "Berg", status: "lost", submitted: "2025-01-09", decided: "2025-02-10", value: 5000 },
 *     { customerId: "Cohn", status: "won", submitted: "2025-01-15", decided: "2025-02-28", value: 9000 },
 *     { customerId: "Dorn", status: "open", submitted: "2025-03-05", value: 6000 },
 *   ],
 *   {},
 *   { until: "2025-03-10" },
 * );
 * const { periods, later, never } = winForecast(book, { periods: 2 });
 * periods.map((row) => [row.period, row.wins.expected]); // => [["2025-03", 0.3333], ["2025-04", 0.3333]]
 * [later.offers, never.offers]; // => [0, 0.3333]
 */
export function winForecast(book: OfferBook, options: WinForecastOptions = {}): WinForecast {
  checkNames("options", options, {
    ...SOURCE_NAMES,
    period: true,
    periods: true,
    drafts: true,
  } satisfies Record<keyof WinForecastOptions, true>);
  const { period = "month", periods = 6, drafts = "excluded", level = 0.95, seed = 1 } = options;
  checkOneOf("period", period, CALENDAR_PERIODS);
  checkNumber("periods", periods, { least: 1, most: MOST_PERIODS, whole: true });
  checkOneOf("drafts", drafts, ["excluded", "included"]);
  const indices = (asOf: CivilDay): readonly number[] => {
    const first = periodIndex(asOf + 1, period);
    return Array.from({ length: periods }, (_, k) => first + k);
  };
  const frame = pipelineFrame(book, options, drafts === "included", (asOf) =>
    indices(asOf).map((index) => periodEnd(index, period) - asOf),
  );
  const { asOf, offers, chances } = frame;
  const hasValues = book.values !== null;
  const all = Int32Array.from(offers.places.keys());
  const sums = offerSums(all, offers, chances);
  const draws = chances === null ? undefined : drawSums(chances, offers.values, [all], seededRandom(seed))[0];
  const share = (count: number, value: number): ForecastShare => ({
    offers: count,
    value: hasValues ? value : null,
  });
  // Without any decision nothing tells the days, whoever knows the probabilities.
  const timed = chances !== null && frame.history?.days.length !== 0;
  const rows = (timed ? indices(asOf) : []).map((index, k): WinForecastPeriod => {
    const start = Math.max(asOf + 1, periodStart(index, period));
    const wins = sums.wins[k] as number;
    const value = sums.wonValues[k] as number;
    const winsBetween = wins - (sums.wins[k - 1] ?? 0);
    const valueBetween = value - (sums.wonValues[k - 1] ?? 0);
    return {
      period: periodName(index, period),
      start: isoDate(start),
      end: isoDate(periodEnd(index, period)),
      partial: start > periodStart(index, period),
      wins: expectation(winsBetween, draws?.winsBetween, k, level),
      wonValue: hasValues ? expectation(valueBetween, draws?.valuesBetween, k, level) : null,
      winsSoFar: expectation(wins, draws?.wins, k, level),
      wonValueSoFar: hasValues ? expectation(value, draws?.values, k, level) : null,
    };
  });
  const ever = sums.wins[periods] ?? 0;
  const everValue = sums.wonValues[periods] ?? 0;
  const told = sums.wins[periods - 1] ?? 0;
  const toldValue = sums.wonValues[periods - 1] ?? 0;
  return {
    asOf: isoDate(asOf),
    period,
    level,
    drafts,
    method: frame.method,
    history: historyOf(frame) as PipelineHistory,
    offers: share(sums.offers, sums.value),
    periods: rows,
    later: share(ever - told, everValue - toldValue),
    never: share(sums.offers - sums.unknown - ever, sums.value - sums.unknownValue - everValue),
    withoutProbability: share(sums.unknown, sums.unknownValue),
    warnings: pipelineWarnings(book, frame),
  };
}
