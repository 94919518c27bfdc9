import type { GroupKey } from "../rows/group-codes.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import type { SatisfactionByGroup } from "../satisfaction/satisfaction-by.ts";
import type { SatisfactionByClass } from "../satisfaction/satisfaction-by-class.ts";
import type { SatisfactionMeasure } from "../satisfaction/satisfaction-measure.ts";
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
import { groupTexts } from "./group-texts.ts";
import { levelText } from "./level-text.ts";
import { type NamedScore, satisfactionBars } from "./satisfaction-bars.ts";
import { checkedScore, checkedScores } from "./satisfaction-input.ts";
import { type AnyScore, scoreForm } from "./satisfaction-words.ts";

/** One score, or scores by group or class. */
export type SatisfactionScores =
  | AnyScore
  | SatisfactionByGroup<GroupKey | readonly GroupKey[], SatisfactionMeasure>
  | SatisfactionByClass<SatisfactionMeasure>;

/**
 * Draws scores of satisfaction: to the left which share of answers was good, middling and bad, to the right the score with its limits.
 *
 * Bars diverge from the middle of the middling answers; what is bad lies to the left. The net promoter score is written as points from −100 to +100,
 * CSAT in per cent, CES on the scale of the question. Groups stand in the order of the result, and all answers below them.
 *
 * @param scores - What `satisfactionBy`, `satisfactionByClass`, `netPromoterScore`, `customerSatisfactionScore` or `customerEffortScore` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels, of the panel of shares), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, nobody answered, or for options that are none.
 *
 * @example
 * import { netPromoterScore } from "clientele";
 * import { satisfactionChart } from "clientele/charts";
 *
 * const nps = netPromoterScore([{ score: 10 }, { score: 9 }, { score: 9 }, { score: 8 }, { score: 3 }]);
 * satisfactionChart(nps).title.text; // => "Net promoter score (NPS): +40"
 */
export function satisfactionChart(scores: SatisfactionScores, options: ChartOptions = {}): Chart {
  const [total, list] = scoresOf(scores);
  checkNames("options", options, CHART_NAMES);
  checkOption("scores", scores, total.responses > 0 ? null : "Nobody answered, so there is nothing to draw.");
  const chart = checkedChartOptions(options);
  const { terms, satisfaction } = chart.locale.charts.offers;
  const all: readonly (readonly [Group, AnyScore])[] = [...list, [satisfaction.all, total]];
  const names = groupTexts(
    all.map(([group]) => group),
    terms.none,
  );
  const named = all.map(([, score], at): NamedScore => [names[at] as string, score]);
  return { ...framed(wordsOf(total, named, chart), chart), ...satisfactionBars(named, chart) };
}

type Group = GroupKey | readonly GroupKey[];

/** The score of all, and those of groups. */
function scoresOf(scores: SatisfactionScores): readonly [AnyScore, readonly (readonly [Group, AnyScore])[]] {
  const maker = "satisfactionBy, satisfactionByClass or netPromoterScore";
  if (typeof scores === "object" && scores !== null && "rows" in scores) {
    const { rows, total } = scores;
    checkedScores(scores, maker);
    return [total, rows.map((row) => ["class" in row ? row.class : row.group, row])];
  }
  checkedScore("scores", scores, maker);
  return [scores, []];
}

function wordsOf(total: AnyScore, named: readonly NamedScore[], { locale }: CheckedChartOptions): ChartWords {
  const { satisfaction: labels, terms } = locale.charts.offers;
  const { format } = locale;
  const form = scoreForm(total.measure, locale);
  const measure = locale.satisfaction.measures[total.measure];
  const list = named.map(([group, { score, lower, upper, responses }]) =>
    fillTemplate(labels.group, {
      group,
      score: form.text(score),
      limits: `${form.text(lower)} – ${form.text(upper)}`,
      answers: countText(responses, terms.answerCount, format),
    }),
  );
  return {
    title: fillTemplate(labels.title, {
      measure: firstCapital(measure),
      score: form.text(total.score),
    }),
    subtitle: fillTemplate(labels.subtitle, {
      answers: countText(total.responses, terms.answerCount, format),
      asked: formatNumber(total.asked, 0, format),
      level: levelText(total.level, locale),
    }),
    description: fillTemplate(labels.description, { groups: list.join("; ") }),
  };
}
