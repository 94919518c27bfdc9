import { invalidModel } from "../models/invalid-model.ts";
import { logEstimates, modelAt } from "../models/log-estimates.ts";
import type { Model, Predictor, PurchaseModel, SpendModel } from "../models/models.ts";
import type { ValuedCustomer } from "./predicted-value-options.ts";
import { spendUnder } from "./spend-per-purchase.ts";
import { passOver } from "./value-pass.ts";
import type { ValueSchedule } from "./value-schedule.ts";

/** What the errors of predicted values are told from. */
export interface ErrorTask {
  readonly purchases: Predictor<PurchaseModel> & Partial<Pick<Model, "covariance">>;
  /** `null` if spend is known. */
  readonly spend: (Predictor<SpendModel> & Partial<Pick<Model, "covariance">>) | null;
  /** With times in the model's unit. */
  readonly customers: readonly ValuedCustomer[];
  readonly spends: Float64Array;
  readonly rates: Float64Array;
  readonly schedule: ValueSchedule;
}

/** Standard errors of each customer's value and of the total. */
export interface ValueErrors {
  readonly rows: Float64Array;
  readonly total: number;
}

/** The step of central differences in logarithms of the parameters. */
const STEP = 1e-4;

/**
 * Errors of values by the delta method, in logarithms of the parameters.
 *
 * Purchases and spend are fitted apart and taken for independent. The total has an error of its own, since errors of the parameters hit
 * all customers alike.
 */
export function valueErrors(task: ErrorTask): ValueErrors {
  const { purchases, spend, customers } = task;
  const byPurchases = logEstimates(purchases);
  const moved = (step: number, at: number): ((sign: 1 | -1) => Pass) => {
    return (sign) => {
      const point = byPurchases.point.map((x, i) => (i === at ? x + sign * step : x));
      return pass(task, modelAt(purchases, point), task.spends);
    };
  };
  const errors = new Float64Array(customers.length);
  let total = 0;
  const add = (slopes: readonly Slopes[], covariance: readonly (readonly number[])[]): void => {
    slopes.forEach((slope, i) => {
      slopes.forEach((other, j) => {
        const shared = covariance[i]?.[j] as number;
        total += slope.total * other.total * shared;
        for (let c = 0; c < errors.length; c++) {
          const both = (slope.rows[c] as number) * (other.rows[c] as number);
          errors[c] = (errors[c] as number) + both * shared;
        }
      });
    });
  };
  const purchaseSlopes = byPurchases.point.map((_, at) => slopesOf(moved(STEP, at)));
  add(purchaseSlopes, covarianceOf("purchases", byPurchases.covariance));
  if (spend !== null) {
    const { parameters, covariance } = spend;
    const names = ["p", "q", "gamma"] as const;
    const slopes = names.map((name) =>
      slopesOf((sign) => {
        const other = { ...parameters, [name]: parameters[name] * Math.exp(sign * STEP) };
        return pass(task, purchases, spendUnder({ ...spend, parameters: other }, customers));
      }),
    );
    const scaled = covarianceOf("spend", covariance ?? null).map((row, i) =>
      row.map((entry, j) => entry / (valueAt(parameters, names[i]) * valueAt(parameters, names[j]))),
    );
    add(slopes, scaled);
  }
  // Rounding may take a variance of nothing below 0.
  return { rows: errors.map((v) => Math.sqrt(Math.max(0, v))), total: Math.sqrt(Math.max(0, total)) };
}

type Pass = ReturnType<typeof passOver>;

interface Slopes {
  readonly rows: Float64Array;
  readonly total: number;
}

function slopesOf(moved: (sign: 1 | -1) => Pass): Slopes {
  const above = moved(1);
  const below = moved(-1);
  return {
    rows: above.values.map((value, c) => (value - (below.values[c] as number)) / (2 * STEP)),
    total: (above.total - below.total) / (2 * STEP),
  };
}

function pass(task: ErrorTask, purchases: Predictor<PurchaseModel>, spends: Float64Array): Pass {
  const money = spends.map((spend, c) => spend * (task.rates[c] as number));
  return passOver(purchases, task.customers, money, task.schedule);
}

function valueAt<Name extends string>(
  values: Readonly<Record<Name, number>>,
  name: Name | undefined,
): number {
  return name === undefined ? Number.NaN : values[name];
}

function covarianceOf(
  field: string,
  covariance: readonly (readonly number[])[] | null,
): readonly (readonly number[])[] {
  if (covariance === null) throw invalidModel(`${field}.covariance`, null, NO_COVARIANCE);
  return covariance;
}

const NO_COVARIANCE =
  "Intervals need a fitted model, with the covariance of its parameters: a literal has none, nor has one that the data do not determine. Leave intervals out, or see by bootstrapModel how far values vary.";
