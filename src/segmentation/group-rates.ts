import { type Accessor, checkAccessor, column, missingFieldHint, readValue } from "../rows/accessor.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";

/** Where rows say whether something holds: `true` or 1, `false` or 0. */
export type FlagAccessor<Row> = Accessor<Row, boolean | 0 | 1>;

/** For how many customers of a group something holds. */
export interface RateSummary {
  readonly count: number;
  /** Count ÷ customers; `null` without customers, as are the limits of its Wilson interval. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** 1 for each row for which something holds, else 0; rows that do not say are noted. */
export function readFlags<Row>(
  rows: readonly Row[],
  accessor: FlagAccessor<Row>,
  path: string,
  collector: IssueCollector,
): Uint8Array {
  checkAccessor(path, accessor);
  const flag = column<Row>(accessor, path);
  const flags = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const value = readValue(rows[i], flag);
    if (value === true || value === 1) flags[i] = 1;
    else if (value !== false && value !== 0) {
      const missing = value === undefined || value === null;
      collector.add(missing ? "missing_value" : "invalid_value", i, flag.field, value, () =>
        missing
          ? `Nothing here says yes or no: it must be true or 1, or false or 0.${missingFieldHint(rows[i], flag.key)}`
          : `${quoted(value)} says neither yes nor no: it must be true or 1, or false or 0.`,
      );
    }
  }
  return flags;
}

/** How often something holds by group, and over all. */
export interface CountedGroups {
  readonly groups: readonly RateSummary[];
  readonly total: RateSummary;
}

/** Counts flags by group, with intervals that reach z standard errors. */
export function summarizeFlags(
  flags: Uint8Array,
  codes: Int32Array,
  customers: Int32Array,
  z: number,
): CountedGroups {
  const counts = new Int32Array(customers.length);
  let total = 0;
  for (let i = 0; i < flags.length; i++) {
    const group = codes[i] as number;
    counts[group] = (counts[group] as number) + (flags[i] as number);
    total += flags[i] as number;
  }
  return {
    groups: Array.from(counts, (count, group) => rateOf(count, customers[group] as number, z)),
    total: rateOf(total, flags.length, z),
  };
}

function rateOf(count: number, customers: number, z: number): RateSummary {
  const { rate = null, lower = null, upper = null } = wilsonInterval(count, customers, z) ?? {};
  return { count, rate, lower, upper };
}
