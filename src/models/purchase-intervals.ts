import { logistic } from "../math/log-odds.ts";
import { quantile } from "../math/quantile.ts";
import { type Random, seededRandom } from "../math/random.ts";
import { symmetricEigen } from "../math/symmetric-eigen.ts";
import { checkOption } from "../rows/options.ts";
import { historyKey, outlookUnder } from "./customer-outlook.ts";
import { parametersFor } from "./customer-under-model.ts";
import type { Stretch } from "./horizon.ts";
import { modelAt } from "./log-estimates.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type {
  CustomerIntervals,
  IdentifiedHistory,
  IntervalTask,
  PredictionIntervals,
  PurchasesInterval,
} from "./predicted-intervals.ts";
import { kernelOf, type PurchaseParameters } from "./purchase-kernels.ts";

/** What to draw. */
export interface PurchaseTask extends IntervalTask {
  readonly draws: number;
  readonly seed: number;
}

/** Refuses a stretch that begins later than now: what is drawn is a number of purchases, not their days. */
export function checkStretchFromNow({ from }: Stretch): void {
  const trouble =
    'Purchases are drawn from now on: pass a duration, or days from the next one on, or of: "expectation".';
  checkOption("horizon.from", from, from === 0 ? null : trouble);
}

/**
 * Intervals of purchases to come, by drawing parameters, then every customer's future under them.
 *
 * Customers are taken one history after another, so that memory is what one history's draws need.
 */
export function purchaseIntervals(
  task: PurchaseTask,
  customers: readonly IdentifiedHistory[],
): PredictionIntervals {
  const { model, stretch, draws, level } = task;
  const random = seededRandom(task.seed);
  const kernel = kernelOf(model);
  const models = drawModels(task, random);
  const outlook = outlookUnder(model, stretch);
  const totals = new Float64Array(draws);
  const rows: CustomerIntervals[] = Array.from({ length: customers.length });
  for (const places of placesByHistory(model, customers)) {
    const customer = customers[places[0] as number] as IdentifiedHistory;
    const { frequency, recency, T } = customer;
    const parameters = models.map((drawn) => parametersFor(drawn, customer));
    const alive = Float64Array.from(parameters, (drawn) =>
      logistic(-kernel.logOddsDead(drawn, frequency, recency, T)),
    );
    const drawInto = (counts: Float64Array): void => {
      for (let d = 0; d < draws; d++) {
        const isAlive = random.uniform() <= (alive[d] as number);
        counts[d] = isAlive
          ? kernel.simulatePurchasesIfAlive(
              parameters[d] as PurchaseParameters,
              random,
              frequency,
              recency,
              T,
              stretch.until,
            )
          : 0;
        totals[d] = (totals[d] as number) + (counts[d] as number);
      }
    };
    const { logOddsDead, logPurchases } = outlook(customer);
    const estimate = Math.exp(logPurchases);
    const ascending = Float64Array.from(alive).sort();
    const probabilityAlive = {
      estimate: logistic(-logOddsDead),
      lower: quantile(ascending, (1 - level) / 2) as number,
      upper: quantile(ascending, (1 + level) / 2) as number,
    };
    const counts = new Float64Array(draws);
    for (const place of places) {
      const { customerId, weight = 1 } = customers[place] as IdentifiedHistory;
      for (let one = 0; one < weight; one++) drawInto(counts);
      rows[place] = {
        ...(customerId === undefined ? {} : { customerId }),
        probabilityAlive,
        expectedPurchases: intervalOf(estimate, counts, level),
      };
    }
  }
  // In the order of the customers, as the delta method adds them up: the sums agree to the last digit.
  const expected = rows.reduce(
    (sum, { expectedPurchases }, i) => sum + (customers[i]?.weight ?? 1) * expectedPurchases.estimate,
    0,
  );
  return { rows, total: intervalOf(expected, totals, level) };
}

/** Models whose estimates are drawn from the normal distribution of the logarithms. */
function drawModels(
  { model, point, covariance, draws }: PurchaseTask,
  random: Random,
): readonly Predictor<PurchaseModel>[] {
  const { values, vectors } = symmetricEigen(covariance);
  // Rounding may take a variance of nothing below 0.
  const spreads = values.map((value) => Math.sqrt(Math.max(0, value)));
  return Array.from({ length: draws }, () => {
    const steps = spreads.map((spread) => spread * random.normal());
    const moved = point.map((x, i) =>
      steps.reduce((sum, step, k) => sum + step * (vectors[i]?.[k] as number), x),
    );
    return modelAt(model, moved);
  });
}

/** Where the customers of each distinct history stand. */
function placesByHistory(
  model: Predictor<PurchaseModel>,
  customers: readonly IdentifiedHistory[],
): Iterable<readonly number[]> {
  const places = new Map<string, number[]>();
  customers.forEach((customer, i) => {
    const key = historyKey(model, customer);
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else known.push(i);
  });
  return places.values();
}

/** The limits are purchases that were drawn, so whole numbers; between two of them the wider one. */
function intervalOf(estimate: number, counts: Float64Array, level: number): PurchasesInterval {
  const ascending = Float64Array.from(counts).sort();
  const last = ascending.length - 1;
  const mean = ascending.reduce((sum, count) => sum + count, 0) / ascending.length;
  const variance = ascending.reduce((sum, count) => sum + (count - mean) ** 2, 0) / last;
  return {
    estimate,
    standardError: Math.sqrt(variance),
    lower: ascending[Math.floor((last * (1 - level)) / 2)] as number,
    upper: ascending[Math.ceil((last * (1 + level)) / 2)] as number,
  };
}
