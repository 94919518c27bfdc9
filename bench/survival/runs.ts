import { inFreshProcess } from "../tools/child-process.ts";
import { median } from "../tools/measure.ts";
import type { SurvivalResult } from "./child.ts";
import { ANALYSES, type SurvivalTask, WAYS } from "./tasks.ts";
import { CLOCKS } from "./workload.ts";

/** What an analysis cost in one way, over all rounds; milliseconds. */
export interface SurvivalRun {
  readonly task: SurvivalTask;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly figures: readonly number[];
}

const FULL = { rows: 1_000_000, runs: 7 };
const QUICK = { rows: 50_000, runs: 2 };

/** Analyses durations in every way, round after round, each time in a process of its own. */
export async function runSurvival(rounds: number, quick: boolean): Promise<SurvivalRun[]> {
  const tasks = ANALYSES.flatMap((analysis) =>
    CLOCKS.flatMap((clock) =>
      WAYS.map((way): SurvivalTask => ({ analysis, clock, way, ...(quick ? QUICK : FULL) })),
    ),
  );
  const results = tasks.map((): SurvivalResult[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, task] of tasks.entries()) {
      process.stderr.write(`survival round ${round + 1} ${task.analysis} ${task.clock} ${task.way}\n`);
      results[k]?.push(await inFreshProcess<SurvivalResult>("survival", task));
    }
  }
  return tasks.map((task, k) => runOf(task, results[k] ?? []));
}

function runOf(task: SurvivalTask, results: readonly SurvivalResult[]): SurvivalRun {
  const warm = results.flatMap((result) => result.warm.map((cost) => cost.cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  const figures = results[0]?.figures ?? [];
  return { task, cpu: median(warm), least: Math.min(...warm), cold, figures };
}
