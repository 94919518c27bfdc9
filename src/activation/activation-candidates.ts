import { classifyCustomers } from "../classification/classify-customers.ts";
import type { Interaction } from "../classification/interaction.ts";
import { CompensatedSums } from "../math/compensated-sums.ts";
import { finiteTotal } from "../rows/finite-total.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import type {
  ActivationCandidate,
  ActivationCandidates,
  ActivationKindCount,
} from "./activation-candidate.ts";
import { type ActivationKind, activationKindOf } from "./activation-kind.ts";
import { type CandidateOptions, checkedCandidateOptions } from "./candidate-options.ts";
import { candidateWarnings } from "./candidate-warnings.ts";
import { givenValues } from "./given-values.ts";
import { stakeReader } from "./stake.ts";

/**
 * Lists the customers who are worth activating (Kundenaktivierung), why, what there is to win, and what is suggested.
 *
 * Candidates are the dormant, declining and never-converted customers of `classifyCustomers` under the same options, and the lost ones if asked for. At stake
 * is, for whoever is silent (dormant, lost, or declining because overdue), the revenue of his last active window, returns deducted; for whoever buys less
 * (declining by revenue), the shortfall against the window before; for who never bought, the mean of what others bought on their first purchase day. None of
 * these is below 0. Revenue is no margin: `prioritizeActivation` takes a margin rate.
 *
 * @param log - Transactions.
 * @param interactions - Contacts, inquiries, terminations and the like; `null` if none are known.
 * @param options - Those of `classifyCustomers`, and `kinds`, `value` (money by customer), `prospectValue` (money) and `measures`.
 * @returns `{ asOf, limits, known, rows, kinds, warnings }`: a flat row per candidate by descending value at stake, and counts by kind.
 * @throws {@link DataError} for an option that cannot be used, with all faulty interactions, prospects or values, or if prospects cannot be valued because
 *   nobody has bought.
 *
 * @example
 * import { activationCandidates, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2023-11-20", amount: 300 },
 *   { customerId: "Ada", date: "2024-04-02", amount: 500 },
 *   { customerId: "Ben", date: "2024-02-01", amount: 20 },
 *   { customerId: "Cem", date: "2024-12-20", amount: 90 },
 *   { customerId: "Cem", date: "2025-12-01", amount: 30 },
 * ]);
 * const { rows } = activationCandidates(log, null, { asOf: "2025-12-31" });
 * rows.map((row) => [row.customerId, row.kind, row.valueAtStake]); // => [["Ada", "lapsed", 800], ["Cem", "declining", 60], ["Ben", "one-and-done", 20]]
 * rows[1]?.reason; // => "revenue-drop"
 * rows.map((row) => row.measure); // => ["win-back", "personal-contact", "second-purchase-offer"]
 */
export function activationCandidates(
  log: TransactionLog,
  interactions: readonly Interaction[] | null,
  options: CandidateOptions = {},
): ActivationCandidates {
  checkLog(log);
  const { kinds, measures, value, prospectValue, classification } = checkedCandidateOptions(options);
  const given = value === null ? null : givenValues(value, "value");
  const { asOf, limits, rows } = classifyCustomers(log, {
    ...classification,
    ...(interactions === null ? {} : { interactions }),
  });
  const stakeOf = stakeReader(log, asOf, limits.activeWindow, prospectValue, given);
  const found: ActivationCandidate[] = [];
  for (const row of rows) {
    const kind = activationKindOf(row);
    if (kind !== null && kinds.includes(kind)) {
      found.push({ ...row, kind, ...stakeOf(row, kind), measure: measures[kind] });
    }
  }
  return {
    asOf,
    limits,
    known: rows.length,
    // The sort is stable: equal values stay in the order of the classification.
    rows: found.sort((a, b) => b.valueAtStake - a.valueAtStake),
    kinds: countKinds(kinds, found),
    warnings: candidateWarnings(log, limits, rows, found, given),
  };
}

function countKinds(
  kinds: readonly ActivationKind[],
  candidates: readonly ActivationCandidate[],
): readonly ActivationKindCount[] {
  const sums = new CompensatedSums(kinds.length);
  const customers = new Int32Array(kinds.length);
  for (const { kind, valueAtStake } of candidates) {
    const at = kinds.indexOf(kind);
    sums.add(at, valueAtStake);
    customers[at] = (customers[at] as number) + 1;
  }
  return kinds.map((kind, at) => ({
    kind,
    customers: customers[at] as number,
    valueAtStake: finiteTotal(sums.at(at), "value"),
  }));
}
