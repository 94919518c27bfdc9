import { median } from "../tools/measure.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { KMeansRun } from "./child.ts";
import { type KMeansTask, WAYS, type Way } from "./tasks.ts";

const FULL = { rows: 1_000_000, features: 5, clusters: 8, runs: 2 };
const QUICK = { rows: 20_000, features: 5, clusters: 8, runs: 1 };

/** What a way cost over all rounds; milliseconds. */
interface KMeansCost {
  readonly way: Way;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
  readonly withinSumOfSquares: number;
  readonly iterations: number;
}

/** Searches clusters in every way, round after round, each time in a process of its own, and reports in Markdown. */
export async function kMeansReport(
  rounds: number,
  quick: boolean,
  run: (task: KMeansTask) => Promise<KMeansRun>,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const runs = new Map<Way, KMeansRun[]>(WAYS.map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    for (const way of WAYS) {
      process.stderr.write(`k-means round ${round + 1} ${way}\n`);
      runs.get(way)?.push(await run({ way, ...(quick ? QUICK : FULL) }));
    }
  }
  const costs = WAYS.map((way) => costOf(way, runs.get(way) ?? []));
  const [baseline] = costs;
  if (baseline === undefined) throw new Error("ml-kmeans was not run.");
  return { text: `### k-means\n\n${costTable(costs, baseline)}`, targets: targetsOf(costs, baseline) };
}

function costOf(way: Way, runs: readonly KMeansRun[]): KMeansCost {
  const warm = runs.flatMap((run) => run.warm.map(({ cpu }) => cpu));
  return {
    way,
    cpu: median(warm),
    least: Math.min(...warm),
    cold: median(runs.map(({ cold }) => cold.cpu)),
    withinSumOfSquares: runs[0]?.withinSumOfSquares ?? Number.NaN,
    iterations: runs[0]?.iterations ?? Number.NaN,
  };
}

function costTable(costs: readonly KMeansCost[], baseline: KMeansCost): string {
  return table(
    [
      "way",
      "CPU ms",
      "min",
      "cold",
      "passes",
      "times faster than ml-kmeans",
      "sum of squares beside ml-kmeans",
    ],
    costs.map((cost) => [
      cost === baseline ? cost.way : `clientele, ${cost.way}`,
      ...[cost.cpu, cost.least, cost.cold, cost.iterations].map(short),
      cost === baseline ? "–" : short(baseline.cpu / cost.cpu),
      cost === baseline ? "–" : (cost.withinSumOfSquares / baseline.withinSumOfSquares).toFixed(6),
    ]),
  );
}

/** A worse result is no faster one: it counts as not reached. */
function targetsOf(costs: readonly KMeansCost[], baseline: KMeansCost): Target[] {
  return costs
    .filter((cost) => cost !== baseline)
    .map((cost) => {
      const isAsGood = cost.withinSumOfSquares <= baseline.withinSumOfSquares * (1 + 1e-9);
      return {
        what: `k-means, ${cost.way}, beside ml-kmeans with an equal or lower sum of squares`,
        least: 5,
        unit: " ×",
        measured: isAsGood ? baseline.cpu / cost.cpu : 0,
      };
    });
}
