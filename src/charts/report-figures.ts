import type { CustomerBaseAudit } from "../audit/audit-result.ts";
import type { CohortComparison, CohortDevelopment } from "../audit/cohort-view-result.ts";
import type { WholeBase } from "../audit/whole-base-result.ts";
import { bridgeRows } from "./bridge-plot.ts";
import type { ChartRow } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { cohortRevenueDrawing } from "./cohort-revenue-chart.ts";
import { cohortRevenues } from "./cohort-revenues.ts";
import { comparisonDrawings, developmentDrawings } from "./cohort-view-drawings.ts";
import { decileDrawing, hasShares } from "./decile-chart.ts";
import type { Drawing } from "./drawing.ts";
import { ordersDrawing } from "./orders-drawing.ts";
import { matrixTable } from "./report-matrix.ts";
import type { FigureTable } from "./report-table.ts";
import { activityTable, bridgeTable, decileTable, ordersTable, worthTable } from "./report-tables.ts";
import { amountTexts, type ReportWords, shareCell } from "./report-words.ts";
import { bridgeDrawing } from "./revenue-bridge-chart.ts";
import { NO_FIGURE } from "./share-text.ts";

/** A chart of the report before it is drawn, and the figures behind it. */
export interface ReportFigure {
  readonly drawing: Drawing;
  readonly table: Omit<FigureTable, "caption">;
}

/** The charts of the five views with their figures; none where the audit could not make a view. */
export function reportFigures(
  { differences, change, cohort, cohorts, whole }: CustomerBaseAudit,
  chart: CheckedChartOptions,
  words: ReportWords,
): readonly (readonly ReportFigure[])[] {
  const level = cohorts?.level ?? 0.95;
  return [
    differences === null || !hasShares(differences)
      ? []
      : [
          { drawing: decileDrawing(differences, chart), table: decileTable(differences, words) },
          { drawing: ordersDrawing(differences, chart), table: ordersTable(differences, words) },
        ],
    change === null
      ? []
      : [{ drawing: bridgeDrawing(change.bridge, chart), table: stepsTable(change.bridge, chart, words) }],
    cohort === null ? [] : development(cohort, level, chart, words),
    cohorts === null || cohorts.newerAgainstOlder.length === 0 ? [] : comparison(cohorts, chart, words),
    whole.cohorts.length === 0
      ? []
      : [{ drawing: cohortRevenueDrawing(whole, chart), table: revenueTable(whole, chart, words) }],
  ];
}

type Bridge = NonNullable<CustomerBaseAudit["change"]>["bridge"];

function stepsTable(bridge: Bridge, chart: CheckedChartOptions, words: ReportWords): ReportFigure["table"] {
  const amounts = chartAmounts([bridge.revenueBefore, bridge.revenueNow], chart.locale);
  return bridgeTable(bridgeRows(bridge, amounts, chart), words);
}

function development(
  cohort: CohortDevelopment,
  level: number,
  chart: CheckedChartOptions,
  words: ReportWords,
): readonly ReportFigure[] {
  const ages = cohort.ages.filter(({ complete }) => complete);
  if (ages.length === 0) return [];
  const tables = [activityTable(ages, words), worthTable(ages, words)];
  return paired(developmentDrawings(cohort, level, chart), tables);
}

/** The cohorts that the charts show, side by side at the same age. */
function comparison(
  cohorts: CohortComparison,
  chart: CheckedChartOptions,
  words: ReportWords,
): readonly ReportFigure[] {
  const drawings = comparisonDrawings(cohorts, chart);
  const rows = rowsOf(drawings[0]);
  if (rows.length === 0) return [];
  const corner = chart.locale.charts.offers.audit.development.age;
  const columns = [...new Set(rows.map(({ cohort }) => String(cohort)))];
  const amount = amountTexts(
    rows.map(({ revenue }) => revenue as number),
    words,
  );
  const table = (text: (row: ChartRow) => string): ReportFigure["table"] => {
    const cells = [...rows]
      .sort((a, b) => Number(a["age"]) - Number(b["age"]))
      .map((row) => ({ row: String(row["age"]), column: String(row["cohort"]), text: text(row) }));
    return matrixTable(corner, columns, cells, "");
  };
  return paired(drawings, [
    table(({ share }) => shareCell(share as number, words)),
    table(({ revenue }) => amount(revenue as number)),
  ]);
}

/** Revenue by period and cohort, as the bars are stacked. */
function revenueTable(
  whole: WholeBase,
  chart: CheckedChartOptions,
  words: ReportWords,
): ReportFigure["table"] {
  const { rows, cohorts } = cohortRevenues(whole, chart);
  const amount = amountTexts(
    rows.map(({ revenue }) => revenue),
    words,
  );
  const cells = rows.map(({ period, cohort, revenue }) => ({
    row: period,
    column: cohort,
    text: amount(revenue),
  }));
  return matrixTable(chart.locale.charts.offers.terms.period, cohorts, cells, NO_FIGURE);
}

function paired(
  drawings: readonly Drawing[],
  tables: readonly ReportFigure["table"][],
): readonly ReportFigure[] {
  return drawings.flatMap((drawing, at) => {
    const table = tables[at];
    return table === undefined ? [] : [{ drawing, table }];
  });
}

function rowsOf(drawing: Drawing | undefined): readonly ChartRow[] {
  const data = drawing?.part["data"] as { readonly values: readonly ChartRow[] } | undefined;
  return data?.values ?? [];
}
