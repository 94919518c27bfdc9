import { checkNames } from "../rows/options.ts";
import {
  type ConfidenceOptions,
  checkLevel,
  type Interval,
  standardErrorsOfLevel,
} from "../statistics/confidence.ts";
import { type Estimated, type PerParameter, standardErrors } from "./standard-errors.ts";

/**
 * Confidence intervals of a model's parameters.
 *
 * Wald intervals of the logarithms, transformed back: the parameters are positive and their estimates skew, so the limits are never below 0
 * and lie at equal factors from the estimate.
 *
 * @param model - A fitted model.
 * @param options - `level`, default 0.95.
 * @returns `{ lower, upper }` per parameter, in the parameter's unit; `null` where the data did not determine it.
 * @throws {@link DataError} if the level is not between 0 and 1, or it is no model.
 *
 * @example
 * import { confidenceIntervals } from "clientele";
 *
 * const covariance = [[0.04, 0, 0], [0, 0.01, 0], [0, 0, 1]];
 * const model = { kind: "gamma-gamma", parameters: { p: 6, q: 4, gamma: 15 }, covariance } as const;
 * confidenceIntervals(model, { level: 0.9 }).p; // => { lower: 5.680, upper: 6.338 }
 */
export function confidenceIntervals<M extends Estimated>(
  model: M,
  options: ConfidenceOptions = {},
): PerParameter<M["parameters"], Interval | null> {
  checkNames("options", options, { level: true } satisfies Record<keyof ConfidenceOptions, true>);
  const { level = 0.95 } = options;
  checkLevel(level);
  const z = standardErrorsOfLevel(level);
  const errors = standardErrors(model);
  const parameters = model.parameters as Readonly<Record<string, number>>;
  const intervals = Object.entries<number | null>(errors).map(([name, error]) => {
    const estimate = parameters[name] as number;
    if (error === null) return [name, null];
    const factor = Math.exp((z * error) / estimate);
    return [name, { lower: estimate / factor, upper: estimate * factor }];
  });
  return Object.fromEntries(intervals) as PerParameter<M["parameters"], Interval | null>;
}
