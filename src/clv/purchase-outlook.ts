import { historyKey } from "../models/customer-outlook.ts";
import { parametersFor } from "../models/customer-under-model.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import type { PurchaseKernel } from "../models/purchase-kernel.ts";
import { kernelOf, type PurchaseParameters } from "../models/purchase-kernels.ts";
import { sharedCurves } from "./shared-curves.ts";
import type { ValueSchedule } from "./value-schedule.ts";

/** What is to come from a customer if he is alive now. */
export interface PurchaseOutlook {
  /** Purchases in each period of the schedule. */
  readonly purchases: Float64Array;
  /** The same, each counted for what it is worth now. */
  readonly discounted: Float64Array;
  /** Probability of being alive at the beginning of each period. */
  readonly survival: Float64Array;
  /** Over the whole horizon. */
  readonly totalDiscounted: number;
  /** Infinite where purchases do not end; without periods only told of a horizon. */
  readonly totalPurchases: number;
}

/** What is wanted: totals alone are sooner told. */
export interface OutlookParts {
  readonly byPeriod: boolean;
  /** Takes an integral per period in some models. */
  readonly survival: boolean;
}

/** The outlooks of customers under one model; what customers have in common is worked out once. */
export function purchaseOutlooks(
  model: Predictor<PurchaseModel>,
  schedule: ValueSchedule,
  parts: OutlookParts,
): (customer: PurchaseHistory) => PurchaseOutlook {
  const kernel = kernelOf(model);
  const curves = sharedCurves(model);
  const known = new Map<string, PurchaseOutlook>();
  return (customer) => {
    const key = historyKey(model, kernel.recencyMatters ? customer : { ...customer, recency: 0 });
    let found = known.get(key);
    if (found === undefined) {
      const parameters = parametersFor(model, customer);
      const { frequency, recency, T } = customer;
      const by = (t: number): number =>
        curves === null
          ? kernel.expectedPurchasesIfAlive(parameters, frequency, recency, T, t)
          : curves.at(frequency, T, t);
      found = outlookOf(by, { kernel, parameters, customer }, schedule, parts);
      known.set(key, found);
    }
    return found;
  };
}

interface KnownCustomer {
  readonly kernel: PurchaseKernel<PurchaseParameters>;
  readonly parameters: PurchaseParameters;
  readonly customer: PurchaseHistory;
}

function outlookOf(
  by: (t: number) => number,
  { kernel, parameters, customer: { frequency: x, recency: tx, T } }: KnownCustomer,
  { ends, factors, endless, rate }: ValueSchedule,
  { byPeriod, survival: withSurvival }: OutlookParts,
): PurchaseOutlook {
  const purchases = new Float64Array(ends.length);
  const discounted = new Float64Array(ends.length);
  const survival = new Float64Array(ends.length);
  let start = 0;
  let before = 0;
  let sum = 0;
  const told = endless && !byPeriod ? 0 : ends.length;
  for (let k = 0; k < told; k++) {
    const end = ends[k] as number;
    const until = by(end);
    purchases[k] = until - before;
    discounted[k] =
      factors === null
        ? discountedBetween(by, { start, before, end, until, rate })
        : (factors[k] as number) * (until - before);
    sum += discounted[k] as number;
    if (withSurvival) survival[k] = start === 0 ? 1 : kernel.survivalIfAlive(parameters, x, tx, T, start);
    start = end;
    before = until;
  }
  const forEver = (discount: number): number =>
    kernel.discountedPurchasesIfAlive(parameters, x, tx, T, discount);
  return {
    purchases,
    discounted,
    survival,
    totalDiscounted: endless ? forEver(rate) : sum,
    totalPurchases: endless && byPeriod ? forEver(0) : before,
  };
}

interface Stretch {
  readonly start: number;
  /** Purchases by then. */
  readonly before: number;
  readonly end: number;
  readonly until: number;
  readonly rate: number;
}

/** ∫ e^(−rate · t) dE(t), by parts and with four points of Gauss and Legendre: within a month E(t) is nearly straight. */
function discountedBetween(by: (t: number) => number, { start, before, end, until, rate }: Stretch): number {
  if (rate === 0) return until - before;
  const half = (end - start) / 2;
  let integral = 0;
  for (const [place, weight] of GAUSS_LEGENDRE) {
    const t = start + half * (1 + place);
    integral += weight * Math.exp(-rate * t) * (by(t) - before);
  }
  return Math.exp(-rate * end) * (until - before) + rate * half * integral;
}

const GAUSS_LEGENDRE: readonly (readonly [number, number])[] = [
  [-0.8611363115940526, 0.34785484513745385],
  [-0.33998104358485626, 0.6521451548625461],
  [0.33998104358485626, 0.6521451548625461],
  [0.8611363115940526, 0.34785484513745385],
];
