import type { CohortRetention } from "../retention/cohort-result.ts";
import { checkNames } from "../rows/options.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { cohortHeatMap } from "./cohort-heat-map.ts";
import { checkCohorts, cohortWords } from "./cohort-words.ts";
import { frameChart } from "./frame-chart.ts";

/**
 * Draws cohorts as a heat map: a row for each cohort with its size, a cell for each interval with the rate.
 *
 * Interval 0 is 100 % by definition and has no shade; the scale of shades begins at 0 and ends at the highest rate after it. A cell that can still
 * change by what happens after `asOf` has a dashed frame and no shade. Rates are written into the cells where they have room.
 *
 * @param cohorts - What `cohortRetention` returns, also after a way through JSON.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the cells inside: `{ cohort, size, interval, value, rate, lower, upper, complete, state }`.
 * @throws DataError for what are no cohorts, if there are none, or for options that cannot be used.
 *
 * @example
 * import { cohortRetention, transactionLog } from "clientele";
 * import { cohortRetentionChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ben", date: "2025-01-21", amount: 20 },
 *   { customerId: "Ada", date: "2025-02-02", amount: 70 },
 * ]);
 * const chart = cohortRetentionChart(cohortRetention(log, { asOf: "2025-02-28" }));
 * chart.title.text; // => "Retention by cohort: 50% in month 1"
 */
export function cohortRetentionChart(cohorts: CohortRetention, options: ChartOptions = {}): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkCohorts(cohorts);
  const words = checked.locale.charts.retention.cohorts;
  const rows = cohorts.rows.map((cell): ChartRow => {
    const { cohort, size, interval, value, rate, lower, upper, complete } = cell;
    const state = complete ? words.complete : words.running;
    return { cohort, size, interval, value, rate, lower, upper, complete, state };
  });
  const marks = cohorts.rows.every(({ complete }) => complete) ? [] : [words.dashed];
  const intervals = 1 + cohorts.rows.reduce((most, { interval }) => Math.max(most, interval), 0);
  const lines = cohorts.cohorts.length;
  const size = {
    width: intervals * clamp(Math.floor(WIDEST / intervals), 12, 46),
    height: lines * clamp(Math.floor(HIGHEST / lines), 8, 24),
  };
  const room = {
    width: (checked.width ?? size.width) / intervals,
    height: (checked.height ?? size.height) / lines,
  };
  return frameChart(
    cohortHeatMap(cohorts, intervals, room, checked),
    rows,
    cohortWords(cohorts, marks, words.heatMap, checked.locale),
    size,
    checked,
  );
}

const WIDEST = 860;
const HIGHEST = 640;

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
