import { largestRelativeDifference } from "../tools/largest-relative-difference.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import { runSurvival, type SurvivalRun } from "./runs.ts";

/** Analyses durations in every way and reports in Markdown, with what it was to reach. */
export async function survivalReport(
  rounds: number,
  quick: boolean,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const runs = await runSurvival(rounds, quick);
  return { text: `### Survival\n\n${survivalTable(runs)}`, targets: survivalTargets(runs) };
}

function naiveBeside({ task }: SurvivalRun, runs: readonly SurvivalRun[]): SurvivalRun {
  const naive = runs.find(
    (each) =>
      each.task.analysis === task.analysis && each.task.clock === task.clock && each.task.way === "naive",
  );
  if (naive === undefined) throw new Error(`${task.analysis} was not run naively.`);
  return naive;
}

function survivalTable(runs: readonly SurvivalRun[]): string {
  return table(
    ["analysis", "rows", "CPU ms", "min", "cold", "ns per row", "times faster than naive", "difference"],
    runs.map((run) => {
      const { task, cpu, least, cold } = run;
      const naive = naiveBeside(run, runs);
      const isNaive = run === naive;
      return [
        `${task.analysis}, ${task.clock}: ${isNaive ? "naive" : `clientele, ${task.way}`}`,
        task.rows.toLocaleString("en-US"),
        ...[cpu, least, cold, (cpu * 1e6) / task.rows].map(short),
        isNaive ? "–" : short(naive.cpu / cpu),
        isNaive ? "–" : largestRelativeDifference(naive.figures, run.figures).toExponential(0),
      ];
    }),
  );
}

/** From columns; rows have their own garbage, which hides the rest. */
function survivalTargets(runs: readonly SurvivalRun[]): Target[] {
  return runs
    .filter(({ task }) => task.way === "columns")
    .map((run) => {
      const { analysis, clock } = run.task;
      const what = `${analysis} of ${clock} from columns beside naive`;
      return { what, least: 3, unit: " ×", measured: naiveBeside(run, runs).cpu / run.cpu };
    });
}
