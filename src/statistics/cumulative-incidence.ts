import type { GroupValue } from "../rows/group-value.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { checkNames } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import { type CauseCurve, type CauseTimes, incidenceCurves } from "./cumulative-incidence-curves.ts";
import { incidenceEstimate } from "./cumulative-incidence-interval.ts";
import type { CauseIncidence, CumulativeIncidence, IncidenceStep } from "./cumulative-incidence-result.ts";
import { type CauseAccessors, readCauseTimes } from "./cumulative-incidence-rows.ts";
import { survivalCurveOf } from "./kaplan-meier.ts";

/** Where rows hold their times and causes, and how wide the intervals are to be. */
export interface CumulativeIncidenceOptions<Row> extends CauseAccessors<Row>, ConfidenceOptions {}

const NAMES = {
  time: true,
  cause: true,
  entry: true,
  weight: true,
  level: true,
} satisfies Record<keyof CumulativeIncidenceOptions<never>, true>;

/**
 * Estimates the share that has had each of several causes by each time, although some are still being observed (Aalen–Johansen).
 *
 * Causes compete: who has had one can no longer have another. At each time a cause takes events ÷ at risk of those who were left (Kaplan–Meier), so
 * that the incidences of all causes and the share without any event make 1. Calling the other causes censored and taking 1 − Kaplan–Meier instead
 * overstates each cause. Who is censored at a time still counts as at risk at it, and so does everybody at time 0, where events may happen. Weights are
 * frequencies. With one cause all figures are those of `kaplanMeier`.
 *
 * @param rows - Rows of any kind.
 * @param options - Where they hold `time` (0 or more, any unit) and `cause` (missing, empty, false or 0 is censored), if wanted `entry` and `weight`,
 *   each the name of a field or a function of the row; and the `level` of the intervals, default 0.95.
 * @returns `{ kind, level, observations, events, lastTime, causes, survival, warnings }`, each cause as `{ cause, events, steps }` with a step `{ time,
 *   atRisk, events, incidence, standardError, lower, upper }` for each time at which it struck. Variances are those of the delta method for multinomial
 *   events at each time; without censoring that is incidence · (1 − incidence) ÷ rows. Intervals are symmetric on the scale log(−log(1 − incidence)).
 * @throws {@link DataError} with all faulty rows, without rows, for a field that no row has, for more than 100 causes, or for an option that cannot be
 *   used.
 * @see Aalen & Johansen (1978); Kalbfleisch & Prentice (1980), section 7.2; Marubini & Valsecchi (1995), equation 10.12, for the variance.
 *
 * @example
 * import { cumulativeIncidence } from "clientele";
 *
 * const offers = [
 *   { days: 3, end: "won" },
 *   { days: 5, end: "lost" },
 *   { days: 8, end: null },
 *   { days: 12, end: "won" },
 * ];
 * const { causes, survival } = cumulativeIncidence(offers, { time: "days", cause: "end" });
 * causes.map(({ cause, steps }) => [cause, steps.map((step) => [step.time, step.incidence])]);
 * // => [["won", [[3, 0.25], [12, 0.75]]], ["lost", [[5, 0.25]]]]
 * survival.map((row) => row.survival); // => [0.75, 0.5, 0.5, 0]
 */
export function cumulativeIncidence<Row>(
  rows: Iterable<Row>,
  options: CumulativeIncidenceOptions<Row>,
): CumulativeIncidence {
  checkNames("options", options, NAMES);
  const { level = 0.95, ...accessors } = options;
  checkLevel(level);
  const { times, causes } = readCauseTimes(listOfRows(rows), accessors);
  return incidenceOf(times, causes, level);
}

function incidenceOf(times: CauseTimes, causes: readonly GroupValue[], level: number): CumulativeIncidence {
  const { table, durations, curves } = incidenceCurves(times, causes.length);
  const survival = survivalCurveOf(durations, { level, interval: "log-log" });
  return {
    kind: "cumulative-incidence",
    level,
    observations: survival.observations,
    events: survival.events,
    lastTime: table.times.at(-1) as number,
    causes: causes.map((cause, j) => causeIncidence(cause, curves[j] as CauseCurve, level)),
    survival: survival.rows,
    warnings: survival.warnings,
  };
}

function causeIncidence(cause: GroupValue, curve: CauseCurve, level: number): CauseIncidence {
  let events = 0;
  for (const count of curve.events) events += count;
  return { cause, events, steps: incidenceSteps(curve, standardErrorsOfLevel(level)) };
}

/** The steps of a curve with intervals that reach z standard errors. */
export function incidenceSteps(
  { times, atRisk, events, incidence, variance }: CauseCurve,
  z: number,
): IncidenceStep[] {
  return times.map((time, k) => ({
    time,
    atRisk: atRisk[k] as number,
    events: events[k] as number,
    ...incidenceEstimate(incidence[k] as number, variance[k] as number, z),
  }));
}
