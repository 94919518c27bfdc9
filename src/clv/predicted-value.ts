import { checkBase } from "../models/check-base.ts";
import { checkUnit } from "../models/check-unit.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import { refuseFaultyHistories } from "../models/refuse-faulty-histories.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { invalidOption } from "../rows/options.ts";
import { daysPerUnit } from "../time/unit.ts";
import { concludeValue } from "./conclude-value.ts";
import type { LifetimeValue, LifetimeValuePeriod } from "./lifetime-value.ts";
import { listedPeriods } from "./listed-periods.ts";
import { readMarginRates } from "./margin-rates.ts";
import {
  checkPredictedValueOptions,
  type PredictedValueOptions,
  type ValuedBase,
  type ValuedCustomer,
} from "./predicted-value-options.ts";
import { spendPerPurchase } from "./spend-per-purchase.ts";
import { valueErrors } from "./value-errors.ts";
import { type ValueInterval, valueInterval } from "./value-interval.ts";
import { emptySteps, passOver, type ValueSteps } from "./value-pass.ts";
import { type ValueSchedule, valueSchedule } from "./value-schedule.ts";

/** What a customer is still worth. */
export interface PredictedCustomerValue {
  readonly customerId: CustomerId;
  /** Discounted. */
  readonly value: number;
  /** Not discounted; `null` if that has no limit. */
  readonly undiscounted: number | null;
  /** If asked for. */
  readonly interval: ValueInterval | null;
}

/** What a base is still worth. */
export interface PredictedValue {
  /** In the order of the customers. */
  readonly rows: readonly PredictedCustomerValue[];
  /** All customers together, by period; of a base of one, that customer. */
  readonly total: LifetimeValue;
}

const ENDLESS_LISTED = 12;

/**
 * What customers are still worth under models of purchases and spend, customer by customer and month by month.
 *
 * With a horizon it is the `lifetimeValue` of `predictCustomers`: purchases of a calendar month are discounted from its end. Without one
 * (`"infinite"`) it is DERT × spend × margin, in which each purchase is discounted from its own time, about half a month less. A model that
 * counts opportunities (BG/BB) is discounted from each opportunity, either way. What has been is no part of the value: it is residual. If
 * asked for, the survival of a period is the mean probability of being alive at its beginning; its margin is then what all would bring if they
 * were.
 *
 * Intervals (`intervals: true`) cover the errors of the parameters of both models, by the delta method, purchases and spend taken for
 * independent. They do not cover chance: what a single customer will really bring lies in a far wider range.
 *
 * @param customers - Summaries from `summarizeCustomers` or, for BG/BB, `summarizeOpportunities`.
 * @param options - `purchases` and `spend` (models; spend may be money, or a function of the customer), `horizon` (`{ months: 36 }` or
 *   `"infinite"`), `discountRate` per year, `marginRate` (a number, a function, or rows `{ customerId, marginRate }`); `intervals` with their
 *   `level`, default 0.95; `survival`; `listPeriods`.
 * @returns `{ rows, total }`: `{ customerId, value, undiscounted, interval }` per customer, and a `LifetimeValue` of all of them.
 * @throws {@link DataError} for options that are none, impossible histories, missing margin rates, intervals of models without covariance, or
 *   a value without limit (no discount and no horizon).
 * @see Fader, Hardie & Lee (2005), "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing Research 42(4).
 *
 * @example
 * import { predictedValue } from "clientele";
 *
 * const purchases = { kind: "pareto-nbd", parameters: { r: 0.553, alpha: 10.58, s: 0.606, beta: 11.67 }, unit: "week" } as const;
 * const rows = [{ customerId: "Ada", frequency: 2, recency: 30.43, T: 38.86 }];
 * const customers = { unit: "week", asOf: "1997-09-30", rows } as const;
 * const options = { purchases, spend: 25, marginRate: 0.3, discountRate: 0.15 };
 * predictedValue(customers, { ...options, horizon: { months: 12 } }).total.value; // => 12.97
 * predictedValue(customers, { ...options, horizon: "infinite" }).total.value; // => 48.86
 */
export function predictedValue<Customer extends ValuedCustomer>(
  customers: ValuedBase<Customer>,
  options: PredictedValueOptions<Customer>,
): PredictedValue {
  checkPredictedValueOptions(options);
  const { purchases, spend, horizon, discountRate, marginRate, intervals = false, level = 0.95 } = options;
  checkBase(customers);
  const kernel = kernelOf(purchases);
  if (kernel.discrete) checkUnit(purchases, customers.unit);
  refuseFaultyHistories(purchases, customers.rows);
  const scale = daysPerUnit(customers.unit) / daysPerUnit(purchases.unit);
  const histories: readonly ValuedCustomer[] =
    scale === 1
      ? customers.rows
      : customers.rows.map((row) => ({ ...row, recency: row.recency * scale, T: row.T * scale }));
  const spends = spendPerPurchase(spend, customers.rows);
  const rates = readMarginRates(marginRate, customers.rows);
  const schedule = valueSchedule({
    horizon,
    discountRate,
    asOf: customers.asOf ?? null,
    unit: purchases.unit,
    discrete: kernel.discrete,
    listed: listedPeriods(options.listPeriods ?? ENDLESS_LISTED, Number.POSITIVE_INFINITY),
  });
  const steps = emptySteps(schedule.ends.length, { survival: options.survival ?? false });
  const money = spends.map((own, i) => own * (rates[i] as number));
  const pass = passOver(purchases, histories, money, schedule, steps);
  if (pass.values.some((value) => !Number.isFinite(value)))
    throw horizon === "infinite" && discountRate === 0
      ? invalidOption("discountRate", discountRate, NO_LIMIT)
      : invalidOption("spend", null, TOO_LARGE);
  const spendModel = typeof spend === "object" ? spend : null;
  const errors = intervals
    ? valueErrors({ purchases, spend: spendModel, customers: histories, spends, rates, schedule })
    : null;
  const intervalOf = (value: number, error: number | undefined): ValueInterval | null =>
    error === undefined
      ? null
      : valueInterval({ certain: 0, uncertain: value }, error, { level, covers: "parameters" });

  const rows = customers.rows.map(({ customerId }, i): PredictedCustomerValue => {
    const value = pass.values[i] as number;
    return {
      customerId,
      value,
      undiscounted: finiteOrNull(pass.undiscounted[i] as number),
      interval: intervalOf(value, errors?.rows[i]),
    };
  });
  const total = concludeValue(
    {
      value: pass.total,
      undiscounted: pass.undiscounted.reduce((sum, value) => sum + value, 0),
      ...listing(schedule, steps, listedPeriods(options.listPeriods, schedule.ends.length), pass.total),
      assumptions: {
        method: "predicted",
        customers: customers.rows.length,
        period: schedule.period,
        discountRate,
        firstMargin: schedule.factors === null ? "continuous" : "deferred",
        horizon: schedule.endless ? null : schedule.ends.length,
        inputs: {
          purchases: purchases.kind,
          spend: typeof spend === "number" ? spend : (spendModel?.kind ?? "per customer"),
          marginRate: typeof marginRate === "number" ? marginRate : "per customer",
        },
      },
      interval: intervalOf(pass.total, errors?.total),
    },
    { path: "spend" },
  );
  return { rows, total };
}

const TOO_LARGE = "The values are larger than a number can hold: use a larger unit of money.";
const NO_LIMIT =
  "Without a discount and without an end the value has no limit, since a few imaginable customers never leave: give a rate above 0 or a horizon.";

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function listing(
  { factors, endless }: ValueSchedule,
  steps: ValueSteps,
  listed: number,
  total: number,
): { readonly perPeriod: LifetimeValuePeriod[]; readonly rest: number } {
  const perPeriod: LifetimeValuePeriod[] = [];
  let told = 0;
  let rest = 0;
  steps.values.forEach((value, k) => {
    if (k >= listed) {
      rest += value;
      return;
    }
    told += value;
    const survival = steps.survival === null ? null : (steps.survival[k] as number);
    const purchases = steps.purchases[k] as number;
    // Where each purchase is discounted from its own time, the mean of their factors.
    const mean = purchases === 0 ? 1 : (steps.discountedPurchases[k] as number) / purchases;
    const factor = factors === null ? mean : (factors[k] as number);
    const reduced = (survival ?? 1) * factor;
    perPeriod.push({ period: k + 1, survival, margin: reduced === 0 ? 0 : value / reduced, factor, value });
  });
  return { perPeriod, rest: endless ? total - told : rest };
}
