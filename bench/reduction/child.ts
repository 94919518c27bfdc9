import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import type { Checksum } from "./checksum.ts";
import { type MemoryUse, memoryOf } from "./memory.ts";
import { VARIANTS, type Variant, type VariantName } from "./variants.ts";
import { randomOrders } from "./workload.ts";

/** One variant on one size. */
export interface ReductionTask {
  readonly measure: "time" | "memory" | "door-memory";
  readonly variant: VariantName;
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
}

export interface ReductionResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly checksum: Checksum;
}

const task = JSON.parse(process.argv[2] ?? "{}") as ReductionTask;
const chosen: Variant = VARIANTS[task.variant];
const orders = randomOrders(task.rows, task.customers);
process.stdout.write(JSON.stringify(task.measure === "time" ? await times() : await memory()));

async function times(): Promise<ReductionResult> {
  const costs: Cost[] = [];
  let checksum: Checksum | null = null;
  let input = await chosen.prepare(orders);
  for (let run = 0; run <= task.runs; run++) {
    if (run > 0 && chosen.fresh) {
      input = null;
      await collectGarbage();
      input = await chosen.prepare(orders);
    }
    await collectGarbage();
    const { result, cost } = await measured(() => chosen.run(input));
    costs.push(cost);
    checksum ??= chosen.checksum(result);
  }
  const [cold, ...warm] = costs;
  if (cold === undefined || checksum === null) throw new Error("Nothing was run.");
  return { cold, warm, checksum };
}

async function memory(): Promise<MemoryUse | null> {
  const input = await chosen.prepare(orders);
  const { door, run } = chosen;
  if (task.measure === "memory") return memoryOf(() => run(input));
  return door === null ? null : memoryOf(() => door(input));
}
