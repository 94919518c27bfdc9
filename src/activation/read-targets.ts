import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkOption } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { ID_FIELD, uniqueCustomers } from "../rows/unique-customers.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { ActivationTarget } from "./activation-plan.ts";
import { checkMeasure } from "./candidate-options.ts";

/** Candidates as of a day: what `activationCandidates` returns, or a list of your own. */
export interface ActivationTargets<Target extends ActivationTarget = ActivationTarget> {
  readonly asOf: DateInput;
  readonly rows: Iterable<Target>;
}

/** The candidates as a list, each with an id of his own, a value and the name of a measure. */
export function readTargets<Target extends ActivationTarget>({
  rows,
}: ActivationTargets<Target>): readonly Target[] {
  const list = objectRows(rows, "candidates.rows");
  const collector = new IssueCollector();
  uniqueCustomers<ActivationTarget>(list, ID_FIELD, "candidates.rows", collector);
  readNumbers<ActivationTarget>(list, "valueAtStake", "candidates.rows", collector);
  collector.throwIfAny();
  for (const [i, { measure }] of list.entries()) checkMeasure(`candidates.rows[${i}].measure`, measure);
  return list;
}

/** Refuses a bare list, which would have no day. */
export function checkTargets(candidates: unknown): void {
  const fits =
    typeof candidates === "object" && candidates !== null && "rows" in candidates && "asOf" in candidates;
  const hint = "pass what activationCandidates returns, or { asOf, rows } of your own";
  checkOption("candidates", candidates, fits ? null : `These are no candidates with their day: ${hint}.`);
}
