import { largestRelativeDifference } from "../tools/largest-relative-difference.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import { type ConcentrationRun, runConcentration } from "./runs.ts";

/** Analyses customers in every way and reports in Markdown, with what it was to reach. */
export async function concentrationReport(
  rounds: number,
  quick: boolean,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const runs = await runConcentration(rounds, quick);
  return { text: `### Concentration\n\n${concentrationTable(runs)}`, targets: concentrationTargets(runs) };
}

function naiveBeside({ task }: ConcentrationRun, runs: readonly ConcentrationRun[]): ConcentrationRun {
  const naive = runs.find((each) => each.task.analysis === task.analysis && each.task.way === "naive");
  if (naive === undefined) throw new Error(`${task.analysis} was not run naively.`);
  return naive;
}

function concentrationTable(runs: readonly ConcentrationRun[]): string {
  return table(
    ["analysis", "rows", "CPU ms", "min", "cold", "ns per row", "times faster than naive", "difference"],
    runs.map((run) => {
      const { task, cpu, least, cold } = run;
      const naive = naiveBeside(run, runs);
      const isNaive = run === naive;
      return [
        `${task.analysis}: ${task.way}`,
        task.rows.toLocaleString("en-US"),
        ...[cpu, least, cold, (cpu * 1e6) / task.rows].map(short),
        isNaive ? "–" : short(naive.cpu / cpu),
        isNaive ? "–" : largestRelativeDifference(naive.figures, run.figures).toExponential(0),
      ];
    }),
  );
}

/** All measures beside the naive Gini coefficient alone have no target: it is another amount of work. */
function concentrationTargets(runs: readonly ConcentrationRun[]): Target[] {
  return runs
    .filter(({ task }) => task.way === "clientele" && task.analysis !== "all measures of concentration")
    .map((run) => ({
      what: `${run.task.analysis} beside naive`,
      least: 2,
      unit: " ×",
      measured: naiveBeside(run, runs).cpu / run.cpu,
    }));
}
