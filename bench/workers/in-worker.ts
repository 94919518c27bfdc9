import { parentPort, Worker, workerData } from "node:worker_threads";
import type { CustomerReducerSnapshot } from "clientele/customers";
import { reduceShare, type Share } from "./share.ts";

/** Milliseconds of one worker, from the call that starts it to the snapshot in the main thread. */
export interface WorkerTimes {
  /** Until it runs, its share in hand. */
  readonly start: number;
  readonly reduce: number;
  readonly snapshot: number;
  /** The snapshot's way to the main thread. */
  readonly post: number;
}

interface Posted {
  readonly began: number;
  readonly reduced: number;
  readonly taken: number;
  readonly snapshot: CustomerReducerSnapshot;
}

/** The same clock in all threads. */
const now = (): number => performance.timeOrigin + performance.now();

/** Lets a worker, which runs the same script, reduce a share. */
export function reduceInWorker(
  script: URL,
  share: Share,
): Promise<{ readonly times: WorkerTimes; readonly snapshot: CustomerReducerSnapshot }> {
  const asked = now();
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: share });
    worker.on("error", reject);
    worker.on("message", ({ began, reduced, taken, snapshot }: Posted) => {
      const times = {
        start: began - asked,
        reduce: reduced - began,
        snapshot: taken - reduced,
        post: now() - taken,
      };
      resolve({ times, snapshot });
    });
  });
}

/** What the worker does. */
export async function work(): Promise<void> {
  const began = now();
  const reducer = await reduceShare(workerData as Share);
  const reduced = now();
  const snapshot = reducer.snapshot();
  const posted: Posted = { began, reduced, taken: now(), snapshot };
  parentPort?.postMessage(posted);
}
