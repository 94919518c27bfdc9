// Reduces a share of a file's parts and posts what came out. A message from outside, whatever it is, stops it before the next part.
import { parentPort, workerData } from "node:worker_threads";
import { orderReducer } from "./order-reducer.ts";
import { reduceParts } from "./reduce-parts.ts";
import type { WorkerMessage, WorkerTask } from "./worker-messages.ts";

const { file, parts, options } = workerData as WorkerTask;
const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

const controller = new AbortController();
parentPort?.once("message", () => controller.abort());

const reducer = orderReducer(options);
const outcome = await reduceParts(reducer, file, parts, {
  signal: controller.signal,
  onPart: (bytes, rows) => post({ kind: "part", bytes, rows }),
});
post({ kind: "end", outcome, snapshot: reducer.snapshot() });
parentPort?.close();
