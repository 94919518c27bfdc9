import { checkNames, checkOption } from "../rows/options.ts";
import type { SatisfactionMeasure } from "../satisfaction/satisfaction-measure.ts";
import type { SatisfactionOverTime, SatisfactionPeriod } from "../satisfaction/satisfaction-over-time.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { firstCapital } from "./first-capital.ts";
import { type ChartWords, framed } from "./frame-chart.ts";
import { levelText } from "./level-text.ts";
import { checkEntries } from "./result-fields.ts";
import { checkedScores } from "./satisfaction-input.ts";
import { scorePanels } from "./satisfaction-panels.ts";
import { type AnyScore, scoreForm } from "./satisfaction-words.ts";

const MAKER = "satisfactionOverTime";

/**
 * Draws how satisfaction moves: the score of each period as a line with its limits as a band, and the numbers of answers below.
 *
 * A period in which nobody answered leaves a gap in the line.
 *
 * @param scores - What `satisfactionOverTime` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels, of the panel of scores), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, nobody answered, or for options that are none.
 *
 * @example
 * import { satisfactionOverTime } from "clientele";
 * import { satisfactionOverTimeChart } from "clientele/charts";
 *
 * const responses = [
 *   { date: "2025-01-15", score: 9 },
 *   { date: "2025-02-02", score: 10 },
 *   { date: "2025-02-20", score: 4 },
 * ];
 * const scores = satisfactionOverTime(responses, { measure: "nps", period: "month" });
 * satisfactionOverTimeChart(scores).title.text; // => "Net promoter score (NPS): +33 overall"
 */
export function satisfactionOverTimeChart(
  scores: SatisfactionOverTime<SatisfactionMeasure>,
  options: ChartOptions = {},
): Chart {
  checkedScores(scores, MAKER);
  checkEntries("scores.rows", scores.rows, { period: "text" }, MAKER);
  checkNames("options", options, CHART_NAMES);
  const isEmpty = scores.total.responses === 0;
  checkOption("scores", scores, isEmpty ? "Nobody answered, so there is nothing to draw." : null);
  const chart = checkedChartOptions(options);
  return { ...framed(wordsOf(scores, chart), chart), ...scorePanels(scores.rows, chart) };
}

function wordsOf(
  { rows, total }: { readonly rows: readonly (SatisfactionPeriod & AnyScore)[]; readonly total: AnyScore },
  { locale }: CheckedChartOptions,
): ChartWords {
  const { satisfaction: labels, terms } = locale.charts.offers;
  const { format } = locale;
  const form = scoreForm(total.measure, locale);
  const measure = locale.satisfaction.measures[total.measure];
  const known = rows.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    title: fillTemplate(labels.overTime, {
      measure: firstCapital(measure),
      score: form.text(total.score),
    }),
    subtitle: fillTemplate(labels.subtitle, {
      answers: countText(total.responses, terms.answerCount, format),
      asked: formatNumber(total.asked, 0, format),
      level: levelText(total.level, locale),
    }),
    description: fillTemplate(labels.overTimeDescription, {
      first: rows[0]?.period ?? "",
      last: rows.at(-1)?.period ?? "",
      least: form.text(Math.min(...known)),
      most: form.text(Math.max(...known)),
    }),
  };
}
