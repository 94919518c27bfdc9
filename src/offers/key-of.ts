import { checkOption, invalidOption } from "../rows/options.ts";
import type { OfferBook, OfferKey } from "./offer-book.ts";

/** The key of a book by its name; `"customer"` is one in every book, `"stage"` in those that have stages. */
export function keyOf(book: OfferBook, name: string, path = "key"): OfferKey {
  checkOption(
    path,
    name,
    typeof name === "string" ? null : 'This is no name of a key: pass one, e.g. "seller".',
  );
  if (name === "customer") return { name, codes: book.customers, dictionary: book.customerIds };
  const found = book.keys.find((key) => key.name === name);
  if (found !== undefined) return found;
  const known = ["customer", ...book.keys.map((key) => key.name)].map((word) => JSON.stringify(word));
  throw invalidOption(
    path,
    name,
    `The book has no key ${JSON.stringify(name)}; it has ${known.join(", ")}. Keys are named in the second argument of offerBook.`,
  );
}
