import type { ClassificationLimits } from "../classification/classification-limits.ts";
import type { ClassifiedCustomer } from "../classification/classified-customer.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { civilDayOfIso, FIRST_CIVIL_DAY, isoDate } from "../time/civil-day.ts";
import { subtractDuration } from "../time/duration.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type {
  ActivationCandidate,
  ActivationWarning,
  ActivationWarningCode,
} from "./activation-candidate.ts";

/** What is doubtful about a list of candidates. */
export function candidateWarnings(
  log: TransactionLog,
  limits: ClassificationLimits,
  known: readonly ClassifiedCustomer[],
  candidates: readonly ActivationCandidate[],
  given: ReadonlyMap<CustomerId, number> | null,
): readonly ActivationWarning[] {
  const warnings: ActivationWarning[] = [];
  const warn = (code: ActivationWarningCode, customers: number, message: string): void => {
    if (customers > 0) warnings.push({ code, customers, message });
  };
  const from = isoDate(
    Math.max(subtractDuration(civilDayOfIso(limits.activeFrom), limits.activeWindow), FIRST_CIVIL_DAY),
  );
  warn(
    "short-history",
    log.from !== null && log.from > from ? log.customerIds.length : 0,
    `The log begins on ${log.from}, but the windows that are compared begin on ${from}: part of a decline or a silence cannot be seen.`,
  );
  if (given === null) return warnings;
  const unvalued = candidates.filter(({ customerId }) => !given.has(customerId)).length;
  warn(
    "values-missing",
    unvalued,
    "The option value says nothing of these candidates; their value at stake was computed, as valueBasis says.",
  );
  let strangers = given.size;
  for (const { customerId } of known) if (given.has(customerId)) strangers -= 1;
  warn(
    "unknown-values",
    strangers,
    'Rows of the option value are about customers whom nobody knows: are the ids written alike (1 is not "1")?',
  );
  return warnings;
}
