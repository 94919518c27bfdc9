import type { PredictedValue } from "../clv/predicted-value.ts";
import { quantile } from "../math/quantile.ts";
import { notEnoughData } from "../models/not-enough-data.ts";
import type { Accessor } from "../rows/accessor.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { shareText } from "./share-text.ts";
import { trimmedFormat } from "./trimmed-format.ts";
import { shareOfTopTenth, valueBins } from "./value-bins.ts";
import { valueHistogram } from "./value-histogram.ts";

/** Where the value of a customer stands. */
export interface LifetimeValueChartOptions<Row> extends ChartOptions {
  /** Name of the field, or function of the row, that holds the value. Default: `"lifetimeValue"` if the rows have it, else `"value"`. */
  readonly value?: Accessor<Row, number>;
}

/**
 * A chart of how lifetime value is spread over the customers: a histogram with mean and median, and what the most valuable tenth holds.
 *
 * Bars show the bulk of the values; the few that lie beyond stand together in an open bar at the end, with their share of all value written
 * at it, since an axis up to the highest value would show nothing else.
 *
 * @param predictions - What `predictCustomers`, `predictedValue` or `historicValue` returns, or rows with a value each.
 * @param options - `value`, where it stands in a row; and what every chart can be told.
 * @returns A Vega-Lite specification with a row per bar: `{ from, to, open, customers, shareOfCustomers, shareOfValue }`.
 * @throws DataError if there are no rows, or a value is no finite number.
 *
 * @example
 * import { lifetimeValueChart } from "clientele/charts";
 *
 * const rows = [10, 20, 20, 30, 40, 40, 50, 60, 80, 650].map((value, i) => ({ customerId: `C${i}`, value }));
 * lifetimeValueChart(rows).title.text; // => "The most valuable tenth of customers holds 65% of lifetime value"
 */
export function lifetimeValueChart<Row = Readonly<Record<string, unknown>>>(
  predictions: PredictedValue | { readonly rows: readonly Row[] } | Iterable<Row>,
  options: LifetimeValueChartOptions<Row> = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const { locale } = checked;
  const ascending = valuesOf(predictions, options.value).sort();
  if (ascending.length === 0) throw notEnoughData("There are no customers, so there is no value to show.");
  const labels = locale.charts.models.values;
  let sum = 0;
  for (const value of ascending) sum += value;
  const mean = sum / ascending.length;
  const median = quantile(ascending, 0.5) as number;
  const share = shareOfTopTenth(ascending);
  const bins = valueBins(ascending);
  const amounts = chartAmounts(
    bins.map(({ to }) => to),
    locale,
  );
  const edge = (value: number): string =>
    chartAmounts([Number.isInteger(value) ? 100 : 1], locale).text(value);
  const rows = bins.map((bin): ChartRow => {
    const template = bin.open === null ? labels.distribution.range : labels.distribution[bin.open];
    return {
      from: bin.from,
      to: bin.to,
      open: bin.open,
      customers: bin.customers,
      shareOfCustomers: bin.customers / ascending.length,
      shareOfValue: sum > 0 ? bin.sum / sum : null,
      range: fillTemplate(template, { from: edge(bin.from), to: edge(bin.to) }),
      text: fillTemplate(labels.distribution.holds, {
        share: fineShareText(sum > 0 ? bin.sum / sum : null, locale),
      }),
    };
  });
  const values = {
    share: shareText(share, locale),
    customers: countText(ascending.length, locale.charts.models.customers, locale.format),
    mean: amounts.text(mean),
    median: amounts.text(median),
    sum: chartAmounts([sum], locale).text(sum),
  };
  const { title, titleWithoutShare, subtitle, description, topTenth } = labels.distribution;
  const said = fillTemplate(description, values);
  const words = {
    title: share === null ? titleWithoutShare : fillTemplate(title, values),
    subtitle: fillTemplate(subtitle, values),
    description: share === null ? said : `${said} ${fillTemplate(topTenth, values)}`,
  };
  const marks = [
    { value: mean, label: fillTemplate(labels.labelled, { label: labels.mean, amount: values.mean }) },
    { value: median, label: fillTemplate(labels.labelled, { label: labels.median, amount: values.median }) },
  ];
  return frameChart(
    valueHistogram(rows, marks, trimmedFormat(amounts.format), checked),
    rows,
    words,
    { width: 620, height: 300 },
    checked,
  );
}

const NAMES = { ...CHART_NAMES, value: true } satisfies Record<keyof LifetimeValueChartOptions<never>, true>;

function valuesOf(predictions: unknown, accessor: unknown): Float64Array {
  const isResult = typeof predictions === "object" && predictions !== null && "rows" in predictions;
  const given = (isResult ? predictions.rows : predictions) as Iterable<object>;
  const list = objectRows(given, "predictions");
  const own = list[0] !== undefined && Object.hasOwn(list[0], "lifetimeValue") ? "lifetimeValue" : "value";
  const collector = new IssueCollector();
  const values = readNumbers(list, (accessor ?? own) as Accessor<object, number>, "value", collector);
  collector.throwIfAny();
  return values;
}
