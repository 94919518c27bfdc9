import { type Accessor, type Column, checkAccessor, column, readValue } from "../rows/accessor.ts";
import { DataError } from "../rows/data-error.ts";
import { codesByKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";

/** Where rows say whether a customer has churned: `true` or 1, `false` or 0. */
export type ChurnedAccessor<Row> = Accessor<Row, boolean | 0 | 1>;

/** The sums over a group. */
export interface GroupTally {
  readonly group: GroupValue | null;
  rows: number;
  churned: number;
  value: number;
  churnedValue: number;
}

/** How rows are read. */
export interface GroupColumns<Row> {
  readonly key: Accessor<Row, GroupValue>;
  /** What issues call the key. */
  readonly keyName: string;
  /** `null` if all rows are of churned customers. */
  readonly churned: ChurnedAccessor<Row> | null;
  readonly value: Accessor<Row, number> | null;
}

/** Sums up rows by group, in the order in which groups first appear, and throws all that is wrong with them at once. */
export function groupTallies<Row>(rows: Iterable<Row>, columns: GroupColumns<Row>): readonly GroupTally[] {
  const list = listOfRows(rows);
  const collector = new IssueCollector();
  const { groups, codes } = codesByKey(list, columns.key, columns.keyName, collector);
  const churned = columns.churned === null ? null : columnOf<Row>("churned", columns.churned);
  const value = columns.value === null ? null : columnOf<Row>("value", columns.value);
  const tallies = groups.map(
    (group): GroupTally => ({ group, rows: 0, churned: 0, value: 0, churnedValue: 0 }),
  );
  for (let i = 0; i < list.length; i++) {
    const row = list[i];
    const gone = churned === null ? 1 : churnedOf(readValue(row, churned), i, churned.field, collector);
    const amount = value === null ? 0 : amountOf(readValue(row, value), i, value.field, collector);
    // A row whose group cannot be one has code 0, and its issue is thrown below.
    const tally = tallies[codes[i] as number];
    if (tally === undefined) continue;
    tally.rows += 1;
    tally.churned += gone;
    tally.value += amount;
    if (gone === 1) tally.churnedValue += amount;
  }
  collector.throwIfAny();
  if (value !== null) refuseOverflow(tallies, value.field);
  return tallies;
}

/** Sums must stay finite, or rates of them would be none. */
function refuseOverflow(tallies: readonly GroupTally[], field: string): void {
  const total = tallies.reduce((sum, tally) => sum + tally.value, 0);
  if (Number.isFinite(total)) return;
  const message = "The values add up to more than a number can hold: use a larger unit of money.";
  throw new DataError([{ code: "amount_overflow", row: null, field, value: total, message }]);
}

function columnOf<Row>(name: string, accessor: string | ((row: Row) => unknown)): Column<Row> {
  checkAccessor(name, accessor);
  return column(accessor, name);
}

function churnedOf(value: unknown, row: number, field: string, collector: IssueCollector): 0 | 1 {
  if (value === true || value === 1) return 1;
  if (value !== false && value !== 0) {
    collector.add("invalid_event", row, field, value, () => {
      const said =
        value === undefined || value === null ? "Nothing here says" : `${quoted(value)} does not say`;
      return `${said} whether the customer has churned: it must be true or 1, or false or 0.`;
    });
  }
  return 0;
}

function amountOf(value: unknown, row: number, field: string, collector: IssueCollector): number {
  if (typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY) return value;
  if (typeof value === "number" && Number.isFinite(value)) {
    collector.add(
      "negative_amount",
      row,
      field,
      value,
      () => `${value} is below 0: a share of it would say nothing.`,
    );
    return 0;
  }
  const fault = numberFault(value);
  collector.add(`${fault}_amount`, row, field, value, () => numberTrouble(fault, value));
  return 0;
}
