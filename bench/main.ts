import { mkdirSync, writeFileSync } from "node:fs";
import { compareFits } from "./purchase-model/compare.ts";
import { compare } from "./reduction/compare.ts";
import { reductionReport } from "./reduction/report.ts";
import { buildChildren } from "./tools/child-process.ts";
import { machineFacts } from "./tools/machine.ts";
import { type BenchOptions, HELP, readOptions } from "./tools/options.ts";

const METHOD = `Each variant runs in processes of its own, round after round in turn, so that a busy minute of the machine hits all alike. Times
are CPU time of the whole process (user and system, garbage collection and other helper threads included), since other work may run
beside. "CPU ms" is the median of warm runs, "min" the best of them, "cold" the median of first calls in a fresh process. Absolute
times tell little; ratios within one table repeat to about a quarter.`;

const REDUCTION = `From orders in no order, on 730 days, to one row per customer: frequency (repeat purchase days), recency, T, mean repeat spend, number
of orders, revenue, first and last day. All variants come to the same checksums. Text ids and date texts are new strings for each
row and each run. "clientele" is the library as it is built for the package. "Idiomatic" groups row objects in a \`Map\`, sorts each
customer's and goes through them once. DuckDB has its table loaded beforehand, runs on one thread, and its time includes the result's way
into JavaScript columns; days come back as integers. "Extra" memory is beyond input and result: the growth of the resident set to its peak in a
first call, once up to the log (which counts in full) and once to the end less the result; the larger of both. It includes garbage
that is not yet collected. Where a variant has no log, only the second.`;

const MODELS = `"Naive" is the likelihood of the paper customer by customer with log-gamma functions, maximised by Nelder–Mead (tolerance 1e-4) from 0.1 for each parameter
with first steps of 5 %, which takes about 400 evaluations; from a better start it needs half as many, and half the time.`;

const options = readOptions(process.argv.slice(2));
if (options === null) console.log(HELP);
else await run(options);

async function run({ sizes, parts, rounds, variant, cdnow, write }: BenchOptions): Promise<void> {
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
  if (parts.includes("models") && variant === "") {
    report("models", [METHOD, MODELS, await compareFits(rounds ?? 3, cdnow)], write);
  }
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
