import { civilDayOfIso, isoDate } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { PeriodPair } from "./paired-period.ts";
import type { BaseWarning } from "./reconciliation.ts";

/** A period shorter than this that is compared with its neighbour is a season compared with another. */
const DAYS_OF_ALL_SEASONS = 360;

/** What should be known before two periods are compared. */
export function pairWarnings(log: TransactionLog, { previous, current }: PeriodPair): readonly BaseWarning[] {
  const warnings: BaseWarning[] = [];
  const { from, until } = log;
  if (from === null) return warnings;
  const isMissing = civilDayOfIso(from) > previous.end;
  if (isMissing) {
    const message = `The log begins on ${from}, after ${previous.period.period}: there is nothing to compare ${current.period.period} with, and all customers look new. Pass a log that reaches back, or a shorter or later period.`;
    warnings.push({ code: "no-previous-period", message });
  } else if (!previous.period.covered) {
    const message = `The log begins on ${from}, within ${previous.period.period}: what came before is missing from it, so growth looks too large and customers look new.`;
    warnings.push({ code: "left-censored", message });
  }
  const length = current.end - current.start + 1;
  const apart = current.start - previous.start;
  // A year apart they share the season, give or take the weekdays.
  if (!isMissing && length < DAYS_OF_ALL_SEASONS && Math.abs((apart % 365.25) - 182.625) < 182.625 - 8) {
    const message = `${previous.period.period} and ${current.period.period} lie in different seasons: part of the change may come back every year. Compare with the year before to see past it.`;
    warnings.push({ code: "seasonal", message });
  }
  if (until !== null && civilDayOfIso(until) < current.start) {
    const message = `The log ends on ${until}, before ${current.period.period} begins on ${isoDate(current.start)}: it looks as if nobody had bought. Leave asOf out unless that is true.`;
    warnings.push({ code: "after-log-end", message });
  }
  return warnings;
}
