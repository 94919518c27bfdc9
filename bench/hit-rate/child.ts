import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import {
  figuresOf,
  HIT_RATE_VARIANTS,
  type HitRateFigures,
  type HitRateVariant,
  type HitRateVariantName,
} from "./variants.ts";
import { randomOffers } from "./workload.ts";

/** One variant on one number of offers. */
export interface HitRateTask {
  readonly variant: HitRateVariantName;
  readonly offers: number;
  readonly runs: number;
}

export interface HitRateResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly figures: HitRateFigures;
}

const task = JSON.parse(process.argv[2] ?? "{}") as HitRateTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<HitRateResult> {
  const { prepare, run }: HitRateVariant = HIT_RATE_VARIANTS[task.variant];
  const input = prepare(randomOffers(task.offers));
  await collectGarbage();
  const first = await measured(() => run(input));
  const figures = figuresOf(first.result);
  const warm: Cost[] = [];
  for (let again = 0; again < task.runs; again++) {
    await collectGarbage();
    warm.push((await measured(() => run(input))).cost);
  }
  return { cold: first.cost, warm, figures };
}
