import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import { scoreColumns, scoreColumnsOnce } from "./columns.ts";
import { drawnCustomers } from "./customers.ts";
import { scoreNaively } from "./naive.ts";
import { scoreRows } from "./rows.ts";
import type { Scored, Scores } from "./scores.ts";

export interface ScoringTask {
  readonly model: Scored;
  readonly way: "columns" | "columns, one call" | "rows" | "naive";
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

/** The scores of every so many-th customer, to be compared. */
export type Probe = Readonly<Partial<Record<keyof Scores, readonly number[]>>>;

const task = JSON.parse(process.argv[2] ?? "{}") as ScoringTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<ScoringResult> {
  const all = drawnCustomers(task.customers);
  const thinned = { ...all, rows: all.rows.filter((_, i) => i % task.every === 0) };
  const ways = {
    columns: scoreColumns,
    "columns, one call": scoreColumnsOnce,
    rows: scoreRows,
    naive: scoreNaively,
  };
  const customers = task.way === "naive" ? thinned : all;
  const score = ways[task.way](task.model, customers);
  await collectGarbage();
  const first = await measured<Partial<Scores>>(score);
  const probe = probeOf(first.result, task.way === "naive" ? 1 : task.every);
  const warm: Cost[] = [];
  for (let run = 0; run < task.runs; run++) {
    await collectGarbage();
    warm.push((await measured(score)).cost);
  }
  return { scored: customers.rows.length, cold: first.cost, warm, probe };
}

function probeOf(scores: Partial<Scores>, every: number): Probe {
  return Object.fromEntries(
    Object.entries(scores).map(([name, all]) => [name, Array.from(all).filter((_, i) => i % every === 0)]),
  );
}
