import { checkSpendModel, spendOf } from "../models/expected-spend.ts";
import type { Predictor, PurchaseModel, SpendModel } from "../models/models.ts";
import { oddsTable } from "../models/odds-table.ts";
import { historyTrouble, MOST_PURCHASES } from "../models/purchase-histories.ts";
import { parametersOf } from "../models/purchase-kernels.ts";
import { TimeTable } from "../models/time-table.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import { civilDayOfIso, type IsoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import { addDuration, type Duration, durationTrouble } from "../time/duration.ts";
import { daysPerUnit, TIME_UNITS, type TimeUnit } from "../time/unit.ts";
import { checkDays } from "./check-days.ts";
import { discountSchedule } from "./discount-schedule.ts";
import { OutlookTable } from "./outlook-table.ts";

/** Numbers of customers, one after the other. */
export type NumberColumn = ArrayLike<number>;

/** Customers as columns of equal length, as an engine that summarised them hands them over. */
export interface CustomerColumns {
  /** Unit of `recency` and `T`. */
  readonly unit: TimeUnit;
  /** Day on which observation ended. */
  readonly asOf: IsoDate;
  /** Repeat purchases. */
  readonly frequency: NumberColumn;
  /** Age at the last purchase. */
  readonly recency: NumberColumn;
  readonly T: NumberColumn;
  /** Mean amount of the repeat purchases; needed if a model of spend is given. */
  readonly monetaryValue?: NumberColumn;
}

/** What to predict with, and how far. */
export interface ColumnPredictionOptions {
  /** Model of how often customers buy, without covariates. */
  readonly purchases: Predictor<PurchaseModel>;
  /** Model of how much they spend per purchase. Without one, values are counted in purchases. */
  readonly spend?: Predictor<SpendModel>;
  /** How far to look from the day of the columns, e.g. `{ months: 12 }`. */
  readonly horizon: Duration;
  /** How far to count `expectedPurchases`, e.g. `{ days: 90 }`; at most the horizon. Default: the horizon. */
  readonly purchaseHorizon?: Duration;
  /** Discount rate per year, e.g. 0.1, whatever the unit of the data. Default 0: not discounted. */
  readonly discountRate?: number;
  /** Share of revenue that is margin, for all customers. Default 1: values are revenue. */
  readonly marginRate?: number;
}

/** Predictions in the order of the columns. */
export interface PredictedColumns {
  readonly probabilityAlive: Float64Array;
  /** Purchases within `purchaseHorizon`; not discounted. */
  readonly expectedPurchases: Float64Array;
  /** Discounted expected purchases × expected spend × margin rate; without a model of spend, discounted purchases. */
  readonly lifetimeValue: Float64Array;
}

/**
 * Predicts like `predictCustomers`, from columns to columns: for millions of customers.
 *
 * The figures are the same; there is no object per customer.
 *
 * @param customers - Columns of equal length, with their `unit` and the day `asOf`.
 * @param options - Models, `horizon`, and optionally `purchaseHorizon`, `discountRate` (per year) and `marginRate` (−1 to 1).
 * @returns `{ probabilityAlive, expectedPurchases, lifetimeValue }`, each a `Float64Array` in the order of the columns.
 * @throws {@link DataError} for options that are none, columns of different length, or impossible histories, with their places.
 * @see Fader, Hardie & Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4).
 *
 * @example
 * import { predictColumns } from "clientele";
 *
 * const purchases = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * const columns = { unit: "week", asOf: "1997-09-30", frequency: [2, 0], recency: [30.43, 0], T: [38.86, 38.86] } as const;
 * const { expectedPurchases } = predictColumns(columns, { purchases, horizon: { weeks: 39 } });
 * expectedPurchases[0]; // => 1.226
 */
export function predictColumns(
  customers: CustomerColumns,
  options: ColumnPredictionOptions,
): PredictedColumns {
  checkNames("options", options, OPTIONS);
  const { purchases, spend, horizon, discountRate = 0, marginRate = 1 } = options;
  checkOption("horizon", horizon, durationTrouble(horizon));
  checkNumber("discountRate", discountRate, { least: 0, most: 1 });
  checkNumber("marginRate", marginRate, { least: -1, most: 1 });
  checkDays(purchases);
  checkOption("purchases", purchases.kind, purchases.coefficients === undefined ? null : COVARIATES);
  if (spend !== undefined) checkSpendModel(spend);
  const { frequency, recency, T, monetaryValue } = checkedColumns(customers, spend !== undefined);

  const perUnit = daysPerUnit(purchases.unit);
  const scale = daysPerUnit(customers.unit) / perUnit;
  const times = new TimeTable(customers.unit);
  // The most frequent time by far: that of one-time buyers.
  const zeroAt = times.indexOf(0);
  const odds = oddsTable(purchases);
  const schedule = discountSchedule(customers.asOf, horizon, discountRate);
  const outlook = new OutlookTable(purchases, schedule, countedDays(customers.asOf, options), perUnit);
  const parameters = parametersOf(purchases);
  const size = frequency.length;
  const probabilityAlive = new Float64Array(size);
  const expectedPurchases = new Float64Array(size);
  const lifetimeValue = new Float64Array(size);
  const perCustomer = spend === undefined ? null : (monetaryValue ?? []);
  const faults = new ColumnFaults();
  for (let i = 0; i < size; i++) {
    const x = frequency[i] as number;
    const last = recency[i] as number;
    const age = T[i] as number;
    // What historyTrouble says, without a record per customer.
    const possible = x >= 0 && Number.isInteger(x) && last >= 0 && last <= age && (x > 0 || last === 0);
    if (!(possible && x <= MOST_PURCHASES && age < Number.POSITIVE_INFINITY)) {
      faults.add(i, x, last, age);
      continue;
    }
    const txAt = last === 0 ? zeroAt : times.indexOf(last);
    const ageAt = times.indexOf(age);
    const alive = 1 / (1 + odds.of(x, last * scale, age * scale, txAt, ageAt));
    outlook.lookUpHistory(parameters, x, last * scale, age * scale, ageAt);
    const mean = perCustomer === null ? 0 : (perCustomer[i] as number);
    if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
      faults.addSpend(i, mean);
      continue;
    }
    const perPurchase = spend === undefined ? 1 : spendOf(spend, x, mean);
    probabilityAlive[i] = alive;
    expectedPurchases[i] = alive * outlook.purchases;
    lifetimeValue[i] = alive * outlook.discounted * perPurchase * marginRate;
  }
  faults.throwIfAny();
  return { probabilityAlive, expectedPurchases, lifetimeValue };
}

const OPTIONS = {
  purchases: true,
  spend: true,
  horizon: true,
  purchaseHorizon: true,
  discountRate: true,
  marginRate: true,
} satisfies Record<keyof ColumnPredictionOptions, true>;

/** Days for which purchases are counted. */
function countedDays(asOf: IsoDate, { horizon, purchaseHorizon = horizon }: ColumnPredictionOptions): number {
  checkOption("purchaseHorizon", purchaseHorizon, durationTrouble(purchaseHorizon));
  const start = civilDayOfIso(asOf);
  const counted = addDuration(start, purchaseHorizon) - start;
  const whole = addDuration(start, horizon) - start;
  checkOption("purchaseHorizon", purchaseHorizon, counted > whole ? "It reaches beyond the horizon." : null);
  return counted;
}

const COVARIATES = "Columns carry no covariates: predict rows with predictCustomers.";

/** Refuses columns that do not fit together. */
function checkedColumns(customers: CustomerColumns, needsSpend: boolean): CustomerColumns {
  checkNames("customers", customers, COLUMNS);
  checkOneOf("customers.unit", customers.unit, TIME_UNITS);
  dayOption("customers.asOf", customers.asOf, "UTC");
  const { frequency, recency, T, monetaryValue } = customers;
  const columns = { frequency, recency, T, ...(needsSpend ? { monetaryValue } : {}) };
  for (const [name, column] of Object.entries(columns)) {
    const length = typeof column === "object" && column !== null ? column.length : undefined;
    const trouble =
      length === undefined
        ? "This is no column of numbers."
        : `The column has ${length} numbers, frequency has ${frequency.length}.`;
    checkOption(`customers.${name}`, length, length === frequency.length ? null : trouble);
  }
  return customers;
}

const NO_SPEND = "The mean spend must be a finite number of at least 0.";

/** Impossible histories, named as elsewhere. */
class ColumnFaults {
  readonly #collector = new IssueCollector();

  add(row: number, frequency: number, recency: number, T: number): void {
    const history = { frequency, recency, T };
    const fault = historyTrouble(history);
    if (fault === null) return;
    const value = history[fault.field as keyof typeof history];
    this.#collector.add("invalid_history", row, fault.field, value, () => fault.trouble);
  }

  addSpend(row: number, mean: number): void {
    this.#collector.add("invalid_history", row, "monetaryValue", mean, () => NO_SPEND);
  }

  throwIfAny(): void {
    this.#collector.throwIfAny();
  }
}

const COLUMNS = {
  unit: true,
  asOf: true,
  frequency: true,
  recency: true,
  T: true,
  monetaryValue: true,
} satisfies Record<keyof CustomerColumns, true>;
