import type { FaultyRows } from "../analysis/faulty-rows.ts";
import type { FailureReason } from "../failure.ts";
import { element, elementOf } from "./element.ts";
import type { Speech } from "./speech.ts";

/** Says why there is no report. */
export function showFailure(reason: FailureReason | null, speech: Speech): void {
  const section = elementOf("failure", HTMLElement);
  section.hidden = reason === null;
  if (reason === null) {
    section.replaceChildren();
    return;
  }
  const heading = element("h2", {}, speech.texts.failures.heading);
  section.replaceChildren(heading, element("p", {}, failureText(reason, speech)));
}

/** Rows that a failure lists. */
export function faultsOf(reason: FailureReason | null): FaultyRows | null {
  return reason !== null && "faults" in reason ? reason.faults : null;
}

function failureText(reason: FailureReason, { texts: { failures }, count }: Speech): string {
  switch (reason.code) {
    case "csv":
      return failures.csv(count(reason.line));
    case "empty":
      return failures.empty;
    case "nothing-readable":
      return failures.nothingReadable;
    case "no-purchases":
      return failures.noPurchases;
    case "refused":
      return failures.refused(reason.message);
    case "unexpected":
      return failures.unexpected(reason.message);
  }
}
