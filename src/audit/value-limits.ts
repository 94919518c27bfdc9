import { quantile } from "../math/quantile.ts";
import { checkNumber, checkOption } from "../rows/options.ts";

/** Limits of classes that anybody reads. */
const MOST_CLASSES = 30;

/** Refuses limits of classes that are none. */
export function checkValueLimits(
  path: string,
  limits: unknown,
): asserts limits is readonly number[] | undefined {
  if (limits === undefined) return;
  const shape = "Pass the limits of the classes in ascending order, such as [0, 50, 100, 500].";
  checkOption(path, limits, Array.isArray(limits) && limits.length > 0 ? null : shape);
  const list = limits as readonly unknown[];
  list.forEach((limit, k) => {
    checkNumber(`${path}[${k}]`, limit);
    const ascends = k === 0 || (limit as number) > (list[k - 1] as number);
    checkOption(`${path}[${k}]`, limit, ascends ? null : `It is not above the one before. ${shape}`);
  });
}

/**
 * Limits for a histogram of values: 0, and 1, 2, 5, 10, 20, 50, … from the one at or below the 5 % quantile of the values above 0 to the one at
 * or above their 95 % quantile. Only 0 if no value is above 0.
 */
export function defaultLimits(ascending: Float64Array): readonly number[] {
  const positive = ascending.filter((value) => value > 0);
  const low = quantile(positive, 0.05);
  const high = quantile(positive, 0.95);
  if (low === null || high === null || !Number.isFinite(high)) return [0];
  const limits: number[] = [];
  for (let step = stepBelow(low); limits.length < MOST_CLASSES; step++) {
    const limit = limitOf(step);
    // At the ends of what a number can hold there is no next limit.
    if (limit > 0 && Number.isFinite(limit)) limits.push(limit);
    if (limit >= high) break;
  }
  return [0, ...limits];
}

/** 1, 2, 5, 10, … by number; step 0 is 1. */
function limitOf(step: number): number {
  const power = Math.floor(step / 3);
  const digit = [1, 2, 5][step - 3 * power] as number;
  // Written as a decimal, since powers of ten below 1 are rounded.
  return Number(`${digit}e${power}`);
}

function stepBelow(value: number): number {
  let step = 3 * Math.floor(Math.log10(value)) + 3;
  while (limitOf(step) > value) step--;
  return step;
}
