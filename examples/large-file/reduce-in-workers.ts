import { Worker } from "node:worker_threads";
import type { CustomerReducer, CustomerReducerOptions } from "clientele/customers";
import type { OrderRow } from "../demo/order-row.ts";
import type { CsvFile } from "./csv-file.ts";
import type { FilePart } from "./file-part.ts";
import type { Outcome, Watch } from "./reduce-parts.ts";
import type { WorkerMessage, WorkerTask } from "./worker-messages.ts";

type End = Extract<WorkerMessage, { readonly kind: "end" }>;

/**
 * Divides parts among workers, each of which reduces its share, and merges what they post.
 *
 * Shares are contiguous and merged in their order, so that customers come in the order of the file. A part that two had counted would be
 * refused by `merge`, which knows the names of the batches.
 */
export async function reduceInWorkers(
  reducer: CustomerReducer<OrderRow>,
  file: CsvFile,
  parts: readonly FilePart[],
  workers: number,
  options: CustomerReducerOptions,
  { signal, onPart }: Watch,
): Promise<Outcome> {
  const running: Worker[] = [];
  const stop = (): void => {
    for (const worker of running) worker.postMessage("stop");
  };
  const run = (task: WorkerTask): Promise<End> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./start-worker.mjs", import.meta.url), { workerData: task });
      running.push(worker);
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("A worker ended before its work was done.")));
      worker.on("message", (message: WorkerMessage) => {
        if (message.kind === "part") return onPart(message.bytes, message.rows);
        resolve(message);
        // What one refuses ends the work of all; what they have counted is kept.
        if (message.outcome.kind === "refused") stop();
      });
    });
  signal.addEventListener("abort", stop);
  try {
    const ends = await Promise.all(
      shares(parts, workers).map((share) => run({ file, parts: share, options })),
    );
    for (const { snapshot } of ends) reducer.merge(snapshot);
    const outcomes = ends.map(({ outcome }) => outcome);
    const worst =
      outcomes.find(({ kind }) => kind === "refused") ?? outcomes.find(({ kind }) => kind === "stopped");
    return worst ?? { kind: "done" };
  } finally {
    signal.removeEventListener("abort", stop);
    await Promise.all(running.map((worker) => worker.terminate()));
  }
}

function shares(parts: readonly FilePart[], workers: number): (readonly FilePart[])[] {
  const border = (share: number): number => Math.round((share * parts.length) / workers);
  return Array.from({ length: workers }, (_, share) => parts.slice(border(share), border(share + 1))).filter(
    ({ length }) => length > 0,
  );
}
