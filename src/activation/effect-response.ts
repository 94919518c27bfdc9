import { CompensatedSums } from "../math/compensated-sums.ts";
import { finiteTotal } from "../rows/finite-total.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { differenceOfRates } from "../statistics/rate-difference.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { ActivationResponse, ResponseRate } from "./activation-effect-result.ts";
import type { EffectSubject } from "./effect-subjects.ts";

/** What is asked of the subjects. */
export interface ResponseFrame {
  readonly asOf: CivilDay;
  /** Standard errors that the intervals reach. */
  readonly z: number;
  readonly hasCosts: boolean;
  /** What a subject has brought; `null` if nothing is known of it. */
  readonly worthOf: ((subject: EffectSubject) => number) | null;
}

/** Sums over subjects whose window is over. */
interface Tally {
  readonly rate: ResponseRate;
  readonly cost: number;
  readonly value: number | null;
}

/** Compares contacted customers with a control, if there is one. */
export function responseOf(
  contacted: readonly EffectSubject[],
  control: readonly EffectSubject[] | null,
  fixedCost: number,
  frame: ResponseFrame,
): ActivationResponse {
  const own = tallyOf(contacted, frame);
  const other = control === null ? null : tallyOf(control, frame);
  const { customers, activated } = own.rate;
  const difference =
    other === null
      ? null
      : differenceOfRates(
          { successes: activated, trials: customers },
          { successes: other.rate.activated, trials: other.rate.customers },
          frame.z,
        );
  const incremental = difference === null ? null : difference.difference * customers;
  const cost = frame.hasCosts ? own.cost + fixedCost : null;
  const incrementalValue =
    own.value === null || other === null || other.value === null || other.rate.customers === 0
      ? null
      : own.value - finiteTotal(customers * other.value, "outcomes.amount") / other.rate.customers;
  return {
    ...own.rate,
    control: other?.rate ?? null,
    uplift: difference?.difference ?? null,
    upliftLower: difference?.lower ?? null,
    upliftUpper: difference?.upper ?? null,
    incrementalActivations: incremental,
    cost,
    costPerActivation: cost !== null && activated > 0 ? cost / activated : null,
    costPerIncrementalActivation:
      cost !== null && incremental !== null && incremental > 0 ? cost / incremental : null,
    value: own.value,
    winBackValue: own.value === null ? null : own.value - (cost ?? 0),
    incrementalValue,
    incrementalWinBackValue: incrementalValue === null ? null : incrementalValue - (cost ?? 0),
  };
}

function tallyOf(subjects: readonly EffectSubject[], { asOf, z, worthOf }: ResponseFrame): Tally {
  const sums = new CompensatedSums(2);
  let [customers, activated, pending, pendingActivated] = [0, 0, 0, 0];
  for (const subject of subjects) {
    if (subject.last > asOf) {
      pending += 1;
      if (subject.activated) pendingActivated += 1;
      continue;
    }
    customers += 1;
    sums.add(0, subject.cost);
    if (!subject.activated) continue;
    activated += 1;
    if (worthOf !== null) sums.add(1, worthOf(subject));
  }
  const { rate = null, lower = null, upper = null } = wilsonInterval(activated, customers, z) ?? {};
  return {
    rate: { customers, activated, pending, pendingActivated, rate, lower, upper },
    cost: finiteTotal(sums.at(0), "contacts.cost"),
    value: worthOf === null ? null : finiteTotal(sums.at(1), "outcomes.amount"),
  };
}
