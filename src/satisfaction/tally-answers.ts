import { bandOf, type Scale } from "./satisfaction-measure.ts";

/** What the rows of each group say, group after group. */
export interface AnswerTallies {
  readonly asked: Float64Array;
  readonly answered: Float64Array;
  /** Answers by group, then by band. */
  readonly bands: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** Adds up answers by group; a row whose code is below 0 is in none. */
export function tallyAnswers(
  answers: Float64Array,
  codes: Int32Array,
  groups: number,
  scale: Scale,
): AnswerTallies {
  const width = scale.bands.length;
  const tallies: AnswerTallies = {
    asked: new Float64Array(groups),
    answered: new Float64Array(groups),
    bands: new Float64Array(groups * width),
    sums: new Float64Array(groups),
    squares: new Float64Array(groups),
  };
  const { asked, answered, bands, sums, squares } = tallies;
  for (let i = 0; i < answers.length; i++) {
    const group = codes[i] as number;
    if (group < 0) continue;
    asked[group] = (asked[group] as number) + 1;
    const answer = answers[i] as number;
    if (Number.isNaN(answer)) continue;
    answered[group] = (answered[group] as number) + 1;
    const place = group * width + bandOf(answer, scale);
    bands[place] = (bands[place] as number) + 1;
    // Answers are whole numbers of the scale, so that these sums are exact.
    sums[group] = (sums[group] as number) + answer;
    squares[group] = (squares[group] as number) + answer * answer;
  }
  return tallies;
}

/** The tally of all groups together, as a group of its own. */
export function totalTally(answers: Float64Array, scale: Scale): AnswerTallies {
  return tallyAnswers(answers, new Int32Array(answers.length), 1, scale);
}
