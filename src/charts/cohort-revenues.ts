import type { WholeBase } from "../audit/whole-base-result.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";

/** Revenue of a cohort, or of the oldest together, in a period. */
export interface CohortRevenueRow extends ChartRow {
  readonly period: string;
  readonly cohort: string;
  /** 0 for the oldest. */
  readonly place: number;
  readonly revenue: number;
  readonly customers: number;
}

/** What the bars are made of. */
export interface CohortRevenue {
  readonly rows: readonly CohortRevenueRow[];
  readonly periods: readonly string[];
  /** Oldest first. */
  readonly cohorts: readonly string[];
}

/** More shades than these cannot be told apart. */
const MOST_COHORTS = 10;

/** The cells of the matrix; the oldest cohorts beyond the tenth are joined. */
export function cohortRevenues(whole: WholeBase, { locale }: CheckedChartOptions): CohortRevenue {
  const { audit, terms } = locale.charts.offers;
  const joined = Math.max(0, whole.cohorts.length - MOST_COHORTS);
  const oldest = whole.cohorts[joined];
  const names = whole.cohorts.slice(joined).map(({ period }) => period);
  const cohorts =
    joined === 0 || oldest === undefined
      ? names
      : [fillTemplate(audit.cohortRevenue.upTo, { cohort: oldest.period }), ...names.slice(1)];
  const periods = whole.periods.map(({ period: { period, complete } }) =>
    complete ? period : fillTemplate(terms.toDate, { period }),
  );
  const rows: CohortRevenueRow[] = [];
  for (const [t, period] of periods.entries()) {
    const sums = joinFirst(whole.revenue[t] ?? [], joined);
    const customers = joinFirst(whole.customers[t] ?? [], joined);
    for (const [place, cohort] of cohorts.entries()) {
      const revenue = sums[place] ?? 0;
      if (revenue !== 0) rows.push({ period, cohort, place, revenue, customers: customers[place] ?? 0 });
    }
  }
  return { rows, periods, cohorts };
}

/** Adds so many numbers to the one after them. */
function joinFirst(numbers: readonly number[], joined: number): readonly number[] {
  const first = numbers.slice(0, joined + 1).reduce((sum, number) => sum + number, 0);
  return [first, ...numbers.slice(joined + 1)];
}

/** Share of a period's revenue from cohorts that were won before it began; `null` if the revenue is not above 0. */
export function shareWonBefore({ periods, cohorts, revenue }: WholeBase, at: number): number | null {
  const from = periods[at]?.period.from ?? "";
  let before = 0;
  let all = 0;
  for (const [c, amount] of (revenue[at] ?? []).entries()) {
    all += amount;
    if ((cohorts[c]?.to ?? "") < from) before += amount;
  }
  return all > 0 ? before / all : null;
}
