import { inFreshProcess } from "../tools/child-process.ts";
import { type Cost, median } from "../tools/measure.ts";
import { SIZES, type Size } from "../tools/options.ts";
import { disagreement } from "./checksum.ts";
import type { ReductionResult, ReductionTask } from "./child.ts";
import type { MemoryUse } from "./memory.ts";
import { VARIANTS, type VariantName } from "./variants.ts";

/** What a variant cost on one size, over all rounds; milliseconds, bytes per row. */
export interface Measurement {
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly wall: number;
  readonly memory: Memory | null;
}

/** Bytes beyond the input. */
export interface Memory {
  /** The larger of the peak of the door alone, and of the peak of the whole less the result. */
  readonly extra: number;
  readonly result: number;
}

export type Measurements = ReadonlyMap<VariantName, Measurement>;

export interface ComparisonOptions {
  readonly rounds: number | null;
  readonly variant: string;
  readonly time: boolean;
  readonly memory: boolean;
}

/** Runs every variant on one size, each in processes of its own, round after round, so that a busy minute hits all alike. */
export async function compare(size: Size, options: ComparisonOptions): Promise<Measurements> {
  const { rows, customers, runs, rounds } = SIZES[size];
  const names = (Object.keys(VARIANTS) as VariantName[]).filter((name) => name.includes(options.variant));
  const results = new Map(names.map((name) => [name, [] as ReductionResult[]]));
  const memory = new Map<VariantName, Memory | null>();
  const task = (variant: VariantName, measure: ReductionTask["measure"]): ReductionTask => ({
    measure,
    variant,
    rows,
    customers,
    runs,
  });
  for (let round = 0; options.time && round < (options.rounds ?? rounds); round++) {
    for (const name of names) {
      process.stderr.write(`${size} round ${round + 1} ${name}\n`);
      results.get(name)?.push(await inFreshProcess<ReductionResult>("reduction", task(name, "time")));
    }
    checkAgreement(results);
  }
  for (const name of options.memory ? names : []) {
    process.stderr.write(`${size} memory ${name}\n`);
    const whole = await inFreshProcess<MemoryUse | null>("reduction", task(name, "memory"));
    const door = await inFreshProcess<MemoryUse | null>("reduction", task(name, "door-memory"));
    memory.set(name, whole === null ? null : memoryOf(whole, door));
  }
  return new Map(names.map((name) => [name, measurement(results.get(name) ?? [], memory.get(name) ?? null)]));
}

function memoryOf(whole: MemoryUse, door: MemoryUse | null): Memory {
  return { extra: Math.max(door?.peak ?? 0, whole.peak - whole.result), result: whole.result };
}

function checkAgreement(results: ReadonlyMap<VariantName, readonly ReductionResult[]>): void {
  let reference: ReductionResult | undefined;
  for (const [name, [result]] of results) {
    if (result === undefined) continue;
    reference ??= result;
    const trouble = disagreement(reference.checksum, result.checksum);
    if (trouble !== null) throw new Error(`${name} comes to other customers: ${trouble}`);
  }
}

function measurement(results: readonly ReductionResult[], memory: Memory | null): Measurement {
  const warm = results.flatMap((result) => result.warm);
  const cpu = (cost: Cost): number => cost.cpu;
  return {
    cpu: median(warm.map(cpu)),
    least: Math.min(...warm.map(cpu)),
    cold: median(results.map((result) => result.cold.cpu)),
    wall: median(warm.map((cost) => cost.wall)),
    memory,
  };
}
