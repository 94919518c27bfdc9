import { CompensatedSums } from "../math/compensated-sums.ts";
import { finiteRatio } from "../math/finite-ratio.ts";
import type {
  ActivationExclusion,
  ActivationTarget,
  ExclusionCount,
  PlannedContact,
  PlannedEffort,
} from "./activation-plan.ts";

/** What a contact takes and is expected to bring. */
export interface ContactWorth {
  readonly probability: number;
  readonly cost: number;
  readonly hours: number | null;
  readonly expectedProfit: number;
}

/** The chosen contacts by descending profit per unit of the budget, equal ones as they came. */
export function rankedContacts(
  candidates: readonly ActivationTarget[],
  worth: readonly ContactWorth[],
  used: Float64Array,
  chosen: Uint8Array,
): readonly PlannedContact[] {
  const places: number[] = [];
  for (let i = 0; i < chosen.length; i++) if (chosen[i] === 1) places.push(i);
  const density = Float64Array.from(worth, ({ expectedProfit }, i) => expectedProfit / (used[i] as number));
  places.sort((a, b) => {
    const [first, second] = [density[a] as number, density[b] as number];
    return first === second ? a - b : first > second ? -1 : 1;
  });
  return places.map((place, at): PlannedContact => {
    const { customerId, kind, measure, valueAtStake } = candidates[place] as ActivationTarget;
    return {
      customerId,
      ...(kind === undefined ? {} : { kind }),
      measure,
      rank: at + 1,
      valueAtStake,
      ...(worth[place] as ContactWorth),
      profitPerUnit:
        (used[place] as number) > 0
          ? finiteRatio((worth[place] as ContactWorth).expectedProfit, used[place] as number)
          : null,
    };
  });
}

/** Sums over the contacts of a plan. */
export function effortOf(rows: readonly PlannedContact[], used: number): PlannedEffort {
  const sums = new CompensatedSums(4);
  for (const { cost, hours, probability, expectedProfit } of rows) {
    sums.add(0, cost);
    sums.add(1, hours ?? 0);
    sums.add(2, probability);
    sums.add(3, expectedProfit);
  }
  return {
    contacts: rows.length,
    cost: sums.at(0),
    hours: sums.at(1),
    expectedActivations: sums.at(2),
    expectedProfit: sums.at(3),
    used,
  };
}

/** How many are left out for a reason, and what they were expected to bring. */
export function countOf(
  reason: ActivationExclusion,
  reasons: readonly (ActivationExclusion | null)[],
  worth: readonly ContactWorth[],
): ExclusionCount {
  const sums = new CompensatedSums(1);
  let customers = 0;
  for (let i = 0; i < reasons.length; i++) {
    if (reasons[i] !== reason) continue;
    customers += 1;
    sums.add(0, (worth[i] as ContactWorth).expectedProfit);
  }
  return { reason, customers, expectedProfit: sums.at(0) };
}
