import { checkBase } from "../models/check-base.ts";
import { checkUnit } from "../models/check-unit.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import { notEnoughData } from "../models/not-enough-data.ts";
import type { PurchaseHistories } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import { refuseFaultyHistories } from "../models/refuse-faulty-histories.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { frameChart } from "./frame-chart.ts";
import { frequencyDistribution } from "./frequency-distribution.ts";
import { modelName } from "./model-names.ts";
import { twoColours } from "./two-series.ts";

/** How far frequencies are told apart. */
export interface PurchaseFrequencyChartOptions extends ChartOptions {
  /** From so many repeat purchases on, customers stand in one bar, from 1 to 50. Default 7. */
  readonly mostPurchases?: number;
}

/**
 * A chart of how many customers made 0, 1, 2, … repeat purchases, and how many the model expects: whether it tells again what it learnt from.
 *
 * The expectation is Σ P(X(T) = x) over the customers, of whom the model knows nothing but their age. It may fit well and forecast badly; for
 * that see `calibrationChart`.
 *
 * @param model - A fitted model of purchases, or a literal `{ kind, parameters, unit }`.
 * @param customers - The summaries it was fitted to, in its unit; with `covariates` if it has coefficients.
 * @param options - `mostPurchases`, default 7; and what every chart can be told.
 * @returns A Vega-Lite specification with a row per number and bar: `{ frequency, series, customers }`.
 * @throws DataError if it is no model of purchases, the units differ, a history is impossible, or there are no customers.
 * @see Fader, Hardie & Lee (2005), Marketing Science 24(2), figure 1; P(X(t) = x) is equation 8 (BG/NBD).
 *
 * @example
 * import { fitMbgNbd, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 * import { purchaseFrequencyChart } from "clientele/charts";
 *
 * const orders = simulateTransactions({ customers: 500, from: "2023-01-01", until: "2024-12-31", seed: 3 });
 * const customers = summarizeCustomers(transactionLog(orders), { unit: "week" });
 * purchaseFrequencyChart(fitMbgNbd(customers), customers).title.text; // => "Customers by number of repeat purchases"
 */
export function purchaseFrequencyChart(
  model: Predictor<PurchaseModel>,
  customers: PurchaseHistories,
  options: PurchaseFrequencyChartOptions = {},
): Chart {
  kernelOf(model);
  checkBase(customers);
  checkUnit(model, customers.unit);
  checkNames("options", options, NAMES);
  const { mostPurchases = 7 } = options;
  checkNumber("mostPurchases", mostPurchases, { least: 1, most: 50, whole: true });
  const checked = checkedChartOptions(options);
  refuseFaultyHistories(model, customers.rows);
  if (customers.rows.length === 0)
    throw notEnoughData("There are no customers, so there is nothing to count.");
  const { locale, palette } = checked;
  const { format } = locale;
  const labels = locale.charts.models;
  const names = [labels.actual, labels.expected] as const;
  const counts = frequencyDistribution(model, customers, mostPurchases);
  const rows = counts.flatMap(({ frequency, orMore, actual, expected }): ChartRow[] => {
    const number = formatNumber(frequency, 0, format);
    const about = { frequency, name: orMore ? fillTemplate(labels.orMore, { number }) : number };
    return [
      { ...about, series: names[0], customers: actual },
      { ...about, series: names[1], customers: expected },
    ];
  });
  const none = counts[0] ?? { actual: 0, expected: 0 };
  const total = counts.reduce((sum, { actual }) => sum + actual, 0);
  const { asOf = null } = customers;
  const values = {
    model: modelName(model),
    customers: countText(Math.round(total), labels.customers, format),
    asOf: asOf === null ? "" : formatDate(asOf, format),
    actualNone: formatNumber(none.actual, 0, format),
    expectedNone: formatNumber(none.expected, 0, format),
  };
  const { title, subtitle, subtitleWithoutDay, description, frequency } = labels.frequency;
  const plot = {
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "name",
        type: "ordinal",
        title: frequency,
        sort: [...new Set(rows.map(({ name }) => name as string))],
        axis: { labelAngle: 0 },
      },
      xOffset: { field: "series", sort: names },
      y: {
        field: "customers",
        type: "quantitative",
        title: labels.numberOfCustomers,
        axis: { format: ",.0f" },
      },
      color: { ...twoColours(names, palette), legend: { orient: "top", symbolType: "square" } },
      tooltip: [
        { field: "name", type: "nominal", title: frequency },
        { field: "series", type: "nominal", title: labels.purchases },
        { field: "customers", type: "quantitative", title: labels.numberOfCustomers, format: ",.1f" },
      ],
    },
  };
  const words = {
    title,
    subtitle: fillTemplate(asOf === null ? subtitleWithoutDay : subtitle, values),
    description: fillTemplate(description, values),
  };
  return frameChart(plot, rows, words, { width: 520, height: 300 }, checked);
}

const NAMES = { ...CHART_NAMES, mostPurchases: true } satisfies Record<
  keyof PurchaseFrequencyChartOptions,
  true
>;
