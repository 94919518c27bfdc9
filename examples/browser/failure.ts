import type { FaultyRows } from "./analysis/faulty-rows.ts";

/** Why there is no report, as data that every language has words for. */
export type FailureReason =
  /** Quotation marks do not pair up on a line. */
  | { readonly code: "csv"; readonly line: number }
  /** Not a heading and a row. */
  | { readonly code: "empty" }
  /** No row could be read. */
  | { readonly code: "nothing-readable"; readonly faults: FaultyRows }
  /** Nobody bought anything: there are credit notes only. */
  | { readonly code: "no-purchases"; readonly faults: FaultyRows }
  /** Something that the library refuses, or an error of the page. */
  | { readonly code: "refused" | "unexpected"; readonly message: string };

/** Ends the work with a reason that the user is told. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly reason: FailureReason;

  constructor(reason: FailureReason) {
    super(reason.code);
    this.reason = reason;
  }
}
