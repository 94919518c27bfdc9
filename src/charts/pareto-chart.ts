import type { AbcClass } from "../pareto/abc-options.ts";
import type { AbcAnalysis, AbcClassSummary } from "../pareto/abc-result.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart, ChartPart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { frameChart } from "./frame-chart.ts";
import { paretoCurve } from "./pareto-curve.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { checkedValueName, type ValueNameOptions } from "./value-name.ts";

/** What the ABC curve can be told. */
export interface ParetoChartOptions extends ChartOptions, ValueNameOptions {}

const NAMES = { ...CHART_NAMES, valueName: true } satisfies Record<keyof ParetoChartOptions, true>;

/**
 * Draws the ABC curve: which share of the value the best share of customers brings, and where the classes A, B and C end.
 *
 * Shares of value are of the sum of all values above 0, as in the analysis, so the curve never falls. Of many customers some 100 points are drawn,
 * the ends of the classes always among them.
 *
 * @param abc - What `abcClasses` returns, also after a way through JSON.
 * @param options - `valueName` (what the value is called, default "value"), and those of every chart: `locale`, `theme`, `width` and `height` (pixels),
 *   `title`, `subtitle`.
 * @returns A Vega-Lite specification with the points inside: `{ class, customers, shareOfCustomers, shareOfValue }`.
 * @throws DataError for what is no ABC analysis, if no value is above 0, or for options that cannot be used.
 *
 * @example
 * import { abcClasses } from "clientele";
 * import { paretoChart } from "clientele/charts";
 *
 * const chart = paretoChart(abcClasses([70, 15, 11, 4]), { valueName: "revenue" });
 * chart.title.text; // => "50% of the customers bring 85% of the revenue"
 */
export function paretoChart(abc: AbcAnalysis, options: ParetoChartOptions = {}): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const value = checkedValueName(options, checked);
  checkAbc(abc);
  const { locale } = checked;
  const words = locale.charts.customers;
  const texts = classTexts(abc, value, checked);
  const [best] = abc.classes;
  const rows = paretoCurve(abc).map((point) => ({ ...point, label: texts[point.class] }));
  const customers = countText(abc.customers, words.count, locale.format);
  const present = abc.classes.filter((each) => each.customers > 0).map((each) => texts[each.class]);
  const places = {
    value,
    customers,
    shareOfCustomers: fineShareText(best?.shareOfCustomers ?? 0, locale),
    shareOfValue: fineShareText(best?.shareOfValue ?? 0, locale),
    classes: present.join("; "),
  };
  return frameChart(
    paretoPlot(abc.classes, present, value, checked),
    rows,
    {
      title: fillTemplate(words.pareto.title, places),
      subtitle: fillTemplate(words.pareto.subtitle, places),
      description: fillTemplate(words.pareto.description, places),
    },
    { width: 560, height: 340 },
    checked,
  );
}

function checkAbc(abc: AbcAnalysis): void {
  const maker = "abcClasses";
  checkResult(
    "abc",
    abc,
    { rows: "list", classes: "list", customers: "number", positiveTotal: "number" },
    maker,
  );
  checkEntries("abc.classes", abc.classes, { class: "text", customers: "number" }, maker);
  if (!(abc.positiveTotal > 0)) {
    throw invalidOption("abc", abc.positiveTotal, "No value is above 0, so there is no curve to draw.");
  }
}

function classTexts(
  { classes }: AbcAnalysis,
  value: string,
  { locale }: CheckedChartOptions,
): Readonly<Record<AbcClass, string>> {
  const { count, pareto } = locale.charts.customers;
  const texts: Record<AbcClass, string> = { A: "", B: "", C: "" };
  for (const each of classes) {
    texts[each.class] = fillTemplate(pareto.classText, {
      class: each.class,
      value,
      customers: countText(each.customers, count, locale.format),
      shareOfCustomers: fineShareText(each.shareOfCustomers ?? 0, locale),
      shareOfValue: fineShareText(each.shareOfValue ?? 0, locale),
    });
  }
  return texts;
}

function paretoPlot(
  classes: readonly AbcClassSummary[],
  labels: readonly string[],
  value: string,
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const words = locale.charts.customers.pareto;
  const across = words.shareOfCustomers;
  const up = fillTemplate(words.shareOfValue, { value });
  const percent = { format: ".0%", grid: true, tickCount: 5 };
  const present = classes.filter((each) => each.customers > 0);
  const colours = classes
    .map((each, at) => ({ each, colour: palette.categories[at] ?? palette.quiet }))
    .filter(({ each }) => each.customers > 0)
    .map(({ colour }) => colour);
  return {
    encoding: {
      x: {
        field: "shareOfCustomers",
        type: "quantitative",
        title: across,
        scale: { domain: [0, 1] },
        axis: percent,
      },
      y: {
        field: "shareOfValue",
        type: "quantitative",
        title: up,
        scale: { domain: [0, 1] },
        axis: percent,
        stack: null,
      },
    },
    layer: [
      {
        mark: { type: "area", opacity: 0.35 },
        encoding: {
          color: {
            field: "label",
            type: "nominal",
            title: null,
            scale: { domain: labels, range: colours },
            legend: {
              orient: "bottom",
              direction: "vertical",
              labelLimit: 560,
              symbolOpacity: 0.6,
              symbolType: "square",
            },
          },
        },
      },
      { mark: { type: "line", color: palette.text } },
      {
        mark: { type: "point", opacity: 0, size: 80 },
        encoding: {
          tooltip: [
            { field: "class", type: "nominal", title: locale.terms.class },
            { field: "customers", type: "quantitative", title: locale.terms.customers, format: ",.0f" },
            { field: "shareOfCustomers", type: "quantitative", title: across, format: ".1%" },
            { field: "shareOfValue", type: "quantitative", title: up, format: ".1%" },
          ],
        },
      },
      ...present.map((each) => letterLayer(each.class, palette.text)),
    ],
  };
}

/** The letter of a class in the middle of its area, so that colour is not alone. */
function letterLayer(name: AbcClass, colour: string): ChartPart {
  return {
    transform: [
      { filter: `datum.class === "${name}"` },
      {
        aggregate: [
          { op: "min", field: "shareOfCustomers", as: "start" },
          { op: "max", field: "shareOfCustomers", as: "end" },
        ],
      },
      { calculate: "(datum.start + datum.end) / 2", as: "shareOfCustomers" },
    ],
    mark: { type: "text", text: name, fontSize: 16, fontWeight: "bold", color: colour, y: "height", dy: -16 },
    encoding: { y: null },
  };
}
