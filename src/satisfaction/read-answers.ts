import { checkAccessor, column, type LooseAccessor, missingFieldHint, readValue } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { anyHasField } from "../rows/unique-customers.ts";
import type { Scale } from "./satisfaction-measure.ts";

/**
 * The answer of each row, NaN for who was asked and did not answer; what is no answer of the scale is noted.
 *
 * Only whole numbers are answers: a mean of answers has no place among promoters and detractors.
 */
export function readAnswers<Row>(
  rows: readonly Row[],
  accessor: LooseAccessor | ((row: Row) => unknown),
  scale: Scale,
  collector: IssueCollector,
): Float64Array {
  checkAccessor("score", accessor);
  const score = column<Row>(accessor, "score");
  const known = score.key === null || rows.length === 0 || anyHasField(rows, score.key);
  const answers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = readValue(rows[i], score);
    const answer = typeof value === "number" ? value : Number.NaN;
    answers[i] = answer;
    if (Number.isInteger(answer) && answer >= scale.least && answer <= scale.most) continue;
    const fault = numberFault(value);
    // Who says nothing has not answered; but if no row has the field, its name is wrong.
    if (fault === "missing" && (known || i > 0)) continue;
    collector.add(fault === "missing" ? "missing_value" : "invalid_value", i, score.field, value, () => {
      if (fault === "missing") return `No row has an answer.${missingFieldHint(rows[i], score.key)}`;
      if (typeof value !== "number" || !Number.isFinite(value)) return numberTrouble(fault, value);
      const range = `whole numbers from ${scale.least} to ${scale.most}`;
      return `${quoted(value)} is no answer: answers are ${range}, and missing where nobody answered.`;
    });
  }
  return answers;
}
