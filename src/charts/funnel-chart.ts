import type { FunnelStage, StageConversion } from "../hitrate/stage-conversion-result.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartRow } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { FUNNEL_FATES, type FunnelFate, funnelPlot } from "./funnel-plot.ts";
import { groupTexts } from "./group-texts.ts";
import { levelText } from "./level-text.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareLimits, shareText } from "./share-text.ts";

const MAKER = "stageConversion";
const STEP = 62;

/**
 * Draws the sales funnel: a bar for each stage with the offers that reached it and what became of them, and the rates from stage to stage between.
 *
 * The rates are those of offers whose stay in the stage is settled, as in the result, so they can be above the ratio of two bars. All offers are
 * drawn; for one of the groups of the result pass `{ ...funnel, ...funnel.groups[0] }`.
 *
 * @param funnel - What `stageConversion` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, no stage is in it, or for options that are none.
 *
 * @example
 * import { offerBook, stageConversion } from "clientele";
 * import { funnelChart } from "clientele/charts";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-01", decided: "2025-01-31", stage: "Proposal" },
 *     { status: "lost", submitted: "2025-01-03", decided: "2025-01-09", stage: "Contact" },
 *   ],
 *   { stage: "stage" },
 * );
 * funnelChart(stageConversion(book, { stages: ["Contact", "Proposal"] })).title.text;
 * // => "Sales funnel: 1 of 2 offers won"
 */
export function funnelChart(funnel: StageConversion, options: ChartOptions = {}): Chart {
  checkResult("funnel", funnel, { stages: "list", offers: "number", asOf: "text", level: "number" }, MAKER);
  checkEntries("funnel.stages", funnel.stages, { reached: "number", winRate: "record" }, MAKER);
  checkNames("options", options, CHART_NAMES);
  checkOption(
    "funnel",
    funnel,
    funnel.stages.length > 0 ? null : "No stage is in it, so there is nothing to draw.",
  );
  const chart = checkedChartOptions(options);
  const stages = groupTexts(
    funnel.stages.map(({ stage }) => stage),
    chart.locale.charts.offers.terms.none,
  );
  const size = { width: 480, height: stages.length * STEP };
  const rows = funnelRows(funnel.stages, stages, chart);
  const plot = funnelPlot(rows, stages, chart.height ?? size.height, chart);
  return frameChart(plot, rows, wordsOf(funnel, stages, chart), size, chart);
}

function funnelRows(
  stages: readonly FunnelStage[],
  names: readonly string[],
  { locale }: CheckedChartOptions,
): readonly ChartRow[] {
  const { funnel: labels } = locale.charts.offers;
  const number = (count: number): string => formatNumber(count, 0, locale.format);
  return stages.flatMap((stage, at) => {
    const { reached, fromPrevious, winRate } = stage;
    const counts = fatesOf(stage);
    const step =
      fromPrevious === null
        ? null
        : fillTemplate(labels.step, {
            rate: shareText(fromPrevious.rate, locale),
            limits: shareLimits(fromPrevious.lower, fromPrevious.upper, locale),
            count: number(fromPrevious.count),
            of: number(fromPrevious.of),
          });
    return FUNNEL_FATES.map((fate, place) => ({
      stage: names[at] as string,
      fate: labels.fates[fate],
      place,
      count: counts[fate],
      reached,
      reachedText: number(reached),
      step,
      winRate: winRate.rate,
    }));
  });
}

/** They add up to all that reached the stage. */
function fatesOf({
  reached,
  wonHere,
  openHere,
  lostHere,
  withdrawnHere,
}: FunnelStage): Record<FunnelFate, number> {
  const wentOn = reached - wonHere - openHere - lostHere - withdrawnHere;
  return { wentOn, won: wonHere, open: openHere, lost: lostHere, withdrawn: withdrawnHere };
}

function wordsOf(
  { stages, offers, asOf, level }: StageConversion,
  names: readonly string[],
  { locale }: CheckedChartOptions,
): ChartWords {
  const { funnel: labels, terms } = locale.charts.offers;
  const { format } = locale;
  const won = stages.reduce((sum, { wonHere }) => sum + wonHere, 0);
  const list = stages.map(({ reached, fromPrevious }, at) =>
    fillTemplate(fromPrevious === null ? labels.firstStage : labels.stage, {
      stage: names[at] as string,
      reached: formatNumber(reached, 0, format),
      rate: shareText(fromPrevious?.rate ?? null, locale),
    }),
  );
  return {
    title: fillTemplate(labels.title, {
      won: formatNumber(won, 0, format),
      offers: countText(offers, terms.offerCount, format),
    }),
    subtitle: fillTemplate(labels.subtitle, {
      level: levelText(level, locale),
      date: formatDate(asOf, format),
    }),
    description: fillTemplate(labels.description, { stages: list.join("; ") }),
  };
}
