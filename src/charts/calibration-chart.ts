import type { Locale } from "../locales/locale.ts";
import type { ModelValidation } from "../models/model-validation.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import { type ActualAndExpected, frequencyRows, reliabilityRows } from "./calibration-rows.ts";
import { changeText } from "./change-text.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, framed } from "./frame-chart.ts";
import { modelName } from "./model-names.ts";
import { reliabilityPanel } from "./reliability-panel.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { twoColours } from "./two-series.ts";

/** What is shown of a forecast and what came. */
export interface CalibrationChartOptions extends ChartOptions {
  /**
   * Purchases per customer by earlier repeat purchases (`"purchases"`), the share that bought by its expected probability (`"buying"`), or one
   * beside the other. Default `"both"`.
   */
  readonly show?: "both" | "purchases" | "buying";
}

/**
 * A chart that holds the forecast for the holdout against what came, for customers of different histories.
 *
 * On the left stand purchases in the holdout per customer, by repeat purchases in the calibration. On the right stands the share that bought
 * by the probability that the model gave; in a perfect forecast the points lie on the diagonal. The size of a point is its number of customers.
 *
 * @param validation - What `validateModel` returns.
 * @param options - `show`: `"both"` (default), `"purchases"` or `"buying"`; and what every chart can be told; `width` and `height` are those
 *   of a panel.
 * @returns A Vega-Lite specification; its rows are `{ frequency, customers, series, purchases }` and `{ from, to, customers, expected, actual }`.
 * @throws DataError if it is no result of `validateModel`, or an option is none.
 * @see Fader, Hardie & Lee (2005), figure 4, for the left panel.
 *
 * @example
 * import { simulateTransactions, transactionLog, validateModel } from "clientele";
 * import { calibrationChart } from "clientele/charts";
 *
 * const orders = simulateTransactions({ customers: 500, from: "2023-01-01", until: "2024-12-31", seed: 3 });
 * const chart = calibrationChart(validateModel(transactionLog(orders), { split: "2023-12-31", unit: "week" }));
 * chart.title.text; // => "Forecast and what came, by customers’ history"
 */
export function calibrationChart(validation: ModelValidation, options: CalibrationChartOptions = {}): Chart {
  checkNames("options", options, NAMES);
  const { show = "both" } = options;
  checkOneOf("show", show, ["both", "purchases", "buying"]);
  const checked = checkedChartOptions(options);
  checkValidation(validation);
  const { locale } = checked;
  const { actual, expected } = locale.charts.models;
  const frame = framed(calibrationWords(validation, locale), checked);
  const purchases = (): ChartPart =>
    purchasesPanel(frequencyRows(validation, [actual, expected], locale), [actual, expected], checked);
  const buying = (): ChartPart => reliabilityPanel(reliabilityRows(validation), checked);
  if (show !== "both") return { ...frame, ...(show === "purchases" ? purchases() : buying()) };
  return {
    ...frame,
    hconcat: [purchases(), buying()],
    spacing: 40,
    resolve: { scale: { color: "independent" } },
  };
}

const NAMES = { ...CHART_NAMES, show: true } satisfies Record<keyof CalibrationChartOptions, true>;

function checkValidation(validation: ModelValidation): void {
  const maker = "validateModel";
  const fields = { model: "record", calibration: "record", holdout: "record" } as const;
  checkResult(
    "validation",
    validation,
    { ...fields, byFrequency: "list", byProbabilityOfBuying: "list" },
    maker,
  );
  const means = { actualMean: "number?", expectedMean: "number?" } as const;
  const frequency = { frequency: "number", customers: "number", ...means } as const;
  checkEntries("validation.byFrequency", validation.byFrequency, frequency, maker);
  const shares = { meanProbabilityOfBuying: "number?", shareBuying: "number?" } as const;
  const probability = { from: "number", to: "number", customers: "number", ...shares } as const;
  checkEntries("validation.byProbabilityOfBuying", validation.byProbabilityOfBuying, probability, maker);
}

function purchasesPanel(
  rows: readonly ChartRow[],
  names: ActualAndExpected,
  { locale, palette, width, height }: CheckedChartOptions,
): ChartPart {
  const labels = locale.charts.models;
  const order = [...new Set(rows.map(({ label }) => label as string))];
  return {
    width: width ?? 420,
    height: height ?? 280,
    data: { values: rows },
    mark: { type: "bar" },
    encoding: {
      x: {
        field: "label",
        type: "ordinal",
        title: labels.calibration.frequency,
        sort: order,
        axis: { labelAngle: 0, labelExpr: "split(datum.label, '|')", labelFontSize: 11 },
      },
      xOffset: { field: "series", sort: names },
      y: {
        field: "purchases",
        type: "quantitative",
        title: labels.calibration.perCustomer,
        scale: { zero: true },
      },
      color: { ...twoColours(names, palette), legend: { orient: "top", symbolType: "square" } },
      tooltip: [
        { field: "name", type: "nominal", title: labels.calibration.frequency },
        { field: "series", type: "nominal", title: labels.purchases },
        { field: "purchases", type: "quantitative", title: labels.calibration.perCustomer, format: ",.2f" },
        { field: "customers", type: "quantitative", title: labels.numberOfCustomers, format: ",.0f" },
      ],
    },
  };
}

function calibrationWords({ model, calibration, holdout }: ModelValidation, locale: Locale): ChartWords {
  const { format } = locale;
  const labels = locale.charts.models;
  const count = (value: number): string => formatNumber(value, 0, format);
  const values = {
    model: modelName(model),
    customers: countText(calibration.customers, labels.customers, format),
    from: formatDate(holdout.from, format),
    until: formatDate(holdout.until, format),
    actual: count(holdout.actual),
    expected: count(holdout.expected),
    change: changeText(holdout.expected, holdout.actual, locale),
    buyers: count(holdout.buyers),
    expectedBuyers: count(holdout.expectedBuyers),
  };
  const { title, subtitle, description } = labels.calibration;
  return {
    title,
    subtitle: fillTemplate(subtitle, values),
    description: fillTemplate(description, values),
  };
}
