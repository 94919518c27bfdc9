import { normalQuantile } from "../math/normal-quantile.ts";
import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel, standardErrorsOfLevel } from "./confidence.ts";
import { newcombeInterval } from "./newcombe-interval.ts";
import { wilsonInterval } from "./proportion-interval.ts";
import { smallestSize } from "./smallest-size.ts";

/** What both ways of asking for a size need. */
interface DifferenceSizeSettings extends ConfidenceOptions {
  /** The rate that is expected of the control group, in [0, 1]. */
  readonly control: number;
  /** Treated customers for each customer of the control group. Default 1. */
  readonly ratio?: number;
}

/** A difference that a test is to find. */
export interface DetectDifference extends DifferenceSizeSettings {
  /** Rate of the treated less rate of the control group, as a share: 0.02 for two points more. */
  readonly uplift: number;
  /** Probability that a true difference of this size is found. Default 0.8. */
  readonly power?: number;
}

/** A difference that is to be known to within so much. */
export interface MeasureDifference extends DifferenceSizeSettings {
  /** The rate that is expected of the treated group, in [0, 1]. */
  readonly treated: number;
  /** Half the width of the interval of the difference that is wanted, as a share. At least 1e-6. */
  readonly halfWidth: number;
}

/** How many customers to treat, and how many to leave alone for comparison. */
export interface DifferenceSize {
  readonly control: number;
  readonly treated: number;
}

/**
 * How many customers a comparison of two rates takes: to find an uplift, or to measure it to within so many points.
 *
 * With `uplift`: so many that a two-sided test at 1 − `level` finds a true difference of this size with probability `power`, by the normal
 * approximation with the pooled rate under equality and both rates under difference; without continuity correction. With `treated` and
 * `halfWidth`: the smallest number whose Newcombe interval, for the expected rates, is no wider than wanted. Both are sizes of complete
 * groups: who cannot be reached must be added.
 *
 * @param options - `control` rate; either `uplift` and, if wanted, `power` (default 0.8), or `treated` and `halfWidth`; `level`, default 0.95;
 *   `ratio` of treated to control customers, default 1.
 * @returns `{ control, treated }`: whole customers of each group.
 * @throws {@link DataError} for options that cannot be used.
 * @see Fleiss, Levin & Paik (2003), "Statistical methods for rates and proportions", chapter 4, before the correction for continuity;
 *   Newcombe (1998), method 10, for widths.
 *
 * @example
 * import { sampleSizeForDifference } from "clientele";
 *
 * sampleSizeForDifference({ control: 0.5, uplift: 0.25, power: 0.9 }); // => { control: 77, treated: 77 }
 * sampleSizeForDifference({ control: 0.1, treated: 0.12, halfWidth: 0.01 }); // => { control: 7522, treated: 7522 }
 */
export function sampleSizeForDifference(options: DetectDifference | MeasureDifference): DifferenceSize {
  const measured = typeof options === "object" && options !== null && "halfWidth" in options;
  checkNames("options", options, measured ? MEASURE_NAMES : DETECT_NAMES);
  const { control, ratio = 1, level = 0.95 } = options;
  checkLevel(level);
  checkNumber("control", control, { least: 0, most: 1 });
  checkNumber("ratio", ratio, { above: 0 });
  return "halfWidth" in options ? toMeasure(options, ratio, level) : toDetect(options, ratio, level);
}

const SETTINGS = { control: true, ratio: true, level: true } as const;
const MEASURE_NAMES = { ...SETTINGS, treated: true, halfWidth: true } satisfies Record<
  keyof MeasureDifference,
  true
>;
const DETECT_NAMES = { ...SETTINGS, uplift: true, power: true } satisfies Record<
  keyof DetectDifference,
  true
>;

function toDetect(
  { control, uplift, power = 0.8 }: DetectDifference,
  ratio: number,
  level: number,
): DifferenceSize {
  checkNumber("uplift", uplift);
  checkNumber("power", power, { above: 0, most: 1 - Number.EPSILON });
  const treated = control + uplift;
  if (uplift === 0 || treated < 0 || treated > 1) {
    const trouble = `With ${control} in the control group the treated would have ${treated}: pass a difference other than 0 that leads to a rate from 0 to 1.`;
    throw invalidOption("uplift", uplift, trouble);
  }
  // Per customer of the control group: the standard deviation of the difference if there is none, and if it is the uplift.
  const pooled = (control + ratio * treated) / (1 + ratio);
  const underEquality = Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
  const underDifference = Math.sqrt(control * (1 - control) + (treated * (1 - treated)) / ratio);
  const reach = standardErrorsOfLevel(level) * underEquality + normalQuantile(power) * underDifference;
  return wholeGroups((Math.max(0, reach) / uplift) ** 2, ratio, "uplift");
}

function toMeasure(
  { control, treated, halfWidth }: MeasureDifference,
  ratio: number,
  level: number,
): DifferenceSize {
  checkNumber("treated", treated, { least: 0, most: 1 });
  checkNumber("halfWidth", halfWidth, { least: 1e-6, most: 2 });
  const z = standardErrorsOfLevel(level);
  const size = smallestSize((customers) => {
    const groups = roundedUp(customers, ratio);
    const first = wilsonInterval(treated * groups.treated, groups.treated, z);
    const second = wilsonInterval(control * groups.control, groups.control, z);
    if (first === null || second === null) return false;
    const { lower, upper } = newcombeInterval(first, second);
    return (upper - lower) / 2 <= halfWidth;
  });
  return wholeGroups(size ?? Number.POSITIVE_INFINITY, ratio, "halfWidth");
}

/** Groups of whole customers; refuses more than there can be, `path` being the option that asks for them. */
function wholeGroups(control: number, ratio: number, path: string): DifferenceSize {
  const groups = roundedUp(control, ratio);
  const exist = groups.control + groups.treated <= Number.MAX_SAFE_INTEGER;
  checkOption(path, null, exist ? null : TOO_MANY);
  return groups;
}

const TOO_MANY =
  "It would take more customers than a number can count: ask for a larger difference or width, or for groups of less unequal size.";

/** None of the groups is empty. */
function roundedUp(control: number, ratio: number): DifferenceSize {
  return { control: Math.max(1, Math.ceil(control)), treated: Math.max(1, Math.ceil(ratio * control)) };
}
