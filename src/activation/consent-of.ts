import type { CustomerId } from "../rows/customer-id.ts";
import { idFault } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { invalidOption } from "../rows/options.ts";
import type { ActivationTarget } from "./activation-plan.ts";
import type { ActivationConsent } from "./plan-options.ts";

/** For each candidate 1 if he has consented: only `true` and a listed id are consent, nothing that merely resembles it. */
export function consentOf<Target extends ActivationTarget>(
  candidates: readonly Target[],
  consent: ActivationConsent<Target>,
): Uint8Array {
  if (consent === "all") return new Uint8Array(candidates.length).fill(1);
  if (typeof consent === "function") {
    return Uint8Array.from(candidates, (candidate) => (answerOf(candidate, consent(candidate)) ? 1 : 0));
  }
  const ids = new Set<CustomerId>();
  const collector = new IssueCollector();
  let at = 0;
  for (const id of consent) {
    if (idFault(id) === 0) ids.add(id);
    else
      collector.add(
        "invalid_customer",
        at,
        "consent",
        id,
        () => `${quoted(id)} is no customer id: ids are texts or finite numbers.`,
      );
    at += 1;
  }
  collector.throwIfAny();
  return Uint8Array.from(candidates, ({ customerId }) => (ids.has(customerId) ? 1 : 0));
}

/** Whoever says 1, "yes" or promises an answer may have meant consent: nobody is barred, or contacted, on a guess. */
function answerOf({ customerId }: ActivationTarget, answer: unknown): boolean {
  if (typeof answer === "boolean") return answer;
  if (answer === null || answer === undefined) return false;
  const trouble = `Of customer ${quoted(customerId)} the function says ${quoted(answer)}: return true for whoever has consented, else false (not a promise).`;
  throw invalidOption("consent", answer, trouble);
}
