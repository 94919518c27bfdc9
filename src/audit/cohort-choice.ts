import { invalidOption } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { PlacedCohort } from "./cohort-ages.ts";
import type { CohortDevelopment } from "./cohort-view-result.ts";
import type { PeriodFrame } from "./period-frame.ts";

/** Which cohort view 3 follows: the oldest or the largest complete one, or that in which a day lies. */
export type CohortChoice = "oldest" | "largest" | DateInput;

/** View 3: the cohort that is followed; `null` if none is complete. */
export function chosenCohort(
  log: TransactionLog,
  cohorts: readonly PlacedCohort[],
  frame: PeriodFrame,
  choice: CohortChoice,
): CohortDevelopment | null {
  if (choice !== "oldest" && choice !== "largest") {
    const day = dayOption("cohort", choice, log.timeZone);
    const place = frame.places[day - frame.first];
    const found = cohorts.find((one) => one.place === place);
    if (found !== undefined) return { ...found.cohort, chosenAs: "chosen" };
    const trouble =
      "Nobody bought for the first time in the period in which this day lies: pass another day.";
    throw invalidOption("cohort", isoDate(day), trouble);
  }
  const complete = cohorts.filter(({ cohort }) => cohort.cohort.complete);
  const [first] = complete;
  if (first === undefined) return null;
  if (choice === "oldest") {
    const genuine = complete.find(({ cohort }) => !cohort.firstOfLog) ?? first;
    return { ...genuine.cohort, chosenAs: "oldest" };
  }
  const largest = complete.reduce((best, one) => (one.cohort.size > best.cohort.size ? one : best));
  return { ...largest.cohort, chosenAs: "largest" };
}
