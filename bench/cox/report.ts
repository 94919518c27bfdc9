import { inFreshProcess } from "../tools/child-process.ts";
import { median } from "../tools/measure.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { CoxResult, CoxTask } from "./child.ts";

interface Fitting {
  readonly way: CoxTask["way"];
  readonly customers: number;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly coefficients: readonly number[];
}

const FULL = { customers: 100_000, runs: 8 };
const QUICK = { customers: 20_000, runs: 2 };

/** Few customers, since the time grows with their square. */
const BY_DEFINITION = { customers: 2_000, runs: 1 };

/** Fits Cox's model in every way and reports in Markdown, with what the fit was to reach. */
export async function coxReport(
  rounds: number,
  quick: boolean,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const size = quick ? QUICK : FULL;
  const tasks: readonly CoxTask[] = [
    { way: "clientele, columns", ...size },
    { way: "clientele, rows", ...size },
    { way: "naive, cumulative", ...size, runs: 2 },
    { way: "naive, by definition", ...BY_DEFINITION },
  ];
  const results = tasks.map((): CoxResult[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, task] of tasks.entries()) {
      process.stderr.write(`cox round ${round + 1} ${task.way}\n`);
      results[k]?.push(await inFreshProcess<CoxResult>("cox", task));
    }
  }
  const fittings = tasks.map((task, k) => fittingOf(task, results[k] ?? []));
  return { text: `### Cox regression\n\n${coxTable(fittings)}`, targets: coxTargets(fittings, quick) };
}

function fittingOf({ way, customers }: CoxTask, results: readonly CoxResult[]): Fitting {
  const [first] = results;
  if (first === undefined) throw new Error(`Nothing was fitted by ${way}.`);
  const warm = results.flatMap((result) => result.warm.map((cost) => cost.cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return {
    way,
    customers,
    cpu: median(warm),
    least: Math.min(...warm),
    cold,
    coefficients: first.coefficients,
  };
}

function naiveOf(fittings: readonly Fitting[]): Fitting {
  const naive = fittings.find(({ way }) => way === "naive, cumulative");
  if (naive === undefined) throw new Error("Nothing was fitted naively.");
  return naive;
}

/** What the way from the definition would take for as many customers as the others had. */
function extrapolated({ way, cpu, customers }: Fitting, naive: Fitting): number {
  return way === "naive, by definition" ? cpu * (naive.customers / customers) ** 2 : cpu;
}

function coxTable(fittings: readonly Fitting[]): string {
  const naive = naiveOf(fittings);
  return table(
    [
      "fit of 10 covariates",
      "customers",
      "CPU ms",
      "min",
      "cold",
      "times faster than naive, cumulative",
      "difference",
    ],
    fittings.map((fitting) => {
      const { way, customers, cpu, least, cold, coefficients } = fitting;
      const comparable = customers === naive.customers && fitting !== naive;
      const off = Math.max(
        ...coefficients.map((value, c) => Math.abs(value - (naive.coefficients[c] ?? Number.NaN))),
      );
      return [
        way,
        customers.toLocaleString("en-US"),
        ...[cpu, least, cold].map(short),
        fitting === naive ? "–" : short(naive.cpu / extrapolated(fitting, naive)),
        comparable ? off.toExponential(0) : "–",
      ];
    }),
  );
}

/** Quick runs are too small for the target in milliseconds. */
function coxTargets(fittings: readonly Fitting[], quick: boolean): Target[] {
  const columns = fittings.find(({ way }) => way === "clientele, columns");
  const definition = fittings.find(({ way }) => way === "naive, by definition");
  if (columns === undefined || definition === undefined) return [];
  const what = "Cox fit of 10 covariates from columns";
  const ratio = extrapolated(definition, naiveOf(fittings)) / columns.cpu;
  return [
    { what: `${what} beside naive by definition`, least: 1000, unit: " ×", measured: ratio },
    ...(quick ? [] : [{ what: `${what}, 100,000 rows`, most: 2000, unit: " ms", measured: columns.cpu }]),
  ];
}
