import { type Column, missingFieldHint, readValue } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { checkOption } from "../rows/options.ts";
import { OPEN, WON } from "./offer-status.ts";
import type { ResolvedColumns } from "./resolve-columns.ts";
import { LEFT_OUT } from "./status-words.ts";

/** What stands in a column of numbers where a row has none; NaN stands for what is no finite number. */
const MISSING_NUMBER: number = Number.POSITIVE_INFINITY;

/** The columns of numbers. */
export type AmountName = "value" | "wonValue" | "margin" | "cost" | "hours";

interface AmountRule {
  readonly what: string;
  /** Whose number is needed. */
  readonly needed: "all" | "open" | "none";
  /** Whose number is looked at. */
  readonly read: "all" | "won";
  readonly mayBeNegative: boolean;
}

const RULES: Readonly<Record<AmountName, AmountRule>> = {
  value: { what: "value of the offer", needed: "all", read: "all", mayBeNegative: false },
  wonValue: { what: "value of the order", needed: "none", read: "won", mayBeNegative: false },
  margin: { what: "margin of an order", needed: "open", read: "all", mayBeNegative: true },
  cost: { what: "cost of the offer", needed: "open", read: "all", mayBeNegative: false },
  hours: { what: "number of hours", needed: "open", read: "all", mayBeNegative: false },
};

/** A column of numbers, read. */
export interface AmountLine<Row> {
  readonly name: AmountName;
  readonly column: Column<Row>;
  readonly numbers: Float64Array;
  readonly rule: AmountRule;
}

/** Reads the columns of numbers that there are: the values, if they were named or any offer has one, and those that were named. */
export function readAmounts<Row>(
  rows: readonly Row[],
  columns: ResolvedColumns<Row>,
  statuses: Uint8Array,
): readonly AmountLine<Row>[] {
  const value = readAmount(rows, "value", columns.value);
  const isThere = (number: number, i: number): boolean =>
    number !== MISSING_NUMBER && statuses[i] !== LEFT_OUT;
  const hasValues = columns.valueNamed || value.numbers.some(isThere);
  const unvalued = columns.wonValue !== null && !hasValues && rows.length > 0;
  checkOption("columns.value", null, unvalued ? VALUES_NEEDED : null);
  const others: readonly AmountName[] = ["wonValue", "margin", "cost", "hours"];
  const named = others.flatMap((name) => {
    const column = columns[name];
    return column === null ? [] : [readAmount(rows, name, column)];
  });
  return hasValues ? [value, ...named] : named;
}

const VALUES_NEEDED = "The values of orders were named, but not the values as offered: name both.";

function readAmount<Row>(rows: readonly Row[], name: AmountName, column: Column<Row>): AmountLine<Row> {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) numbers[i] = numberOf(readValue(rows[i], column));
  return { name, column, numbers, rule: RULES[name] };
}

function numberOf(value: unknown): number {
  // Adding 0 turns −0 into 0.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : Number.NaN;
  return value === null || value === undefined || value === "" ? MISSING_NUMBER : Number.NaN;
}

/** Whether a row has a number of a kind that its status does not let pass. */
export function isFaultyAmount<Row>(
  { numbers, rule }: AmountLine<Row>,
  row: number,
  status: number,
): boolean {
  if (rule.read === "won" && status !== WON) return false;
  const number = numbers[row] as number;
  if (number === MISSING_NUMBER) return rule.needed === "all" || (rule.needed === "open" && status === OPEN);
  return Number.isNaN(number) || (number < 0 && !rule.mayBeNegative);
}

/** Tells what is wrong with a number. */
export function reportAmount<Row>(
  row: Row | undefined,
  at: number,
  { column, numbers, rule }: AmountLine<Row>,
  collector: IssueCollector,
): void {
  const value = readValue(row, column);
  if ((numbers[at] as number) < 0) {
    collector.add("negative_value", at, column.field, value, () => {
      return `${quoted(value)} is below 0: the ${rule.what} is 0 or more.`;
    });
    return;
  }
  const fault = numberFault(value);
  collector.add(fault === "missing" ? "missing_value" : "invalid_value", at, column.field, value, () => {
    if (fault !== "missing") return numberTrouble(fault, value);
    const whose = rule.needed === "open" ? ", which an open offer needs" : "";
    return `The ${rule.what} is missing${whose}.${missingFieldHint(row, column.key)}`;
  });
}

/** The numbers of the kept rows; where a row may do without, what stands for it. */
export function keptAmounts<Row>({ numbers }: AmountLine<Row>, kept: Int32Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    const number = numbers[kept[i] as number] as number;
    result[i] = number === MISSING_NUMBER ? 0 : number;
  }
  return result;
}

/** The value of each order: what the rows say, else what was offered; 0 for offers that were not won. */
export function keptWonValues<Row>(
  line: AmountLine<Row> | undefined,
  values: Float64Array,
  statuses: Uint8Array,
  kept: Int32Array,
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    if (statuses[i] !== WON) continue;
    const said = line === undefined ? MISSING_NUMBER : (line.numbers[kept[i] as number] as number);
    result[i] = said === MISSING_NUMBER ? (values[i] as number) : said;
  }
  return result;
}
