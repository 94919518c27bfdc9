import { DataError, summarizeCustomers, transactionLog } from "clientele";
import type { Settings } from "./settings.ts";
import type { ErrorTexts } from "./texts.ts";
import { UsageError } from "./usage-error.ts";

/** Refuses settings that the library would refuse, before a long file is read. */
export function checkSettings(settings: Settings, errors: ErrorTexts): void {
  const { timeZone, asOf, newMonths, activeMonths, lostMonths } = settings;
  if (!(newMonths <= activeMonths && activeMonths <= lostMonths))
    throw new UsageError(errors.monthsOutOfOrder);
  const nothing = refusing(
    () => transactionLog([], undefined, { timeZone }),
    errors.badValue("--time-zone", timeZone, errors.expectsTimeZone),
  );
  if (asOf === null) return;
  refusing(() => summarizeCustomers(nothing, { asOf }), errors.badValue("--as-of", asOf, errors.expectsDay));
}

function refusing<Result>(attempt: () => Result, message: string): Result {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof DataError) throw new UsageError(message);
    throw error;
  }
}
