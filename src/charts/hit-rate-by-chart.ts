import type { HitRateBy } from "../hitrate/hit-rate-by-result.ts";
import type { HitRateByChartLabels } from "../locales/chart-labels-offers.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { type ForestMean, type ForestRow, forestPlot } from "./hit-rate-forest.ts";
import { levelText } from "./level-text.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareText } from "./share-text.ts";

type Groups = HitRateBy<GroupKey | readonly GroupKey[]>;

const MAKER = "hitRateBy";
const STEP = 32;

/**
 * Draws hit rates by group as a forest plot: for each group its own rate, its shrunken rate, and the intervals of both.
 *
 * The groups stand in the order of the result. The dashed line is the mean towards which rates are shrunken, or the rate of all offers if they are
 * not. A group without a rate keeps its place and its numbers; of many groups pass those that are to be seen: `{ ...rates, rows: rates.rows.slice(0, 20) }`.
 *
 * @param rates - What `hitRateBy` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, no group is in it, or for options that are none.
 *
 * @example
 * import { hitRateBy, offerBook } from "clientele";
 * import { hitRateByChart } from "clientele/charts";
 *
 * const book = offerBook(
 *   [
 *     { status: "won", submitted: "2025-01-10", decided: "2025-02-01", seller: "Mia" },
 *     { status: "lost", submitted: "2025-01-12", decided: "2025-02-03", seller: "Mia" },
 *     { status: "lost", submitted: "2025-01-15", decided: "2025-03-01", seller: "Jan" },
 *   ],
 *   { keys: { seller: "seller" } },
 * );
 * hitRateByChart(hitRateBy(book, "seller")).title.text; // => "Hit rate by seller: 33% overall"
 */
export function hitRateByChart(
  rates: HitRateBy<GroupKey | readonly GroupKey[]>,
  options: ChartOptions = {},
): Chart {
  checkResult("rates", rates, { keys: "list", rows: "list", total: "record", assumptions: "record" }, MAKER);
  checkEntries("rates.rows", rates.rows, { counts: "record", won: "number", of: "number" }, MAKER);
  checkNames("options", options, CHART_NAMES);
  checkOption(
    "rates",
    rates,
    rates.rows.length > 0 ? null : "No group is in it, so there is nothing to draw.",
  );
  const chart = checkedChartOptions(options);
  const labels = chart.locale.charts.offers.hitRateBy;
  const names = groupTexts(
    rates.rows.map(({ group }) => group),
    chart.locale.charts.offers.terms.none,
  );
  const rows = forestRows(rates, names, labels, chart);
  const mean = meanOf(rates, labels, chart);
  const kinds = rows.some(({ kind }) => kind === labels.shrunken)
    ? [labels.raw, labels.shrunken]
    : [labels.raw];
  const size = { width: 420, height: Math.max(2, names.length) * STEP };
  const plot = forestPlot({
    rows,
    names,
    kinds,
    mean,
    keys: rates.keys,
    chart,
    width: chart.width ?? size.width,
  });
  return frameChart(plot, rows, wordsOf(rates, names, mean, chart), size, chart);
}

function forestRows(
  { rows }: Groups,
  names: readonly string[],
  labels: HitRateByChartLabels,
  { locale }: CheckedChartOptions,
): readonly ForestRow[] {
  return rows.flatMap(({ rate, lower, upper, shrunken, won, of }, at): ForestRow[] => {
    const numbers = `${formatNumber(won, 0, locale.format)} / ${formatNumber(of, 0, locale.format)}`;
    const common = { group: names[at] as string, won, of, numbers };
    const raw: ForestRow = { ...common, kind: labels.raw, rate, lower, upper };
    if (shrunken === null) return [raw];
    const { rate: middle, lower: least, upper: most } = shrunken;
    return [raw, { ...common, kind: labels.shrunken, rate: middle, lower: least, upper: most }];
  });
}

/** Towards which rates are shrunken, or else the rate of all. */
function meanOf(
  { prior, total }: Groups,
  { mean, overall }: HitRateByChartLabels,
  { locale }: CheckedChartOptions,
): ForestMean | null {
  const at = prior?.mean ?? total.rate;
  if (at === null) return null;
  const template = prior === null || prior.mean === null ? overall : mean;
  return { at, text: fillTemplate(template, { rate: shareText(at, locale) }) };
}

function wordsOf(
  { keys, rows, total, basis, assumptions }: Groups,
  names: readonly string[],
  mean: ForestMean | null,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { charts, format, hitRate } = locale;
  const { hitRateBy: labels, terms } = charts.offers;
  const level = levelText(assumptions.level, locale);
  const ranked = rows
    .map(({ shrunken, rate }, at) => ({ name: names[at] as string, rate: shrunken?.rate ?? rate }))
    .filter((row): row is { name: string; rate: number } => row.rate !== null)
    .sort((one, other) => other.rate - one.rate);
  const best = ranked[0];
  const worst = ranked.at(-1);
  return {
    title: fillTemplate(labels.title, { keys: keys.join(" · "), rate: shareText(total.rate, locale) }),
    subtitle: fillTemplate(labels.subtitle, {
      won: formatNumber(total.won, 0, format),
      offers: countText(total.of, terms.offerCount, format),
      level,
      basis: hitRate.bases[basis],
      window: hitRate.windows[assumptions.window],
      date: formatDate(assumptions.asOf, format),
    }),
    description: fillTemplate(labels.description, {
      groups: String(rows.length),
      level,
      best: best?.name ?? terms.none,
      bestRate: shareText(best?.rate ?? null, locale),
      worst: worst?.name ?? terms.none,
      worstRate: shareText(worst?.rate ?? null, locale),
      mean: mean?.text ?? fillTemplate(labels.overall, { rate: shareText(null, locale) }),
    }),
  };
}
