import { logistic } from "../math/log-odds.ts";
import { normalQuantile } from "../math/normal-quantile.ts";
import { historyKey, outlookUnder } from "./customer-outlook.ts";
import { modelAt } from "./log-estimates.ts";
import type {
  CustomerIntervals,
  IdentifiedHistory,
  IntervalTask,
  PredictionIntervals,
  PurchasesInterval,
} from "./predicted-intervals.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";

/** A prediction with its slopes by the coordinates of the estimates. */
interface Sloped {
  readonly value: number;
  readonly slopes: readonly number[];
}

/** Intervals of expectations by the delta method. */
export function expectationIntervals(
  task: IntervalTask,
  customers: readonly IdentifiedHistory[],
): PredictionIntervals {
  const z = normalQuantile((1 + task.level) / 2);
  const slopedOf = slopesUnder(task);
  const known = new Map<string, CustomerIntervals & { readonly logPurchases: Sloped }>();
  let total = 0;
  const totalSlopes = task.point.map(() => 0);
  const rows = customers.map(({ customerId, ...customer }) => {
    const key = historyKey(task.model, customer);
    let found = known.get(key);
    if (found === undefined) {
      const { logOddsDead, logPurchases } = slopedOf(customer);
      const width = z * errorOf(logOddsDead, task);
      found = {
        probabilityAlive: {
          estimate: logistic(-logOddsDead.value),
          lower: logistic(-logOddsDead.value - width),
          upper: logistic(-logOddsDead.value + width),
        },
        expectedPurchases: onLogScale(Math.exp(logPurchases.value), errorOf(logPurchases, task), z),
        logPurchases,
      };
      known.set(key, found);
    }
    const { probabilityAlive, expectedPurchases, logPurchases } = found;
    const share = (customer.weight ?? 1) * expectedPurchases.estimate;
    total += share;
    logPurchases.slopes.forEach((slope, c) => {
      totalSlopes[c] = (totalSlopes[c] as number) + share * slope;
    });
    return { ...(customerId === undefined ? {} : { customerId }), probabilityAlive, expectedPurchases };
  });
  const relative = total === 0 ? 0 : errorOf({ value: total, slopes: totalSlopes }, task) / total;
  return { rows, total: onLogScale(total, relative, z) };
}

function onLogScale(estimate: number, relative: number, z: number): PurchasesInterval {
  const factor = Math.exp(z * relative);
  return {
    estimate,
    standardError: estimate * relative,
    lower: estimate / factor,
    upper: estimate * factor,
  };
}

function errorOf({ slopes }: Sloped, { covariance }: IntervalTask): number {
  let variance = 0;
  slopes.forEach((slope, i) => {
    slopes.forEach((other, j) => {
      variance += slope * other * (covariance[i]?.[j] as number);
    });
  });
  // Rounding may take a variance of nothing below 0.
  return Math.sqrt(Math.max(0, variance));
}

/** The step of central differences in logarithms: what they neglect, and what rounding does, stays below 1e-8 beside slopes of order 1. */
const STEP = 1e-4;

/** The predictions for customers, with slopes. */
function slopesUnder({ model, point, stretch }: IntervalTask): (customer: PurchaseHistory) => {
  readonly logOddsDead: Sloped;
  readonly logPurchases: Sloped;
} {
  const moved = (c: number, step: number) =>
    outlookUnder(
      modelAt(
        model,
        point.map((x, i) => (i === c ? x + step : x)),
      ),
      stretch,
    );
  const centre = outlookUnder(model, stretch);
  const sides = point.map((_, c) => [moved(c, -STEP), moved(c, STEP)] as const);
  return (customer) => {
    const here = centre(customer);
    const around = sides.map(([below, above]) => [below(customer), above(customer)] as const);
    const sloped = (name: keyof typeof here): Sloped => ({
      value: here[name],
      slopes: around.map(([below, above]) => {
        // Alive for sure, or nothing expected: so under all parameters.
        if (!Number.isFinite(here[name])) return 0;
        return (above[name] - below[name]) / (2 * STEP);
      }),
    });
    return { logOddsDead: sloped("logOddsDead"), logPurchases: sloped("logPurchases") };
  };
}
