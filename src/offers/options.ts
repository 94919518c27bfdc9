import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import { OFFER_STATUSES, type OfferStatus } from "./offer-status.ts";

/** How rows become a book of offers. */
export interface OfferBookOptions {
  /** IANA zone that decides the civil day of instants; plain dates are taken as they are. Default `"UTC"`. */
  readonly timeZone?: string;
  /** Rows that cannot be read: `"throw"` refuses the input with all issues, `"skip"` leaves them out and counts them. Default `"throw"`. */
  readonly invalid?: InvalidRows;
  /**
   * What the words of the rows mean: `{ Gewonnen: "won", Verloren: "lost", Storno: null }`. `null` says that this is no offer at all: the row is left
   * out and counted. `""` stands for a status that is missing. The four words of the library need no entry.
   */
  readonly statuses?: Readonly<Record<string, OfferStatus | null>>;
  /**
   * Last day that was observed. Default: the latest submission or decision in the rows; pass the day of the export if nothing need have happened on
   * it.
   */
  readonly until?: DateInput;
}

/** Options as the door uses them. */
export interface CheckedOfferOptions extends Required<Omit<OfferBookOptions, "until">> {
  readonly until: CivilDay | null;
}

const NAMES = {
  timeZone: true,
  invalid: true,
  statuses: true,
  until: true,
} satisfies Record<keyof OfferBookOptions, true>;

export function checkedOfferOptions(options: OfferBookOptions): CheckedOfferOptions {
  checkNames("options", options, NAMES);
  const { timeZone = "UTC", invalid = "throw", statuses = {}, until } = options;
  checkOption("timeZone", timeZone, timeZoneTrouble(timeZone));
  checkOneOf("invalid", invalid, ["throw", "skip"]);
  checkStatuses(statuses);
  return {
    timeZone,
    invalid,
    statuses,
    until: until === undefined ? null : dayOption("until", until, timeZone),
  };
}

function checkStatuses(statuses: OfferBookOptions["statuses"]): void {
  // A Map has no fields, so all its words would be lost in silence.
  const isRecord = typeof statuses === "object" && statuses !== null && !(Symbol.iterator in statuses);
  checkOption("statuses", statuses, isRecord ? null : 'This is no record: pass { Gewonnen: "won" }.');
  for (const [word, status] of Object.entries(statuses ?? {})) {
    if (status !== null) checkOneOf(`statuses.${word}`, status, OFFER_STATUSES);
  }
}
