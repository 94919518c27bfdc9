import { PURCHASE } from "../classification/interaction.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOption, invalidOption } from "../rows/options.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { durationAfter } from "../time/duration.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import {
  type ActivationEffectOptions,
  type ActivationOutcome,
  checkEffectOptions,
  kindCounts,
  type MeasuredContact,
} from "./activation-effect-options.ts";
import type { ActivationEffect } from "./activation-effect-result.ts";
import { controlSubjects } from "./effect-control.ts";
import { takeInLog, takeInRows } from "./effect-outcomes.ts";
import { responseOf } from "./effect-response.ts";
import { type EffectSubject, effectSubjects } from "./effect-subjects.ts";
import { effectValue } from "./effect-value.ts";
import { effectWarnings } from "./effect-warnings.ts";

/**
 * Measures what contacts have brought: who was activated, against customers who were left alone, and at what cost (Erfolg der Kundenaktivierung).
 *
 * A customer is activated if he buys, asks, reports a change or refers somebody from the day of his first contact to the end of the response window, both
 * included; of a log only purchases are seen. Each customer counts once, by his first contact; further contacts within the window add their costs. Customers
 * whose window is not over by `asOf` are pending: they are in no rate, since those who respond early are seen first. Without a control group nobody knows how
 * many would have come by themselves; `hasControl` is then `false`. Customers should be put into the control by lot: a control that differs from the contacted
 * in more than the contact proves nothing.
 *
 * @param contacts - Rows `{ customerId, date }`, and if known `cost` (money) and `group` (measure, channel or wave).
 * @param outcomes - A log, of which the purchases count, or rows `{ customerId, date }` with `kind` and `amount` (money) if known.
 * @param options - `window` (a duration); if wanted `control`, `asOf` (needed for rows), `activity`, `value` (money by customer), `marginRate`, `costs`, `timeZone`
 *   and `level`.
 * @returns `{ asOf, window, level, hasControl, total, groups, warnings }`: in `total`, and by group, counts, rates in [0, 1] with their intervals, the uplift
 *   with Newcombe's interval, costs and values in money.
 * @throws {@link DataError} for an option that cannot be used, with all faulty rows, or if a contacted customer is in the control.
 *
 * @example
 * import { activationEffect } from "clientele";
 *
 * const customers = Array.from({ length: 400 }, (_, i) => i);
 * const contacts = customers.slice(0, 200).map((customerId) => ({ customerId, date: "2025-03-01", cost: 2 }));
 * const purchases = customers
 *   .filter((customerId) => (customerId < 200 ? customerId < 30 : customerId < 210))
 *   .map((customerId) => ({ customerId, date: "2025-03-20", amount: 50 }));
 * const { total } = activationEffect(contacts, purchases, {
 *   window: { days: 30 },
 *   control: customers.slice(200),
 *   asOf: "2025-06-30",
 * });
 * total.rate; // => 0.15
 * [total.uplift, total.upliftLower, total.upliftUpper]; // => [0.1, 0.0417, 0.1604]
 * total.costPerIncrementalActivation; // => 20
 */
export function activationEffect(
  contacts: Iterable<MeasuredContact>,
  outcomes: TransactionLog | Iterable<ActivationOutcome>,
  options: ActivationEffectOptions,
): ActivationEffect {
  checkEffectOptions(options);
  const log = isLog(outcomes) ? outcomes : null;
  checkOption(
    "activity",
    null,
    log !== null && !kindCounts(options.activity)(PURCHASE) ? ONLY_PURCHASES : null,
  );
  const { window, level = 0.95, costs = {} } = options;
  const timeZone = options.timeZone ?? log?.timeZone ?? "UTC";
  const asOf = lastDayOf(log, options, timeZone);
  const context = { asOf, timeZone, perContact: costs.perContact, windowEnd: durationAfter(window) };
  const contacted = effectSubjects(contacts, "contacts", context);
  const control = controlSubjects(options.control, contacted.subjects, context);
  const known = subjectsById(contacted.subjects, control);
  const counts = kindCounts(options.activity);
  let hasAmounts = true;
  if (log !== null) takeInLog(known, log, asOf);
  else hasAmounts = takeInRows(known, outcomes as Iterable<ActivationOutcome>, asOf, timeZone, counts);
  const frame = {
    asOf,
    z: standardErrorsOfLevel(level),
    hasCosts: contacted.hasCosts || costs.fixed !== undefined,
    worthOf: effectValue(known, asOf, options, hasAmounts),
  };
  const grouped = control?.some(({ group }) => group !== null) === true;
  const controlOf = (group: GroupValue | null): readonly EffectSubject[] | null =>
    control === null || !grouped ? control : control.filter((subject) => subject.group === group);
  return {
    asOf: isoDate(asOf),
    window: { ...window },
    level,
    hasControl: control !== null,
    total: responseOf(contacted.subjects, control, costs.fixed ?? 0, frame),
    groups: Array.from(byGroup(contacted.subjects), ([group, subjects]) => ({
      group,
      ...responseOf(subjects, controlOf(group), 0, { ...frame, hasCosts: contacted.hasCosts }),
    })),
    warnings: effectWarnings(contacted, control, asOf, frame.hasCosts),
  };
}

function isLog(outcomes: TransactionLog | Iterable<ActivationOutcome>): outcomes is TransactionLog {
  return typeof outcomes === "object" && outcomes !== null && "kind" in outcomes;
}

const ONLY_PURCHASES =
  'A log holds purchases only, and these are not among the kinds that count: add "purchase", or pass the outcomes as rows.';

function lastDayOf(
  log: TransactionLog | null,
  { asOf }: ActivationEffectOptions,
  timeZone: string,
): CivilDay {
  if (log !== null) return asOfDay(log, asOf);
  if (asOf !== undefined) return dayOption("asOf", asOf, timeZone);
  throw invalidOption(
    "asOf",
    null,
    "Rows do not say until when they were observed, and on that depends whose window is over: pass the last day.",
  );
}

/** Everybody who is watched; whoever was contacted can be no control. */
function subjectsById(
  contacted: readonly EffectSubject[],
  control: readonly EffectSubject[] | null,
): ReadonlyMap<CustomerId, EffectSubject> {
  const known = new Map(contacted.map((subject) => [subject.customerId, subject]));
  const collector = new IssueCollector();
  for (const subject of control ?? []) {
    const { customerId } = subject;
    if (known.has(customerId)) {
      const message = `${quoted(customerId)} was contacted, and so is no control: leave him out of one of the two.`;
      collector.add("duplicate_customer", null, "control", customerId, () => message);
    } else known.set(customerId, subject);
  }
  collector.throwIfAny();
  return known;
}

function byGroup(
  subjects: readonly EffectSubject[],
): ReadonlyMap<GroupValue | null, readonly EffectSubject[]> {
  const groups = new Map<GroupValue | null, EffectSubject[]>();
  for (const subject of subjects) {
    const members = groups.get(subject.group);
    if (members === undefined) groups.set(subject.group, [subject]);
    else members.push(subject);
  }
  return groups;
}
