import type { GroupValue } from "../rows/group-value.ts";
import type { RiskWarning } from "./risk-warnings.ts";
import type { SurvivalRow } from "./survival-curve.ts";

/** What is known of an incidence at one time. */
export interface IncidenceEstimate {
  /** Share of all that have had this cause by then, from 0 to 1; `null` where the data do not reach. */
  readonly incidence: number | null;
  /** Of the delta method; `null` where the incidence is 1, since nothing is left to estimate an error from. */
  readonly standardError: number | null;
  /** Lower limit of the pointwise interval; `null` where the incidence is 0 or 1. */
  readonly lower: number | null;
  /** Upper limit of the pointwise interval; `null` where the incidence is 0 or 1. */
  readonly upper: number | null;
}

/** A time at which a cause struck, and the share that has had it by then. */
export interface IncidenceStep extends IncidenceEstimate {
  /** In the unit of the rows' times. */
  readonly time: number;
  /** Those under observation and without any event just before the time. */
  readonly atRisk: number;
  /** Events of this cause at this time. */
  readonly events: number;
  /** Share of all that have had this cause up to and including this time. */
  readonly incidence: number;
}

/** The cumulative incidence of one cause. */
export interface CauseIncidence {
  /** What the rows call the cause. */
  readonly cause: GroupValue;
  /** Events of the cause (sum of weights). */
  readonly events: number;
  /** A step for each time at which the cause struck, ascending; between them neither the incidence nor its error changes. */
  readonly steps: readonly IncidenceStep[];
}

/** How causes that compete share out those who started together. */
export interface CumulativeIncidence {
  readonly kind: "cumulative-incidence";
  /** Share of such intervals that cover the true value, at one time. */
  readonly level: number;
  /** Number of rows (sum of weights). */
  readonly observations: number;
  /** Events of all causes (sum of weights). */
  readonly events: number;
  /** The last time at which anybody was under observation. */
  readonly lastTime: number;
  /** In the order in which the causes first appear. */
  readonly causes: readonly CauseIncidence[];
  /** The share without any event (Kaplan–Meier), for each distinct time; with the incidences of all causes it makes 1. */
  readonly survival: readonly SurvivalRow[];
  readonly warnings: readonly RiskWarning[];
}
