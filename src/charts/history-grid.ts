import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import { checkNames, checkNumber } from "../rows/options.ts";
import { CHART_NAMES, type ChartOptions } from "./chart-options.ts";

/** Of which customers a matrix of frequency and recency tells. */
export interface HistoryGridOptions extends ChartOptions {
  /** Age of the customers, from the first purchase to now, in the model's unit. There is no default. */
  readonly T: number;
  /** Most repeat purchases shown, from 1 to 40. Default 10. */
  readonly mostPurchases?: number;
  /** What else is known of the customers, for a model with coefficients: `{ newsletter: 1 }`. */
  readonly covariates?: Readonly<Record<string, number>>;
}

/** The names of its options. */
export const GRID_NAMES: Readonly<Record<keyof HistoryGridOptions, true>> = {
  ...CHART_NAMES,
  T: true,
  mostPurchases: true,
  covariates: true,
};

/**
 * The histories of a matrix: for each number of repeat purchases the ages at which the last may have been, in even steps up to now.
 *
 * Without a repeat purchase that age is 0, with one it is above. A model of opportunities allows no more purchases than there were.
 */
export function historyGrid(
  model: Predictor<PurchaseModel>,
  options: HistoryGridOptions,
  names: Readonly<Record<string, true>>,
): readonly PurchaseHistory[] {
  checkNames("options", options, names);
  const { T, mostPurchases = 10, covariates } = options;
  const { discrete } = kernelOf(model);
  checkNumber("T", T, { above: 0, most: 1e6, whole: discrete });
  checkNumber("mostPurchases", mostPurchases, { least: 1, most: 40, whole: true });
  const recencies = ages(T, discrete);
  const known = covariates === undefined ? {} : { covariates };
  const grid: PurchaseHistory[] = [{ frequency: 0, recency: 0, T, ...known }];
  for (const recency of recencies) {
    const most = discrete ? Math.min(mostPurchases, recency) : mostPurchases;
    for (let frequency = 1; frequency <= most; frequency++) grid.push({ frequency, recency, T, ...known });
  }
  return grid;
}

/** Twelve or so ages above 0 in steps that are easily read, T the last of them. */
function ages(T: number, whole: boolean): readonly number[] {
  const step = readableStep(T / MOST_STEPS, whole);
  const count = Math.ceil(T / step - 1e-9);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? T : readable((i + 1) * step)));
}

const MOST_STEPS = 13;

/** 1, 2, 3 or 5 times a power of ten, at least so large. */
function readableStep(least: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 3, 5, 10].find((times) => times * power >= least * (1 - 1e-9)) ?? 10;
  return whole ? Math.max(1, Math.ceil(step * power)) : step * power;
}

/** Without the last digits that adding up leaves. */
function readable(value: number): number {
  return Number(value.toPrecision(12));
}
