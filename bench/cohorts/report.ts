import { median } from "../tools/measure.ts";
import { SIZES, type Size } from "../tools/options.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { CohortResult, CohortTask } from "./child.ts";
import { COHORT_VARIANTS, type CohortVariantName } from "./variants.ts";

/** Runs a task in a process of its own. */
export type CohortRunner = (task: CohortTask) => Promise<CohortResult>;

interface Timing {
  readonly name: CohortVariantName;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
}

/** Times every variant on one size, and reports in Markdown with what cohorts were to reach. */
export async function cohortsReport(
  size: Size,
  rounds: number,
  run: CohortRunner,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const { rows, customers, runs } = SIZES[size];
  const names = Object.keys(COHORT_VARIANTS) as CohortVariantName[];
  const results = new Map(names.map((name) => [name, [] as CohortResult[]]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of names) {
      process.stderr.write(`cohorts ${size} round ${round + 1} ${variant}\n`);
      results.get(variant)?.push(await run({ variant, rows, customers, runs }));
    }
  }
  checkAgreement([...results.values()].flat());
  const timings = names.map((name) => timingOf(name, results.get(name) ?? []));
  const heading = `### Cohorts: ${rows.toLocaleString("en-US")} orders of ${customers.toLocaleString("en-US")} customers`;
  return { text: `${heading}\n\n${timingTable(rows, timings)}`, targets: cohortTargets(timings) };
}

/** All ways to bounded cohorts must come to the same customers in every cell. */
function checkAgreement(results: readonly CohortResult[]): void {
  const triangles = new Set(
    results.flatMap(({ triangle }) => (triangle === null ? [] : [JSON.stringify(triangle)])),
  );
  if (triangles.size !== 1) throw new Error(`There are ${triangles.size} answers to one question.`);
}

function timingOf(name: CohortVariantName, results: readonly CohortResult[]): Timing {
  const warm = results.flatMap((result) => result.warm.map(({ cpu }) => cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return { name, cpu: median(warm), least: Math.min(...warm), cold };
}

function cpuOf(timings: readonly Timing[], name: CohortVariantName): number {
  return timings.find((timing) => timing.name === name)?.cpu ?? Number.NaN;
}

function timingTable(rows: number, timings: readonly Timing[]): string {
  return table(
    ["monthly cohorts", "CPU ms", "min", "cold", "M orders/s", "× Map, columns", "× Map, rows"],
    timings.map(({ name, cpu, least, cold }) => [
      COHORT_VARIANTS[name].label,
      ...[cpu, least, cold, rows / cpu / 1000].map(short),
      short(cpuOf(timings, "naive-columns") / cpu),
      short(cpuOf(timings, "naive-rows") / cpu),
    ]),
  );
}

function cohortTargets(timings: readonly Timing[]): Target[] {
  const ratio = (slow: CohortVariantName, quick: CohortVariantName): number =>
    cpuOf(timings, slow) / cpuOf(timings, quick);
  return [
    {
      what: "cohorts from a log beside Map, columns",
      least: 10,
      unit: " ×",
      measured: ratio("naive-columns", "bounded"),
    },
    {
      what: "cohorts from columns beside Map, columns",
      least: 1,
      unit: " ×",
      measured: ratio("naive-columns", "columns"),
    },
  ];
}
