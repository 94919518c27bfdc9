import { seededRandom } from "../math/random.ts";
import { type Accessor, checkAccessor, column, missingFieldHint, readValue } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { notEnoughRows } from "./logistic-input.ts";

/** Which rows a model must not see before it is judged by them. */
export interface LogisticHoldout<Row> {
  /** Share of the rows that is held out, between 0 and 1. */
  readonly share: number;
  /** When each row happened, as number, `Date` or text that sorts (`"2025-01-31"`): the latest rows are held out. */
  readonly by?: Accessor<Row, number | string | Date>;
  /** Without `by` rows are drawn by chance: a whole number that makes the draw repeatable. Default 1. */
  readonly seed?: number;
}

const NAMES = { share: true, by: true, seed: true } satisfies Record<keyof LogisticHoldout<unknown>, true>;

/** The rows to fit to and the rows to judge by, each in the order of the input. */
export interface SplitRows {
  readonly training: Int32Array;
  readonly holdout: Int32Array;
}

/** Splits the rows `kept`; rows of one time stay together, in the holdout if the earliest that belongs there has it. */
export function splitRows<Row>(
  rows: readonly Row[],
  kept: Int32Array,
  holdout: LogisticHoldout<Row>,
): SplitRows {
  checkNames("holdout", holdout, NAMES);
  const { share, by, seed = 1 } = holdout;
  checkNumber("holdout.share", share, { above: 0, most: 1 - Number.EPSILON });
  checkNumber("holdout.seed", seed, { whole: true });
  const size = Math.min(kept.length - 1, Math.max(1, Math.round(share * kept.length)));
  const times = by === undefined ? drawn(kept.length, seed) : timesOf(rows, kept, by);
  const from = Float64Array.from(times).sort()[kept.length - size] as number;
  if (times.every((time) => time >= from)) throw notEnoughRows(ONE_TIME);
  return {
    training: kept.filter((_, i) => (times[i] as number) < from),
    holdout: kept.filter((_, i) => (times[i] as number) >= from),
  };
}

const ONE_TIME =
  "The rows that come last share their time with all before, so none is left to learn from: hold out a smaller share, or split by a finer time.";

function drawn(count: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => random.uniform());
}

/** The times of the kept rows as numbers that sort as they do. */
function timesOf<Row>(
  rows: readonly Row[],
  kept: Int32Array,
  by: Accessor<Row, number | string | Date>,
): Float64Array {
  checkAccessor("holdout.by", by);
  const key = column<Row>(by, "by");
  const faults = new IssueCollector();
  const texts: string[] = [];
  const times = new Float64Array(kept.length);
  kept.forEach((row, i) => {
    const value = readValue(rows[row], key);
    const time = value instanceof Date ? value.getTime() : value;
    if (typeof time === "number" && Number.isFinite(time) && texts.length === 0) times[i] = time;
    else if (typeof time === "string" && time !== "" && texts.length === i) texts.push(time);
    else {
      const message = `${quoted(value)} is no time to split by: use numbers, dates or texts that sort, one kind in all rows.${missingFieldHint(rows[row], key.key)}`;
      faults.add("invalid_value", row, key.field, value, () => message);
    }
  });
  faults.throwIfAny();
  if (texts.length === 0) return times;
  const rank = new Map([...new Set(texts)].sort().map((text, place) => [text, place]));
  return Float64Array.from(texts, (text) => rank.get(text) as number);
}
