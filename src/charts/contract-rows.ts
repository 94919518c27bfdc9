import type { ContractHistories } from "../models/contract-histories.ts";
import type { ContractModel } from "../models/contract-models.ts";
import type { Predictor } from "../models/models.ts";
import { type ProjectedSurvivors, projectSurvivors } from "../models/project-survivors.ts";
import { retentionRate } from "../models/retention-rate.ts";
import { survivalProbability } from "../models/survival-probability.ts";
import { tenureCells } from "../models/tenure-cells.ts";
import type { ChartRow } from "./chart.ts";

/** A model of retention, perhaps with what its parameters leave open. */
export type ProjectingModel = Predictor<ContractModel> & Partial<Pick<ContractModel, "covariance">>;

/** What was observed of customers under contract. */
export interface ObservedRetention {
  readonly customers: number;
  /** A row per opportunity, the first renewal first. */
  readonly rows: readonly ObservedRenewal[];
}

/** What was observed at one opportunity to leave. */
export interface ObservedRenewal {
  readonly period: number;
  readonly atRisk: number;
  /** Share of them that renewed. */
  readonly retention: number;
  /** Share of all that is left, as the product of the rates so far. */
  readonly survival: number;
}

/** Observed rates and what they multiply up to, over all cohorts together; opportunities without customers end the row. */
export function observedRetention(customers: ContractHistories): ObservedRetention {
  const cells = tenureCells(customers);
  const rows: ObservedRenewal[] = [];
  let survival = 1;
  for (let t = 0; t < cells.kept.length; t++) {
    const kept = cells.kept[t] as number;
    const atRisk = kept + (cells.lost[t] as number);
    if (!(atRisk > 0)) break;
    survival *= kept / atRisk;
    rows.push({ period: t + 1, atRisk, retention: kept / atRisk, survival });
  }
  return { customers: cells.customers, rows };
}

/**
 * What the model says of each period, with the range in which the shares of so many customers should lie.
 *
 * The interval of a rate is that of those who are there, as many as were observed or, beyond, as the model expects.
 */
export function fittedRows(
  model: ProjectingModel,
  periods: number,
  observed: ObservedRetention | null,
  level: number,
): readonly ChartRow[] {
  const size = observed?.customers ?? null;
  const start = { period: 0, survival: 1, survivalLower: null, survivalUpper: null };
  const first: ChartRow = {
    ...start,
    retention: null,
    retentionLower: null,
    retentionUpper: null,
    projection: false,
  };
  const projected =
    size === null ? null : projectSurvivors(model, { survivors: size, renewals: 0, periods, level });
  const rows = Array.from({ length: periods }, (_, i): ChartRow => {
    const period = i + 1;
    const own = projected?.[i];
    const there = observed?.rows[i]?.atRisk ?? (size ?? 0) * survivalProbability(model, i);
    const next = rateOf(model, i, there, level);
    return {
      period,
      survival: survivalProbability(model, period),
      survivalLower: own === undefined || size === null ? null : own.lower / size,
      survivalUpper: own === undefined || size === null ? null : own.upper / size,
      retention: retentionRate(model, period),
      retentionLower: next === null ? null : next.lower / there,
      retentionUpper: next === null ? null : next.upper / there,
      projection: period > (observed?.rows.length ?? 0),
    };
  });
  return [first, ...rows];
}

function rateOf(
  model: ProjectingModel,
  renewals: number,
  survivors: number,
  level: number,
): ProjectedSurvivors | null {
  if (!(survivors > 0)) return null;
  return projectSurvivors(model, { survivors, renewals, periods: 1, level })[0] ?? null;
}
