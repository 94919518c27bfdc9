import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { cohortsReport } from "./cohorts/report.ts";
import { coxReport } from "./cox/report.ts";
import { fitsReport } from "./purchase-model/report.ts";
import { fitTasks } from "./purchase-model/tasks.ts";
import { compare } from "./reduction/compare.ts";
import { reductionReport } from "./reduction/report.ts";
import { scoringReport } from "./scoring/report.ts";
import { survivalReport } from "./survival/report.ts";
import { buildChildren, inFreshProcess } from "./tools/child-process.ts";
import { machineFacts } from "./tools/machine.ts";
import { type BenchOptions, HELP, readOptions } from "./tools/options.ts";
import { type Target, targetsTable } from "./tools/targets.ts";

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

const MODELS = `"Naive" is the likelihood as the papers print it, customer by customer with log-gamma functions (for Pareto/NBD with two hypergeometric
series each; for BG/BB, sBG and BdW cell by cell, as their papers do), maximised by Nelder–Mead (tolerance 1e-4) from 0.1 for the logarithm of each
parameter with first steps of 5 %; from a better start it needs about half as many evaluations, and half the time. It runs in
JavaScript like the library: the ratio is one of algorithms. "Extrapolated" was not run: one naive evaluation at the maximum, timed in the same
run, times the evaluations that the naive fit to the CDNOW sample needed. At the library's maximum both likelihoods agree to 1e-8, and no naive
search found a higher one, else there would be no report; a naive log-likelihood lower than the library's is a search that stopped early or ran off.
Where k is chosen, the library fits each k in turn, and evaluations are those of the k it chose.

Drawn bases follow the BG/NBD model (spend: Gamma-Gamma) with CDNOW's parameters. The billion customers are the cells of three million drawn ones, every
other with the rates of frequent buyers at less weight so that rare histories are there, weighted up to a billion. A fit takes plain rows: checking and merging them is part of
it. Evaluations are those of the whole base; large bases are first fitted to a thinned sample, whose evaluations are in the time but not in the count.`;

const SCORING = `Scores are P(alive), the purchases expected in 90 days, and the lifetime value of 12 months, each month discounted from its end.
Warm calls follow each other, their garbage included. "Columns" means typed arrays in and out, all in one call; "rows" is one call for each horizon, so that it works out P(alive) twice and the purchases of
12 months unasked. "Naive" works with the textbook's formulas customer by customer: for BG/NBD 13
hypergeometric series, for Pareto/NBD two and 13 closed forms; it is timed on every 50th customer. "Difference" is the largest of all scores of
these customers between library and naive, relative; digits that the naive formulas lose count too.`;

const COHORTS = `Monthly cohorts of orders on 730 days. "From a log" starts from a checked log, "from columns" makes the log first. "Map" finds each customer's first month in
one pass and counts the distinct customers of each cohort and month in the next, in \`Map\`s and \`Set\`s, from integer columns or from row objects. All ways to bounded
cohorts come to the same customers in every cell.`;

const SURVIVAL = `Durations of customers of three years, in whole days or as unrounded times; most are still there (censored). "Naive" sorts row objects by duration and goes through them once, which is how the estimators
are written by hand; "columns" and "rows" are what the library takes. Intervals, checks of every row and the tables of results are in the library's time only. "Difference" is the largest of
all figures between library and naive, relative.`;

const COX = `Tenures that follow the model with ten covariates, unrounded. "Naive, cumulative" is the textbook's loop written well: rows sorted once, sums over those at risk carried
along, Newton's method; it gives coefficients and nothing else, while the library also checks every row, tests, and works out errors, concordance and the baseline. "By definition"
sums over those at risk anew for each event, as the formula reads; it ran on fewer rows and is extrapolated by their square. "Difference" is the largest between coefficients.`;

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
  for (const size of parts.includes("cohorts") && variant === "" ? sizes : []) {
    const { text, targets } = await cohortsReport(size, rounds ?? 2, (task) =>
      inFreshProcess("cohorts", task),
    );
    report(`cohorts-${size}`, [METHOD, COHORTS, text, targetsOrTrial(targets, quick)], write);
  }
  if (parts.includes("survival") && variant === "") {
    const { text, targets } = await survivalReport(rounds ?? 2, quick);
    report("survival", [METHOD, SURVIVAL, text, targetsOrTrial(targets, quick)], write);
  }
  if (parts.includes("cox") && variant === "") {
    const { text, targets } = await coxReport(rounds ?? 2, quick);
    report("cox", [METHOD, COX, text, targetsOrTrial(targets, quick)], write);
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
