import type { CivilDay } from "../time/civil-day.ts";
import type { ActivationEffectWarning, ActivationEffectWarningCode } from "./activation-effect-result.ts";
import type { EffectSubject, EffectSubjects } from "./effect-subjects.ts";

/** What is doubtful about an effect. */
export function effectWarnings(
  { subjects, later, future, hasCosts: named, unpriced }: EffectSubjects,
  control: readonly EffectSubject[] | null,
  asOf: CivilDay,
  hasCosts: boolean,
): readonly ActivationEffectWarning[] {
  const warnings: ActivationEffectWarning[] = [];
  const warn = (code: ActivationEffectWarningCode, count: number, message: string): void => {
    if (count > 0) warnings.push({ code, count, message });
  };
  const known = new Set((control ?? []).map(({ group }) => group));
  const grouped = known.size > 1 || (known.size === 1 && !known.has(null));
  const unmatched = grouped ? subjects.filter(({ group }) => !known.has(group)).length : 0;
  warn(
    "no-control",
    control === null ? subjects.length : 0,
    "Nobody was left alone, so how many would have come by themselves is not known: the rate is no effect.",
  );
  warn(
    "pending",
    subjects.filter(({ last }) => last > asOf).length,
    "The response window of these customers is not over; they are counted apart and are in no rate.",
  );
  warn(
    "later-contacts",
    later,
    "These contacts came after the window of the customer's first one; they and their costs are left out: look at each wave by itself.",
  );
  warn("future-contacts", future, "These contacts lie after the last day observed and are left out.");
  warn("no-costs", hasCosts ? 0 : subjects.length, "Nothing says what the contacts cost.");
  warn(
    "no-costs",
    named ? unpriced : 0,
    "Nothing says what these contacts cost, while others name it; they count as free: pass costs.perContact.",
  );
  warn("group-without-control", unmatched, "These customers are in groups of which the control has nobody.");
  return warnings;
}
