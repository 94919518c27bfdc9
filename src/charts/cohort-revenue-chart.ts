import type { WholeBase } from "../audit/whole-base-result.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { fillTemplate } from "../text/text-format.ts";
import { alignedPeriods } from "./aligned-periods.ts";
import type { Chart, ChartPart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type CohortRevenue, cohortRevenues, shareWonBefore } from "./cohort-revenues.ts";
import { type Drawing, drawnChart } from "./drawing.ts";
import type { ChartWords } from "./frame-chart.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shades } from "./shades.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

const MAKER = "auditCustomerBase under whole";
const WIDTH = 560;
const HEIGHT = 280;

/**
 * Draws who makes the revenue: a bar for each period, stacked by the period in which customers were won (C3, customer cohort chart).
 *
 * The oldest cohorts lie at the bottom and are the darkest (in the dark theme the brightest); of more than ten the oldest are joined. A period that is
 * not over says so.
 *
 * @param whole - `whole` of what `auditCustomerBase` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, no period or cohort is in it, or for options that are none.
 *
 * @example
 * import { auditCustomerBase, transactionLog } from "clientele";
 * import { cohortRevenueChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-01-10", amount: 500 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 700 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 900 },
 * ]);
 * cohortRevenueChart(auditCustomerBase(log, { asOf: "2025-12-31" }).whole).title.text;
 * // => "Revenue by cohort: 44% of 2025 from customers won before it"
 */
export function cohortRevenueChart(whole: WholeBase, options: ChartOptions = {}): Chart {
  checkResult("whole", whole, { periods: "list", cohorts: "list", revenue: "list" }, MAKER);
  checkEntries("whole.periods", whole.periods, { period: "record", revenue: "number" }, MAKER);
  checkEntries("whole.cohorts", whole.cohorts, { period: "text", from: "text" }, MAKER);
  checkNames("options", options, CHART_NAMES);
  const isEmpty = whole.periods.length === 0 || whole.cohorts.length === 0;
  checkOption("whole", whole, isEmpty ? "Nobody bought, so there is nothing to draw." : null);
  const chart = checkedChartOptions(options);
  return drawnChart(cohortRevenueDrawing(whole, chart), chart);
}

export function cohortRevenueDrawing(whole: WholeBase, chart: CheckedChartOptions): Drawing {
  const revenues = cohortRevenues(whole, chart);
  return { words: wordsOf(whole, chart), part: stackedCohorts(revenues, chart) };
}

function stackedCohorts(
  { rows, periods, cohorts }: CohortRevenue,
  { palette, locale, width, height }: CheckedChartOptions,
): ChartPart {
  const { audit, terms } = locale.charts.offers;
  const { format } = chartAmounts(
    rows.map(({ revenue }) => revenue),
    locale,
  );
  return {
    data: { values: rows },
    width: width ?? WIDTH,
    height: height ?? HEIGHT,
    mark: { type: "bar", stroke: palette.ground, strokeWidth: 0.5 },
    encoding: {
      x: alignedPeriods(terms.period, periods),
      y: {
        field: "revenue",
        type: "quantitative",
        title: audit.revenueNet,
        axis: { format, tickCount: 5, domain: false, ticks: false },
      },
      color: {
        field: "cohort",
        type: "nominal",
        title: audit.cohortRevenue.cohort,
        scale: { domain: cohorts, range: shades(cohorts.length, palette) },
        // As the bars are stacked, the newest on top.
        legend: { values: [...cohorts].reverse(), labelLimit: 0 },
      },
      order: { field: "place", type: "quantitative" },
      tooltip: [
        textTip("period", terms.period),
        textTip("cohort", audit.cohortRevenue.cohort),
        numberTip("revenue", audit.revenue, format),
        numberTip("customers", audit.customers, ",.0f"),
      ],
    },
  };
}

function wordsOf(whole: WholeBase, { locale }: CheckedChartOptions): ChartWords {
  const { cohortRevenue: labels } = locale.charts.offers.audit;
  const last = whole.periods.map(({ period }) => period.complete).lastIndexOf(true);
  const share = last < 0 ? null : shareWonBefore(whole, last);
  const { period, revenue } = whole.periods[Math.max(0, last)] ?? { period: null, revenue: null };
  const values = {
    period: period?.period ?? "",
    share: shareText(share, locale),
    first: whole.periods[0]?.period.period ?? "",
    last: whole.periods.at(-1)?.period.period ?? "",
    revenue: chartAmounts([revenue], locale).text(revenue),
  };
  return {
    title: fillTemplate(share === null ? labels.titleWithoutShare : labels.title, values),
    subtitle: labels.subtitle,
    description: fillTemplate(labels.description, values),
  };
}
