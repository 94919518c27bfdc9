import { median } from "../tools/measure.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { HitRateResult, HitRateTask } from "./child.ts";
import { HIT_RATE_VARIANTS, type HitRateVariantName } from "./variants.ts";

/** Runs a task in a process of its own. */
export type HitRateRunner = (task: HitRateTask) => Promise<HitRateResult>;

interface Timing {
  readonly name: HitRateVariantName;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
}

/** Times every variant, and reports in Markdown with what hit rates were to reach. */
export async function hitRateReport(
  rounds: number,
  quick: boolean,
  run: HitRateRunner,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const [offers, runs] = quick ? [20_000, 2] : [1_000_000, 10];
  const names = Object.keys(HIT_RATE_VARIANTS) as HitRateVariantName[];
  const results = new Map(names.map((name) => [name, [] as HitRateResult[]]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of names) {
      process.stderr.write(`hit rates round ${round + 1} ${variant}\n`);
      results.get(variant)?.push(await run({ variant, offers, runs }));
    }
  }
  const groups = checkAgreement([...results.values()].flat());
  const timings = names.map((name) => timingOf(name, results.get(name) ?? []));
  const heading = `### Hit rates: ${offers.toLocaleString("en-US")} offers by three keys, ${groups.toLocaleString("en-US")} groups`;
  return { text: `${heading}\n\n${timingTable(offers, timings)}`, targets: hitRateTargets(timings) };
}

/** All ways must come to the same groups and rates. */
function checkAgreement(results: readonly HitRateResult[]): number {
  const found = new Set(results.map(({ figures }) => JSON.stringify(figures)));
  if (found.size !== 1) throw new Error(`There are ${found.size} answers to one question.`);
  return results[0]?.figures.groups ?? 0;
}

function timingOf(name: HitRateVariantName, results: readonly HitRateResult[]): Timing {
  const warm = results.flatMap((result) => result.warm.map(({ cpu }) => cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return { name, cpu: median(warm), least: Math.min(...warm), cold };
}

function cpuOf(timings: readonly Timing[], name: HitRateVariantName): number {
  return timings.find((timing) => timing.name === name)?.cpu ?? Number.NaN;
}

function timingTable(offers: number, timings: readonly Timing[]): string {
  return table(
    ["hit rates", "CPU ms", "min", "cold", "M offers/s", "× Map of texts"],
    timings.map(({ name, cpu, least, cold }) => [
      HIT_RATE_VARIANTS[name].label,
      ...[cpu, least, cold, offers / cpu / 1000].map(short),
      short(cpuOf(timings, "naive") / cpu),
    ]),
  );
}

function hitRateTargets(timings: readonly Timing[]): Target[] {
  return [
    {
      what: "Hit rates from a book beside Map of texts",
      least: 5,
      unit: " ×",
      measured: cpuOf(timings, "naive") / cpuOf(timings, "raw"),
    },
  ];
}
