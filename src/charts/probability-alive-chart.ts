import type { Predictor, PurchaseModel } from "../models/models.ts";
import { probabilityAlive } from "../models/probability-alive.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { checkedChartOptions } from "./chart-options.ts";
import { GRID_NAMES, type HistoryGridOptions, historyGrid } from "./history-grid.ts";
import { historyMatrix } from "./history-matrix.ts";
import { ageText, extremesOf } from "./matrix-words.ts";
import { modelName } from "./model-names.ts";
import { probabilityText } from "./probability-text.ts";

/** Of which customers the matrix of P(alive) tells. */
export type ProbabilityAliveChartOptions = HistoryGridOptions;

/**
 * A matrix of the probability that a customer of a given age is still one, by his repeat purchases and his age at the last one.
 *
 * Read it from the top downwards: the longer ago the last purchase, the less likely is another, and for who used to buy often the sooner.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param options - `T`, the age in the model's unit; `mostPurchases`, default 10; `covariates` if the model has coefficients; and what every
 *   chart can be told.
 * @returns A Vega-Lite specification with a row per cell: `{ frequency, recency, silence, value }`, times in the model's unit.
 * @throws DataError if it is no model of purchases, or an option is none.
 * @see Fader, Hardie & Lee (2005), Journal of Marketing Research 42(4), on recency and frequency.
 *
 * @example
 * import { probabilityAliveChart } from "clientele/charts";
 *
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const chart = probabilityAliveChart({ kind: "bg-nbd", parameters, unit: "week" }, { T: 39 });
 * chart.title.text; // => "Probability of still being a customer"
 */
export function probabilityAliveChart(
  model: Predictor<PurchaseModel>,
  options: ProbabilityAliveChartOptions,
): Chart {
  const grid = historyGrid(model, options, GRID_NAMES);
  const checked = checkedChartOptions(options);
  const { locale } = checked;
  const labels = locale.charts.models.alive;
  const cells = grid.map((history) => ({ ...history, value: probabilityAlive(model, history) }));
  const text = (value: number): string => probabilityText(value, locale);
  const age = ageText(options.T, model.unit, locale);
  const values = { model: modelName(model), age, ...extremesOf(cells, model.unit, text, locale) };
  const words = {
    title: labels.title,
    subtitle: fillTemplate(labels.subtitle, values),
    description: fillTemplate(labels.description, values),
  };
  const { unit } = model;
  return historyMatrix(
    { cells, unit, figure: labels.probability, text, format: ".0%", most: 1, words },
    checked,
  );
}
