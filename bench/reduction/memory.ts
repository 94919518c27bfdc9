import { readFileSync, writeFileSync } from "node:fs";
import { collectGarbage } from "../tools/measure.ts";

/** Memory that a call took, in bytes. */
export interface MemoryUse {
  /** Growth of the resident set to its peak during the call: working arrays, log, result, garbage not yet collected. */
  readonly peak: number;
  /** What the result holds when everything else is gone. */
  readonly result: number;
}

/** Measures the memory of a call by Linux's own peak of the resident set; `null` elsewhere. */
export async function memoryOf(call: () => unknown): Promise<MemoryUse | null> {
  if (process.platform !== "linux") return null;
  await collectGarbage();
  const heap = heldBytes();
  writeFileSync("/proc/self/clear_refs", "5");
  const before = residentBytes("VmRSS");
  const output = await call();
  const peak = residentBytes("VmHWM") - before;
  await collectGarbage();
  const result = heldBytes() - heap;
  // The result must still be there when its size is taken.
  if (output === undefined) throw new Error("The call returned nothing.");
  return { peak, result };
}

function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function residentBytes(field: "VmRSS" | "VmHWM"): number {
  const match = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync("/proc/self/status", "utf8"));
  return Number(match?.[1]) * 1024;
}
