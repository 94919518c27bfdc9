import { keyOf } from "../offers/key-of.ts";
import type { OfferBook, OfferKey } from "../offers/offer-book.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { quoted } from "../rows/issue.ts";
import { checkOption, invalidOption } from "../rows/options.ts";

/** Two values of a key. */
interface ComparedGroups {
  readonly key: string;
  readonly first: GroupKey;
  readonly second: GroupKey;
}

/** 0 for offers of the first group, 1 for those of the second, −1 for all others. */
export function codesOfGroups(book: OfferBook, { key: name, first, second }: ComparedGroups): Int32Array {
  const key = keyOf(book, name, "comparison.key");
  // By code + 1, so that offers that say nothing have a place too.
  const sideOf = new Int32Array(key.dictionary.length + 1).fill(-1);
  const one = codeOf(key, first, "comparison.first");
  const other = codeOf(key, second, "comparison.second");
  const same = one === other ? "It is the same group as the first: pass another." : null;
  checkOption("comparison.second", second, same);
  sideOf[one + 1] = 0;
  sideOf[other + 1] = 1;
  return key.codes.map((code) => sideOf[code + 1] as number);
}

const SHOWN = 5;

function codeOf({ name, dictionary }: OfferKey, group: GroupKey, path: string): number {
  if (group === null) return -1;
  const code = (dictionary as readonly GroupKey[]).indexOf(group);
  if (code >= 0) return code;
  const known = dictionary.slice(0, SHOWN).map(quoted);
  if (dictionary.length > SHOWN) known.push("…");
  const trouble = `No offer has this value under the key ${quoted(name)}; there are ${known.join(", ") || "none"}. Pass one of them (1 is not "1"), or null for offers that say nothing.`;
  throw invalidOption(path, group, trouble);
}
