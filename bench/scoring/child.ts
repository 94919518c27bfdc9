import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import { scoreColumns } from "./columns.ts";
import { drawnCustomers } from "./customers.ts";
import { scoreNaively } from "./naive.ts";
import { scoreRows } from "./rows.ts";
import type { Scored, Scores } from "./scores.ts";

export interface ScoringTask {
  readonly model: Scored;
  readonly way: "columns" | "rows" | "naive";
  readonly customers: number;
  /** Each so many-th customer only is scored by the naive way. */
  readonly every: number;
  readonly runs: number;
}

export interface ScoringResult {
  readonly scored: number;
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly probe: Probe;
}

/** How to score, and how many customers that scores. */
interface Scorer {
  readonly score: () => Scores;
  readonly scored: number;
}

/** The scores of every so many-th customer, to be compared. */
export type Probe = Readonly<Partial<Record<keyof Scores, readonly number[]>>>;

const task = JSON.parse(process.argv[2] ?? "{}") as ScoringTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<ScoringResult> {
  const { score, scored } = scorer();
  await collectGarbage();
  const first = await measured(score);
  const probe = probeOf(first.result, task.way === "naive" ? 1 : task.every);
  const warm: Cost[] = [];
  // Calls in a row with the garbage they make: a collection forced before each would throw the compiled code away with the tables of the last.
  for (let run = 0; run < task.runs; run++) warm.push((await measured(score)).cost);
  return { scored, cold: first.cost, warm, probe };
}

/** Made in a function of its own: who scores columns must not hold a million rows, which every collection of garbage would visit. */
function scorer(): Scorer {
  const all = drawnCustomers(task.customers);
  if (task.way === "columns") return { score: scoreColumns(task.model, all), scored: all.rows.length };
  if (task.way === "rows") return { score: scoreRows(task.model, all), scored: all.rows.length };
  const rows = all.rows.filter((_, i) => i % task.every === 0);
  return { score: scoreNaively(task.model, { ...all, rows }), scored: rows.length };
}

function probeOf(scores: Scores, every: number): Probe {
  return Object.fromEntries(
    Object.entries<ArrayLike<number>>({ ...scores }).map(([name, all]) => [
      name,
      Array.from(all).filter((_, i) => i % every === 0),
    ]),
  );
}
