import { logistic } from "../math/log-odds.ts";
import { DataError } from "../rows/data-error.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { daysPerUnit } from "../time/unit.ts";
import { reportHistory } from "./check-history.ts";
import { parametersFor, troubleUnder } from "./customer-under-model.ts";
import type { Predictor, PurchaseModel } from "./models.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";
import { kernelOf, type PurchaseParameters } from "./purchase-kernels.ts";
import { TimeTable } from "./time-table.ts";

/** What a base was expected to buy again, before anything but its first purchases was known. */
export interface BaseExpectation {
  /** Day of the first purchase of the first customer. */
  readonly from: CivilDay;
  /** Expected repeat purchases of the whole base up to and including a day. */
  by(day: CivilDay): number;
}

/** Customers of equal parameters: how many of each age. */
interface Cohort {
  readonly parameters: PurchaseParameters;
  readonly ages: TimeTable;
  readonly weights: number[];
}

/** The expectation of a base whose ages are those as of a day; the caller has checked that unit and kind fit. */
export function baseExpectation(
  model: Predictor<PurchaseModel>,
  customers: PurchaseHistories,
  asOf: CivilDay,
): BaseExpectation {
  const kernel = kernelOf(model);
  const perUnit = daysPerUnit(customers.unit);
  const cohorts = cohortsOf(model, kernel, customers);
  let oldest = 0;
  for (const { ages } of cohorts) for (const age of ages.values) oldest = Math.max(oldest, age);
  // An age in whole days is not always to the last bit what the unit makes of it.
  const from = asOf - Math.ceil(oldest * perUnit - 1e-6);
  const parts = cohorts.map((cohort) => cohortExpectation(cohort, kernel, perUnit));
  return { from, by: (day) => parts.reduce((sum, part) => sum + part(day - asOf), 0) };
}

/** Refuses a model whose time is counted in opportunities and not in days. */
export function refuseOpportunities(model: Predictor<PurchaseModel>, field: string): void {
  if (!kernelOf(model).discrete) return;
  const message =
    "This model counts opportunities, not days, so there is no calendar to hold against it: use a model in continuous time, such as fitBgNbd, or ask expectedPurchases.";
  throw new DataError([{ code: "invalid_model", row: null, field, value: model.kind, message }]);
}

/** Only the first purchase matters here: customers of equal age and covariates are one. */
function cohortsOf(
  model: Predictor<PurchaseModel>,
  kernel: PurchaseKernel<PurchaseParameters>,
  { rows, unit }: PurchaseHistories,
): Cohort[] {
  const collector = new IssueCollector();
  const cohorts = new Map<string, Cohort>();
  const names = [...new Set((model.coefficients ?? []).map(({ covariate }) => covariate))];
  rows.forEach((row, i) => {
    const fault = troubleUnder(model, kernel, row);
    if (fault !== null) {
      reportHistory(collector, i, row, fault);
      return;
    }
    const key = names.length === 0 ? "" : names.map((name) => row.covariates?.[name]).join(" ");
    let cohort = cohorts.get(key);
    if (cohort === undefined) {
      cohort = { parameters: parametersFor(model, row), ages: new TimeTable(unit), weights: [] };
      cohorts.set(key, cohort);
    }
    const at = cohort.ages.indexOf(row.T);
    cohort.weights[at] = (cohort.weights[at] ?? 0) + (row.weight ?? 1);
  });
  collector.throwIfAny();
  return [...cohorts.values()];
}

/** Expected repeat purchases of a cohort up to so many days after the day of its ages. */
function cohortExpectation(
  { parameters, ages, weights }: Cohort,
  kernel: PurchaseKernel<PurchaseParameters>,
  perUnit: number,
): (daysLater: number) => number {
  const alive = logistic(-kernel.logOddsDead(parameters, 0, 0, 0));
  const known = new Map<number, number>();
  const expected = (time: number): number =>
    alive * kernel.expectedPurchasesIfAlive(parameters, 0, 0, 0, time);
  const afterDays = (days: number): number => {
    let value = known.get(days);
    if (value === undefined) {
      value = expected(days / perUnit);
      known.set(days, value);
    }
    return value;
  };
  const times = ages.values;
  return (daysLater) => {
    let sum = 0;
    times.forEach((age, i) => {
      const days = Math.round(age * perUnit);
      const whole = days / perUnit === age;
      const elapsed = whole ? days + daysLater : age * perUnit + daysLater;
      if (elapsed <= 0) return;
      sum += (weights[i] as number) * (whole ? afterDays(elapsed) : expected(elapsed / perUnit));
    });
    return sum;
  };
}
