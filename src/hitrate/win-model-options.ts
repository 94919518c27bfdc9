import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { LogisticPenalty } from "../statistics/logistic-model.ts";
import { checkPenalty } from "../statistics/logistic-options.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { WithdrawnRule } from "./hit-rate-options.ts";

/** Which decided offers the test's model must not see: the last share of them by day of decision, or those decided from a day on. */
export type WinHoldoutRule = { readonly share: number } | { readonly from: DateInput };

/** What a model of wins is made of. */
export interface WinModelOptions extends ConfidenceOptions {
  /**
   * What may tell whether an offer is won, known while it is open: keys of the book by name, `"customer"`, `"value"` (enters as log(1 + value))
   * and `"submittedMonth"` (the month of the year; of drafts that of `asOf`).
   */
  readonly features: readonly string[];
  /** Day as of which offers are judged, inclusive; what was decided later was still open then. Default: the last day of the book. */
  readonly asOf?: DateInput;
  /** Default `{ ridge: 10 }`: coefficients are held back as by some forty offers (ten ÷ ¼) in which the feature made no difference. */
  readonly penalty?: LogisticPenalty;
  /** Default `{ share: 0.3 }`; `null` for none. */
  readonly holdout?: WinHoldoutRule | null;
  /** Default `"excluded"`. */
  readonly withdrawn?: WithdrawnRule;
  /** Levels with fewer decided offers are joined. Default 10. */
  readonly minimum?: number;
}

const NAMES = {
  features: true,
  asOf: true,
  penalty: true,
  holdout: true,
  withdrawn: true,
  minimum: true,
  level: true,
} satisfies Record<keyof WinModelOptions, true>;

/** The options as the fit uses them; the day is read with the book. */
export type WinModelSettings = Required<Omit<WinModelOptions, "asOf">>;

/** The options with their defaults. */
export function winModelSettings(options: WinModelOptions): WinModelSettings {
  checkNames("options", options, NAMES);
  const { features, penalty = { ridge: 10 }, holdout = { share: 0.3 } } = options;
  const { withdrawn = "excluded", minimum = 10, level = 0.95 } = options;
  checkFeatures(features);
  checkPenalty(penalty);
  checkHoldout(holdout);
  checkOneOf("withdrawn", withdrawn, ["excluded", "lost"]);
  checkNumber("minimum", minimum, { least: 1, whole: true });
  checkLevel(level);
  return { features, penalty, holdout, withdrawn, minimum, level };
}

function checkFeatures(features: unknown): void {
  if (!Array.isArray(features) || features.length === 0) {
    const trouble =
      'Name at least one feature: features: ["seller", "value"]. (A rate without features is hitRate.)';
    throw invalidOption("features", features, trouble);
  }
  features.forEach((name: unknown, i) => {
    const path = `features[${i}]`;
    checkOption(path, name, typeof name === "string" ? null : "This is no name of a feature.");
    checkOption(path, name, features.indexOf(name) === i ? null : "It is named twice: leave one out.");
    if (Object.hasOwn(KNOWN_TOO_LATE, name as string)) {
      throw invalidOption(path, name, KNOWN_TOO_LATE[name as string] as string);
    }
  });
}

/** Features that would tell the outcome, and why. */
const KNOWN_TOO_LATE: Readonly<Record<string, string>> = {
  stage:
    "The book knows the furthest stage that an offer reached, which for decided offers is known only after the decision: it would tell the outcome. The chances by stage are those of the funnel.",
  status: "The status is what is to be foretold.",
  decided: "The day of decision is known only when the outcome is.",
  wonValue: 'The value of the order is known only when the outcome is: take "value", as it was offered.',
};

function checkHoldout(holdout: unknown): void {
  if (holdout === null) return;
  checkNames("holdout", holdout, { share: true, from: true });
  const { share, from } = holdout as { readonly share?: unknown; readonly from?: unknown };
  const one = (share === undefined) !== (from === undefined);
  checkOption("holdout", null, one ? null : "Say either { share } or { from }.");
  if (share !== undefined) checkNumber("holdout.share", share, { above: 0, most: 1 - Number.EPSILON });
}
