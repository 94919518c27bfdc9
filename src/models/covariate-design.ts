import type { Evaluation, Objective } from "../math/trust-region-newton.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { invalidOption } from "../rows/options.ts";
import { checkBase } from "./check-base.ts";
import { reportHistory } from "./check-history.ts";
import { type CovariateShift, covariateTrouble } from "./covariate-shift.ts";
import type { PurchaseCells } from "./purchase-cells.ts";
import type { PurchaseHistories, WeightedHistory } from "./purchase-histories.ts";

/** Customers with equal covariates. */
export interface CovariateGroup {
  readonly cells: PurchaseCells;
  /** The covariate of each shift, centred and scaled. */
  readonly values: readonly number[];
}

/** How the search sees covariates: centred and scaled, so that their units do not matter to it. */
export interface CovariateDesign {
  readonly shifts: readonly CovariateShift[];
  /** Mean and standard deviation of the covariate of each shift. */
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly groups: readonly CovariateGroup[];
}

/** Groups customers by their covariates; within a group the parameters are the same. */
export function covariateDesign(
  customers: PurchaseHistories,
  shifts: readonly CovariateShift[],
  cellsOf: (histories: PurchaseHistories) => PurchaseCells,
): CovariateDesign {
  checkBase(customers);
  const collector = new IssueCollector();
  customers.rows.forEach((row, i) => {
    const fault = covariateTrouble(row, shifts);
    if (fault !== null) reportHistory(collector, i, row, fault);
  });
  collector.throwIfAny();
  // One reading of the whole base first, so that an impossible history is reported with its row.
  cellsOf(customers);
  const members = new Map<string, { readonly values: readonly number[]; readonly rows: WeightedHistory[] }>();
  for (const row of customers.rows) {
    const values = shifts.map(({ covariate }) => row.covariates?.[covariate] as number);
    const key = values.join(" ");
    const known = members.get(key);
    if (known === undefined) members.set(key, { values, rows: [row] });
    else known.rows.push(row);
  }
  const parts = [...members.values()].map(({ values, rows }) => ({
    values,
    cells: cellsOf({ unit: customers.unit, rows }),
  }));
  const { means, scales } = spread(parts, shifts);
  const groups = parts.map(({ values, cells }) => ({
    cells,
    values: values.map((value, c) => (value - (means[c] as number)) / (scales[c] as number)),
  }));
  return { shifts, means, scales, groups };
}

function spread(
  parts: readonly CovariateGroup[],
  shifts: readonly CovariateShift[],
): { readonly means: readonly number[]; readonly scales: readonly number[] } {
  const customers = parts.reduce((sum, { cells }) => sum + cells.customers, 0);
  const mean = (f: (values: readonly number[]) => number): number =>
    parts.reduce((sum, { values, cells }) => sum + cells.customers * f(values), 0) / customers;
  const means = shifts.map((_, c) => mean((values) => values[c] as number));
  const scales = shifts.map((_, c) =>
    Math.sqrt(mean((values) => ((values[c] as number) - (means[c] as number)) ** 2)),
  );
  shifts.forEach(({ parameter, covariate }, c) => {
    if (!((scales[c] as number) > 1e-12 * Math.abs(means[c] as number))) {
      const trouble = `The covariate ${JSON.stringify(covariate)} is the same for all customers, so its effect cannot be told: leave it out.`;
      throw invalidOption(`covariates.${parameter}`, covariate, trouble);
    }
  });
  return { means, scales };
}

/** The log-likelihood of all groups, as a function of the logarithms of the parameters at mean covariates and the scaled coefficients. */
export function likelihoodWithCovariates(
  { shifts, groups }: CovariateDesign,
  likelihood: (cells: PurchaseCells) => Objective,
  parameters: number,
): Objective {
  const objectives = groups.map(({ cells, values }) => ({ objective: likelihood(cells), values }));
  const size = parameters + shifts.length;
  return (point) => {
    const sum = {
      value: 0,
      gradient: new Array<number>(size).fill(0),
      hessian: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
    };
    for (const { objective, values } of objectives) {
      const shifted = point.slice(0, parameters);
      shifts.forEach(({ at, sign }, c) => {
        shifted[at] =
          (shifted[at] as number) + sign * (values[c] as number) * (point[parameters + c] as number);
      });
      addGroup(sum, objective(shifted), shifts, values, parameters);
    }
    return sum;
  };
}

interface RunningEvaluation extends Evaluation {
  value: number;
  readonly gradient: number[];
}

/** By the chain rule: a coefficient moves the logarithm of its parameter by sign · value. */
function addGroup(
  sum: RunningEvaluation,
  { value, gradient, hessian }: Evaluation,
  shifts: readonly CovariateShift[],
  values: readonly number[],
  parameters: number,
): void {
  const size = parameters + shifts.length;
  const at = (i: number): number => (i < parameters ? i : (shifts[i - parameters] as CovariateShift).at);
  const by = (i: number): number =>
    i < parameters ? 1 : (shifts[i - parameters] as CovariateShift).sign * (values[i - parameters] as number);
  sum.value += value;
  for (let i = 0; i < size; i++) {
    sum.gradient[i] = (sum.gradient[i] as number) + by(i) * (gradient[at(i)] as number);
    const row = sum.hessian[i] as number[];
    for (let j = 0; j < size; j++) {
      row[j] = (row[j] as number) + by(i) * by(j) * (hessian[at(i)]?.[at(j)] as number);
    }
  }
}

/**
 * From the coordinates of the search to logarithms of parameters for covariates of 0, and coefficients per unit of each covariate: the
 * matrix of that linear map.
 */
export function toOriginalScale({ shifts, means, scales }: CovariateDesign, parameters: number): number[][] {
  const size = parameters + shifts.length;
  const map = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)),
  );
  shifts.forEach(({ at, sign }, c) => {
    const scale = scales[c] as number;
    const column = parameters + c;
    (map[at] as number[])[column] = (-sign * (means[c] as number)) / scale;
    (map[column] as number[])[column] = 1 / scale;
  });
  return map;
}
