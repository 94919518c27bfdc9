import type { Limits } from "./classification-limits.ts";
import { type CustomerHistory, emptyHistory, readTransactions } from "./customer-history.ts";
import { PURCHASE } from "./interaction.ts";
import { type InteractionRecord, interactionsUntil } from "./interaction-record.ts";
import type { KnownPeople } from "./known-people.ts";
import type { UsualGaps } from "./usual-gap.ts";

/** Called for each person who is known as of the day. The history is valid during the call only: it is used again for the next. */
export type HistoryVisitor = (
  person: number,
  history: Readonly<CustomerHistory>,
  record: InteractionRecord,
) => void;

/** Goes through the past of everybody who was known on the day of the limits; `gaps` may be left out where nobody asks for rhythms. */
export function visitHistories(
  people: KnownPeople,
  limits: Limits,
  gaps: UsualGaps | null,
  visit: HistoryVisitor,
): void {
  const { log, ids } = people;
  const record = interactionsUntil(people, limits.asOf, limits.activity);
  const purchasesCount = limits.activity.includes(PURCHASE);
  const blank = emptyHistory();
  const history = emptyHistory();
  for (let person = 0; person < ids.length; person++) {
    if (!isKnown(people, person, record, limits.asOf)) continue;
    Object.assign(history, blank);
    const isCustomer = person < log.customerIds.length;
    if (isCustomer) readTransactions(history, log, person, limits);
    if (isCustomer && gaps !== null) readUsualGap(history, gaps, person);
    if (purchasesCount) history.lastActivity = history.lastPurchase;
    addInteractions(history, record, person);
    visit(person, history, record);
  }
}

/** A person is known from the first transaction or interaction, or because the user names a prospect. */
function isKnown(
  { log, listed }: KnownPeople,
  person: number,
  record: InteractionRecord,
  asOf: number,
): boolean {
  if (listed[person] === 1 || record.seen[person] === 1) return true;
  // Every customer of a log has a transaction, and the first is the earliest.
  return person < log.customerIds.length && (log.days[log.offsets[person] as number] as number) <= asOf;
}

function readUsualGap(history: CustomerHistory, gaps: UsualGaps, customer: number): void {
  const own = gaps.ofCustomer(customer);
  history.usualGapIsOwn = own !== null;
  history.usualGap = own ?? gaps.ofBase ?? 0;
}

function addInteractions(history: CustomerHistory, record: InteractionRecord, person: number): void {
  history.contacts = record.contacts[person] as number;
  history.terminated = record.terminated[person] as number;
  for (const last of record.lastByKind.values()) {
    history.lastActivity = Math.max(history.lastActivity, last[person] as number);
  }
}
