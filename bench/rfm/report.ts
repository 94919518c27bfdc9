import { median } from "../tools/measure.ts";
import { SIZES, type Size } from "../tools/options.ts";
import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import type { RfmResult, RfmTask } from "./child.ts";
import { RFM_VARIANTS, type RfmVariantName } from "./variants.ts";

/** Runs a task in a process of its own. */
export type RfmRunner = (task: RfmTask) => Promise<RfmResult>;

interface Timing {
  readonly name: RfmVariantName;
  readonly cpu: number;
  readonly least: number;
  readonly cold: number;
}

/** Times every variant on one size, and reports in Markdown with what RFM was to reach. */
export async function rfmReport(
  size: Size,
  rounds: number,
  run: RfmRunner,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const { rows, customers, runs } = SIZES[size];
  const names = Object.keys(RFM_VARIANTS) as RfmVariantName[];
  const results = new Map(names.map((name) => [name, [] as RfmResult[]]));
  for (let round = 0; round < rounds; round++) {
    for (const variant of names) {
      process.stderr.write(`rfm ${size} round ${round + 1} ${variant}\n`);
      results.get(variant)?.push(await run({ variant, rows, customers, runs }));
    }
  }
  checkAgreement([...results.values()].flat());
  const timings = names.map((name) => timingOf(name, results.get(name) ?? []));
  const heading = `### RFM: ${customers.toLocaleString("en-US")} customers with ${rows.toLocaleString("en-US")} orders`;
  return { text: `${heading}\n\n${timingTable(customers, timings)}`, targets: rfmTargets(timings) };
}

/** All ways to scores by quantile must come to the same customers in every cell and segment. */
function checkAgreement(results: readonly RfmResult[]): void {
  const found = new Set(results.flatMap(({ cells }) => (cells === null ? [] : [JSON.stringify(cells)])));
  if (found.size !== 1) throw new Error(`There are ${found.size} answers to one question.`);
}

function timingOf(name: RfmVariantName, results: readonly RfmResult[]): Timing {
  const warm = results.flatMap((result) => result.warm.map(({ cpu }) => cpu));
  const cold = median(results.map((result) => result.cold.cpu));
  return { name, cpu: median(warm), least: Math.min(...warm), cold };
}

function cpuOf(timings: readonly Timing[], name: RfmVariantName): number {
  return timings.find((timing) => timing.name === name)?.cpu ?? Number.NaN;
}

function timingTable(customers: number, timings: readonly Timing[]): string {
  return table(
    ["RFM", "CPU ms", "min", "cold", "M customers/s", "× Map, columns", "× Map, rows"],
    timings.map(({ name, cpu, least, cold }) => [
      RFM_VARIANTS[name].label,
      ...[cpu, least, cold, customers / cpu / 1000].map(short),
      short(cpuOf(timings, "naive-columns") / cpu),
      short(cpuOf(timings, "naive-rows") / cpu),
    ]),
  );
}

function rfmTargets(timings: readonly Timing[]): Target[] {
  const ratio = (slow: RfmVariantName, quick: RfmVariantName): number =>
    cpuOf(timings, slow) / cpuOf(timings, quick);
  return [
    {
      what: "RFM from a log beside Map, columns",
      least: 5,
      unit: " ×",
      measured: ratio("naive-columns", "quantile"),
    },
    {
      what: "RFM from columns beside Map, columns",
      least: 1,
      unit: " ×",
      measured: ratio("naive-columns", "columns"),
    },
  ];
}
