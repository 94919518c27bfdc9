import { checkFigures } from "../rows/finite-figures.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { numberFault, numberTrouble } from "../rows/number-fault.ts";
import { checkNames, checkNumber, checkOneOf, invalidOption } from "../rows/options.ts";

/** How exact the values are, and towards what they are shrunken. */
export interface JamesSteinOptions {
  /** Sampling variance of each value (its squared standard error), the same for all; instead of `trials`. */
  readonly variance?: number;
  /** For rates: cases behind each of them, the same number for all; the sampling variance follows from it. */
  readonly trials?: number;
  /** For rates: the scale on which they are shrunken. `"arcsine"` makes the variance of all rates alike. Default `"none"`. */
  readonly transform?: RateTransform;
  /** The value towards which all are shrunken, known from elsewhere. Default: their mean. */
  readonly centre?: number;
}

/** On which scale rates are shrunken: as they are, or as arcsin(2 · rate − 1). */
export type RateTransform = "none" | "arcsine";

/** A value before and after. */
export interface JamesSteinRow {
  readonly value: number;
  readonly shrunken: number;
}

/** Values shrunken by one factor. */
export interface JamesStein {
  /** The value towards which all were shrunken. */
  readonly centre: number;
  /** What is left of the distances from the centre, from 0 (all alike) to 1 (nothing shrunken). */
  readonly factor: number;
  /** Sampling variance of each value, on the scale on which it was shrunken. */
  readonly variance: number;
  /** The values, in the order of the input. */
  readonly rows: readonly JamesSteinRow[];
}

/**
 * Shrinks many values of equal exactness towards their mean: the positive-part James–Stein estimator.
 *
 * The factor is 1 − (k − 3) · variance ÷ Σ (value − mean)², at least 0: the less the k values differ beyond what chance explains, the more
 * they are shrunken. Around a given centre it is k − 2, since nothing was estimated. Three values or fewer (two around a given centre)
 * stay as they are. In sum the squared errors are smaller than those of the raw values whatever the truth is; a single exceptional value may
 * fare worse. Groups with different numbers of cases need `shrinkRates`.
 *
 * @param values - The values, such as means or rates of groups.
 * @param options - Either `variance`, or for rates `trials` and, if wanted, `transform`; `centre`. Without a transform all rates get the
 *   variance of the pooled rate, pooled · (1 − pooled) ÷ trials.
 * @returns `{ centre, factor, variance, rows }` with a row `{ value, shrunken }` for each value.
 * @throws {@link DataError} if a value is none, a rate is not in [0, 1], or for options that cannot be used.
 * @see Efron & Morris (1977), "Stein's paradox in statistics", Scientific American 236(5); Efron & Morris (1975), "Data analysis using
 *   Stein's estimator and its generalizations", JASA 70, for the arcsine.
 *
 * @example
 * import { jamesStein } from "clientele";
 *
 * const { factor, rows } = jamesStein([0.4, 0.3, 0.25, 0.25, 0.2], { trials: 50 });
 * factor; // => 0.649
 * rows[0]; // => { value: 0.4, shrunken: 0.358 }
 */
export function jamesStein(values: Iterable<number>, options: JamesSteinOptions): JamesStein {
  const scale = checkedScale(options);
  const list = checkedValues(values, options.trials !== undefined);
  const scaled = list.map(scale.to);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / Math.max(1, scaled.length);
  const middle = options.centre === undefined ? mean : scale.to(options.centre);
  const variance = scale.variance(mean);
  const estimated = options.centre === undefined ? 3 : 2;
  const factor = factorOf(scaled, middle, (scaled.length - estimated) * variance);
  checkFigures("values", middle, factor);
  const rows = list.map((value, i) => {
    const distance = (scaled[i] as number) - middle;
    return { value, shrunken: factor === 1 ? value : scale.from(middle + factor * distance) };
  });
  return { centre: scale.from(middle), factor, variance, rows };
}

const NAMES = { variance: true, trials: true, transform: true, centre: true } satisfies Record<
  keyof JamesSteinOptions,
  true
>;

/** Where values are shrunken, and how exact they are there. */
interface Scale {
  readonly to: (value: number) => number;
  readonly from: (scaled: number) => number;
  readonly variance: (mean: number) => number;
}

function checkedScale(options: JamesSteinOptions): Scale {
  checkNames("options", options, NAMES);
  const { variance, trials, transform = "none", centre } = options;
  checkOneOf("transform", transform, ["none", "arcsine"]);
  if ((variance === undefined) === (trials === undefined)) {
    throw invalidOption("variance", variance, "Pass either variance, or trials if the values are rates.");
  }
  if (centre !== undefined) checkNumber("centre", centre, trials === undefined ? {} : { least: 0, most: 1 });
  const asTheyAre = { to: (value: number) => value, from: (value: number) => value };
  if (trials === undefined) {
    checkNumber("variance", variance, { least: 0 });
    if (transform !== "none") {
      throw invalidOption("transform", transform, "Only rates are transformed: pass trials, not variance.");
    }
    return { ...asTheyAre, variance: () => variance as number };
  }
  checkNumber("trials", trials, { above: 0 });
  if (transform === "none") return { ...asTheyAre, variance: (mean) => (mean * (1 - mean)) / trials };
  return {
    to: (rate) => Math.asin(2 * rate - 1),
    from: (angle) => (1 + Math.sin(angle)) / 2,
    variance: () => 1 / trials,
  };
}

function checkedValues(values: Iterable<number>, areRates: boolean): readonly number[] {
  const list = listOfRows(values, "values");
  const collector = new IssueCollector();
  list.forEach((value: unknown, i) => {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      collector.add("invalid_value", i, "values", value, () => numberTrouble(numberFault(value), value));
    } else if (areRates && (value < 0 || value > 1)) {
      collector.add(
        "invalid_value",
        i,
        "values",
        value,
        () => `${value} is no rate: it must be from 0 to 1.`,
      );
    }
  });
  collector.throwIfAny();
  return list;
}

/** What is left of the distances: 1 less the share of their squares that chance explains. */
function factorOf(values: readonly number[], middle: number, byChance: number): number {
  const spread = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  if (byChance <= 0) return 1;
  return spread > 0 ? Math.max(0, 1 - byChance / spread) : 0;
}
