import type { Accessor, FieldOf } from "../rows/accessor.ts";
import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import { checkLevel } from "./confidence.ts";
import type { CovariateSpec, CovariateValue } from "./cox-covariates.ts";
import type { LogisticPenalty } from "./logistic-model.ts";

/** Where rows hold what a logistic regression is about. */
export interface LogisticFields<Row> {
  /** What happened: `true` or 1, `false` or 0. */
  readonly outcome: Accessor<Row, boolean | number>;
  /** What may drive it: names of fields, or `{ name, value, reference }`. */
  readonly covariates: readonly (FieldOf<Row, CovariateValue> | CovariateSpec<Row>)[];
  /** For how many the row stands, 0 or more. Default: 1 for every row. */
  readonly weight?: Accessor<Row, number>;
}

/** How a logistic regression is fitted. */
export interface LogisticSettings {
  /** `"none"` (default), `"firth"` for few data or covariates that foretell the outcome without fail, or `{ ridge: strength }`. */
  readonly penalty?: LogisticPenalty;
  /** Share of intervals that cover the true value, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Rows whose outcome, weight or covariates are missing or cannot be used: refuse the input (default), or leave them out and count them. */
  readonly invalid?: InvalidRows;
}

/** Options of `logisticRegression`. */
export interface LogisticOptions<Row> extends LogisticFields<Row>, LogisticSettings {}

/** The names of all options, to be checked. */
export const LOGISTIC_NAMES: Readonly<Record<keyof LogisticOptions<unknown>, true>> = {
  outcome: true,
  covariates: true,
  weight: true,
  penalty: true,
  level: true,
  invalid: true,
};

/** The settings with their defaults. */
export function checkedLogisticSettings(options: LogisticSettings): Required<LogisticSettings> {
  const { penalty = "none", level = 0.95, invalid = "throw" } = options;
  checkPenalty(penalty);
  checkLevel(level);
  checkOneOf("invalid", invalid, ["throw", "skip"]);
  return { penalty, level, invalid };
}

/** Refuses what is no penalty. */
export function checkPenalty(penalty: LogisticPenalty): void {
  if (typeof penalty !== "object" || penalty === null) {
    checkOneOf("penalty", penalty, ["none", "firth"]);
    return;
  }
  checkNames("penalty", penalty, { ridge: true });
  checkNumber("penalty.ridge", penalty.ridge, { above: 0 });
}

/** The strength of a ridge, 0 for other penalties. */
export function ridgeOf(penalty: LogisticPenalty): number {
  return typeof penalty === "object" ? penalty.ridge : 0;
}
