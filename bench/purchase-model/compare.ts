import { resolve } from "node:path";
import { inFreshProcess } from "../tools/child-process.ts";
import { median } from "../tools/measure.ts";
import { short, table } from "../tools/table.ts";
import { type Target, targetsTable } from "../tools/targets.ts";
import type { BaseName } from "./bases.ts";
import type { FitResult, FitTask } from "./child.ts";

/** Warm runs per process; many where a run is over too soon for the clock. */
const WAYS: readonly Omit<FitTask, "folder">[] = [
  { base: "sample", way: "clientele", runs: 300 },
  { base: "sample", way: "naive", runs: 3 },
  { base: "master", way: "clientele", runs: 100 },
  { base: "master", way: "naive", runs: 1 },
  { base: "million", way: "clientele", runs: 5 },
];

interface Fit {
  readonly label: string;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly evaluations: number;
  readonly logLikelihood: number;
}

/** Fits the BG/NBD model to each base in each way, round after round, and reports in Markdown. */
export async function compareFits(rounds: number, folder: string): Promise<string> {
  const results = WAYS.map((): FitResult[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, way] of WAYS.entries()) {
      process.stderr.write(`models round ${round + 1} ${way.base} ${way.way}\n`);
      const task: FitTask = { ...way, folder: resolve(folder) };
      results[k]?.push(await inFreshProcess<FitResult>("purchase-model", task));
    }
  }
  const fits = results.map(fitOf);
  const cpuOf = (base: BaseName, way: FitTask["way"]): number =>
    fits[WAYS.findIndex((each) => each.base === base && each.way === way)]?.cpu ?? Number.NaN;
  const ratio = (base: BaseName): number => cpuOf(base, "naive") / cpuOf(base, "clientele");
  const targets: Target[] = [
    { what: "CDNOW sample beside naive", least: 200, unit: " ×", measured: ratio("sample") },
    { what: "CDNOW master beside naive", least: 200, unit: " ×", measured: ratio("master") },
    {
      what: "1,000,000 customers from plain rows",
      most: 300,
      unit: " ms",
      measured: cpuOf("million", "clientele"),
    },
  ];
  return ["### BG/NBD fits", fitsTable(fits), targetsTable(targets)].join("\n\n");
}

function fitOf(results: readonly FitResult[], k: number): Fit {
  const warm = results.flatMap((result) => result.warm.map((cost) => cost.cpu));
  const [first] = results;
  return {
    label: `${WAYS[k]?.way}, ${first?.label}`,
    cpu: median(warm),
    least: Math.min(...warm),
    cold: median(results.map((result) => result.cold.cpu)),
    evaluations: first?.evaluations ?? Number.NaN,
    logLikelihood: first?.logLikelihood ?? Number.NaN,
  };
}

function fitsTable(fits: readonly Fit[]): string {
  return table(
    ["fit", "CPU ms", "min", "cold", "evaluations", "log-likelihood"],
    fits.map(({ label, cpu, least, cold, evaluations, logLikelihood }) => [
      label,
      ...[cpu, least, cold].map(short),
      String(evaluations),
      logLikelihood.toFixed(3),
    ]),
  );
}
