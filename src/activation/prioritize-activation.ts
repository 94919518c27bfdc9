import { fillCapacity } from "../math/knapsack.ts";
import { finiteTotal } from "../rows/finite-total.ts";
import { quoted } from "../rows/issue.ts";
import { checkNumber } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import {
  ACTIVATION_EXCLUSIONS,
  type ActivationExclusion,
  type ActivationPlan,
  type ActivationPlanWarning,
  type ActivationTarget,
  type ExcludedCandidate,
} from "./activation-plan.ts";
import { consentOf } from "./consent-of.ts";
import { MeasureTable } from "./measure-table.ts";
import { type ActivationPlanOptions, budgetOf, checkPlanOptions } from "./plan-options.ts";
import { countOf, effortOf, rankedContacts } from "./plan-ranking.ts";
import { type ActivationTargets, checkTargets, readTargets } from "./read-targets.ts";
import { recentlyContacted } from "./recently-contacted.ts";

/**
 * Says whom to contact, and by which measure, under a budget of money, hours or contacts (Kundenaktivierung, Rückgewinnung).
 *
 * The priority of a candidate is probability of success × value at stake × margin rate − cost of the contact. Nobody is contacted without consent
 * (Einwilligung), nobody who was contacted within the cool-down (asOf − coolDown, asOf], and nobody whose priority is 0 or less; of the others those are chosen
 * that bring most together. For up to 20 candidates, as a rule for a hundred, and for any number if their contacts cost the same, the choice is the best
 * there is; else it is within the stated `bound`. A larger budget never lowers the expected profit, and no budget is exceeded.
 *
 * @param candidates - What `activationCandidates` returns, or `{ asOf, rows }` with rows of `{ customerId, measure, valueAtStake }` (money).
 * @param options - `budget`, `measures` (cost in money, hours, probability in [0, 1]) and `consent`; if wanted `probability` by candidate, `marginRate`,
 *   `contacts` with `coolDown` (a duration), `asOf` and `timeZone`.
 * @returns `{ asOf, budget, candidates, rows, excluded, exclusions, totals, bound, exact, shadowPrice, warnings }`: in `rows` the contacts to make, ranked by
 *   expected profit per unit of the budget; in `excluded` all others with the reason.
 * @throws {@link DataError} for an option that cannot be used, consent that is not stated, a measure without costs, or with all faulty candidates or contacts.
 *
 * @example
 * import { prioritizeActivation } from "clientele";
 *
 * const rows = [
 *   { customerId: "Ada", measure: "win-back", valueAtStake: 800 },
 *   { customerId: "Ben", measure: "phone call", valueAtStake: 900 },
 *   { customerId: "Cem", measure: "win-back", valueAtStake: 500 },
 *   { customerId: "Dora", measure: "win-back", valueAtStake: 5000 },
 * ];
 * const plan = prioritizeActivation(
 *   { asOf: "2025-12-31", rows },
 *   {
 *     budget: { money: 20 },
 *     measures: { "win-back": { cost: 2, probability: 0.05 }, "phone call": { cost: 18, probability: 0.1 } },
 *     consent: ["Ada", "Ben", "Cem"],
 *   },
 * );
 * plan.rows.map((row) => [row.customerId, row.expectedProfit]); // => [["Ada", 38], ["Ben", 72]]
 * plan.excluded; // => [{ customerId: "Cem", reason: "budget" }, { customerId: "Dora", reason: "no-consent" }]
 */
export function prioritizeActivation<Target extends ActivationTarget>(
  candidates: ActivationTargets<Target>,
  options: ActivationPlanOptions<Target>,
): ActivationPlan {
  checkTargets(candidates);
  checkPlanOptions(options);
  const { timeZone = "UTC", marginRate = 1, contacts, coolDown, probability } = options;
  const { budget, unit, amount } = budgetOf(options.budget);
  const asOf = dayOption("asOf", options.asOf ?? candidates.asOf, timeZone);
  const list = readTargets(candidates);
  const measures = new MeasureTable(options.measures, {
    hours: unit === "hours",
    probability: probability === undefined,
  });
  const consents = consentOf(list, options.consent);
  const recent =
    contacts === undefined || coolDown === undefined
      ? null
      : recentlyContacted(contacts, coolDown, asOf, timeZone);
  const worth = list.map((candidate) => {
    const { cost, hours = null, probability: ofMeasure = 0 } = measures.of(candidate.measure);
    const chance = probability === undefined ? ofMeasure : chanceOf(candidate, probability);
    const expectedProfit = chance * candidate.valueAtStake * marginRate - cost;
    return { probability: chance, cost, hours, expectedProfit };
  });
  finiteTotal(
    worth.reduce((sum, { cost, expectedProfit }) => sum + cost + Math.abs(expectedProfit), 0),
    "candidates",
  );
  const used = Float64Array.from(worth, ({ cost, hours }) =>
    unit === "money" ? cost : unit === "hours" ? (hours ?? 0) : 1,
  );
  const barred = list.map(({ customerId }, i): ActivationExclusion | null => {
    if (consents[i] !== 1) return "no-consent";
    return recent?.has(customerId) === true ? "cool-down" : null;
  });
  const profits = Float64Array.from(worth, ({ expectedProfit }, i) =>
    barred[i] === null ? expectedProfit : 0,
  );
  const { chosen, bound, exact, shadowPrice, cost: spent } = fillCapacity(profits, used, amount);
  const reasons = barred.map((reason, i) => {
    if (reason !== null || chosen[i] === 1) return reason;
    return (profits[i] as number) > 0 ? "budget" : "not-worthwhile";
  });
  const rows = rankedContacts(list, worth, used, chosen);
  return {
    asOf: isoDate(asOf),
    budget,
    candidates: list.length,
    rows,
    excluded: list.flatMap(({ customerId }, i): ExcludedCandidate[] => {
      const reason = reasons[i] ?? null;
      return reason === null ? [] : [{ customerId, reason }];
    }),
    exclusions: ACTIVATION_EXCLUSIONS.map((reason) => countOf(reason, reasons, worth)),
    totals: effortOf(rows, spent),
    bound,
    exact,
    shadowPrice,
    warnings: consentWarnings(list.length, consents, options.consent),
  };
}

function chanceOf<Target extends ActivationTarget>(
  candidate: Target,
  probability: (candidate: Target) => number,
): number {
  const chance = probability(candidate);
  checkNumber(`probability of customer ${quoted(candidate.customerId)}`, chance, { least: 0, most: 1 });
  return chance;
}

/** Ids that are written in another way than those of the candidates would bar everybody in silence. */
function consentWarnings(
  customers: number,
  consents: Uint8Array,
  consent: unknown,
): readonly ActivationPlanWarning[] {
  if (customers === 0 || typeof consent === "function" || consents.includes(1)) return [];
  const message =
    'None of the ids given as consent is a candidate\'s, so nobody may be contacted: are they written alike (1 is not "1")?';
  return [{ code: "consent-of-nobody", customers, message }];
}
