import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { type AnyScore, bandCounts, scoreForm } from "./satisfaction-words.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A score and the name of its group. */
export type NamedScore = readonly [group: string, score: AnyScore];

const WIDTH = 360;
const STEP = 34;
const SCORE_TO_SHARES = 0.6;
/** Segments below this share have no room for their figure. */
const ROOM = 0.09;

/** Diverging bars of shares, and beside them the scores with their limits. */
export function satisfactionBars(named: readonly NamedScore[], chart: CheckedChartOptions): ChartPart {
  const { palette, locale } = chart;
  const { satisfaction: labels, terms } = locale.charts.offers;
  const names = named.map(([group]) => group);
  const width = chart.width ?? WIDTH;
  const height = chart.height ?? Math.max(2, names.length) * STEP;
  const axis = { domain: false, ticks: false, labelPadding: 8 };
  const y = {
    field: "group",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: names, padding: 0.25 },
    axis,
  };
  const values = named.flatMap(([group, score]) => bandRows(group, score, chart));
  const bands = [...new Set(values.map(({ band }) => band as string))];
  const good = palette.better;
  const colours = bands.length === 2 ? [palette.worse, good] : [palette.worse, palette.quiet, good];
  const x = {
    type: "quantitative",
    title: labels.share,
    axis: { format: ".0%", labelExpr: SIGNLESS, grid: false, tickCount: 5 },
  };
  const tooltip = [
    textTip("group", terms.group),
    textTip("band", labels.band),
    numberTip("share", labels.share, ".1%"),
    numberTip("answers", labels.answers, ",.0f"),
  ];
  const shares = {
    data: { values },
    width,
    height,
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          y,
          x: { ...x, field: "from" },
          x2: { field: "to" },
          color: {
            field: "band",
            type: "nominal",
            title: null,
            scale: { domain: bands, range: colours },
            legend: { orient: "top", labelLimit: 0, direction: "horizontal" },
          },
          tooltip,
        },
      },
      {
        transform: [
          { filter: `datum.share >= ${ROOM}` },
          { calculate: "(datum.from + datum.to) / 2", as: "middle" },
        ],
        mark: { type: "text" },
        encoding: {
          y,
          x: { ...x, field: "middle" },
          text: { field: "text" },
          color: {
            condition: { test: { field: "place", equal: "middling" }, value: palette.text },
            value: palette.ground,
          },
        },
      },
    ],
  };
  const scores = scorePanel(named, { ...y, axis: null }, Math.round(width * SCORE_TO_SHARES), height, chart);
  return {
    hconcat: [shares, scores],
    spacing: 16,
    resolve: { scale: { y: "shared", color: "independent" } },
  };
}

/** To both sides of the middle shares are above 0. */
const SIGNLESS = "format(abs(datum.value), '.0%')";

function bandRows(group: string, score: AnyScore, { locale }: CheckedChartOptions): readonly ChartRow[] {
  const counts = bandCounts(score);
  const { responses } = score;
  if (responses === 0) return [];
  const bad = (counts[0]?.[1] ?? 0) / responses;
  const middling = counts.length === 3 ? (counts[1]?.[1] ?? 0) / responses : 0;
  let at = -bad - middling / 2;
  return counts.map(([band, answers], number) => {
    const share = answers / responses;
    const from = at;
    at += share;
    const place = counts.length === 3 && number === 1 ? "middling" : "side";
    const text = shareText(share, locale);
    return { group, band: locale.satisfaction.bands[band], place, answers, share, from, to: at, text };
  });
}

function scorePanel(
  named: readonly NamedScore[],
  y: ChartPart,
  width: number,
  height: number,
  { palette, locale }: CheckedChartOptions,
): ChartPart {
  const { satisfaction: labels, terms } = locale.charts.offers;
  const measure = named[0]?.[1].measure ?? "nps";
  const form = scoreForm(measure, locale);
  const times = (figure: number | null): number | null => (figure === null ? null : figure * form.factor);
  const values = named.map(([group, { score, lower, upper, responses }]) => ({
    group,
    score: times(score),
    lower: times(lower),
    upper: times(upper),
    answers: responses,
    text: form.text(score),
  }));
  const scale = form.domain === null ? { zero: false } : { domain: form.domain };
  const x = {
    field: "score",
    type: "quantitative",
    title: labels.score,
    scale,
    axis: { format: form.format, tickCount: 5 },
  };
  const known = [{ filter: "isValid(datum.score)" }];
  const limits = [{ filter: "isValid(datum.lower)" }];
  const tooltip = [
    textTip("group", terms.group),
    numberTip("score", labels.score, form.format),
    numberTip("lower", terms.lower, form.format),
    numberTip("upper", terms.upper, form.format),
    numberTip("answers", labels.answers, ",.0f"),
  ];
  return {
    data: { values },
    width,
    height,
    layer: [
      {
        transform: limits,
        mark: { type: "rule", strokeWidth: 2, color: palette.text },
        encoding: { y, x: { ...x, field: "lower" }, x2: { field: "upper" } },
      },
      {
        transform: known,
        mark: { type: "point", shape: "diamond", size: 90, color: palette.text, opacity: 1 },
        encoding: { y, x, tooltip },
      },
      {
        mark: { type: "text", align: "left", fontWeight: "bold" },
        encoding: { y, x: { value: width + 10 }, text: { field: "text" } },
      },
    ],
  };
}
