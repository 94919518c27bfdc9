import { isMainThread } from "node:worker_threads";
import type { CustomerReducer } from "clientele/customers";
import { openCsvFile } from "../../examples/large-file/csv-file.ts";
import type { FilePart } from "../../examples/large-file/file-part.ts";
import { fileParts } from "../../examples/large-file/file-parts.ts";
import type { StreamSize } from "../streams/workload.ts";
import { collectGarbage, measured } from "../tools/measure.ts";
import { reduceInWorker, type WorkerTimes, work } from "./in-worker.ts";
import { emptyReducer, reduceShare, type Share, shareOut } from "./share.ts";
import { sharedPurchases, writePurchases } from "./workload.ts";

export type WorkerSource = "csv" | "dictionary" | "integer";

export interface WorkersTask extends StreamSize {
  readonly source: WorkerSource;
  /** 0: the main thread reduces; `null`: only the file is written. */
  readonly workers: number | null;
  readonly path: string;
}

/** Milliseconds from the source to merged cells, and of their steps. */
export interface WorkersResult {
  readonly wall: number;
  /** Of all threads. */
  readonly cpu: number;
  readonly workers: readonly WorkerTimes[];
  readonly merge: number;
  readonly cells: number;
  /** What all ways must agree on: cells, customers, purchases, times in days. */
  readonly checksum: readonly number[];
}

const PART_BYTES = 2 ** 21;

if (isMainThread) process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? "{}"))));
else await work();

async function run(task: WorkersTask): Promise<WorkersResult | null> {
  if (task.workers === null) {
    await writePurchases(task, task.path);
    return null;
  }
  const source = await sourceOf(task);
  await collectGarbage();
  const { result, cost } = await measured(() => reduce(source, task.workers ?? 0));
  const { reducer, ...times } = result;
  return { ...cost, ...times, checksum: checksumOf(reducer) };
}

/** What lies ready before the clock starts: a file, or columns in memory. */
async function sourceOf({ source, path, rows, customers }: WorkersTask): Promise<() => Promise<Share>> {
  if (source !== "csv") {
    const purchases = sharedPurchases({ rows, customers });
    const dictionary =
      source === "integer" ? null : Array.from({ length: customers }, (_, place) => `K${place}`);
    return async () => ({ kind: "rows", purchases, start: 0, end: rows, dictionary });
  }
  const amount = { kind: "column", amount: "amount" } as const;
  const columns = { customer: "customerId", date: "date", amount, order: null };
  const file = await openCsvFile({ path, delimiter: ",", dateFormat: "iso", decimalMark: null, columns });
  return async () => {
    const parts: FilePart[] = [];
    for await (const part of fileParts(path, PART_BYTES, file.rows)) parts.push(part);
    return { kind: "parts", file, parts };
  };
}

async function reduce(source: () => Promise<Share>, workers: number) {
  const whole = await source();
  let reducer: CustomerReducer<never>;
  let times: WorkerTimes[] = [];
  let merge = 0;
  if (workers === 0) reducer = await reduceShare(whole);
  else {
    const script = new URL(import.meta.url);
    const done = await Promise.all(shareOut(whole, workers).map((share) => reduceInWorker(script, share)));
    times = done.map((each) => each.times);
    const start = performance.now();
    reducer = emptyReducer();
    for (const { snapshot } of done) reducer.merge(snapshot);
    merge = performance.now() - start;
  }
  const start = performance.now();
  reducer.cells();
  return { reducer, workers: times, merge, cells: performance.now() - start };
}

function checksumOf(reducer: CustomerReducer<never>): number[] {
  const { rows } = reducer.cells();
  let [customers, frequency, recency, age] = [0, 0, 0, 0];
  for (const { frequency: x, recency: tx, T, weight } of rows) {
    customers += weight;
    frequency += weight * x;
    recency += weight * Math.round(7 * tx);
    age += weight * Math.round(7 * T);
  }
  return [rows.length, customers, frequency, recency, age];
}
