import { type Accessor, checkAccessor, type FieldOf, type LooseAccessor } from "../rows/accessor.ts";
import type { InvalidRows } from "../rows/issue-collector.ts";
import { checkNames, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { checkLevel } from "./confidence.ts";
import type { CovariateSpec, CovariateValue } from "./cox-covariates.ts";
import type { Stratum } from "./cox-model.ts";
import type { CoxTies } from "./cox-ties.ts";

/** Where rows hold what a Cox model is about. */
export interface CoxFields<Row> {
  /** What may drive the event: names of fields, or `{ name, value, reference }`. */
  readonly covariates: readonly (FieldOf<Row, CovariateValue> | CovariateSpec<Row>)[];
  /** Groups that have a baseline hazard each, where a covariate's effect would not be proportional. Default: none. */
  readonly strata?: Accessor<Row, Stratum>;
  /** Time from the start to the event or to the end of observation, above 0. Default: the field `duration`. */
  readonly duration?: Accessor<Row, number>;
  /** Whether the event happened. Default: the field `event`. */
  readonly event?: Accessor<Row, boolean | number>;
  /** Time at which observation began, 0 or more. Default: the field `entry`, 0 if there is none. */
  readonly entry?: Accessor<Row, number>;
  /** For how many the row stands. Default: the field `weight`, 1 if there is none. */
  readonly weight?: Accessor<Row, number>;
}

/** How a Cox model is fitted. */
export interface CoxSettings {
  /** Events at one time: Efron's treatment (default) is close to exact, Breslow's is simpler and draws effects towards 0. */
  readonly ties?: CoxTies;
  /** Share of intervals that cover the true value, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** `"model"` (default) trusts the model, `"robust"` (Lin & Wei) holds if it is wrong or weights are no frequencies. */
  readonly standardErrors?: "model" | "robust";
  /** Rows whose covariates or stratum are missing or cannot be used: refuse the input (default), or leave them out and count them. */
  readonly invalid?: InvalidRows;
}

/** Options of `coxRegression` for rows. */
export interface CoxOptions<Row> extends CoxFields<Row>, CoxSettings {}

/** Options of `coxRegression` for columns. */
export interface CoxColumnOptions<Columns> extends CoxSettings {
  /** What may drive the event: names of columns, or `{ name, reference }`. */
  readonly covariates: readonly ((keyof Columns & string) | CovariateColumn<Columns>)[];
  /** The column of groups that have a baseline hazard each. Default: none. */
  readonly strata?: keyof Columns & string;
}

/** Which column, and what its levels are compared with. */
export interface CovariateColumn<Columns> {
  /** Name of the column and of the coefficient. */
  readonly name: keyof Columns & string;
  /** Of texts, the level that the others are compared with. Default: the first by alphabet (by character code). */
  readonly reference?: string;
}

/** A covariate as the options name it. */
export interface WantedCovariate {
  readonly name: string;
  readonly value: LooseAccessor;
  readonly reference: string | null;
}

const FIELD_NAMES = {
  covariates: true,
  strata: true,
  duration: true,
  event: true,
  entry: true,
  weight: true,
} satisfies Record<keyof CoxFields<unknown>, true>;

const SETTING_NAMES = {
  ties: true,
  level: true,
  standardErrors: true,
  invalid: true,
} satisfies Record<keyof CoxSettings, true>;

/** The settings with their defaults. */
export function checkedSettings(options: CoxSettings): Required<CoxSettings> {
  checkNames("options", options, { ...FIELD_NAMES, ...SETTING_NAMES });
  const { ties = "efron", level = 0.95, standardErrors = "model", invalid = "throw" } = options;
  checkOneOf("ties", ties, ["efron", "breslow"]);
  checkLevel(level);
  checkOneOf("standardErrors", standardErrors, ["model", "robust"]);
  checkOneOf("invalid", invalid, ["throw", "skip"]);
  return { ties, level, standardErrors, invalid };
}

/** The covariates that options name, each once; `hint` is what is said if there are none. */
export function wantedCovariates(
  covariates: unknown,
  hint: string = NO_COVARIATES,
): readonly WantedCovariate[] {
  if (!Array.isArray(covariates) || covariates.length === 0) {
    throw invalidOption("covariates", covariates, hint);
  }
  const names = new Set<string>();
  return covariates.map((entry: unknown, i) => {
    const path = `covariates[${i}]`;
    const wanted = wantedCovariate(entry, path);
    checkOption(
      path,
      wanted.name,
      names.has(wanted.name) ? "The covariate is named twice: leave one out." : null,
    );
    names.add(wanted.name);
    return wanted;
  });
}

const NO_COVARIATES =
  'Name at least one covariate: covariates: ["age", "plan"]. (A curve without covariates is kaplanMeier.)';

function wantedCovariate(entry: unknown, path: string): WantedCovariate {
  if (typeof entry === "string") return { name: entry, value: entry, reference: null };
  checkNames(path, entry, { name: true, value: true, reference: true } satisfies Record<
    keyof CovariateSpec<unknown>,
    true
  >);
  const { name, value = name, reference = null } = entry as Readonly<Record<string, unknown>>;
  checkOption(`${path}.name`, name, typeof name === "string" ? null : "The covariate needs a name, as text.");
  checkAccessor(`${path}.value`, value);
  const fits = reference === null || typeof reference === "string";
  checkOption(`${path}.reference`, reference, fits ? null : "The reference is one of the covariate's texts.");
  return { name: name as string, value, reference: reference as string | null };
}
