import { type CivilDay, type IsoDate, isoDate } from "../time/civil-day.ts";

/** What should be known about figures by period before they are believed; it stops nothing. */
export interface PeriodWarning {
  /**
   * `"left-censored"`: customers from before the log begins look new. `"after-log-end"`: `asOf` lies at least a whole period after the last
   * day of the log, so that the periods between look as if nobody had bought. `"no-purchase"`: nobody has bought by `asOf`, or none of those
   * asked for. `"no-complete-period"`: no period is over by `asOf`.
   */
  readonly code: "left-censored" | "after-log-end" | "no-purchase" | "no-complete-period";
  readonly message: string;
}

/** Warns of periods that the log does not reach, from the first of them on. */
export function warnAfterLogEnd(until: IsoDate, asOf: CivilDay, untold: string): PeriodWarning {
  const message = `The log ends on ${until}, asOf is ${isoDate(asOf)}: from ${untold} on it looks as if nobody had bought. Leave asOf out unless that is true.`;
  return { code: "after-log-end", message };
}

/** Warns that nobody counts, in words of the caller. */
export function warnNoPurchase(message: string): PeriodWarning {
  return { code: "no-purchase", message };
}
