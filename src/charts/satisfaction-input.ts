import { checkOneOf } from "../rows/options.ts";
import { SATISFACTION_MEASURES } from "../satisfaction/satisfaction-measure.ts";
import { checkResult } from "./result-fields.ts";
import { type AnyScore, BAND_FIELDS } from "./satisfaction-words.ts";

/** Refuses what is no score of any measure. */
export function checkedScore(path: string, score: AnyScore, maker: string): void {
  const fields = { measure: "text", responses: "number", asked: "number", level: "number" } as const;
  checkResult(path, score, { ...fields, score: "number?", lower: "number?", upper: "number?" }, maker);
  checkOneOf(`${path}.measure`, score.measure, SATISFACTION_MEASURES);
  checkResult(path, score, BAND_FIELDS[score.measure], maker);
}

/** Refuses what is no list of scores with that of all. */
export function checkedScores(
  scores: { readonly rows: readonly AnyScore[]; readonly total: AnyScore },
  maker: string,
): void {
  checkResult("scores", scores, { rows: "list", total: "record" }, maker);
  checkedScore("scores.total", scores.total, maker);
  for (const [at, row] of scores.rows.entries()) checkedScore(`scores.rows[${at}]`, row, maker);
}
