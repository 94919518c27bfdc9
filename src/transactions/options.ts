import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import type { ReturnsPolicy } from "./transaction-log.ts";

/** How rows become a log. */
export interface TransactionLogOptions {
  /** IANA zone that decides the civil day of instants; plain dates are taken as they are. Default `"UTC"`. */
  readonly timeZone?: string;
  /** Rows that cannot be read: `"throw"` refuses the input with all issues, `"skip"` leaves them out and counts them. Default `"throw"`. */
  readonly invalid?: InvalidRows;
  /** What becomes of transactions below 0. Default `"net"`. */
  readonly returns?: ReturnsPolicy;
}

const NAMES = { timeZone: true, invalid: true, returns: true } satisfies Record<
  keyof TransactionLogOptions,
  true
>;

export function checkedLogOptions(options: TransactionLogOptions): Required<TransactionLogOptions> {
  checkNames("options", options, NAMES);
  const { timeZone = "UTC", invalid = "throw", returns = "net" } = options;
  checkOption("timeZone", timeZone, timeZoneTrouble(timeZone));
  checkOneOf("invalid", invalid, ["throw", "skip"]);
  checkOneOf("returns", returns, ["net", "ignore", "reject"]);
  return { timeZone, invalid, returns };
}
