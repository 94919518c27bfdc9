import type { CustomerId } from "../rows/customer-id.ts";
import { type GroupValue, isGroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { MeasuredContact } from "./activation-effect-options.ts";
import { readContacts } from "./read-contacts.ts";

/** A customer who is watched from the day of his first contact (or the day on which it would have been) to the end of the window. */
export interface EffectSubject {
  readonly customerId: CustomerId;
  readonly group: GroupValue | null;
  readonly first: CivilDay;
  /** Last day of the window. */
  readonly last: CivilDay;
  /** Cost of his contacts within the window. */
  cost: number;
  activated: boolean;
  /** Sum of his amounts within the window. */
  amount: number;
}

/** The watched customers of a list of contacts, and what was left out. */
export interface EffectSubjects {
  readonly subjects: readonly EffectSubject[];
  /** Contacts after the window of the customer's first one. */
  readonly later: number;
  /** Contacts after the day of judgement. */
  readonly future: number;
  readonly hasCosts: boolean;
  /** Contacts up to the day of judgement of which nothing says what they cost; they count as free. */
  readonly unpriced: number;
}

/** How contacts are read. */
export interface EffectContext {
  readonly asOf: CivilDay;
  readonly timeZone: string;
  /** Cost of a contact whose row names none, in money. */
  readonly perContact: number | undefined;
  /** The last day of the window that a day begins. */
  readonly windowEnd: (day: CivilDay) => CivilDay;
}

/** Makes one subject of each customer: the first contact opens the window, further ones within it add their costs. */
export function effectSubjects(
  rows: Iterable<MeasuredContact>,
  path: string,
  context: EffectContext,
): EffectSubjects {
  const { asOf, timeZone, perContact, windowEnd } = context;
  const { rows: list, ids, customers, days } = readContacts(rows, timeZone, path);
  const costs = contactCosts(list, perContact, path);
  const firstRow = new Int32Array(ids.length).fill(-1);
  let [later, future, unpriced] = [0, 0, 0];
  for (let i = 0; i < list.length; i++) {
    const day = days[i] as number;
    if (day > asOf) {
      future += 1;
      continue;
    }
    const customer = customers[i] as number;
    const known = firstRow[customer] as number;
    if (known < 0 || day < (days[known] as number)) firstRow[customer] = i;
  }
  const subjectOf = new Array<EffectSubject | undefined>(ids.length);
  for (const [customer, row] of firstRow.entries()) {
    if (row < 0) continue;
    const first = days[row] as number;
    subjectOf[customer] = {
      customerId: ids[customer] as CustomerId,
      group: list[row]?.group ?? null,
      first,
      last: windowEnd(first),
      cost: 0,
      activated: false,
      amount: 0,
    };
  }
  for (let i = 0; i < list.length; i++) {
    const subject = subjectOf[customers[i] as number];
    const day = days[i] as number;
    if (subject === undefined || day > asOf) continue;
    if (day > subject.last) {
      later += 1;
      continue;
    }
    subject.cost += costs[i] as number;
    if (perContact === undefined && typeof list[i]?.cost !== "number") unpriced += 1;
  }
  const hasCosts = perContact !== undefined || list.some(({ cost }) => typeof cost === "number");
  const subjects = subjectOf.filter((subject) => subject !== undefined);
  return { subjects, later, future, hasCosts, unpriced };
}

/** The cost of each contact; all costs and groups that are none are thrown at once. */
function contactCosts(
  list: readonly MeasuredContact[],
  perContact: number | undefined,
  path: string,
): Float64Array {
  const collector = new IssueCollector();
  const costs = new Float64Array(list.length);
  for (const [i, { cost, group }] of list.entries()) {
    if (cost !== undefined && cost !== null && !(Number.isFinite(cost) && cost >= 0)) {
      const message = `${quoted(cost)} is no cost: it must be a finite number of at least 0, or missing.`;
      collector.add("invalid_value", i, `${path}.cost`, cost, () => message);
    }
    if (group !== undefined && group !== null && !isGroupValue(group)) {
      const message = `${quoted(group)} is no group: it must be text, a finite number, true or false, or missing.`;
      collector.add("invalid_group", i, `${path}.group`, group, () => message);
    }
    costs[i] = cost ?? perContact ?? 0;
  }
  collector.throwIfAny();
  return costs;
}
