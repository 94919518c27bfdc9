import type { GroupCodes } from "../rows/group-codes.ts";
import { summarizeFlags } from "./group-rates.ts";
import { shareOf } from "./group-sums.ts";
import { summarizeValues } from "./group-values.ts";
import type { GroupSummary, SummaryByGroup } from "./summarize-by-result.ts";

/** What was read from the rows, by the names of the caller. */
export interface NamedColumns {
  readonly values: readonly (readonly [string, Float64Array])[];
  readonly flags: readonly (readonly [string, Uint8Array])[];
  readonly sortBy: string | undefined;
}

/** The rows of the groups and of all, with intervals that reach z standard errors. */
export function summarizeGroups<Group, Value extends string, Rate extends string>(
  { groups, codes }: GroupCodes<Group>,
  { values, flags, sortBy }: NamedColumns,
  z: number,
): SummaryByGroup<Group, Value, Rate> {
  const customers = new Int32Array(groups.length);
  for (let i = 0; i < codes.length; i++) {
    const group = codes[i] as number;
    customers[group] = (customers[group] as number) + 1;
  }
  const sums = values.map(([name, own]) => [name, summarizeValues(own, codes, groups.length)] as const);
  const counts = flags.map(([name, own]) => [name, summarizeFlags(own, codes, customers, z)] as const);
  const rows = groups.map(
    (group, at): GroupSummary<Group, Value, Rate> => ({
      group,
      customers: customers[at] as number,
      shareOfCustomers: shareOf(customers[at] as number, codes.length),
      values: named(sums.map(([name, parts]) => [name, parts.groups[at]])),
      rates: named(counts.map(([name, parts]) => [name, parts.groups[at]])),
    }),
  );
  const orderedBy =
    sortBy === "customers"
      ? customers
      : sums.find(([name]) => name === sortBy)?.[1].groups.map(({ sum }) => sum);
  return {
    rows: orderedBy === undefined ? rows : descending(rows, orderedBy),
    total: {
      customers: codes.length,
      shareOfCustomers: shareOf(codes.length, codes.length),
      values: named(sums.map(([name, { total }]) => [name, total])),
      rates: named(counts.map(([name, { total }]) => [name, total])),
    },
  };
}

/** The rows with the largest number first; equal ones stay as they are. */
function descending<Row>(rows: readonly Row[], numbers: ArrayLike<number>): readonly Row[] {
  return rows
    .map((row, at) => ({ row, number: numbers[at] as number }))
    .sort((left, right) => right.number - left.number)
    .map(({ row }) => row);
}

/** A record by the caller's names; made from entries, since one may be `__proto__`. */
function named<Name extends string, Summary>(
  entries: readonly (readonly [string, Summary | undefined])[],
): Readonly<Record<Name, Summary>> {
  return Object.fromEntries(entries) as Record<Name, Summary>;
}
