import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { BillionTask, CellFit } from "./child.ts";

/** Runs a task in a process of its own. */
export type BillionRunner = (task: BillionTask) => Promise<readonly CellFit[]>;

/** Fits models to the cells of a billion drawn customers. */
export async function billionReport(
  quick: boolean,
  run: BillionRunner,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const customers = quick ? 1_000_000 : 1_000_000_000;
  const fits = await run({ customers, runs: quick ? 2 : 4 });
  const rows = fits.map(({ model, unit, cells, cpu, evaluations, parameters }) => [
    `${model}, by ${unit}`,
    cells.toLocaleString("en-US"),
    ...[Math.min(...cpu), cpu[0] ?? Number.NaN, (Math.min(...cpu) / cells) * 1e6].map(short),
    String(evaluations),
    Object.values(parameters).map(short).join(", "),
  ]);
  const head = ["fit", "cells", "CPU ms (min)", "first", "ns per cell", "evaluations", "parameters"];
  const text = `### ${customers.toLocaleString("en-US")} customers\n\n${table(head, rows)}`;
  return { text, targets: quick ? [] : targetsOf(fits) };
}

const MOST = { day: 6000, week: 500 } as const;

function targetsOf(fits: readonly CellFit[]): Target[] {
  return fits.map(({ model, unit, cpu }) => ({
    what: `${model}: a billion customers by ${unit}`,
    most: MOST[unit],
    unit: " ms",
    measured: Math.min(...cpu),
  }));
}
