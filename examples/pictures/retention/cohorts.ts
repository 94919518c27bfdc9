import { type CohortDefinition, cohortRetention, simulateTransactions, transactionLog } from "clientele";
import type { Curve, Label, LineChart } from "../chart.ts";
import { percentAxis, ticks } from "../steps.ts";

const MONTHS = 18;

const log = transactionLog(
  simulateTransactions({
    customers: 4000,
    from: "2023-01-01",
    until: "2025-06-30",
    purchases: { r: 1.2, alpha: 3, a: 0.5, b: 6 },
    seed: 3,
  }),
);

/** The pooled curve of one definition. */
function pooled(definition: CohortDefinition, tone: Curve["tone"], label: Label): Curve {
  const { pooled: intervals } = cohortRetention(log, { definition, intervals: MONTHS + 1 });
  const known = intervals.flatMap(({ interval, rate, lower, upper }) =>
    rate === null || lower === null || upper === null ? [] : [{ interval, rate, lower, upper }],
  );
  return {
    points: known.map(({ interval, rate }) => [interval, rate] as const),
    band: known.map(({ interval, lower, upper }) => [interval, lower, upper] as const),
    tone,
    drawn: "line and marks",
    label,
  };
}

export const cohortsPicture: LineChart = {
  title: "The same customers, three retention rates",
  subtitle: "All monthly cohorts of 4,000 simulated customers together, with 95 % intervals",
  description:
    "Share of a cohort that counts as retained against months since the first purchase, by three definitions. Unbounded falls slowest, to 44 percent after 18 months; bounded to 27 percent; continuous to 4 percent.",
  x: { name: "months since the first purchase", from: 0, to: MONTHS, ticks: ticks(0, MONTHS, 3) },
  y: percentAxis("share of the cohort", 0, 1, 0.25),
  curves: [
    pooled("unbounded", 2, { at: [7, 0.7], text: "unbounded: then or later" }),
    pooled("bounded", 0, { at: [8.2, 0.435], text: "bounded: in that month" }),
    pooled("continuous", 1, { at: [7, 0.165], text: "continuous: in every month so far" }),
  ],
};
