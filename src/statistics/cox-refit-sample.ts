import { cholesky, solveCholesky } from "../math/cholesky.ts";
import { DataError } from "../rows/data-error.ts";
import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkOneOf, invalidOption } from "../rows/options.ts";
import { type LooseFields, readCoxInput } from "./cox-input.ts";
import { coxLikelihood } from "./cox-likelihood.ts";
import type { CoxModel } from "./cox-model.ts";
import { type CoxSample, coxSample } from "./cox-sample.ts";
import { designColumns } from "./design-matrix.ts";

/** The rows that a model was fitted to, sorted again, and its coefficients for their scaled covariates. */
export interface RefitSample {
  readonly sample: CoxSample;
  readonly beta: readonly number[];
}

/** Squared distance of a model's coefficients from the top of the likelihood, in standard errors, that no model has of its own rows. */
const OTHER_ROWS = 1e-6;

/** Reads the rows of a model again, and refuses others. */
export function sampleOfModel(
  data: unknown,
  model: CoxModel,
  options: LooseFields & { readonly invalid?: InvalidRows | undefined },
): RefitSample {
  const { invalid = model.skipped > 0 ? "skip" : "throw", ...fields } = options;
  checkOneOf("invalid", invalid, ["throw", "skip"]);
  const stratified = model.baseline.some(({ stratum }) => stratum !== null);
  if (stratified && fields.strata === undefined) {
    throw invalidOption("strata", null, "The model has strata: say again where they stand.");
  }
  if (model.coefficients.some(({ standardError }) => standardError === null)) {
    throw otherRows(
      "A coefficient of the model runs to infinity, so there is nothing to test: leave its covariate out.",
    );
  }
  const input = readCoxInput(data, { ...fields, covariates: fields.covariates ?? wanted(model) }, invalid);
  const parts = input.covariates.map((covariate) => designColumns(covariate, input.kept));
  const known = parts.map(({ covariate }) => covariate);
  if (JSON.stringify(known) !== JSON.stringify(model.covariates)) throw otherRows(OTHER);
  const { durations, kept, stratumOf: strata } = input;
  const design = parts.flatMap(({ columns }) => columns);
  const sample = coxSample({ durations, kept, strata, strataCount: input.strata.length }, design);
  const beta = model.coefficients.map(({ coefficient }, c) => coefficient * (sample.scales[c] as number));
  const { gradient, information } = coxLikelihood(sample, beta, model.ties);
  const { factor, failedAt } = cholesky(information);
  if (failedAt !== null) throw otherRows(OTHER);
  const distance = solveCholesky(factor, gradient).reduce(
    (sum, s, c) => sum + s * (gradient[c] as number),
    0,
  );
  if (sample.rows !== model.observations || !(distance < OTHER_ROWS)) throw otherRows(OTHER);
  return { sample, beta };
}

function wanted({ covariates }: CoxModel): readonly (string | { name: string; reference: string })[] {
  return covariates.map((covariate) =>
    covariate.kind === "number" ? covariate.name : { name: covariate.name, reference: covariate.reference },
  );
}

const OTHER =
  "The model was not fitted to these rows: pass the same rows, and say again where duration, event, entry, weight and strata stand, if the fit was told.";

function otherRows(message: string): DataError {
  return new DataError([{ code: "invalid_model", row: null, field: "model", value: null, message }]);
}
