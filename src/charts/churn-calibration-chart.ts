import type { Locale } from "../locales/locale.ts";
import type { ChurnSignalComparison } from "../retention/churn-comparison.ts";
import type { ChurnSignal } from "../retention/churn-signal.ts";
import type { CalibrationBin } from "../retention/signal-calibration.ts";
import type { ChurnSignalQuality } from "../retention/signal-quality.ts";
import { checkNames, checkOneOf, invalidOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartRow } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { calibrationPlots } from "./churn-calibration-plots.ts";
import { checkComparison } from "./churn-input.ts";
import { type ChartWords, framed } from "./frame-chart.ts";
import { checkEntries } from "./result-fields.ts";
import { shareText } from "./share-text.ts";

/** What a chart of calibration can be told. */
export interface ChurnCalibrationChartOptions extends ChartOptions {
  /** Which signal, one that is a probability. Default: `"noPurchaseProbability"` if there is one, else `"churnProbability"`. */
  readonly signal?: ChurnSignal;
}

const NAMES = { ...CHART_NAMES, signal: true } satisfies Record<keyof ChurnCalibrationChartOptions, true>;

/**
 * Draws how near predicted probabilities of churn came to what happened: a point with its interval for each bin, the diagonal, and below how many customers
 * are in each bin.
 *
 * Points above the diagonal say that more left than predicted, points below that fewer did.
 *
 * @param comparison - What `compareChurnSignals` returns when given a `fit`, also after a way through JSON.
 * @param options - `signal`, and those of every chart: `locale`, `theme`, `width` and `height` of the upper plot (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification of two plots, one above the other, with rows `{ from, to, bin, customers, churned, predicted, observed, lower, upper }`.
 * @throws DataError for what is no comparison, if it holds no probabilities or nobody, or for options that cannot be used.
 *
 * @example
 * import { compareChurnSignals, fitMbgNbd, simulateTransactions, transactionLog } from "clientele";
 * import { churnCalibrationChart } from "clientele/charts";
 *
 * const log = transactionLog(simulateTransactions({ customers: 1000, from: "2023-01-01", until: "2024-12-31", seed: 5 }));
 * const comparison = compareChurnSignals(log, { splitAt: "2023-12-31", fit: fitMbgNbd, unit: "week" });
 * const chart = churnCalibrationChart(comparison);
 * chart.title.text; // => "Churn: 70% predicted, 70% observed"
 */
export function churnCalibrationChart(
  comparison: ChurnSignalComparison,
  options: ChurnCalibrationChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  checkComparison(comparison);
  const quality = chosenSignal(comparison, options.signal);
  const bins = quality.calibration;
  const fields = {
    from: "number",
    to: "number",
    customers: "number",
    predicted: "number?",
    observed: "number?",
  } as const;
  checkEntries("comparison.calibration", bins, fields, "compareChurnSignals");
  const rows = bins.map((bin) => binRow(bin, checked.locale));
  return {
    ...framed(calibrationWords(comparison, quality, checked), checked),
    spacing: 16,
    vconcat: calibrationPlots(rows, checked.locale.retention.churnSignals[quality.signal], checked),
  };
}

/** A signal that is a probability, with its bins. */
type CalibratedSignal = ChurnSignalQuality & { readonly calibration: readonly CalibrationBin[] };

function chosenSignal({ signals }: ChurnSignalComparison, wanted: ChurnSignal | undefined): CalibratedSignal {
  const calibrated = signals.filter(
    (quality): quality is CalibratedSignal =>
      Array.isArray(quality.calibration) && quality.calibration.length > 0,
  );
  if (calibrated.length === 0) {
    const trouble =
      "There are no probabilities to judge: pass fit to compareChurnSignals, such as fitMbgNbd.";
    throw invalidOption("comparison", null, trouble);
  }
  const names = calibrated.map(({ signal }) => signal);
  if (wanted !== undefined) checkOneOf("signal", wanted, names);
  const usual: ChurnSignal = names.includes("noPurchaseProbability")
    ? "noPurchaseProbability"
    : "churnProbability";
  return calibrated.find(({ signal }) => signal === (wanted ?? usual)) ?? (calibrated[0] as CalibratedSignal);
}

function binRow(bin: CalibrationBin, locale: Locale): ChartRow {
  const { from, to, customers, churned, predicted, observed, lower, upper } = bin;
  const name = `${formatNumber(100 * from, 0, locale.format)}–${shareText(to, locale)}`;
  return { from, to, bin: name, customers, churned, predicted, observed, lower, upper };
}

function calibrationWords(
  { customers, splitAt, until, brierOfShare }: ChurnSignalComparison,
  { signal, calibration, brier }: CalibratedSignal,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { churn: words, span, customersCount } = locale.charts.retention;
  const { format } = locale;
  const sum = (of: (bin: CalibrationBin) => number): number =>
    calibration.reduce((total, bin) => total + of(bin), 0);
  const all = sum((bin) => bin.customers);
  const share = (part: number): string => shareText(all === 0 ? null : part / all, locale);
  const score = (value: number | null): string => (value === null ? "–" : formatNumber(value, 3, format));
  const name = locale.retention.churnSignals[signal];
  const count = countText(customers, customersCount, format);
  return {
    title: fillTemplate(words.calibration, {
      predicted: share(sum((bin) => bin.customers * (bin.predicted ?? 0))),
      observed: share(sum((bin) => bin.churned)),
    }),
    subtitle: [
      count,
      fillTemplate(span, { from: formatDate(splitAt, format), to: formatDate(until, format) }),
      fillTemplate(words.brier, { brier: score(brier), share: score(brierOfShare) }),
    ].join(" · "),
    description: fillTemplate(words.calibrationDescription, {
      customers: count,
      signal: name,
      figures: calibration
        .filter((bin) => bin.customers > 0)
        .map(({ predicted, observed }) =>
          fillTemplate(words.figure, {
            predicted: shareText(predicted, locale),
            observed: shareText(observed, locale),
          }),
        )
        .join("; "),
    }),
  };
}
