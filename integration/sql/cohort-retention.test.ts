import { expect, it } from "vitest";
import type { CohortOptions } from "../../src/retention/cohort-options.ts";
import { cohortRetention } from "../../src/retention/cohort-retention.ts";
import { cohortRetentionSql } from "../../src/sql/cohort-retention-sql.ts";
import { describeAnalyses, type LoadedBase } from "./support/describe-analyses.ts";
import { expectCells } from "./support/expect-cells.ts";

type Shared = Pick<CohortOptions, "period" | "definition" | "clock" | "intervalDays" | "intervals">;

async function agrees({ source, rows, log, from, asOf }: LoadedBase, options: Shared): Promise<void> {
  const found = await rows(cohortRetentionSql(source, { from, asOf, ...options }));
  const all = { from, asOf, ...options };
  const { definition: _, ...sums } = all;
  const kept = cohortRetention(log, all);
  const orders = cohortRetention(log, { ...sums, value: "orders" });
  const revenue = cohortRetention(log, { ...sums, value: "revenue" });
  const margin = log.margins === null ? null : cohortRetention(log, { ...sums, value: "margin" });
  expect(kept.rows.length).toBeGreaterThan(1);
  const spans = new Map(kept.cohorts.map((cohort) => [cohort.cohort, cohort]));
  expectCells(
    found,
    kept.rows.map((cell, place) => ({
      cohort: cell.cohort,
      cohort_from: spans.get(cell.cohort)?.from ?? null,
      cohort_to: spans.get(cell.cohort)?.to ?? null,
      customers: cell.size,
      interval_number: cell.interval,
      active: cell.value,
      rate: cell.rate,
      orders: orders.rows[place]?.value ?? null,
      revenue: revenue.rows[place]?.value ?? null,
      ...(margin === null ? {} : { margin: margin.rows[place]?.value ?? null }),
      complete: cell.complete,
      observed: cell.observed,
      observed_rate: cell.observedRate,
    })),
  );
}

describeAnalyses((base) => {
  it.each(["bounded", "unbounded", "continuous"] as const)("follows cohorts by month, %s", (definition) =>
    agrees(base(), { definition }),
  );

  it.each(["bounded", "unbounded", "continuous"] as const)(
    "follows cohorts on each customer's clock, %s",
    (definition) => agrees(base(), { definition, clock: "elapsed" }),
  );

  it.each(["week", "quarter", "year"] as const)("follows cohorts by %s", (period) =>
    agrees(base(), { period }),
  );

  it("follows cohorts on a clock of 10 days", () =>
    agrees(base(), { period: "quarter", clock: "elapsed", intervalDays: 10, definition: "unbounded" }));

  it.each(["calendar", "elapsed"] as const)("stops after three intervals of the clock %s", (clock) =>
    agrees(base(), { clock, intervals: 3, definition: "unbounded" }),
  );
});
