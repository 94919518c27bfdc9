import { type HistoryFault, isRecord } from "./check-history.ts";
import { type ContractHistory, MOST_RENEWALS } from "./contract-histories.ts";

/** What is wrong with a table of survivors, and with which entry; `null` stands for the whole table. */
export interface CohortFault {
  readonly at: number | null;
  readonly trouble: string;
}

/** What is wrong with the history of a customer under contract; `null` if nothing. */
export function contractFault(history: ContractHistory): HistoryFault | null {
  if (!isRecord(history)) {
    const trouble = "This is no customer: pass a record such as { renewals: 2, lost: true }.";
    return { field: "customer", trouble };
  }
  const { renewals, lost, weight = 1 } = history;
  if (!(Number.isInteger(renewals) && renewals >= 0 && renewals <= MOST_RENEWALS)) {
    return { field: "renewals", trouble: "The number of renewals must be a whole number from 0 to 100,000." };
  }
  if (typeof lost !== "boolean") {
    return {
      field: "lost",
      trouble: "Say true if the customer left at the next opportunity, false if he is still there.",
    };
  }
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    return { field: "weight", trouble: "The weight must be a finite number above 0." };
  }
  return null;
}

/** What is wrong with a table of survivors; `null` if nothing. */
export function cohortFault(survivors: readonly number[]): CohortFault | null {
  if (!Array.isArray(survivors) || survivors.length === 0) {
    return {
      at: null,
      trouble: "This is no table of survivors: pass counts from the start on, such as [1000, 869, 743].",
    };
  }
  if (survivors.length > MOST_RENEWALS + 1) {
    return { at: null, trouble: "A cohort can be followed through 100,000 periods at most." };
  }
  for (let t = 0; t < survivors.length; t++) {
    const count = survivors[t] as number;
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      const trouble =
        "Survivors are counted in whole customers of at least 0. Multiply shares by the size of the cohort; for weighted customers pass rows.";
      return { at: t, trouble };
    }
    if (t === 0 && count === 0) return { at: 0, trouble: "A cohort starts with at least one customer." };
    if (t > 0 && count > (survivors[t - 1] as number)) {
      const trouble = `More customers than the ${survivors[t - 1]} before: survivors of a cohort cannot rise. Count new customers in a cohort of their own.`;
      return { at: t, trouble };
    }
  }
  return null;
}
