import type { IssueCollector } from "../rows/issue-collector.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { type AccountCriterion, checkCriteria } from "./account-criterion.ts";
import { neutral, normalised } from "./account-normalise.ts";

/** What one criterion adds to a customer's score. */
export interface CriterionScore {
  readonly name: string;
  /** The value as it stands in the row. */
  readonly value: number;
  /** The value made comparable, the better the higher: 0 to 1 for `"min-max"` and `"rank"`, about 0 for `"z"`. */
  readonly normalised: number;
  /** Share of the criterion in all weights. */
  readonly weight: number;
  /** `weight × normalised`; the contributions add up to the score. */
  readonly contribution: number;
}

/** The scores of all rows. */
export interface AccountScores {
  /** Weighted mean of the normalised criteria. */
  readonly scores: Float64Array;
  /** Names of criteria in which all customers are equal. */
  readonly equal: readonly string[];
  /** What the criteria add to the score of a row. */
  partsOf(row: number): CriterionScore[];
}

/** Reads the criteria; the scores can be asked for once nothing was noted. */
export function readScores<Row>(
  rows: readonly Row[],
  path: string,
  criteria: readonly AccountCriterion<Row>[],
  collector: IssueCollector,
): () => AccountScores {
  checkCriteria(path, criteria);
  const values = criteria.map(({ value }, at) => readNumbers(rows, value, `${path}[${at}].value`, collector));
  return () => scoresOf(criteria, values, rows.length);
}

function scoresOf<Row>(
  criteria: readonly AccountCriterion<Row>[],
  values: readonly Float64Array[],
  rows: number,
): AccountScores {
  const heaviest = Math.max(...criteria.map(({ weight = 1 }) => weight));
  const weights = criteria.map(({ weight = 1 }) => weight / heaviest);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const equal: string[] = [];
  const columns = criteria.map(({ name, normalise = "min-max", direction = "higher" }, at) => {
    const column = normalised(values[at] as Float64Array, normalise, direction);
    if (column === null) equal.push(name);
    return column ?? new Float64Array(rows).fill(neutral(normalise));
  });
  const scores = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let score = 0;
    for (let at = 0; at < columns.length; at++) {
      score += (weights[at] as number) * (columns[at]?.[i] as number);
    }
    scores[i] = rounded(score / sum);
  }
  return {
    scores,
    equal,
    partsOf: (row) =>
      criteria.map(({ name }, at) => {
        const value = values[at]?.[row] as number;
        const normalised = columns[at]?.[row] as number;
        const weight = (weights[at] as number) / sum;
        return { name, value, normalised, weight, contribution: weight * normalised };
      }),
  };
}

const DECIMALS = 1e12;

/** Rounded to 12 decimals: scores that are equal but for rounding in their sums must be ties. */
function rounded(score: number): number {
  return Math.round(score * DECIMALS) / DECIMALS + 0;
}
