import { quoted } from "../rows/issue.ts";
import { OFFER_STATUSES, type OfferStatus } from "./offer-status.ts";

// What stands in place of the code of a status.
export const LEFT_OUT = 4;
export const MISSING_STATUS = 5;
export const UNKNOWN_STATUS = 6;

/** The words for statuses: those that the user explained, and the library's own. */
export class StatusWords {
  readonly #meanings: ReadonlyMap<string, OfferStatus | null>;
  readonly #seen = new Set<string>();

  constructor(statuses: Readonly<Record<string, OfferStatus | null>>) {
    this.#meanings = new Map(Object.entries(statuses));
  }

  /** The code of what stands in a row. Ask once for each distinct value. */
  codeOf(value: unknown): number {
    const word = wordOf(value);
    if (word === null) return UNKNOWN_STATUS;
    const meaning = this.#meanings.get(word);
    if (meaning !== undefined) {
      this.#seen.add(word);
      return meaning === null ? LEFT_OUT : OFFER_STATUSES.indexOf(meaning);
    }
    if (word === "") return MISSING_STATUS;
    const own = OFFER_STATUSES.indexOf(word as OfferStatus);
    return own < 0 ? UNKNOWN_STATUS : own;
  }

  /** Words that were explained and have not come up. */
  unused(): readonly string[] {
    return [...this.#meanings.keys()].filter((word) => !this.#seen.has(word));
  }

  /** Why a value is no status, and what to do. */
  trouble(value: unknown): string {
    const known = [...new Set([...this.#meanings.keys(), ...OFFER_STATUSES])].map((word) => quoted(word));
    const word = wordOf(value);
    const what = `${quoted(value)} is no known status; known are ${known.join(", ")}.`;
    if (word === null) return `${what} A status is a text, a number, true or false.`;
    return `${what} Say what it means in the option statuses: { ${quoted(word)}: "won" }, or null to leave such rows out.`;
  }
}

/** A status as a word; `null` for what can be none. */
function wordOf(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
