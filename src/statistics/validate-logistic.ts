import { objectRows } from "../rows/object-rows.ts";
import { checkNames } from "../rows/options.ts";
import { fitLogistic } from "./logistic-fit.ts";
import { type LogisticHoldout, splitRows } from "./logistic-holdout.ts";
import { notEnoughRows, readLogisticInput } from "./logistic-input.ts";
import type { LogisticModel } from "./logistic-model.ts";
import { checkedLogisticSettings, LOGISTIC_NAMES, type LogisticOptions } from "./logistic-options.ts";
import { scorer } from "./logistic-probability.ts";
import { readValues } from "./logistic-read-values.ts";
import { type PredictionQuality, qualityOf } from "./prediction-quality.ts";

/** How a logistic regression is put to the test. */
export interface LogisticValidationOptions<Row> extends LogisticOptions<Row> {
  /** `{ share, by }` holds the latest rows out, `{ share, seed }` some by chance. There is no default. */
  readonly holdout: LogisticHoldout<Row>;
}

/** A logistic regression and how well it foretold rows that it had not seen. */
export interface LogisticValidation {
  /** Fitted to the training rows only. */
  readonly model: LogisticModel;
  readonly trainingRows: number;
  readonly holdoutRows: number;
  /** Rows of the holdout that the model cannot score, since they have a level that no training row has. */
  readonly unscored: number;
  /** Of the scored rows of the holdout; rows count alike, whatever their weight. */
  readonly quality: PredictionQuality;
}

const NAMES = { ...LOGISTIC_NAMES, holdout: true } satisfies Record<
  keyof LogisticValidationOptions<unknown>,
  true
>;

/**
 * Fits a logistic regression to a part of the rows and judges it by the rest, which it has not seen.
 *
 * Holding out the latest rows asks what matters: how well did the past foretell what came next? A draw by chance flatters the model wherever times
 * change.
 *
 * @param rows - All rows.
 * @param options - As of `logisticRegression`, and `holdout`: `{ share, by }` for the latest rows, `{ share, seed }` for a draw by chance.
 * @returns `{ model, trainingRows, holdoutRows, unscored, quality }`.
 * @throws {@link DataError} as `logisticRegression`, or if no row of the holdout can be scored.
 *
 * @example
 * import { validateLogistic } from "clientele";
 *
 * const rows = Array.from({ length: 200 }, (_, day) => ({ day, x: day % 7, won: (day * 31) % 10 < 2 + (day % 7) }));
 * const { trainingRows, quality } = validateLogistic(rows, { outcome: "won", covariates: ["x"], holdout: { share: 0.25, by: "day" } });
 * trainingRows; // => 150
 * quality.auc; // => 0.7536
 */
export function validateLogistic<Row extends object>(
  rows: Iterable<Row>,
  options: LogisticValidationOptions<Row>,
): LogisticValidation {
  checkNames("options", options, NAMES);
  const settings = checkedLogisticSettings(options);
  const list = objectRows(rows);
  const input = readLogisticInput(list, options, settings.invalid);
  if (input.kept.length < 2) throw notEnoughRows("There are fewer than two rows, so none can be held out.");
  const { training, holdout } = splitRows(list, input.kept, options.holdout);
  const model = fitLogistic({ ...input, kept: training }, settings);
  const score = scorer(model);
  const valuesOf = readValues(model.covariates, input.covariates);
  const outcome: number[] = [];
  const probability: number[] = [];
  for (const row of holdout) {
    const values = valuesOf(row);
    if (values === null) continue;
    outcome.push(input.outcome[row] as number);
    probability.push(score(values).probability);
  }
  if (outcome.length === 0) {
    throw notEnoughRows("No row of the holdout can be scored: all have levels that no training row has.");
  }
  const { level } = settings;
  return {
    model,
    trainingRows: training.length,
    holdoutRows: holdout.length,
    unscored: holdout.length - outcome.length,
    quality: qualityOf(Uint8Array.from(outcome), Float64Array.from(probability), {
      level,
      bins: 10,
      sameData: false,
    }),
  };
}
