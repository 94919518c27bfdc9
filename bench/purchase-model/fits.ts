import { inFreshProcess } from "../tools/child-process.ts";
import { median } from "../tools/measure.ts";
import type { FitOutcome, FitResult, FitTask } from "./child.ts";
import type { Pairing } from "./contests.ts";

/** What fits of one model to one base in one way cost, over all rounds; milliseconds. */
export interface Fit extends FitOutcome {
  readonly pairing: Pairing;
  readonly way: FitTask["way"];
  readonly label: string;
  readonly rows: number;
  readonly distinct: number | null;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
}

/** Runs every task round after round, each time in a process of its own. */
export async function runFits(tasks: readonly FitTask[], rounds: number): Promise<Fit[]> {
  const results = tasks.map((): FitResult[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, task] of tasks.entries()) {
      process.stderr.write(
        `models round ${round + 1} ${task.pairing.model} ${task.pairing.base} ${task.way}\n`,
      );
      const result = await inFreshProcess<FitResult>("purchase-model", task);
      results[k]?.push(result);
      const library = tasks.findIndex((each) => each.way === "clientele" && samePairing(each, task));
      checkAgreement(task, result, results[library]?.[0]);
    }
  }
  return tasks.map((task, k) => fitOf(task, results[k] ?? []));
}

function fitOf({ pairing, way }: FitTask, results: readonly FitResult[]): Fit {
  const [first] = results;
  if (first === undefined) throw new Error(`${pairing.model} was not fitted.`);
  const { cold: _cold, warm: _warm, ...outcome } = first;
  const warm = results.flatMap((result) => result.warm.map((cost) => cost.cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return { pairing, way, ...outcome, cpu: median(warm), least: Math.min(...warm), cold };
}

/** The fit of the same model to the same base in another way; `undefined` if there is none. */
export function inAnotherWay(fit: Fit, way: FitTask["way"], fits: readonly Fit[]): Fit | undefined {
  return fits.find((each) => each.way === way && samePairing(each, fit));
}

function samePairing(one: { readonly pairing: Pairing }, other: { readonly pairing: Pairing }): boolean {
  return JSON.stringify(one.pairing) === JSON.stringify(other.pairing);
}

/**
 * Both ways compute one likelihood: at the library's maximum the textbook's is the same, and the naive search finds no higher one.
 *
 * Times that belong to different answers would be no comparison.
 */
function checkAgreement({ pairing, way }: FitTask, result: FitResult, library: FitResult | undefined): void {
  if (way === "clientele") return;
  const ours = library?.logLikelihood ?? Number.NaN;
  const excess = (result.logLikelihood - ours) / Math.abs(ours);
  const agree = way === "naive" ? excess < 1e-8 : Math.abs(excess) < 1e-8;
  if (agree) return;
  throw new Error(
    `${pairing.model} on ${result.label}: ${way} comes to ${result.logLikelihood}, the library to ${ours}.`,
  );
}
