import { expectedPurchases } from "../models/expected-purchases.ts";
import type { Horizon } from "../models/horizon.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { checkedChartOptions } from "./chart-options.ts";
import { GRID_NAMES, type HistoryGridOptions, historyGrid } from "./history-grid.ts";
import { historyMatrix } from "./history-matrix.ts";
import { horizonText } from "./horizon-text.ts";
import { ageText, extremesOf } from "./matrix-words.ts";
import { modelName } from "./model-names.ts";

/** Of which customers the matrix of expected purchases tells, and how far it looks. */
export interface ExpectedPurchasesChartOptions extends HistoryGridOptions {
  /** How far to look, as in `expectedPurchases`, e.g. `{ months: 12 }`. There is no default. */
  readonly horizon: Horizon;
}

/**
 * A matrix of the purchases expected of a customer of a given age, by his repeat purchases so far and his age at the last one.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param options - `T`, the age in the model's unit, and `horizon`; `mostPurchases`, default 10; `covariates` if the model has coefficients;
 *   and what every chart can be told.
 * @returns A Vega-Lite specification with a row per cell: `{ frequency, recency, silence, value }`, times in the model's unit.
 * @throws DataError if it is no model of purchases, or an option is none.
 *
 * @example
 * import { expectedPurchasesChart } from "clientele/charts";
 *
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const model = { kind: "bg-nbd", parameters, unit: "week" } as const;
 * const chart = expectedPurchasesChart(model, { T: 39, horizon: { weeks: 39 } });
 * chart.title.text; // => "Expected purchases within 39 weeks"
 */
export function expectedPurchasesChart(
  model: Predictor<PurchaseModel>,
  options: ExpectedPurchasesChartOptions,
): Chart {
  const grid = historyGrid(model, options, NAMES);
  const checked = checkedChartOptions(options);
  const { locale } = checked;
  const labels = locale.charts.models.alive;
  const { T, horizon } = options;
  const cells = grid.map((history) => ({ ...history, value: expectedPurchases(model, history, horizon) }));
  const most = cells.reduce((best, { value }) => Math.max(best, value), 0);
  const decimals = most >= 20 ? 0 : most >= 3 ? 1 : 2;
  const text = (value: number): string => formatNumber(value, decimals, locale.format);
  const { unit } = model;
  const values = {
    model: modelName(model),
    age: ageText(T, unit, locale),
    horizon: horizonText(horizon, locale),
    ...extremesOf(cells, unit, text, locale),
  };
  const words = {
    title: fillTemplate(labels.purchasesTitle, values),
    subtitle: fillTemplate(labels.subtitle, values),
    description: fillTemplate(labels.purchasesDescription, values),
  };
  const figure = labels.expectedPurchases;
  return historyMatrix(
    { cells, unit, figure, text, format: `,.${decimals}f`, most: most === 0 ? 1 : most, words },
    checked,
  );
}

const NAMES = { ...GRID_NAMES, horizon: true } satisfies Record<keyof ExpectedPurchasesChartOptions, true>;
