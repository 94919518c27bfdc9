/** What one call cost, in milliseconds. CPU time is that of the whole process: user and system, helper threads included. */
export interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

/** Runs a call once and says what it cost. */
export async function measured<Result>(
  call: () => Result | Promise<Result>,
): Promise<{ readonly result: Result; readonly cost: Cost }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  // Nothing is awaited where nothing has to be, so that a synchronous call is timed as one.
  const returned = call();
  const result = returned instanceof Promise ? await returned : returned;
  const wall = performance.now() - start;
  const spent = process.cpuUsage(cpu);
  return { result, cost: { cpu: (spent.user + spent.system) / 1000, wall } };
}

/** Frees what nobody holds any more, so that a call does not pay for the garbage of the one before. */
export async function collectGarbage(): Promise<void> {
  if (globalThis.gc === undefined) throw new Error("Start Node with --expose-gc.");
  globalThis.gc();
  globalThis.gc();
  // Buffers are given back by a helper thread, whose time would else be counted with the next call.
  await new Promise((resolve) => setTimeout(resolve, 100));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
