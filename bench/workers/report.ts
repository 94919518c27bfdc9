import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { StreamSize } from "../streams/workload.ts";
import { median } from "../tools/measure.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { WorkerSource, WorkersResult, WorkersTask } from "./child.ts";

/** Runs a task in a process of its own. */
export type WorkersRunner = (task: WorkersTask) => Promise<WorkersResult>;

const LABELS: Readonly<Record<WorkerSource, string>> = {
  csv: "CSV file",
  dictionary: "columns in shared memory, dictionary-coded ids",
  integer: "columns in shared memory, integer ids",
};
const WORKERS = [0, 1, 2] as const;

const QUICK: StreamSize = { rows: 200_000, customers: 20_000 };
const FULL: StreamSize = { rows: 5_000_000, customers: 500_000 };

/** Reduces the same purchases in the main thread, in one worker and in two. */
export async function workersReport(
  rounds: number,
  quick: boolean,
  run: WorkersRunner,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const size = quick ? QUICK : FULL;
  const folder = mkdtempSync(join(tmpdir(), "clientele-bench-"));
  const path = join(folder, "purchases.csv");
  const results = new Map<string, WorkersResult[]>();
  try {
    await run({ ...size, source: "csv", workers: null, path });
    for (let round = 0; round < rounds; round++) {
      for (const source of Object.keys(LABELS) as WorkerSource[]) {
        for (const workers of WORKERS) {
          const load = (loadavg()[0] ?? Number.NaN).toFixed(1);
          process.stderr.write(`workers ${source} round ${round + 1}, ${workers} workers, load ${load}\n`);
          const result = await run({ ...size, source, workers, path });
          const key = `${source} ${workers}`;
          results.set(key, [...(results.get(key) ?? []), result]);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const found = new Set([...results.values()].flat().map(({ checksum }) => String(checksum)));
  if (found.size !== 1) throw new Error(`There are ${found.size} answers: ${[...found].join("; ")}`);
  return { text: section(size, results), targets: targetsOf(results) };
}

type Results = ReadonlyMap<string, readonly WorkersResult[]>;

function wall(results: Results, source: WorkerSource, workers: number): number {
  return Math.min(...(results.get(`${source} ${workers}`) ?? []).map((each) => each.wall));
}

function section({ rows, customers }: StreamSize, results: Results): string {
  const head = ["from source to cells", "wall ms (min)", "median", "CPU ms", "main ÷ this"];
  const steps = ["start", "reduce", "snapshot", "post", "merge all", "cells"];
  const lines: string[][] = [];
  for (const source of Object.keys(LABELS) as WorkerSource[]) {
    for (const workers of WORKERS) {
      const runs = results.get(`${source} ${workers}`) ?? [];
      const least = wall(results, source, workers);
      const best = runs.find((each) => each.wall === least);
      const slowest = (step: "start" | "reduce" | "snapshot" | "post"): string =>
        workers === 0 ? "" : short(Math.max(...(best?.workers ?? []).map((times) => times[step])));
      lines.push([
        `${LABELS[source]}: ${["main thread", "1 worker", "2 workers"][workers]}`,
        ...[
          least,
          median(runs.map((each) => each.wall)),
          Math.min(...runs.map(({ cpu }) => cpu)),
          wall(results, source, 0) / least,
        ].map(short),
        ...(["start", "reduce", "snapshot", "post"] as const).map(slowest),
        workers === 0 ? "" : short(best?.merge ?? Number.NaN),
        short(best?.cells ?? Number.NaN),
      ]);
    }
  }
  const cores = `Node may use ${availableParallelism()} processors. Steps are those of the fastest round, of the slower worker.`;
  return [
    `### ${rows.toLocaleString("en-US")} purchases of ${customers.toLocaleString("en-US")} customers`,
    table([...head, ...steps], lines),
    cores,
  ].join("\n\n");
}

function targetsOf(results: Results): Target[] {
  return [
    {
      what: "CSV file: two workers beside the main thread alone, wall time",
      least: 1.4,
      unit: " ×",
      measured: wall(results, "csv", 0) / wall(results, "csv", 2),
    },
  ];
}
