import { logSurvival } from "../models/bdw.ts";
import { checkPeriods } from "../models/contract-arguments.ts";
import { contractParameters } from "../models/contract-models.ts";
import { discountedSurvival } from "../models/discounted-survival.ts";
import { PARAMETER_NAMES } from "../models/models.ts";
import type { CurvePlan, ReadCurve, RetentionModel } from "./retention-curve.ts";

/**
 * Shares under a model of retention: of new customers, or of those who have made so many payments and whose next renewal is open.
 *
 * With payments made and the next margin at once, that margin is paid by those who renew now; it is not certain.
 */
export function contractShares(model: RetentionModel, payments: number, first: 0 | 1): ReadCurve {
  const parameters = contractParameters(model);
  checkPeriods("payments", payments, 0);
  const made = Math.max(0, payments - 1);
  // The renewal that decides on the margin of period t.
  const renewal = (t: number): number => (payments === 0 ? t : made + t + (1 - first));
  return {
    period: model.unit,
    reach: Number.POSITIVE_INFINITY,
    reason: "",
    ownEnd: Number.POSITIVE_INFINITY,
    share: (t) => Math.exp(logSurvival(parameters, made, renewal(t))),
    tail(from, fall) {
      const ever = discountedSurvival(model, renewal(from), fall);
      return Math.exp(logSurvival(parameters, made, renewal(from))) * ever;
    },
    standardError: (plan, last) => errorByParameters(model, { payments, first, plan, last }),
    covers: "parameters",
  };
}

interface Task {
  readonly payments: number;
  readonly first: 0 | 1;
  readonly plan: CurvePlan;
  readonly last: number;
}

/** The step of central differences in logarithms of the parameters. */
const STEP = 1e-4;

/** Delta method in logarithms of the parameters; NaN without a covariance, or where a value beside this one has no limit. */
function errorByParameters(model: RetentionModel, { payments, first, plan, last }: Task): number {
  const { covariance } = model;
  if (covariance === undefined || covariance === null) return Number.NaN;
  const names = PARAMETER_NAMES[model.kind];
  const values: Readonly<Record<string, number>> = { ...model.parameters };
  const sumAt = (name: string, step: number): number => {
    const parameters = { ...values, [name]: (values[name] as number) * Math.exp(step) };
    // The same kind with the same names, which the compiler cannot follow.
    const moved = { ...model, parameters } as unknown as RetentionModel;
    return sumOfWorth(contractShares(moved, payments, first), plan, last);
  };
  const slopes = names.map((name) => (sumAt(name, STEP) - sumAt(name, -STEP)) / (2 * STEP));
  let variance = 0;
  names.forEach((name, i) => {
    names.forEach((other, j) => {
      const logCovariance =
        (covariance[i]?.[j] ?? Number.NaN) / (values[name] as number) / (values[other] as number);
      variance += (slopes[i] as number) * (slopes[j] as number) * logCovariance;
    });
  });
  return Math.sqrt(Math.max(0, variance));
}

/** Σ worth(t) · share(t) from the first period on, to the last or without end. */
export function sumOfWorth(curve: ReadCurve, plan: CurvePlan, last: number): number {
  if (last === Number.POSITIVE_INFINITY) return plan.worth(plan.first) * curve.tail(plan.first, plan.fall);
  let sum = 0;
  // From the small ones to the large, so that little is rounded away.
  for (let t = last; t >= plan.first; t--) sum += plan.worth(t) * curve.share(t);
  return sum;
}
