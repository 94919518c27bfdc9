import { inFreshProcess } from "../tools/child-process.ts";
import { median } from "../tools/measure.ts";
import type { Probe, ScoringResult, ScoringTask } from "./child.ts";
import { SCORED, type Scored } from "./scores.ts";

/** What scoring a base in one way cost, over all rounds; milliseconds for all who were scored. */
export interface Scoring {
  readonly model: Scored;
  readonly way: ScoringTask["way"];
  readonly scored: number;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly probe: Probe;
}

const WAYS = ["columns", "rows", "naive"] as const;
const FULL = { customers: 1_000_000, every: 50, runs: 15 };
const QUICK = { customers: 50_000, every: 50, runs: 2 };

/** Scores customers in every way, round after round, each time in a process of its own. */
export async function runScorings(rounds: number, quick: boolean): Promise<Scoring[]> {
  const tasks = SCORED.flatMap((model) =>
    WAYS.map((way): ScoringTask => ({ model, way, ...(quick ? QUICK : FULL) })),
  );
  const results = tasks.map((): ScoringResult[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, task] of tasks.entries()) {
      process.stderr.write(`scoring round ${round + 1} ${task.model} ${task.way}\n`);
      results[k]?.push(await inFreshProcess<ScoringResult>("scoring", task));
    }
  }
  return tasks.map((task, k) => scoringOf(task, results[k] ?? []));
}

function scoringOf({ model, way }: ScoringTask, results: readonly ScoringResult[]): Scoring {
  const [first] = results;
  if (first === undefined) throw new Error(`Nobody was scored by ${way}.`);
  const { scored, probe } = first;
  const warm = results.flatMap((result) => result.warm.map((cost) => cost.cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return { model, way, scored, cpu: median(warm), least: Math.min(...warm), cold, probe };
}
