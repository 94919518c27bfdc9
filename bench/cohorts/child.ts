import { randomOrders } from "../reduction/workload.ts";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import type { Triangle } from "./naive.ts";
import { COHORT_VARIANTS, type CohortVariant, type CohortVariantName } from "./variants.ts";

/** One variant on one size. */
export interface CohortTask {
  readonly variant: CohortVariantName;
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
}

export interface CohortResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly triangle: Triangle | null;
}

const task = JSON.parse(process.argv[2] ?? "{}") as CohortTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<CohortResult> {
  const { prepare, run, triangle }: CohortVariant = COHORT_VARIANTS[task.variant];
  const input = prepare(randomOrders(task.rows, task.customers));
  await collectGarbage();
  const first = await measured(() => run(input));
  const found = triangle === null ? null : triangle(first.result);
  const warm: Cost[] = [];
  for (let again = 0; again < task.runs; again++) {
    await collectGarbage();
    warm.push((await measured(() => run(input))).cost);
  }
  return { cold: first.cost, warm, triangle: found };
}
