import type { JudgedCustomer } from "./judged-customers.ts";

/** Customers of equal frequency in the calibration, and what became of them. */
export interface FrequencyRow {
  /** Repeat purchases in the calibration. */
  readonly frequency: number;
  /** Whether those with more stand here too; true of the last row. */
  readonly orMore: boolean;
  readonly customers: number;
  /** Purchases in the holdout per customer; `null` without customers, as are the following. */
  readonly actualMean: number | null;
  /** Expected purchases in the holdout per customer. */
  readonly expectedMean: number | null;
  /** Share that bought in the holdout. */
  readonly shareBuying: number | null;
  /** Mean probability of buying in the holdout. */
  readonly meanProbabilityOfBuying: number | null;
}

/** Customers of nearly equal probability, and how many of them bought. */
export interface ProbabilityRow {
  /** Least probability of the row, included. */
  readonly from: number;
  /** Where the next row begins; 1 itself belongs to the last. */
  readonly to: number;
  readonly customers: number;
  /** Mean P(alive) at the end of the calibration; `null` without customers, as are the following. */
  readonly meanProbabilityAlive: number | null;
  /** Mean probability of at least one purchase in the holdout. */
  readonly meanProbabilityOfBuying: number | null;
  /** Share that bought in the holdout. */
  readonly shareBuying: number | null;
}

/** One row for each frequency from 0, the last for all from 7 on. */
export function frequencyTable(customers: readonly JudgedCustomer[]): FrequencyRow[] {
  const groups = tallies(customers, MOST_FREQUENT + 1, ({ frequency }) => Math.min(frequency, MOST_FREQUENT));
  return groups.map((group, frequency) => ({
    frequency,
    orMore: frequency === MOST_FREQUENT,
    customers: group.customers,
    actualMean: per(group, group.actual),
    expectedMean: per(group, group.expected),
    shareBuying: per(group, group.buyers),
    meanProbabilityOfBuying: per(group, group.buying),
  }));
}

const MOST_FREQUENT = 7;

/** Ten rows of equal width, by either probability. */
export function probabilityTable(
  customers: readonly JudgedCustomer[],
  by: "probabilityAlive" | "probabilityOfBuying",
): ProbabilityRow[] {
  const groups = tallies(customers, BINS, (customer) => Math.min(Math.floor(customer[by] * BINS), BINS - 1));
  return groups.map((group, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    customers: group.customers,
    meanProbabilityAlive: per(group, group.alive),
    meanProbabilityOfBuying: per(group, group.buying),
    shareBuying: per(group, group.buyers),
  }));
}

const BINS = 10;

/** The sums over a group of customers. */
interface Tally {
  customers: number;
  actual: number;
  expected: number;
  buyers: number;
  alive: number;
  buying: number;
}

function tallies(
  customers: readonly JudgedCustomer[],
  groups: number,
  groupOf: (customer: JudgedCustomer) => number,
): Tally[] {
  const all: Tally[] = Array.from({ length: groups }, () => ({
    customers: 0,
    actual: 0,
    expected: 0,
    buyers: 0,
    alive: 0,
    buying: 0,
  }));
  for (const customer of customers) {
    const group = all[groupOf(customer)] as Tally;
    group.customers += 1;
    group.actual += customer.actual;
    group.expected += customer.expected;
    if (customer.actual > 0) group.buyers += 1;
    group.alive += customer.probabilityAlive;
    group.buying += customer.probabilityOfBuying;
  }
  return all;
}

function per({ customers }: Tally, sum: number): number | null {
  return customers === 0 ? null : sum / customers;
}
