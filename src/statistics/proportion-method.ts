import { quoted } from "../rows/issue.ts";
import { checkOption } from "../rows/options.ts";
import type { Interval } from "./confidence.ts";

/** What a method is called in results. */
export type ProportionMethodName =
  | "wilson"
  | "wilson-corrected"
  | "clopper-pearson"
  | "jeffreys"
  | "agresti-coull"
  | "wald";

/**
 * How the interval of a rate is made from counts: `wilson`, `wilsonCorrected`, `clopperPearson`, `jeffreys`, `agrestiCoull` or `wald`.
 *
 * A method is imported and passed, so that a program carries the distributions of those only that it uses. Results say its name.
 */
export interface ProportionMethod {
  /** What results call it. */
  readonly name: ProportionMethodName;
  /** The limits of so many successes, from 0 to `trials`, among more than 0 trials, at a level between 0 and 1. */
  readonly limits: (successes: number, trials: number, level: number) => Interval;
}

/** Refuses what is no method, such as the name of one. */
export function checkMethod(path: string, value: unknown): void {
  const isMethod = typeof value === "object" && value !== null && "limits" in value && "name" in value;
  const trouble = `${quoted(value)} is no method of intervals: import one from "clientele", such as wilson or jeffreys, and pass it, not its name.`;
  checkOption(path, value, isMethod ? null : trouble);
}
