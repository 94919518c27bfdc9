import { predictColumns } from "../clv/predict-columns.ts";
import { checkBase } from "../models/check-base.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistories } from "../models/purchase-histories.ts";
import { checkNames } from "../rows/options.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { Duration } from "../time/duration.ts";
import { daysPerUnit } from "../time/unit.ts";
import { distinctCells } from "./distinct-cells.ts";

/** What to score histories with, and how far to look. */
export interface ScoresOptions {
  /** Model of how often customers buy, without covariates. */
  readonly purchases: Predictor<PurchaseModel>;
  /** How far to look from the day of the cells, e.g. `{ months: 12 }`. */
  readonly horizon: Duration;
  /** How far to count `expected_purchases`; at most the horizon. Default: the horizon. */
  readonly purchaseHorizon?: Duration;
  /** Discount rate per year, e.g. 0.1. Default 0: not discounted. */
  readonly discountRate?: number;
}

const NAMES = {
  purchases: true,
  horizon: true,
  purchaseHorizon: true,
  discountRate: true,
} satisfies Record<keyof ScoresOptions, true>;

/** The columns of a table of scores, under their names in the engine; a history stands at one place in all of them. */
export interface ScoreColumns {
  readonly frequency: Int32Array;
  /** Age at the last purchase, in whole days. */
  readonly recency_days: Int32Array;
  /** Age, in whole days. */
  readonly age_days: Int32Array;
  /** Chance that the customer is still one. */
  readonly probability_alive: Float64Array;
  /** Purchases within the purchase horizon; not discounted. */
  readonly expected_purchases: Float64Array;
  /** Purchases within the horizon, discounted. */
  readonly discounted_purchases: Float64Array;
}

/** What a model says of each history, as columns that Arrow, a bulk load or `scoresTableSql` brings into an engine. */
export interface ScoresTable {
  /** Day from which the model looks ahead. */
  readonly asOf: IsoDate;
  /** How many histories. */
  readonly size: number;
  readonly columns: ScoreColumns;
}

/**
 * Scores each history once, whatever the number of customers who have it.
 *
 * Keys are whole days, so that a join finds them exactly. Histories that occur twice, as those of single customers do, are scored once.
 * Money is left to `joinScoresSql`, since it differs from customer to customer.
 *
 * @param cells - What `purchaseCellsFromRows` returns, or other histories in whole days, with their `unit` and the day `asOf`.
 * @param options - The model, `horizon`, and optionally `purchaseHorizon` and `discountRate` (per year).
 * @returns `{ asOf, size, columns }`; columns are typed arrays under the names that the table has in the engine.
 * @throws {@link DataError} for options that are none, and for histories that are impossible or not in whole days.
 *
 * @example
 * import { purchaseCellsFromRows, scoresTable } from "clientele/sql";
 *
 * const rows = [{ frequency: 2, recency_days: 213, age_days: 272, customers: 18 }];
 * const cells = purchaseCellsFromRows(rows, { asOf: "1997-09-30", unit: "week" });
 * const purchases = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * const { columns } = scoresTable(cells, { purchases, horizon: { weeks: 39 } });
 * columns.recency_days; // => [213]
 * columns.expected_purchases; // => [1.226]
 */
export function scoresTable(cells: PurchaseHistories, options: ScoresOptions): ScoresTable {
  checkNames("options", options, NAMES);
  checkBase(cells);
  const asOf = isoDate(dayOption("cells.asOf", cells.asOf ?? "", "UTC"));
  const columns = distinctCells(cells);
  const perUnit = daysPerUnit(cells.unit);
  const inUnit = (days: Int32Array): Float64Array => Float64Array.from(days, (day) => day / perUnit);
  const predicted = predictColumns(
    {
      unit: cells.unit,
      asOf,
      frequency: columns.frequency,
      recency: inUnit(columns.recency_days),
      T: inUnit(columns.age_days),
    },
    options,
  );
  return {
    asOf,
    size: columns.frequency.length,
    columns: {
      ...columns,
      probability_alive: predicted.probabilityAlive,
      expected_purchases: predicted.expectedPurchases,
      discounted_purchases: predicted.lifetimeValue,
    },
  };
}
