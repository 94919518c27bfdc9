import { fitBgNbd } from "clientele";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import { type BaseName, baseOf } from "./bases.ts";
import { fitNaively } from "./naive-bg-nbd.ts";

export interface FitTask {
  readonly base: BaseName;
  readonly folder: string;
  readonly way: "clientele" | "naive";
  readonly runs: number;
}

export interface FitResult {
  readonly label: string;
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly logLikelihood: number;
  readonly evaluations: number;
}

const task = JSON.parse(process.argv[2] ?? "{}") as FitTask;
const { label, unit, rows } = baseOf(task.base, task.folder);
const fit = (): Pick<FitResult, "logLikelihood" | "evaluations"> => {
  if (task.way === "naive") {
    const { value, evaluations } = fitNaively(rows);
    return { logLikelihood: -value, evaluations };
  }
  const { logLikelihood, convergence } = fitBgNbd({ unit, rows });
  return { logLikelihood, evaluations: convergence.evaluations };
};

await collectGarbage();
const first = await measured(fit);
const warm: Cost[] = [];
for (let run = 0; run < task.runs; run++) warm.push((await measured(fit)).cost);
const result: FitResult = { label, cold: first.cost, warm, ...first.result };
process.stdout.write(JSON.stringify(result));
