import { invalidOption } from "../rows/options.ts";
import type { SubscriptionBook, SubscriptionKey } from "../subscriptions/subscription-book.ts";

/** What revenue is followed by: customers, or a customer's parts in the groups of a key. */
export interface RevenueAccounts {
  /** The account of each subscription; ascending, since a customer's stand together. */
  readonly accountOf: Int32Array;
  readonly count: number;
}

/** One account for each customer. */
export function customerAccounts({ customerIds, offsets, starts }: SubscriptionBook): RevenueAccounts {
  const accountOf = new Int32Array(starts.length);
  for (let c = 0; c < customerIds.length; c++) accountOf.fill(c, offsets[c], offsets[c + 1]);
  return { accountOf, count: customerIds.length };
}

/** Accounts with the group of each. */
export interface GroupedAccounts extends RevenueAccounts {
  readonly groupOf: Int32Array;
}

/** An account for each customer and group of a key in which he has a subscription; those without a value form the last group. */
export function accountsByKey(
  book: SubscriptionBook,
  { codes, dictionary }: SubscriptionKey,
): GroupedAccounts {
  const { customerIds, offsets } = book;
  const accountOf = new Int32Array(codes.length);
  const groups: number[] = [];
  // The account that was last opened in a group, and by whom.
  const latest = new Int32Array(dictionary.length + 1);
  const owner = new Int32Array(dictionary.length + 1).fill(-1);
  for (let c = 0; c < customerIds.length; c++) {
    for (let i = offsets[c] as number; i < (offsets[c + 1] as number); i++) {
      const code = codes[i] as number;
      const group = code < 0 ? dictionary.length : code;
      if (owner[group] !== c) {
        owner[group] = c;
        latest[group] = groups.push(group) - 1;
      }
      accountOf[i] = latest[group] as number;
    }
  }
  return { accountOf, count: groups.length, groupOf: Int32Array.from(groups) };
}

/** The key of a name. */
export function keyOf(book: SubscriptionBook, name: string): SubscriptionKey {
  const key = book.keys.find((candidate) => candidate.name === name);
  if (key !== undefined) return key;
  const known = book.keys.map((candidate) => JSON.stringify(candidate.name)).join(", ");
  const trouble =
    known === ""
      ? 'The book has no keys: name a plan or other keys when it is read, or pass { cohort: "month" }.'
      : `The book has no such key; it has ${known}.`;
  throw invalidOption("by", name, trouble);
}
