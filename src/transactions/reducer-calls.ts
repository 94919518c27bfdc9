import { checkOption } from "../rows/options.ts";

/** The names of the options of `add`. */
export const ADD_OPTIONS: Readonly<Record<"id", true>> = { id: true };

/** What is said where nothing tells as of which day to judge. */
export const NO_LAST_DAY =
  "No transaction has been added, so there is no last day: pass the day to judge as of when you create the reducer.";

/** Refuses to count everything a second time. */
export function refuseItself(isItself: boolean): void {
  checkOption("merge", "[object]", isItself ? "A reducer cannot be merged into itself." : null);
}
