import { kaplanMeier } from "../../src/statistics/kaplan-meier.ts";
import { logRank } from "../../src/statistics/log-rank.ts";
import { type Cost, collectGarbage, measured } from "../tools/measure.ts";
import { naiveKaplanMeier, naiveLogRank } from "./naive.ts";
import type { SurvivalTask } from "./tasks.ts";
import { columnsOf, drawnRows } from "./workload.ts";

export interface SurvivalResult {
  readonly cold: Cost;
  readonly warm: readonly Cost[];
  /** Figures that must not depend on the way. */
  readonly figures: readonly number[];
}

/** What an analysis gives: a curve, or a statistic. */
type Analysed = readonly { readonly survival: number; readonly standardError: number | null }[] | number;

const task = JSON.parse(process.argv[2] ?? "{}") as SurvivalTask;
process.stdout.write(JSON.stringify(await times()));

async function times(): Promise<SurvivalResult> {
  const analyse = analysis();
  await collectGarbage();
  const first = await measured(analyse);
  const figures = figuresOf(first.result);
  const warm: Cost[] = [];
  for (let run = 0; run < task.runs; run++) {
    await collectGarbage();
    warm.push((await measured(analyse)).cost);
  }
  return { cold: first.cost, warm, figures };
}

/** Made in a function of its own: who works on columns must not hold a million rows. */
function analysis(): () => Analysed {
  const { way, clock, rows: count } = task;
  const isCurve = task.analysis === "Kaplan–Meier";
  const rows = drawnRows(count, clock);
  if (way === "naive") return () => (isCurve ? naiveKaplanMeier(rows) : naiveLogRank(rows));
  if (way === "rows") {
    return () => (isCurve ? kaplanMeier(rows).rows : (logRank(rows, "plan").statistic ?? Number.NaN));
  }
  const columns = columnsOf(rows);
  return () => (isCurve ? kaplanMeier(columns).rows : (logRank(columns).statistic ?? Number.NaN));
}

/** The statistic, or the curve at every thousandth part. */
function figuresOf(result: Analysed): number[] {
  if (typeof result === "number") return [result];
  const every = Math.ceil(result.length / 1000);
  return result
    .filter((_, k) => k % every === 0)
    .flatMap(({ survival, standardError }) => [survival, standardError ?? Number.NaN]);
}
