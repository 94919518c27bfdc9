import { type CohortDefinition, type CohortRetention, cohortRetention } from "clientele";
import type { Base } from "./sources.ts";

const DEFINITIONS: readonly CohortDefinition[] = ["bounded", "unbounded", "continuous"];

/** The triangle of bounded retention, and the pooled curves of all three definitions. */
export function cohortReport({ name, log }: Base): string {
  const results = DEFINITIONS.map((definition) => cohortRetention(log, { definition }));
  const [bounded] = results;
  if (bounded === undefined) return "";
  const spend = cohortRetention(log, { value: "revenue", cumulative: true });
  return [
    `${name}, as of ${bounded.asOf}: ${count(bounded.total)} customers in ${bounded.cohorts.length} cohorts`,
    ...bounded.warnings.map(({ message }) => message),
    "",
    "Bought in month N after the first (bounded); * can still change, and stands in no curve below",
    table(["cohort", "size", ...months(bounded)], triangle(bounded)),
    "",
    "All cohorts, complete months only; revenue is per customer acquired, from the first month to this one",
    table(["month", ...DEFINITIONS, "from", "to", "customers", "revenue"], curves(results, spend)),
    "",
  ].join("\n");
}

function months({ pooled, matrix }: CohortRetention): string[] {
  const longest = Math.max(pooled.length, ...matrix.rates.map((rates) => rates.length));
  return Array.from({ length: longest }, (_, month) => String(month));
}

function triangle({ cohorts, matrix }: CohortRetention): string[][] {
  return cohorts.map(({ cohort, size }, line) => [
    cohort,
    count(size),
    ...(matrix.rates[line] ?? []).map(
      (rate, month) => percent(rate) + (matrix.complete[line]?.[month] === true ? " " : "*"),
    ),
  ]);
}

function curves(results: readonly CohortRetention[], spend: CohortRetention): string[][] {
  const [bounded] = results;
  return (bounded?.pooled ?? []).map(({ interval, lower, upper, customers }) => [
    String(interval),
    ...results.map(({ pooled }) => percent(pooled[interval]?.rate ?? null)),
    percent(lower),
    percent(upper),
    count(customers),
    (spend.pooled[interval]?.perCustomer ?? 0).toFixed(2),
  ]);
}

function percent(rate: number | null): string {
  return rate === null ? "–" : `${(100 * rate).toFixed(1)}`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [head, ...rows]
    .map((cells) =>
      cells
        .map((cell, at) => cell.padStart(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
