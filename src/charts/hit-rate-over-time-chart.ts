import type { HitRateOverTime, PeriodHitRate } from "../hitrate/hit-rate-over-time-result.ts";
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
import { type ChartWords, framed } from "./frame-chart.ts";
import { hitRatePanels } from "./hit-rate-panels.ts";
import { levelText } from "./level-text.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareText } from "./share-text.ts";

const MAKER = "hitRateOverTime";

/**
 * Draws hit rates period by period: a line with its intervals as a band, and the numbers of offers below.
 *
 * Filled points are final. Hollow ones are of periods with offers that are still open; the dashed line shows between which limits the rate will end, if
 * all open offers are lost or all are won. With groups there is a panel for each, without the numbers.
 *
 * @param rates - What `hitRateOverTime` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels, of the panel of rates), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, no period is in it, or for options that are none.
 *
 * @example
 * import { hitRateOverTime, offerBook } from "clientele";
 * import { hitRateOverTimeChart } from "clientele/charts";
 *
 * const book = offerBook([
 *   { status: "won", submitted: "2025-01-10", decided: "2025-02-01" },
 *   { status: "lost", submitted: "2025-02-12", decided: "2025-03-03" },
 * ]);
 * const rates = hitRateOverTime(book, { period: "month" });
 * hitRateOverTimeChart(rates).title.text; // => "Hit rate by month: 50% overall"
 */
export function hitRateOverTimeChart(rates: HitRateOverTime, options: ChartOptions = {}): Chart {
  checkResult(
    "rates",
    rates,
    { rows: "list", total: "record", assumptions: "record", period: "text" },
    MAKER,
  );
  checkEntries("rates.rows", rates.rows, { period: "text", counts: "record", rate: "number?" }, MAKER);
  checkNames("options", options, CHART_NAMES);
  checkOption(
    "rates",
    rates,
    rates.rows.length > 0 ? null : "No period is in it, so there is nothing to draw.",
  );
  const chart = checkedChartOptions(options);
  return { ...framed(wordsOf(rates, chart), chart), ...hitRatePanels(rates, chart) };
}

function wordsOf(
  { rows, total, period, basis, assumptions }: HitRateOverTime,
  chart: CheckedChartOptions,
): ChartWords {
  const { locale } = chart;
  const { format, hitRate } = locale;
  const { hitRateOverTime: labels, terms } = locale.charts.offers;
  const known = rows.filter((row): row is PeriodHitRate & { rate: number } => row.rate !== null);
  const rates = known.map(({ rate }) => rate);
  const bound = (of: (...all: number[]) => number): string =>
    shareText(rates.length === 0 ? null : of(...rates), locale);
  return {
    title: fillTemplate(labels.title, { by: terms.by[period], rate: shareText(total.rate, locale) }),
    subtitle: fillTemplate(labels.subtitle, {
      won: formatNumber(total.won, 0, format),
      offers: countText(total.of, terms.offerCount, format),
      level: levelText(assumptions.level, locale),
      basis: hitRate.bases[basis],
      window: hitRate.windows[assumptions.window],
      date: formatDate(assumptions.asOf, format),
    }),
    description: fillTemplate(labels.description, {
      first: rows[0]?.period ?? "",
      last: rows.at(-1)?.period ?? "",
      least: bound(Math.min),
      most: bound(Math.max),
      open: countText(total.counts.open, terms.offerCount, format),
    }),
  };
}
