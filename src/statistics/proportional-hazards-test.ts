import { chiSquareTail } from "../math/chi-square-tail.ts";
import { cholesky, solveCholesky } from "../math/cholesky.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkOneOf } from "../rows/options.ts";
import { squareOf } from "./cox-likelihood.ts";
import type { ChiSquareTest, CoxModel } from "./cox-model.ts";
import type { CoxFields } from "./cox-options.ts";
import { checkCoxModel } from "./cox-predictor.ts";
import { sampleOfModel } from "./cox-refit-sample.ts";
import { visitRiskSets } from "./cox-risk-sets.ts";
import { type CoxSample, linearPredictors } from "./cox-sample.ts";
import { addVariance, type CoxTies, haveTies, sumTies, tieSums } from "./cox-ties.ts";
import { notEnoughDurations } from "./read-durations.ts";
import { TIME_SCALES, type TimeScale, timeScale } from "./time-scale.ts";

/** How effects that change over time are looked for. */
export interface ProportionalHazardsOptions<Row> extends Partial<CoxFields<Row>> {
  /**
   * On which scale of time effects may rise or fall: `"km"` (default) is 1 − the survival just before the time, which outlying times do not
   * rule; `"rank"`, `"identity"` and `"log"` are of the time itself.
   */
  readonly transform?: TimeScale;
  /** As for `coxRegression`. */
  readonly invalid?: InvalidRows;
}

/** The test of one covariate; all levels of a category together. */
export interface ProportionalHazardsRow extends ChiSquareTest {
  readonly covariate: string;
}

/** Whether the effects of covariates stay the same over time. */
export interface ProportionalHazardsTest {
  readonly transform: TimeScale;
  /** In the order of the model's covariates. */
  readonly covariates: readonly ProportionalHazardsRow[];
  /** All covariates together. */
  readonly global: ChiSquareTest;
}

/**
 * Tests whether hazards are proportional: whether the effect of a covariate stays the same over time, as a Cox model takes it to.
 *
 * The score test of adding covariate × g(time) to the model, with the information of all events (as `cox.zph` of R's survival from 3.0 on, not
 * the approximation before). A small p-value says that the coefficient is a mean over time of an effect that rises or falls; a large one
 * that these data show no such trend on this scale of time.
 *
 * @param rows - The rows (or columns) that the model was fitted to.
 * @param model - What `coxRegression` returned for them.
 * @param options - `transform` (default `"km"`), and whatever said at the fit where values stand: `strata`, `duration`, `event`, `entry`,
 *   `weight`, `invalid`, and `covariates` if some were functions.
 * @returns `{ transform, covariates: [{ covariate, statistic, degreesOfFreedom, pValue }], global }`.
 * @throws {@link DataError} if these are not the rows that the model was fitted to, or a coefficient runs to infinity.
 * @see Grambsch & Therneau (1994), Biometrika 81(3).
 *
 * @example
 * import { coxRegression, proportionalHazardsTest } from "clientele";
 *
 * const duration = [3, 5, 7, 4, 9, 12, 2, 8];
 * const event = [1, 1, 0, 1, 0, 0, 1, 1];
 * const seats = [1, 2, 2, 1, 5, 3, 2, 4];
 * const model = coxRegression({ duration, event, seats }, { covariates: ["seats"] });
 * proportionalHazardsTest({ duration, event, seats }, model).covariates[0];
 * // => { covariate: "seats", statistic: 0.0105, degreesOfFreedom: 1, pValue: 0.918 }
 */
export function proportionalHazardsTest<Data extends object>(
  rows: Data,
  model: CoxModel,
  options: ProportionalHazardsOptions<Data extends readonly (infer Row)[] ? Row : Data> = {},
): ProportionalHazardsTest {
  checkCoxModel(model);
  checkNames("options", options, NAMES);
  const { transform = "km", ...fields } = options;
  checkOneOf("transform", transform, TIME_SCALES);
  const { sample, beta } = sampleOfModel(rows, model, fields);
  const score = timeScore(sample, beta, model.ties, timeScale(sample, transform));
  let column = 0;
  const covariates = model.covariates.map((covariate): ProportionalHazardsRow => {
    const width = covariate.kind === "number" ? 1 : covariate.levels.length;
    const columns = Array.from({ length: width }, (_, k) => column + k);
    column += width;
    return { covariate: covariate.name, ...addedTest(score, columns) };
  });
  const all = Array.from({ length: sample.columns }, (_, c) => c);
  return { transform, covariates, global: addedTest(score, all) };
}

const NAMES = {
  transform: true,
  invalid: true,
  covariates: true,
  strata: true,
  duration: true,
  event: true,
  entry: true,
  weight: true,
} satisfies Record<keyof ProportionalHazardsOptions<unknown>, true>;

/** Slopes of the likelihood by coefficients × g(time), and information: Σ V, Σ g V and Σ g² V over the events. */
interface TimeScore {
  readonly slopes: readonly number[];
  readonly plain: Matrix;
  readonly once: Matrix;
  readonly twice: Matrix;
}

function timeScore(
  sample: CoxSample,
  beta: readonly number[],
  ties: CoxTies,
  scale: Float64Array,
): TimeScore {
  const { columns, x, weight } = sample;
  const eta = linearPredictors(sample, beta);
  const tie = tieSums();
  const size = (columns * (columns + 1)) / 2;
  const [plain, once, twice] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const slopes = new Array<number>(columns).fill(0);
  visitRiskSets(sample, eta, true, (sums) => {
    const g = scale[sums.first] as number;
    sumTies(tie, sums, ties);
    const tied = haveTies(sums, ties);
    addVariance(plain, sums, tie, tied, 1);
    addVariance(once, sums, tie, tied, g);
    addVariance(twice, sums, tie, tied, g * g);
    for (let c = 0; c < columns; c++) {
      let residual = (tied ? tie.a1 * (sums.d1[c] as number) : 0) - tie.a0 * (sums.s1[c] as number);
      for (let i = sums.first; i < sums.last; i++) {
        residual += (weight[i] as number) * (x[i * columns + c] as number);
      }
      slopes[c] = (slopes[c] as number) + g * residual;
    }
  });
  const [a, b, c] = [squareOf(plain, columns), squareOf(once, columns), squareOf(twice, columns)];
  return { slopes, plain: a, once: b, twice: c };
}

/** A share of the information that is no more than rounding. */
const LOST = 1e-12;

const TOO_FEW =
  "Too few times with events to see whether an effect changes: there must be more of them than coefficients.";

/** The score test of adding some columns × g: their slopes against their information, less what the coefficients themselves take up. */
function addedTest({ slopes, plain, once, twice }: TimeScore, columns: readonly number[]): ChiSquareTest {
  const { factor } = cholesky(plain);
  const taken = columns.map((c) => solveCholesky(factor, once[c] as number[]));
  const left = columns.map((c, i) =>
    columns.map((d) => {
      const cross = (once[d] as number[]).reduce(
        (sum, value, k) => sum + value * (taken[i]?.[k] as number),
        0,
      );
      return (twice[c]?.[d] as number) - cross;
    }),
  );
  const slope = columns.map((c) => slopes[c] as number);
  const { factor: leftFactor, failedAt } = cholesky(left, LOST);
  if (failedAt !== null) throw notEnoughDurations("rows", TOO_FEW);
  const solved = solveCholesky(leftFactor, slope);
  const statistic = slope.reduce((sum, value, i) => sum + value * (solved[i] as number), 0);
  return { statistic, degreesOfFreedom: columns.length, pValue: chiSquareTail(statistic, columns.length) };
}
