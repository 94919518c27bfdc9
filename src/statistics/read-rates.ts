import { type Accessor, column } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { MOST_TRIALS } from "./proportion-interval.ts";

/** Where counts are read, without the type of the rows. */
export interface LooseRateColumns<Row> {
  readonly successes?: Accessor<Row, number>;
  readonly trials?: Accessor<Row, number>;
}

/** The counts of each row. */
export interface ReadRates<Row> {
  readonly rows: readonly Row[];
  readonly successes: Float64Array;
  readonly trials: Float64Array;
}

/** Reads successes and trials, and throws all that are none: trials must be 0 or more, and successes from 0 to trials. */
export function readRates<Row>(rows: Iterable<Row>, columns: LooseRateColumns<Row>): ReadRates<Row> {
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const won = (columns.successes ?? "successes") as Accessor<Row, number>;
  const all = (columns.trials ?? "trials") as Accessor<Row, number>;
  const successes = readNumbers(list, won, "successes", collector);
  const trials = readNumbers(list, all, "trials", collector);
  collector.throwIfAny();
  const wonColumn = column<Row>(won as string, "successes");
  const allColumn = column<Row>(all as string, "trials");
  for (let i = 0; i < list.length; i++) {
    const [some, most] = [successes[i] as number, trials[i] as number];
    if (most < 0 || most > MOST_TRIALS) {
      collector.add("invalid_value", i, allColumn.field, most, () => (most < 0 ? NEGATIVE : TOO_MANY));
    } else if (some < 0 || some > most) {
      const message = (): string =>
        `${quoted(some)} is no number of successes among ${most} trials: it must be from 0 to ${most}.`;
      collector.add("invalid_value", i, wonColumn.field, some, message);
    }
  }
  collector.throwIfAny();
  return { rows: list, successes, trials };
}

const TOO_MANY = "There can be at most 1e12 trials: use a larger unit of weight.";
const NEGATIVE = "There cannot be fewer than 0 trials.";
