import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { billionReport } from "./billion/report.ts";
import { cohortsReport } from "./cohorts/report.ts";
import { concentrationReport } from "./concentration/report.ts";
import { coxReport } from "./cox/report.ts";
import { hitRateReport } from "./hit-rate/report.ts";
import { importCostReport } from "./import-cost/report.ts";
import { kMeansReport } from "./k-means/report.ts";
import {
  BILLION,
  COHORTS,
  CONCENTRATION,
  COX,
  HIT_RATE,
  IMPORT_COST,
  K_MEANS,
  METHOD,
  MODELS,
  REDUCTION,
  RFM,
  SCORING,
  STREAMS,
  SURVIVAL,
  WORKERS,
} from "./methods.ts";
import { fitsReport } from "./purchase-model/report.ts";
import { fitTasks } from "./purchase-model/tasks.ts";
import { compare } from "./reduction/compare.ts";
import { reductionReport } from "./reduction/report.ts";
import { rfmReport } from "./rfm/report.ts";
import { scoringReport } from "./scoring/report.ts";
import { streamsReport } from "./streams/report.ts";
import { survivalReport } from "./survival/report.ts";
import { buildChildren, inFreshProcess } from "./tools/child-process.ts";
import { machineFacts } from "./tools/machine.ts";
import { type BenchOptions, HELP, type Part, readOptions, type Size } from "./tools/options.ts";
import { type Target, targetsTable } from "./tools/targets.ts";
import { workersReport } from "./workers/report.ts";

interface Report {
  readonly text: string;
  readonly targets: readonly Target[];
}

/** Parts that run on orders of each size. */
const SIZED: Readonly<
  Record<
    string,
    { readonly method: string; readonly report: (size: Size, rounds: number) => Promise<Report> }
  >
> = {
  cohorts: {
    method: COHORTS,
    report: (size, rounds) => cohortsReport(size, rounds, (task) => inFreshProcess("cohorts", task)),
  },
  rfm: {
    method: RFM,
    report: (size, rounds) => rfmReport(size, rounds, (task) => inFreshProcess("rfm", task)),
  },
};

/** Parts with rows of their own. */
const UNSIZED: Readonly<
  Record<
    string,
    { readonly method: string; readonly report: (rounds: number, quick: boolean) => Promise<Report> }
  >
> = {
  survival: { method: SURVIVAL, report: survivalReport },
  cox: { method: COX, report: coxReport },
  concentration: { method: CONCENTRATION, report: concentrationReport },
  "hit-rate": {
    method: HIT_RATE,
    report: (rounds, quick) => hitRateReport(rounds, quick, (task) => inFreshProcess("hit-rate", task)),
  },
  billion: {
    method: BILLION,
    report: (_rounds, quick) => billionReport(quick, (task) => inFreshProcess("billion", task)),
  },
  streams: {
    method: STREAMS,
    report: (rounds, quick) => streamsReport(rounds, quick, (task) => inFreshProcess("streams", task)),
  },
  workers: {
    method: WORKERS,
    report: (rounds, quick) => workersReport(rounds, quick, (task) => inFreshProcess("workers", task)),
  },
  "k-means": {
    method: K_MEANS,
    report: (rounds, quick) => kMeansReport(rounds, quick, (task) => inFreshProcess("k-means", task)),
  },
};

const TRIAL =
  "This was a trial with few runs on small bases: it shows that the benchmark works, and says nothing about speed.";

const options = readOptions(process.argv.slice(2));
if (options === null) console.log(HELP);
else await run(options);

async function run({ sizes, parts, rounds, variant, cdnow, quick, write }: BenchOptions): Promise<void> {
  await buildChildren();
  const time = parts.includes("reduction");
  const memory = parts.includes("memory");
  for (const size of time || memory ? sizes : []) {
    const measurements = await compare(size, { rounds, variant, time, memory });
    report(
      `reduction-${size}`,
      [METHOD, REDUCTION, reductionReport(size, measurements)],
      write && time && memory,
    );
  }
  if (parts.includes("models") && variant === "") await compareModels(rounds ?? 2, cdnow, quick, write);
  if (parts.includes("scoring") && variant === "") await compareScores(rounds ?? 2, quick, write);
  if (parts.includes("import-cost") && variant === "") await importCosts(rounds ?? 2, quick, write);
  if (variant !== "") return;
  for (const [part, { method, report: made }] of Object.entries(SIZED)) {
    for (const size of parts.includes(part as Part) ? sizes : []) {
      const { text, targets } = await made(size, rounds ?? 2);
      report(`${part}-${size}`, [METHOD, method, text, targetsOrTrial(targets, quick)], write);
    }
  }
  for (const [part, { method, report: made }] of Object.entries(UNSIZED)) {
    if (!parts.includes(part as Part)) continue;
    const { text, targets } = await made(rounds ?? 2, quick);
    report(part, [METHOD, method, text, targetsOrTrial(targets, quick)], write);
  }
}

async function compareModels(rounds: number, cdnow: string, quick: boolean, write: boolean): Promise<void> {
  const { text, targets } = await fitsReport(fitTasks(resolve(cdnow), quick), rounds);
  report("models", [METHOD, MODELS, text, targetsOrTrial(targets, quick)], write);
}

async function compareScores(rounds: number, quick: boolean, write: boolean): Promise<void> {
  const { text, targets } = await scoringReport(rounds, quick);
  report("scoring", [METHOD, SCORING, text, targetsOrTrial(targets, quick)], write);
}

async function importCosts(rounds: number, quick: boolean, write: boolean): Promise<void> {
  const { text, targets } = await importCostReport(rounds, quick);
  report("import-cost", [IMPORT_COST, text, targetsOrTrial(targets, quick)], write);
}

function targetsOrTrial(targets: readonly Target[], quick: boolean): string {
  return quick ? TRIAL : `### Targets\n\n${targetsTable(targets)}`;
}

function report(name: string, sections: readonly string[], write: boolean): void {
  const [method = "", ...rest] = sections;
  const text = `# Results: ${name}\n\n${machineFacts()}\n\n${[method, ...rest].join("\n\n")}\n`;
  console.log(text);
  if (!write) return;
  const folder = new URL("results/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.md`, folder), text);
}
