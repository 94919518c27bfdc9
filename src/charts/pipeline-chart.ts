import type { PipelineTotal, WeightedPipeline } from "../hitrate/pipeline-result.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { levelText } from "./level-text.ts";
import { type PipelineBar, pipelineBars } from "./pipeline-bars.ts";
import {
  checkedMeasure,
  expectationOf,
  type MeasureAmounts,
  measureAmounts,
  type PipelineMeasure,
} from "./pipeline-measure.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

/** What of the pipeline is drawn. */
export interface PipelineChartOptions extends ChartOptions {
  /** Money (`"value"`, default if the offers have values) or number of offers won (`"wins"`). */
  readonly measure?: PipelineMeasure;
}

const NAMES = { ...CHART_NAMES, measure: true } satisfies Record<keyof PipelineChartOptions, true>;
const MAKER = "weightedPipeline";
const STEP = 42;

/**
 * Draws the weighted pipeline: for each group what is open, what is expected of it, and between which limits.
 *
 * With groups (`by` of the result) there is a bar for the open offers of each; drafts, if there are any, have the last bar. Without groups there is one
 * bar for all open offers.
 *
 * @param pipeline - What `weightedPipeline` returns.
 * @param options - `measure` (`"value"` or `"wins"`), `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, no offer is in it, values are wanted where there are none, or for options that are none.
 *
 * @example
 * import { offerBook, weightedPipeline } from "clientele";
 * import { pipelineChart } from "clientele/charts";
 *
 * const book = offerBook([
 *   { status: "open", submitted: "2025-02-10", value: 6000 },
 *   { status: "open", submitted: "2025-03-01", value: 4000 },
 * ]);
 * const pipeline = weightedPipeline(book, { probabilities: 0.4 });
 * pipelineChart(pipeline).title.text; // => "Weighted pipeline: 4,000 expected from open offers"
 */
export function pipelineChart(pipeline: WeightedPipeline, options: PipelineChartOptions = {}): Chart {
  const fields = { open: "record", drafts: "record", total: "record", groups: "list", asOf: "text" } as const;
  checkResult("pipeline", pipeline, fields, MAKER);
  checkEntries("pipeline.groups", pipeline.groups, { open: "record", drafts: "record" }, MAKER);
  checkNames("options", options, NAMES);
  const { measure: wanted, ...common } = options;
  const measure = checkedMeasure(wanted, pipeline.total.value !== null);
  const none =
    pipeline.total.offers === 0 ? "It holds no open offer and no draft, so there is nothing to draw." : null;
  checkOption("pipeline", pipeline, none);
  const chart = checkedChartOptions(common);
  const amounts = measureAmounts(measure, pipeline.total.value, chart.locale);
  const bars = barsOf(pipeline, measure, amounts, chart);
  const size = { width: 480, height: bars.length * STEP };
  return frameChart(
    pipelineBars(bars, measure, amounts, chart),
    bars,
    wordsOf(pipeline, bars, measure, amounts, chart),
    size,
    chart,
  );
}

function barsOf(
  { groups, open, drafts }: WeightedPipeline,
  measure: PipelineMeasure,
  amounts: MeasureAmounts,
  { locale }: CheckedChartOptions,
): readonly PipelineBar[] {
  const { pipeline: labels, terms } = locale.charts.offers;
  const parts: (readonly [GroupKey, PipelineTotal])[] =
    groups.length === 0
      ? [[labels.open, open]]
      : groups.flatMap((group) => (group.open.offers > 0 ? [[group.group, group.open] as const] : []));
  if (drafts.offers > 0) parts.push([labels.drafts, drafts]);
  const names = groupTexts(
    parts.map(([group]) => group),
    terms.none,
  );
  return parts.map(([, total], at) => {
    const expectation = expectationOf(total, measure);
    const { expected = null, lower = null, upper = null } = expectation ?? {};
    return {
      group: names[at] as string,
      all: measure === "value" ? total.value : total.offers,
      expected,
      lower,
      upper,
      offers: total.offers,
      text:
        expectation === null
          ? amounts.text(null)
          : `${amounts.text(expected)} (${amounts.limits(expectation)})`,
    };
  });
}

function wordsOf(
  { open, asOf, level }: WeightedPipeline,
  bars: readonly PipelineBar[],
  measure: PipelineMeasure,
  amounts: MeasureAmounts,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { pipeline: labels, terms } = locale.charts.offers;
  const expectation = expectationOf(open, measure);
  const list = bars.map(({ group, expected, lower, upper }) =>
    fillTemplate(labels.group, {
      group,
      expected: amounts.text(expected),
      limits: lower === null || upper === null ? amounts.text(null) : amounts.limits({ lower, upper }),
    }),
  );
  const offers = countText(open.offers, terms.offerCount, locale.format);
  const worth =
    open.value === null ? offers : fillTemplate(labels.worth, { offers, value: amounts.text(open.value) });
  return {
    title: fillTemplate(labels[measure].title, { expected: amounts.text(expectation?.expected ?? null) }),
    subtitle: fillTemplate(labels.subtitle, {
      offers: measure === "value" ? worth : offers,
      limits: expectation === null ? amounts.text(null) : amounts.limits(expectation),
      level: levelText(level, locale),
      date: formatDate(asOf, locale.format),
    }),
    description: fillTemplate(labels.description, { groups: list.join("; ") }),
  };
}
