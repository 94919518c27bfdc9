import type { SatisfactionPeriod } from "../satisfaction/satisfaction-over-time.ts";
import { alignedPeriods } from "./aligned-periods.ts";
import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { type AnyScore, bandCounts, scoreForm } from "./satisfaction-words.ts";
import { type CountRow, countPanel } from "./stacked-counts.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

const WIDTH = 560;
const HEIGHT = 220;
const COUNTS_TO_SCORES = 0.4;

/** The scores, and below them the numbers of answers. */
export function scorePanels(
  rows: readonly (SatisfactionPeriod & AnyScore)[],
  chart: CheckedChartOptions,
): ChartPart {
  const { palette, locale } = chart;
  const { satisfaction: labels, terms } = locale.charts.offers;
  const { bands: bandNames } = locale.satisfaction;
  const periods = rows.map(({ period }) => period);
  const width = chart.width ?? WIDTH;
  const height = chart.height ?? HEIGHT;
  const counts = rows.flatMap((row) =>
    bandCounts(row).map(
      ([band, count], place): CountRow => ({ period: row.period, kind: bandNames[band], place, count }),
    ),
  );
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const middle = kinds.length === 3 ? [palette.quiet] : [];
  return {
    vconcat: [
      { width, height, ...scoreLine(rows, alignedPeriods(terms.period, periods, false), chart) },
      countPanel(counts, {
        kinds,
        colours: [palette.worse, ...middle, palette.better],
        x: alignedPeriods(terms.period, periods),
        title: labels.answers,
        kindTitle: labels.band,
        periodTitle: terms.period,
        width,
        height: Math.round(height * COUNTS_TO_SCORES),
      }),
    ],
    spacing: 12,
    resolve: { scale: { color: "independent" } },
  };
}

function scoreLine(
  rows: readonly (SatisfactionPeriod & AnyScore)[],
  x: ChartPart,
  { palette, locale }: CheckedChartOptions,
): ChartPart {
  const { satisfaction: labels, terms } = locale.charts.offers;
  const form = scoreForm(rows[0]?.measure ?? "nps", locale);
  const times = (figure: number | null): number | null => (figure === null ? null : figure * form.factor);
  const values = rows.map(({ period, score, lower, upper, responses }) => ({
    period,
    score: times(score),
    lower: times(lower),
    upper: times(upper),
    answers: responses,
  }));
  const color = palette.categories[0] ?? palette.text;
  const scale = form.domain === null ? { zero: false } : { domain: form.domain };
  const axis = { format: form.format, tickCount: 5, domain: false, ticks: false };
  const y = { field: "score", type: "quantitative", title: labels.score, scale, axis };
  const tooltip = [
    textTip("period", terms.period),
    numberTip("score", labels.score, form.format),
    numberTip("lower", terms.lower, form.format),
    numberTip("upper", terms.upper, form.format),
    numberTip("answers", labels.answers, ",.0f"),
  ];
  const known = [{ filter: "isValid(datum.score)" }];
  return {
    data: { values },
    layer: [
      {
        mark: { type: "area", opacity: 0.2, color },
        encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" } },
      },
      { mark: { type: "line", color }, encoding: { x, y } },
      { transform: known, mark: { type: "point", color, size: 55, opacity: 1 }, encoding: { x, y, tooltip } },
    ],
  };
}
