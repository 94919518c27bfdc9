import type { CustomerBaseAudit } from "../audit/audit-result.ts";
import { checkNames } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { Chart, ChartPart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { cohortRevenueDrawing } from "./cohort-revenue-chart.ts";
import { comparisonDrawings, developmentDrawings } from "./cohort-view-drawings.ts";
import { decileDrawing, hasShares } from "./decile-chart.ts";
import type { Drawing } from "./drawing.ts";
import { framed } from "./frame-chart.ts";
import { ordersDrawing } from "./orders-drawing.ts";
import { checkResult } from "./result-fields.ts";
import { bridgeDrawing } from "./revenue-bridge-chart.ts";

const MAKER = "auditCustomerBase";
const WIDTH = 400;
const HEIGHT = 230;
/** Between two plots side by side, with the axis of the right one. */
const GAP = 90;

/**
 * Draws the audit of a customer base as one page: a line of plots for each of the five views.
 *
 * (1) Tenths of customers and numbers of orders; (2) the revenue bridge; (3) one cohort: the share that buys, and revenue per customer; (4) the latest
 * eight cohorts at the same age; (5) revenue by cohort. Views that the audit could not make are left out. Each plot can be had alone, too, with
 * `decileChart`, `revenueBridgeChart` and `cohortRevenueChart`.
 *
 * @param audit - What `auditCustomerBase` returns.
 * @param options - `locale`, `theme`, `width` and `height` (pixels, of each plot), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, or for options that are none.
 *
 * @example
 * import { auditCustomerBase, transactionLog } from "clientele";
 * import { auditChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-01-10", amount: 500 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 700 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 900 },
 * ]);
 * auditChart(auditCustomerBase(log, { asOf: "2025-12-31" })).title.text; // => "Customer base audit 2025"
 */
export function auditChart(audit: CustomerBaseAudit, options: ChartOptions = {}): Chart {
  checkResult(
    "audit",
    audit,
    { asOf: "text", totals: "record", whole: "record", reconciliation: "list" },
    MAKER,
  );
  checkNames("options", options, CHART_NAMES);
  const chart = checkedChartOptions(options);
  const { audit: labels, terms } = chart.locale.charts.offers;
  const { format } = chart.locale;
  const views = viewsOf(audit, chart);
  const { customers, revenue } = audit.totals;
  const period = audit.current?.period ?? null;
  const listed = views.flatMap(({ drawings }) => drawings.map(({ words }) => words.description));
  const words = {
    title: period === null ? labels.page.titleWithoutPeriod : fillTemplate(labels.page.title, { period }),
    subtitle: fillTemplate(labels.page.subtitle, {
      customers: countText(customers, terms.customerCount, format),
      revenue: chartAmounts([revenue], chart.locale).text(revenue),
      date: formatDate(audit.asOf, format),
    }),
    description: [labels.page.description, ...listed].join(" "),
  };
  const frame = framed(words, chart);
  return {
    ...frame,
    title: { ...frame.title, offset: 32 },
    vconcat: views.map(({ heading, drawings }) => viewPart(heading, drawings, chart)),
    spacing: 44,
    resolve: { scale: { color: "independent", strokeDash: "independent" } },
  };
}

interface View {
  readonly heading: string;
  readonly drawings: readonly Drawing[];
}

/** The views that the audit has. */
function viewsOf(
  { differences, change, cohort, cohorts, whole }: CustomerBaseAudit,
  chart: CheckedChartOptions,
): readonly View[] {
  const [first, second, third, fourth, fifth] = chart.locale.charts.offers.audit.page.views;
  const size = { width: chart.width ?? WIDTH, height: chart.height ?? HEIGHT };
  const half = { ...chart, ...size };
  const wide = { ...half, width: 2 * size.width + GAP };
  const views: View[] = [];
  if (differences !== null && hasShares(differences)) {
    views.push({
      heading: first,
      drawings: [decileDrawing(differences, half), ordersDrawing(differences, half)],
    });
  }
  if (change !== null) views.push({ heading: second, drawings: [bridgeDrawing(change.bridge, wide)] });
  if (cohort !== null) {
    views.push({ heading: third, drawings: developmentDrawings(cohort, cohorts?.level ?? 0.95, half) });
  }
  if (cohorts !== null && cohorts.newerAgainstOlder.length > 0) {
    views.push({ heading: fourth, drawings: comparisonDrawings(cohorts, half) });
  }
  if (whole.cohorts.length > 0) views.push({ heading: fifth, drawings: [cohortRevenueDrawing(whole, wide)] });
  return views;
}

function viewPart(
  heading: string,
  drawings: readonly Drawing[],
  { palette }: CheckedChartOptions,
): ChartPart {
  return {
    title: { text: heading, fontSize: 18, color: palette.categories[0] ?? palette.text, offset: 18 },
    hconcat: drawings.map(({ words, part }) => ({
      title: {
        text: words.title,
        ...(words.subtitle === null ? {} : { subtitle: words.subtitle }),
        fontSize: 14,
      },
      ...part,
    })),
    spacing: 40,
    resolve: { scale: { color: "independent", strokeDash: "independent" } },
  };
}
