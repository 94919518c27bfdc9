import type { Model } from "clientele";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import type { BaseOptions } from "./bases.ts";
import { type Contest, contestOf, type Pairing } from "./contests.ts";
import { fitNaively } from "./naive/fit-naively.ts";

export interface FitTask {
  readonly pairing: Pairing;
  /** "naive evaluation": the textbook's likelihood once, at the maximum that the library found. */
  readonly way: "clientele" | "naive" | "naive evaluation";
  /** Calls after the first. */
  readonly runs: number;
  readonly options: BaseOptions;
}

export interface FitOutcome {
  readonly logLikelihood: number;
  readonly evaluations: number;
  /** The regularity that was chosen, of models that have one. */
  readonly k: number | null;
}

export interface FitResult extends FitOutcome {
  readonly label: string;
  readonly rows: number;
  readonly distinct: number | null;
  readonly cold: Cost;
  readonly warm: readonly Cost[];
}

const task = JSON.parse(process.argv[2] ?? "{}") as FitTask;
const contest = contestOf(task.pairing, task.options);
const call = callOf(contest, task.way);

await collectGarbage();
const first = await measured(call);
const warm: Cost[] = [];
for (let run = 0; run < task.runs; run++) warm.push((await measured(call)).cost);
const { label, rows, distinct } = contest;
const result: FitResult = { label, rows, distinct, cold: first.cost, warm, ...first.result };
process.stdout.write(JSON.stringify(result));

function callOf(
  { fit, logLikelihood, logParametersOf, parameters }: Contest,
  way: FitTask["way"],
): () => FitOutcome {
  if (way === "clientele") return () => outcomeOf(fit());
  if (way === "naive") {
    return () => {
      const { value, evaluations } = fitNaively(logLikelihood, parameters);
      return { logLikelihood: -value, evaluations, k: null };
    };
  }
  const point = logParametersOf(fit());
  return () => ({ logLikelihood: logLikelihood(point), evaluations: 1, k: null });
}

function outcomeOf(model: Model): FitOutcome {
  const k = model.kind === "mbg-cnbd-k" ? model.parameters.k : null;
  return { logLikelihood: model.logLikelihood, evaluations: model.convergence.evaluations, k };
}
