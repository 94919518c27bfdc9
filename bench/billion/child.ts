import { fitBgNbd, fitMbgNbd, fitParetoNbd, type PurchaseHistories } from "clientele";
import { collectGarbage, measured } from "../tools/measure.ts";
import { type DrawnCell, drawCells, inWeeks } from "./draw-cells.ts";

/** A number of customers to draw and fit. */
export interface BillionTask {
  readonly customers: number;
  readonly runs: number;
}

export interface CellFit {
  readonly model: string;
  readonly unit: "day" | "week";
  readonly cells: number;
  /** CPU milliseconds of each run; the first one is cold. */
  readonly cpu: readonly number[];
  readonly evaluations: number;
  readonly parameters: Readonly<Record<string, number>>;
}

const task = JSON.parse(process.argv[2] ?? "{}") as BillionTask;
process.stdout.write(JSON.stringify(await fits()));

async function fits(): Promise<CellFit[]> {
  const days = drawCells(task.customers);
  return [...(await fitsTo(inWeeks(days), "week")), ...(await fitsTo(days, "day"))];
}

async function fitsTo(rows: readonly DrawnCell[], unit: "day" | "week"): Promise<CellFit[]> {
  const histories: PurchaseHistories = { unit, rows };
  const made: CellFit[] = [];
  for (const [model, fit] of [
    ["BG/NBD", fitBgNbd],
    ["MBG/NBD", fitMbgNbd],
    ["Pareto/NBD", fitParetoNbd],
  ] as const) {
    const cpu: number[] = [];
    for (let run = 0; run < task.runs; run++) {
      await collectGarbage();
      cpu.push((await measured(() => fit(histories))).cost.cpu);
    }
    const { convergence, parameters } = fit(histories);
    made.push({
      model,
      unit,
      cells: rows.length,
      cpu,
      evaluations: convergence.evaluations,
      parameters: { ...parameters },
    });
  }
  return made;
}
