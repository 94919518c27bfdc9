import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import type { ActivationOutcome } from "./activation-effect-options.ts";
import type { EffectSubject } from "./effect-subjects.ts";
import { readContacts } from "./read-contacts.ts";

/** Lets a subject take in something that happened on a day up to the day of judgement. */
function takeIn(subject: EffectSubject, day: CivilDay, asOf: CivilDay, amount: number): void {
  if (day < subject.first || day > subject.last || day > asOf) return;
  subject.amount += amount;
  if (isPurchase(amount)) subject.activated = true;
}

/** Lets the subjects take in what a log says of them. */
export function takeInLog(
  subjects: ReadonlyMap<CustomerId, EffectSubject>,
  { customerIds, offsets, days, amounts }: TransactionLog,
  asOf: CivilDay,
): void {
  for (const [customer, id] of customerIds.entries()) {
    const subject = subjects.get(id);
    if (subject === undefined) continue;
    const end = offsets[customer + 1] as number;
    for (let i = offsets[customer] as number; i < end; i++) {
      takeIn(subject, days[i] as number, asOf, amounts[i] as number);
    }
  }
}

/** Lets the subjects take in what rows say of them, and tells whether any of the rows has an amount. */
export function takeInRows(
  subjects: ReadonlyMap<CustomerId, EffectSubject>,
  outcomes: Iterable<ActivationOutcome>,
  asOf: CivilDay,
  timeZone: string,
  counts: (kind: unknown) => boolean,
): boolean {
  const { rows, ids, customers, days } = readContacts(outcomes, timeZone, "outcomes");
  checkOutcomes(rows);
  let hasAmounts = false;
  for (const [i, { kind, amount }] of rows.entries()) {
    if (typeof amount === "number") hasAmounts = true;
    if (!counts(kind ?? undefined)) continue;
    const subject = subjects.get(ids[customers[i] as number] as CustomerId);
    if (subject !== undefined) takeIn(subject, days[i] as number, asOf, amount ?? 0);
  }
  return hasAmounts;
}

function checkOutcomes(rows: readonly ActivationOutcome[]): void {
  const collector = new IssueCollector();
  for (const [i, { kind, amount }] of rows.entries()) {
    if (kind !== undefined && kind !== null && typeof kind !== "string") {
      const message = `${quoted(kind)} is no kind of interaction: it must be text, or missing.`;
      collector.add("invalid_kind", i, "outcomes.kind", kind, () => message);
    }
    if (amount !== undefined && amount !== null && !Number.isFinite(amount)) {
      const message = `${quoted(amount)} is no amount: it must be a finite number, or missing.`;
      collector.add("invalid_amount", i, "outcomes.amount", amount, () => message);
    }
  }
  collector.throwIfAny();
}
