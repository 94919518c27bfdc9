import { checkOption, invalidOption } from "../rows/options.ts";
import type { SubscriptionBook, SubscriptionKey } from "../subscriptions/subscription-book.ts";
import type { Tenure } from "./tenure.ts";

const OWN_FIELDS = {
  customerId: true,
  start: true,
  end: true,
  duration: true,
  event: true,
  spell: true,
  entry: true,
} satisfies Record<keyof Tenure, true>;

/** The keys of a book that are asked for. */
export function tenureKeys(book: SubscriptionBook, names: readonly string[]): readonly SubscriptionKey[] {
  checkOption(
    "keys",
    names,
    Array.isArray(names) ? null : 'This is no list of names: write it like ["plan"].',
  );
  return names.map((name, i) => keyOf(book, name, `keys[${i}]`));
}

function keyOf(book: SubscriptionBook, name: string, path: string): SubscriptionKey {
  const key = book.keys.find((candidate) => candidate.name === name);
  if (key === undefined) {
    const known = book.keys.map((candidate) => JSON.stringify(candidate.name)).join(", ");
    const trouble =
      known === ""
        ? "The book has no keys: name plan or keys among its columns."
        : `The book has no such key; it has ${known}.`;
    throw invalidOption(path, name, trouble);
  }
  const taken = Object.hasOwn(OWN_FIELDS, name) || name in Object.prototype;
  checkOption(
    path,
    name,
    taken
      ? "Rows have a field of this name already: give the key another name where the book is made."
      : null,
  );
  return key;
}

/** Writes the keys of a subscription into a row that is still being made. */
export function writeKeys(row: Tenure, keys: readonly SubscriptionKey[], subscription: number): void {
  for (const { name, codes, dictionary } of keys) {
    Object.assign(row, { [name]: dictionary[codes[subscription] as number] ?? null });
  }
}
