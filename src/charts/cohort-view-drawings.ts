import type {
  AuditCohort,
  CohortAge,
  CohortComparison,
  CohortDevelopment,
} from "../audit/cohort-view-result.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import type { Drawing } from "./drawing.ts";
import { levelText } from "./level-text.ts";
import { LINE_DASHES } from "./line-dashes.ts";
import { shareAxis } from "./share-axis.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** One cohort: the share that buys, with its band, and the revenue per customer so far. */
export function developmentDrawings(
  cohort: CohortDevelopment,
  level: number,
  chart: CheckedChartOptions,
): readonly Drawing[] {
  const { locale, palette } = chart;
  const { audit, terms } = locale.charts.offers;
  const labels = audit.development;
  const last = completeAges(cohort).at(-1);
  const size = countText(cohort.size, terms.customerCount, locale.format);
  const title = fillTemplate(labels.title, { cohort: cohort.cohort.period, size });
  const worth = last?.cumulativeRevenuePerCustomer ?? null;
  const amounts = chartAmounts([worth], locale);
  const revenueTitle = fillTemplate(labels.revenueTitle, { amount: amounts.text(worth) });
  const subtitle = fillTemplate(labels.subtitle, { level: levelText(level, locale) });
  const color = palette.categories[0] ?? palette.text;
  const { shares, revenue } = ageLines([cohort], chart, { color: { value: color } });
  const band = {
    mark: { type: "area", opacity: 0.2, color },
    encoding: {
      x: ageAxis(labels.age),
      y: { ...shareAxis("lower", labels.activeShare, 1) },
      y2: { field: "upper" },
    },
  };
  return [
    {
      words: { title, subtitle, description: title },
      part: { ...shares, layer: [band, ...linesOf(shares)] },
    },
    {
      words: { title: revenueTitle, subtitle: labels.revenueSubtitle, description: revenueTitle },
      part: revenue,
    },
  ];
}

/** More lines than dashes cannot be told apart. */
const MOST_COHORTS = LINE_DASHES.length;

/** Cohorts against each other at the same age: shares that buy, and revenue per customer so far. */
export function comparisonDrawings(
  { cohorts }: CohortComparison,
  chart: CheckedChartOptions,
): readonly Drawing[] {
  const { locale, palette } = chart;
  const { comparison: labels, cohortRevenue } = locale.charts.offers.audit;
  const shown = cohorts.filter((cohort) => completeAges(cohort).length > 1).slice(-MOST_COHORTS);
  const domain = shown.map(({ cohort }) => cohort.period);
  const legend = { symbolType: "stroke", symbolStrokeWidth: 2.5, symbolSize: 300, labelLimit: 0 };
  const one = { field: "cohort", type: "nominal", title: cohortRevenue.cohort, legend };
  const { shares, revenue } = ageLines(shown, chart, {
    color: { ...one, scale: { domain, range: palette.categories.slice(0, domain.length) } },
    strokeDash: { ...one, scale: { domain, range: LINE_DASHES.slice(0, domain.length) } },
  });
  const { title, subtitle, revenueTitle, revenueSubtitle } = labels;
  return [
    { words: { title, subtitle, description: title }, part: shares },
    { words: { title: revenueTitle, subtitle: revenueSubtitle, description: revenueTitle }, part: revenue },
  ];
}

function completeAges({ ages }: AuditCohort): readonly CohortAge[] {
  return ages.filter(({ complete }) => complete);
}

function ageAxis(title: string): ChartPart {
  return { field: "age", type: "quantitative", title, axis: { format: "d", tickMinStep: 1, grid: false } };
}

function linesOf({ layer }: ChartPart): readonly ChartPart[] {
  return layer as readonly ChartPart[];
}

/** Lines by age of the periods that are over. */
function ageLines(
  cohorts: readonly AuditCohort[],
  { locale, width, height }: CheckedChartOptions,
  how: ChartPart,
): { readonly shares: ChartPart; readonly revenue: ChartPart } {
  const { audit, terms } = locale.charts.offers;
  const labels = audit.development;
  const values = cohorts.flatMap((cohort) =>
    completeAges(cohort).map(
      (row): ChartRow => ({
        cohort: cohort.cohort.period,
        age: row.age,
        period: row.period,
        share: row.activeShare,
        lower: row.activeLower,
        upper: row.activeUpper,
        active: row.active,
        revenue: row.cumulativeRevenuePerCustomer,
      }),
    ),
  );
  const { format } = chartAmounts(
    values.map(({ revenue }) => revenue as number),
    locale,
  );
  const x = ageAxis(labels.age);
  const tooltip = [
    textTip("cohort", audit.cohortRevenue.cohort),
    textTip("period", terms.period),
    numberTip("age", labels.age, "d"),
    numberTip("share", labels.activeShare, ".1%"),
    numberTip("active", audit.customers, ",.0f"),
    numberTip("revenue", labels.revenuePerCustomer, format),
  ];
  const axis = { format, tickCount: 5, domain: false, ticks: false };
  const money = {
    field: "revenue",
    type: "quantitative",
    title: labels.revenuePerCustomer,
    scale: { zero: true },
    axis,
  };
  const { strokeDash, ...paint } = how;
  const layer = (y: ChartPart): readonly ChartPart[] => [
    { mark: { type: "line" }, encoding: { x, y, ...how } },
    { mark: { type: "point", opacity: 1 }, encoding: { x, y, ...paint, tooltip } },
  ];
  const frame = { data: { values }, width: width ?? 480, height: height ?? 260 };
  return {
    shares: { ...frame, layer: layer(shareAxis("share", labels.activeShare, 1)) },
    revenue: { ...frame, layer: layer(money) },
  };
}
