import type { Accessor } from "../rows/accessor.ts";
import { checkAccessor, column, readValue } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { encodeList } from "../rows/encode-list.ts";
import { MISSING_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";

/** Who gave the answers. */
export interface Answerers {
  readonly ids: readonly CustomerId[];
  /** For each response the number of its customer. */
  readonly codes: Int32Array;
}

/** The customer of each response; notes responses that name none. A customer may have answered more than once. */
export function answerersOf<Row>(
  responses: readonly Row[],
  accessor: Accessor<Row, CustomerId> | string,
  collector: IssueCollector,
): Answerers {
  checkAccessor("customer", accessor);
  const customer = column<Row>(accessor, "customer");
  const values = responses.map((row) => readValue(row, customer));
  const codes = new Int32Array(values.length);
  const ids = encodeList(values, codes);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code >= 0) continue;
    const missing = code === MISSING_ID;
    collector.add(missing ? "missing_customer" : "invalid_customer", i, customer.field, values[i], () =>
      missing
        ? "The customer id is missing: name the field that holds it in the option customer, or leave out anonymous answers."
        : `${quoted(values[i])} is no customer id: ids are texts or finite numbers.`,
    );
  }
  return { ids, codes };
}

/**
 * The answer that counts for each customer: his latest, or the last in the list if days are equal or not given; NaN for who never answered.
 *
 * An invitation that was left unanswered does not take back an earlier answer.
 */
export function latestAnswers(
  answers: Float64Array,
  { ids, codes }: Answerers,
  days: Int32Array | null,
): Float64Array {
  const latest = new Float64Array(ids.length).fill(Number.NaN);
  const since = new Int32Array(ids.length).fill(-(2 ** 31));
  for (let i = 0; i < answers.length; i++) {
    const answer = answers[i] as number;
    const day = days === null ? 0 : (days[i] as number);
    const customer = codes[i] as number;
    if (Number.isNaN(answer) || day < (since[customer] as number)) continue;
    latest[customer] = answer;
    since[customer] = day;
  }
  return latest;
}
