import { abcClasses } from "../../src/pareto/abc-classes.ts";
import { concentration } from "../../src/statistics/concentration.ts";
import { gini } from "../../src/statistics/gini.ts";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import { naiveAbc, naiveGini } from "./naive.ts";
import type { ConcentrationTask } from "./tasks.ts";
import { drawnCustomers } from "./workload.ts";

export interface ConcentrationResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  /** Figures that must not depend on the way. */
  readonly figures: readonly number[];
}

const task = JSON.parse(process.argv[2] ?? "{}") as ConcentrationTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<ConcentrationResult> {
  const analyse = analysis();
  await collectGarbage();
  const first = await measured(analyse);
  const figures = figuresOf(first.result);
  const warm: Cost[] = [];
  for (let run = 0; run < task.runs; run++) {
    await collectGarbage();
    warm.push((await measured(analyse)).cost);
  }
  return { cold: first.cost, warm, figures };
}

type Classes = readonly {
  readonly class: string;
  readonly value: number;
  readonly cumulativeShare: number | null;
}[];

/** The naive way to all measures is the Gini coefficient alone. */
function analysis(): () => Classes | number {
  const customers = drawnCustomers(task.rows);
  if (task.analysis === "ABC classes") {
    if (task.way === "naive") return () => naiveAbc(customers);
    return () => abcClasses(customers, "revenue").rows;
  }
  if (task.way === "naive") return () => naiveGini(customers);
  if (task.analysis === "Gini") return () => gini(customers, "revenue") ?? Number.NaN;
  return () => concentration(customers, "revenue").gini ?? Number.NaN;
}

/** The coefficient, or values and shares at every thousandth part; equal values at a limit are classed otherwise by hand. */
function figuresOf(result: Classes | number): number[] {
  if (typeof result === "number") return [result];
  const every = Math.ceil(result.length / 1000);
  return result
    .filter((_, k) => k % every === 0)
    .flatMap(({ value, cumulativeShare }) => [value, cumulativeShare ?? Number.NaN]);
}
