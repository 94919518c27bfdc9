import { inFreshProcess } from "../tools/child-process.ts";
import { median } from "../tools/measure.ts";
import type { ConcentrationResult } from "./child.ts";
import { ANALYSES, type ConcentrationTask, WAYS } from "./tasks.ts";

/** What an analysis cost in one way, over all rounds; milliseconds. */
export interface ConcentrationRun {
  readonly task: ConcentrationTask;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly figures: readonly number[];
}

const FULL = { rows: 1_000_000, runs: 7 };
const QUICK = { rows: 50_000, runs: 2 };

/** Analyses customers in every way, round after round, each time in a process of its own. */
export async function runConcentration(rounds: number, quick: boolean): Promise<ConcentrationRun[]> {
  const tasks = ANALYSES.flatMap((analysis) =>
    WAYS.map((way): ConcentrationTask => ({ analysis, way, ...(quick ? QUICK : FULL) })),
  );
  const results = tasks.map((): ConcentrationResult[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, task] of tasks.entries()) {
      process.stderr.write(`concentration round ${round + 1} ${task.analysis} ${task.way}\n`);
      results[k]?.push(await inFreshProcess<ConcentrationResult>("concentration", task));
    }
  }
  return tasks.map((task, k) => runOf(task, results[k] ?? []));
}

function runOf(task: ConcentrationTask, results: readonly ConcentrationResult[]): ConcentrationRun {
  const warm = results.flatMap((result) => result.warm.map((cost) => cost.cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return { task, cpu: median(warm), least: Math.min(...warm), cold, figures: results[0]?.figures ?? [] };
}
