import type { CustomerClassification } from "../classification/classify-customers.ts";
import { isActiveClass } from "../classification/customer-class.ts";
import { checkNames } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { Chart, ChartPart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { classNames } from "./class-names.ts";
import { activeOf, checkClassification, customersOf, inOrderOfDays } from "./class-shares-input.ts";
import { classSharesOverTime } from "./class-shares-over-time.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { domainWithRoom } from "./room-for-text.ts";

/** What the bars of lifecycle classes can be told. */
export interface ClassSharesChartOptions extends ChartOptions {}

/**
 * Draws the lifecycle classes of a day as bars, or those of several days as stacked shares.
 *
 * Shares are of everybody who is classified, prospects included; a key account is no class. On which day the customers were judged stands below.
 *
 * @param classification - What `classifyCustomers` returns, also after a way through JSON; or a list of such results for different days, in any order.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with a row for each class (and day): `{ class, customers, share, … }`.
 * @throws DataError for what is no classification, for an empty list or two results of one day, if nobody is classified, or for options that
 *   cannot be used.
 *
 * @example
 * import { classifyCustomers, transactionLog } from "clientele";
 * import { classSharesChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-05-08", amount: 70 },
 *   { customerId: "Ben", date: "2024-02-01", amount: 20 },
 * ]);
 * const days = ["2024-12-31", "2025-12-31"];
 * const chart = classSharesChart(days.map((asOf) => classifyCustomers(log, { asOf })));
 * chart.title.text; // => "Active customers: 1 on 2024-12-31, 1 on 2025-12-31"
 */
export function classSharesChart(
  classification: CustomerClassification | readonly CustomerClassification[],
  options: ClassSharesChartOptions = {},
): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  if (Array.isArray(classification)) {
    return classSharesOverTime(inOrderOfDays(classification as readonly CustomerClassification[]), checked);
  }
  const single = classification as CustomerClassification;
  checkClassification("classification", single);
  return classBars(single, checked);
}

function classBars(classification: CustomerClassification, checked: CheckedChartOptions): Chart {
  const { locale } = checked;
  const { count, classShares: words } = locale.charts.customers;
  const all = customersOf(classification);
  const rows = classification.classes.map((row) => {
    const share = row.shareOfCustomers ?? 0;
    const places = {
      customers: countText(row.customers, count, locale.format),
      share: fineShareText(share, locale),
    };
    return {
      class: locale.classification.classes[row.class],
      activity: isActiveClass(row.class) ? words.active : words.inactive,
      customers: row.customers,
      share,
      text: fillTemplate(words.barText, places),
    };
  });
  const places = {
    customers: countText(all, count, locale.format),
    day: formatDate(classification.asOf, locale.format),
    share: fineShareText(activeOf(classification) / all, locale),
    classes: rows.map((row) => `${row.class}: ${row.text}`).join("; "),
  };
  return frameChart(
    barsPlot(
      domainWithRoom(
        rows.map(({ share }) => share),
        0.32,
      ),
      checked,
    ),
    rows,
    {
      title: fillTemplate(words.title, places),
      subtitle: fillTemplate(words.subtitle, places),
      description: fillTemplate(words.description, places),
    },
    { width: 420, height: rows.length * 28 },
    checked,
  );
}

function barsPlot(domain: readonly [number, number], { locale, palette }: CheckedChartOptions): ChartPart {
  const words = locale.charts.customers.classShares;
  const { terms } = locale;
  return {
    encoding: {
      y: {
        field: "class",
        type: "ordinal",
        title: null,
        scale: { domain: classNames(locale) },
        axis: { ticks: false, domain: false },
      },
      x: {
        field: "share",
        type: "quantitative",
        title: terms.shareOfCustomers,
        scale: { domain, nice: false },
        axis: { format: ".0%", tickCount: 5 },
      },
      tooltip: [
        { field: "class", type: "nominal", title: terms.class },
        { field: "customers", type: "quantitative", title: terms.customers, format: ",.0f" },
        { field: "share", type: "quantitative", title: terms.shareOfCustomers, format: ".1%" },
        { field: "activity", type: "nominal", title: words.activity },
      ],
    },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          color: {
            field: "activity",
            type: "nominal",
            title: words.activity,
            scale: {
              domain: [words.active, words.inactive],
              range: [palette.categories[0] ?? palette.text, palette.quiet],
            },
            legend: { orient: "top", symbolType: "square" },
          },
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
