import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { ActivationEffectOptions } from "./activation-effect-options.ts";
import type { EffectSubject } from "./effect-subjects.ts";
import { givenValues } from "./given-values.ts";

/** What an activated customer has brought: the given value, which must be there, or the amounts; `null` if there are neither. */
export function effectValue(
  subjects: ReadonlyMap<CustomerId, EffectSubject>,
  asOf: CivilDay,
  { value, marginRate = 1 }: ActivationEffectOptions,
  hasAmounts: boolean,
): ((subject: EffectSubject) => number) | null {
  if (value === undefined) return hasAmounts ? ({ amount }) => amount * marginRate : null;
  const given = givenValues(value, "value");
  const collector = new IssueCollector();
  for (const { customerId, activated, last } of subjects.values()) {
    if (!activated || last > asOf || given.has(customerId)) continue;
    const message = `${quoted(customerId)} was activated, but no row says what he is worth: add one.`;
    collector.add("missing_value", null, "value", customerId, () => message);
  }
  collector.throwIfAny();
  return ({ customerId }) => given.get(customerId) ?? 0;
}
