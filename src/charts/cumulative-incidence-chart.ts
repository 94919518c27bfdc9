import type { TimeToDecision } from "../hitrate/time-to-decision-result.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import type { CumulativeIncidence } from "../statistics/cumulative-incidence-result.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { Chart, ChartPart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { haloText } from "./halo-text.ts";
import { type IncidenceCurves, incidenceCurvesOf, incidenceRows, lastIncidence } from "./incidence-curves.ts";
import { levelText } from "./level-text.ts";
import { LINE_DASHES } from "./line-dashes.ts";
import { shareAxis } from "./share-axis.ts";
import { shareLimit } from "./share-limit.ts";
import { shareText } from "./share-text.ts";
import { spreadLabels } from "./spread-labels.ts";
import { checkedTimeUnit, momentText, type TimeUnitOptions, timeAxis, timeTitle } from "./time-words.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** What a chart of causes that compete can be told. */
export interface CumulativeIncidenceChartOptions extends ChartOptions, TimeUnitOptions {}

const NAMES = { ...CHART_NAMES, unit: true } satisfies Record<keyof CumulativeIncidenceChartOptions, true>;

/** More lines than this nobody can tell apart. */
const MOST_CAUSES = 8;

/**
 * Draws which share of all has had each of several outcomes by each time, such as offers won, lost and withdrawn.
 *
 * The outcomes exclude each other, so that their shares add up to 1 with those who have had none. Bands are the intervals of each time by itself. Of offers
 * the line "closed" is left out, since it is the sum of the others.
 *
 * @param incidence - What `cumulativeIncidence` or `timeToDecision` returns, also after a way through JSON; at most eight causes.
 * @param options - `unit` of the times (offers: days), and those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the corners of the lines inside: `{ cause, time, incidence, lower, upper, atRisk, events }`.
 * @throws DataError for what are no incidences, if nothing happened, for more than eight causes, or for options that cannot be used.
 *
 * @example
 * import { cumulativeIncidence } from "clientele";
 * import { cumulativeIncidenceChart } from "clientele/charts";
 *
 * const offers = [
 *   { days: 3, end: "won" },
 *   { days: 5, end: "lost" },
 *   { days: 8, end: null },
 *   { days: 12, end: null },
 * ];
 * const chart = cumulativeIncidenceChart(cumulativeIncidence(offers, { time: "days", cause: "end" }), { unit: "day" });
 * chart.title.text; // => "By day 12: won 25%, lost 25%"
 */
export function cumulativeIncidenceChart(
  incidence: CumulativeIncidence | TimeToDecision,
  options: CumulativeIncidenceChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  const checked = checkedChartOptions(options);
  const asked = checkedTimeUnit(options);
  const curves = incidenceCurvesOf(incidence, checked.locale);
  const count = curves.causes.length;
  const trouble = `There are ${count} causes: join some, so that there are at most ${MOST_CAUSES}.`;
  checkOption("incidence.causes", count, count <= MOST_CAUSES ? null : trouble);
  const unit = asked ?? curves.unit;
  return frameChart(
    incidencePlot(curves, unit, checked),
    curves.causes.flatMap((cause) => incidenceRows(cause, curves.last)),
    incidenceWords(curves, unit, checked),
    { width: 560, height: HEIGHT },
    checked,
  );
}

const HEIGHT = 320;

/** Pixels between the names at the ends of the lines. */
const NAME_GAP = 15;

function incidenceWords(
  curves: IncidenceCurves,
  unit: TimeUnit | null,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { incidence: words, intervals } = locale.charts.retention;
  const shares = curves.causes.map((cause) => ({ cause: cause.name, share: lastIncidence(cause) }));
  const figures = [...shares]
    .sort((a, b) => b.share - a.share)
    .map(({ cause, share }) => fillTemplate(words.figure, { cause, share: shareText(share, locale) }));
  const rest = Math.max(0, 1 - shares.reduce((sum, { share }) => sum + share, 0));
  const moment = momentText(curves.last, unit, locale);
  const without = fillTemplate(words.without, { share: shareText(rest, locale) });
  const level = levelText(curves.level, locale);
  return {
    title: fillTemplate(words.title, { moment, figures: figures.slice(0, 3).join(", ") }),
    subtitle: [curves.observed, without, fillTemplate(intervals, { level })].join(" · "),
    description: fillTemplate(words.description, {
      observed: curves.observed,
      moment,
      figures: [...figures, without].join(", "),
    }),
  };
}

function incidencePlot(
  curves: IncidenceCurves,
  unit: TimeUnit | null,
  { locale, palette, height }: CheckedChartOptions,
): ChartPart {
  const { lower, upper, incidence: words, survival } = locale.charts.retention;
  const { causes, last } = curves;
  const names = causes.map(({ name }) => name);
  const most = shareLimit(causes.flatMap(({ steps }) => steps.map((step) => step.upper ?? step.incidence)));
  const y = shareAxis("incidence", words.share, most);
  const kind = { field: "cause", type: "nominal", title: words.cause, legend: null };
  const color = { ...kind, scale: { domain: names, range: palette.categories.slice(0, names.length) } };
  const strokeDash = { ...kind, scale: { domain: names, range: LINE_DASHES.slice(0, names.length) } };
  const step = { interpolate: "step-after" };
  const places = spreadLabels(causes.map(lastIncidence), (most * NAME_GAP) / (height ?? HEIGHT), 0, most);
  const ends = causes.map((cause, at) => ({
    cause: cause.name,
    time: last,
    place: places[at] as number,
    label: fillTemplate(words.figure, { cause: cause.name, share: shareText(lastIncidence(cause), locale) }),
  }));
  return {
    encoding: { x: timeAxis(last, unit, locale) },
    layer: [
      {
        transform: [{ filter: "datum.lower !== null" }],
        mark: { type: "area", ...step, opacity: 0.15, aria: false },
        encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" }, color },
      },
      { mark: { type: "line", ...step }, encoding: { y, color, strokeDash } },
      {
        mark: { type: "point", opacity: 0, size: 90, aria: false },
        encoding: {
          y,
          tooltip: [
            textTip("cause", words.cause),
            numberTip("time", timeTitle(unit, locale), ",.1f"),
            numberTip("incidence", words.share, ".1%"),
            numberTip("lower", lower, ".1%"),
            numberTip("upper", upper, ".1%"),
            numberTip("atRisk", survival.atRisk, ",.0f"),
            numberTip("events", words.eventsAt, ",.0f"),
          ],
        },
      },
      ...haloText(
        {
          data: { values: ends },
          mark: { type: "text", align: "left", dx: 8 },
          encoding: { y: { ...y, field: "place" }, text: { field: "label" }, color },
        },
        palette,
      ),
    ],
  };
}
