import { randomOrders } from "../reduction/workload.ts";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import {
  type CellCounts,
  cellCounts,
  RFM_VARIANTS,
  type RfmVariant,
  type RfmVariantName,
} from "./variants.ts";

/** One variant on one size. */
export interface RfmTask {
  readonly variant: RfmVariantName;
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
}

export interface RfmResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly cells: CellCounts | null;
}

const task = JSON.parse(process.argv[2] ?? "{}") as RfmTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<RfmResult> {
  const { prepare, run, compared }: RfmVariant = RFM_VARIANTS[task.variant];
  const input = prepare(randomOrders(task.rows, task.customers));
  await collectGarbage();
  const first = await measured(() => run(input));
  const cells = compared ? cellCounts(first.result) : null;
  const warm: Cost[] = [];
  for (let again = 0; again < task.runs; again++) {
    await collectGarbage();
    warm.push((await measured(() => run(input))).cost);
  }
  return { cold: first.cost, warm, cells };
}
