import { short, table } from "../tools/table.ts";
import type { Target } from "../tools/targets.ts";
import { largestDifference } from "./largest-difference.ts";
import { SCORED, type Scored } from "./scores.ts";
import { runScorings, type Scoring } from "./scorings.ts";

const NAMES = { "bg-nbd": "BG/NBD", "pareto-nbd": "Pareto/NBD" } satisfies Record<Scored, string>;

/** Scores customers in every way and reports in Markdown, with what scoring was to reach. */
export async function scoringReport(
  rounds: number,
  quick: boolean,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const scorings = await runScorings(rounds, quick);
  return { text: `### Scoring\n\n${scoringTable(scorings)}`, targets: scoringTargets(scorings) };
}

function nsPerCustomer({ cpu, scored }: Scoring): number {
  return (cpu * 1e6) / scored;
}

function naiveBeside({ model }: Scoring, scorings: readonly Scoring[]): Scoring {
  const naive = scorings.find((each) => each.model === model && each.way === "naive");
  if (naive === undefined) throw new Error(`${model} was not scored naively.`);
  return naive;
}

/** No number for the naive way itself. */
function timesFaster(scoring: Scoring, naive: Scoring): number {
  return scoring === naive ? Number.NaN : nsPerCustomer(naive) / nsPerCustomer(scoring);
}

function scoringTable(scorings: readonly Scoring[]): string {
  const numbers = ["customers", "CPU ms", "min", "cold", "ns per customer", "customers/s"];
  return table(
    ["scores", ...numbers, "times faster than naive", "difference"],
    scorings.map((scoring) => {
      const { model, way, scored, cpu, least, cold, probe } = scoring;
      const naive = naiveBeside(scoring, scorings);
      return [
        `${NAMES[model]}: ${way === "naive" ? "naive" : `clientele, ${way}`}`,
        scored.toLocaleString("en-US"),
        ...[cpu, least, cold, nsPerCustomer(scoring), 1e9 / nsPerCustomer(scoring)].map(short),
        short(timesFaster(scoring, naive)),
        scoring === naive ? "–" : largestDifference(naive.probe, probe).toExponential(0),
      ];
    }),
  );
}

/** From columns, all scores. */
function scoringTargets(scorings: readonly Scoring[]): Target[] {
  return SCORED.flatMap((model): Target[] => {
    const columns = scorings.find((each) => each.model === model && each.way === "columns");
    if (columns === undefined) return [];
    const what = `${NAMES[model]} scores from columns`;
    const ratio = timesFaster(columns, naiveBeside(columns, scorings));
    return [
      { what: `${what} beside naive`, least: 20, unit: " ×", measured: ratio },
      { what, least: 5_000_000, unit: " customers/s", measured: 1e9 / nsPerCustomer(columns) },
    ];
  });
}
