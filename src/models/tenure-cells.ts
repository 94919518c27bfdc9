import { IssueCollector } from "../rows/issue-collector.ts";
import { checkOneOf, checkOption } from "../rows/options.ts";
import { TIME_UNITS } from "../time/unit.ts";
import { reportHistory } from "./check-history.ts";
import { cohortFault, contractFault } from "./contract-faults.ts";
import type { ContractCohorts, ContractHistories, ContractRows } from "./contract-histories.ts";

/**
 * All that a model of retention needs to know of a base: how many stayed and how many left at each opportunity.
 *
 * The t-th entry (from 0) is about the opportunity after t renewals. Since everybody who is there decides, whatever cohort he comes from,
 * these counts hold the whole likelihood.
 */
export interface TenureCells {
  readonly kept: readonly number[];
  readonly lost: readonly number[];
  readonly customers: number;
}

/** Counts who stayed and who left at each opportunity. */
export function tenureCells(customers: ContractHistories): TenureCells {
  checkContractBase(customers);
  return "cohorts" in customers ? fromCohorts(customers) : fromRows(customers);
}

/** Refuses what is neither rows nor cohorts, for those who write without types. */
function checkContractBase(customers: ContractHistories): void {
  const given = typeof customers === "object" && customers !== null ? customers : {};
  const hasRows = "rows" in given && Array.isArray(given.rows);
  const hasCohorts = "cohorts" in given && Array.isArray(given.cohorts);
  const form = "{ unit, cohorts: [[1000, 869, 743]] } or { unit, rows: [{ renewals: 2, lost: true }] }";
  checkOption(
    "customers",
    customers,
    hasRows === hasCohorts ? `These are no customers under contract: pass either ${form}.` : null,
  );
  checkOneOf("customers.unit", customers.unit, TIME_UNITS);
}

function fromCohorts({ cohorts }: ContractCohorts): TenureCells {
  const collector = new IssueCollector();
  cohorts.forEach((survivors, i) => {
    const fault = cohortFault(survivors);
    if (fault === null) return;
    const value = fault.at === null ? survivors : survivors[fault.at];
    const field = fault.at === null ? `cohorts[${i}]` : `cohorts[${i}][${fault.at}]`;
    collector.add("invalid_history", i, field, value, () => fault.trouble);
  });
  collector.throwIfAny();
  const kept: number[] = [];
  const lost: number[] = [];
  let customers = 0;
  for (const survivors of cohorts) {
    customers += survivors[0] as number;
    for (let t = 1; t < survivors.length; t++) {
      const stayed = survivors[t] as number;
      kept[t - 1] = (kept[t - 1] ?? 0) + stayed;
      lost[t - 1] = (lost[t - 1] ?? 0) + (survivors[t - 1] as number) - stayed;
    }
  }
  return { kept, lost, customers };
}

function fromRows({ rows }: ContractRows): TenureCells {
  const collector = new IssueCollector();
  // By renewals: who left at the next opportunity, and who has not come to it yet.
  const lost: number[] = [];
  const waiting: number[] = [];
  rows.forEach((row, i) => {
    const fault = contractFault(row);
    if (fault !== null) {
      reportHistory(collector, i, row, fault);
      return;
    }
    const counts = row.lost ? lost : waiting;
    while (counts.length <= row.renewals) counts.push(0);
    counts[row.renewals] = (counts[row.renewals] as number) + (row.weight ?? 1);
  });
  collector.throwIfAny();
  // Backwards: who has renewed more than t times stayed at the opportunity after t renewals.
  const opportunities = Math.max(lost.length, waiting.length - 1, 0);
  const kept = new Array<number>(opportunities);
  let later = waiting[opportunities] ?? 0;
  for (let t = opportunities - 1; t >= 0; t--) {
    kept[t] = later;
    later += (lost[t] ?? 0) + (waiting[t] ?? 0);
  }
  return { kept, lost: kept.map((_, t) => lost[t] ?? 0), customers: later };
}
