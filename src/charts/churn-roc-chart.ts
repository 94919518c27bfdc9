import type { ChurnSignalComparison } from "../retention/churn-comparison.ts";
import { CHURN_SIGNALS, type ChurnSignal } from "../retention/churn-signal.ts";
import type { ChurnSignalQuality } from "../retention/signal-quality.ts";
import { checkNames, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { checkComparison } from "./churn-input.ts";
import { diagonal } from "./diagonal.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { LINE_DASHES } from "./line-dashes.ts";
import { checkEntries } from "./result-fields.ts";
import { shareAxis } from "./share-axis.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** What a chart of ROC curves can be told. */
export interface ChurnRocChartOptions extends ChartOptions {
  /** Which signals. Default: all of the comparison. */
  readonly signals?: readonly ChurnSignal[];
}

const NAMES = { ...CHART_NAMES, signals: true } satisfies Record<keyof ChurnRocChartOptions, true>;

/**
 * Draws how well signals tell who leaves (ROC curves): the share of leavers found against the share of stayers flagged by mistake, for every threshold.
 *
 * The further a line bends to the upper left, the better; the diagonal is chance. Of signals with many values a hundred thresholds are drawn.
 *
 * @param comparison - What `compareChurnSignals` returns, also after a way through JSON.
 * @param options - `signals`, and those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the points inside: `{ signal, label, order, threshold, falseAlarms, found }`.
 * @throws DataError for what is no comparison, if nobody or everybody left, or for options that cannot be used.
 *
 * @example
 * import { compareChurnSignals, simulateTransactions, transactionLog } from "clientele";
 * import { churnRocChart } from "clientele/charts";
 *
 * const log = transactionLog(simulateTransactions({ customers: 1000, from: "2023-01-01", until: "2024-12-31", seed: 5 }));
 * const chart = churnRocChart(compareChurnSignals(log, { splitAt: "2023-12-31" }), { signals: ["silenceDays"] });
 * chart.title.text; // => "Signals of churn: AUC up to 0.72"
 */
export function churnRocChart(comparison: ChurnSignalComparison, options: ChurnRocChartOptions = {}): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  checkComparison(comparison);
  const signals = chosenSignals(comparison, options.signals);
  return frameChart(
    rocPlot(signals, checked),
    signals.flatMap((quality) => rocRows(quality, checked)),
    rocWords(comparison, signals, checked),
    { width: 420, height: 420 },
    checked,
  );
}

function chosenSignals(
  { signals }: ChurnSignalComparison,
  wanted: readonly ChurnSignal[] | undefined,
): readonly ChurnSignalQuality[] {
  const names = signals.map(({ signal }) => signal);
  if (wanted !== undefined) {
    const isList = Array.isArray(wanted) && wanted.length > 0;
    checkOption(
      "signals",
      wanted,
      isList ? null : 'This is no list of signals: pass one such as ["silenceDays"].',
    );
    wanted.forEach((signal, at) => {
      checkOneOf(`signals[${at}]`, signal, names);
    });
  }
  const chosen = signals.filter(
    ({ signal }) => CHURN_SIGNALS.includes(signal) && (wanted?.includes(signal) ?? true),
  );
  chosen.forEach(({ thresholds }, at) => {
    const fields = { threshold: "number", recall: "number?", specificity: "number?" } as const;
    checkEntries(`comparison.signals[${at}].thresholds`, thresholds, fields, "compareChurnSignals");
  });
  if (chosen.every(({ auc }) => auc === null)) {
    throw invalidOption("comparison", null, "Nobody or everybody left, so there is nothing to tell apart.");
  }
  return chosen;
}

/** From the highest threshold, which flags the fewest, to the lowest, which flags everybody. */
function rocRows(quality: ChurnSignalQuality, checked: CheckedChartOptions): readonly ChartRow[] {
  const { signal, thresholds } = quality;
  const label = labelOf(quality, checked);
  const points = thresholds.map(({ threshold, recall, specificity }) => ({
    threshold,
    falseAlarms: specificity === null ? null : 1 - specificity,
    found: recall,
  }));
  const origin = { threshold: null, falseAlarms: 0, found: 0 };
  return [origin, ...points.reverse()].map((point, order): ChartRow => ({ signal, label, order, ...point }));
}

function labelOf({ signal, auc }: ChurnSignalQuality, { locale }: CheckedChartOptions): string {
  return `${locale.retention.churnSignals[signal]} (${aucText(auc, locale)})`;
}

function aucText(auc: number | null, { format }: CheckedChartOptions["locale"]): string {
  return auc === null ? "–" : formatNumber(auc, 2, format);
}

function rocWords(
  { customers, splitAt, until }: ChurnSignalComparison,
  signals: readonly ChurnSignalQuality[],
  checked: CheckedChartOptions,
): ChartWords {
  const { locale } = checked;
  const { churn: words, span, customersCount } = locale.charts.retention;
  const count = countText(customers, customersCount, locale.format);
  const best = signals.reduce((most, { auc }) => Math.max(most, auc ?? 0), 0);
  const days = { from: formatDate(splitAt, locale.format), to: formatDate(until, locale.format) };
  return {
    title: fillTemplate(words.roc, { auc: aucText(best, locale) }),
    subtitle: [count, fillTemplate(span, days)].join(" · "),
    description: fillTemplate(words.rocDescription, {
      customers: count,
      figures: signals.map((quality) => labelOf(quality, checked)).join(", "),
    }),
  };
}

function rocPlot(signals: readonly ChurnSignalQuality[], checked: CheckedChartOptions): ChartPart {
  const { locale, palette } = checked;
  const { churn: words } = locale.charts.retention;
  const x = shareAxis("falseAlarms", words.falseAlarms, 1);
  const y = shareAxis("found", words.found, 1);
  const domain = signals.map((quality) => labelOf(quality, checked));
  const key = { field: "label", type: "nominal", title: words.signal };
  const legend = {
    orient: "bottom",
    direction: "vertical",
    symbolSize: 300,
    symbolType: "stroke",
    labelLimit: 700,
  };
  return {
    resolve: { legend: { color: "independent", strokeDash: "independent" } },
    layer: [
      ...diagonal(x, y, words.chance, palette),
      {
        mark: { type: "line", description: { expr: "datum.label" } },
        encoding: {
          x,
          y,
          order: { field: "order", type: "quantitative" },
          color: { ...key, scale: { domain, range: palette.categories.slice(0, domain.length) }, legend },
          strokeDash: { ...key, scale: { domain, range: LINE_DASHES.slice(0, domain.length) }, legend },
        },
      },
      {
        mark: { type: "point", opacity: 0, size: 40, aria: false },
        encoding: {
          x,
          y,
          tooltip: [
            textTip("label", words.signal),
            numberTip("threshold", words.threshold, ",.2f"),
            numberTip("found", words.found, ".1%"),
            numberTip("falseAlarms", words.falseAlarms, ".1%"),
          ],
        },
      },
    ],
  };
}
