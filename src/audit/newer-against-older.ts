import { CompensatedSums } from "../math/compensated-sums.ts";
import { studentQuantile } from "../math/student-quantile.ts";
import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { differenceOfRates } from "../statistics/rate-difference.ts";
import { type BaseCells, COMPARED_AGES } from "./base-cells.ts";
import type { PlacedCohort } from "./cohort-ages.ts";
import type { CohortAge, CohortDifference, NewerAgainstOlder, PooledCohorts } from "./cohort-view-result.ts";

/** Sums of squares below this part of themselves are rounding. */
const ROUNDING = 1e-12;

/** Newer against older cohorts at each age that two complete ones have reached. */
export function newerAgainstOlder(
  cohorts: readonly PlacedCohort[],
  cells: BaseCells,
  level: number,
): readonly NewerAgainstOlder[] {
  const known = cohorts.filter(({ cohort }) => !cohort.firstOfLog);
  const rows: NewerAgainstOlder[] = [];
  for (let age = 0; age < COMPARED_AGES; age++) {
    const reached = known.filter(({ cohort }) => cohort.ages[age]?.complete === true);
    const half = Math.floor(reached.length / 2);
    if (half === 0) break;
    const older = pool(reached.slice(0, half), cells, age);
    const newer = pool(reached.slice(-half), cells, age);
    const rates = differenceOfRates(
      { successes: newer.pooled.active, trials: newer.pooled.customers },
      { successes: older.pooled.active, trials: older.pooled.customers },
      standardErrorsOfLevel(level),
    );
    rows.push({
      age,
      older: older.pooled,
      newer: newer.pooled,
      activeShare: {
        difference: newer.pooled.activeShare - older.pooled.activeShare,
        lower: rates?.lower ?? null,
        upper: rates?.upper ?? null,
      },
      cumulativeRevenuePerCustomer: differenceOfMeans(newer, older, level),
    });
  }
  return rows;
}

interface Pool {
  readonly pooled: PooledCohorts;
  readonly mean: number;
  /** Variance of the mean; `null` for a single customer, and for squares that no number can hold. */
  readonly variance: number | null;
}

function pool(cohorts: readonly PlacedCohort[], cells: BaseCells, age: number): Pool {
  const sums = new CompensatedSums(2);
  let customers = 0;
  let active = 0;
  for (const { place, cohort } of cohorts) {
    const cell = cohort.ages[age] as CohortAge;
    customers += cohort.size;
    active += cell.active;
    sums.add(0, cell.cumulativeRevenue);
    for (let a = 0; a <= age; a++) sums.addSum(1, cells.squareSteps, place * COMPARED_AGES + a);
  }
  const mean = sums.at(0) / customers;
  const squares = sums.at(1);
  const aboutMean = squares - mean * sums.at(0);
  const spread = aboutMean > ROUNDING * squares ? aboutMean : 0;
  const names = cohorts.map(({ cohort }) => cohort.cohort.period);
  return {
    pooled: {
      first: names[0] as string,
      last: names.at(-1) as string,
      cohorts: cohorts.length,
      customers,
      active,
      activeShare: active / customers,
      cumulativeRevenuePerCustomer: mean,
    },
    mean,
    variance: customers < 2 || !Number.isFinite(squares) ? null : spread / (customers - 1) / customers,
  };
}

/** Welch's interval: the groups may differ in spread as well. */
function differenceOfMeans(newer: Pool, older: Pool, level: number): CohortDifference {
  const difference = newer.mean - older.mean;
  const none = { difference, lower: null, upper: null };
  if (newer.variance === null || older.variance === null) return none;
  const variance = newer.variance + older.variance;
  if (!Number.isFinite(variance)) return none;
  if (variance === 0) return { difference, lower: difference, upper: difference };
  const shares = [newer, older].map(({ variance: own, pooled }) => {
    return ((own ?? 0) / variance) ** 2 / (pooled.customers - 1);
  });
  const degreesOfFreedom = 1 / shares.reduce((sum, share) => sum + share, 0);
  const reach = studentQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(variance);
  return { difference, lower: difference - reach, upper: difference + reach };
}
