import { coxRegression } from "../../src/statistics/cox-regression.ts";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import { COVARIATES, drawnTenures, type Tenures } from "./customers.ts";
import { cumulativeCox, quadraticCox } from "./naive-cox.ts";

export interface CoxTask {
  readonly way: "clientele, columns" | "clientele, rows" | "naive, cumulative" | "naive, by definition";
  readonly customers: number;
  readonly runs: number;
}

export interface CoxResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  readonly coefficients: readonly number[];
}

const task = JSON.parse(process.argv[2] ?? "{}") as CoxTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<CoxResult> {
  const fit = fitter(drawnTenures(task.customers));
  await collectGarbage();
  const first = await measured(fit);
  const warm: Cost[] = [];
  for (let run = 0; run < task.runs; run++) warm.push((await measured(fit)).cost);
  return { cold: first.cost, warm, coefficients: first.result };
}

/** The whole of the library's fit is timed: reading, tests, concordance and baseline too, which the naive ways do without. */
function fitter(tenures: Tenures): () => readonly number[] {
  if (task.way === "naive, cumulative") return () => cumulativeCox(tenures);
  if (task.way === "naive, by definition") return () => quadraticCox(tenures);
  if (task.way === "clientele, columns") {
    return () =>
      coxRegression(tenures, { covariates: COVARIATES }).coefficients.map((row) => row.coefficient);
  }
  const rows = Array.from(tenures.duration, (duration, i) => ({
    duration,
    event: tenures.event[i] === 1,
    ...(Object.fromEntries(COVARIATES.map((name) => [name, tenures[name][i] ?? 0])) as Record<
      (typeof COVARIATES)[number],
      number
    >),
  }));
  return () => coxRegression(rows, { covariates: COVARIATES }).coefficients.map((row) => row.coefficient);
}
