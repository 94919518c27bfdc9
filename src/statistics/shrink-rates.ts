import type { Accessor } from "../rows/accessor.ts";
import { codesByKey } from "../rows/group-codes.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkOption } from "../rows/options.ts";
import { anyHasField } from "../rows/unique-customers.ts";
import type { BetaBinomialFit } from "./beta-binomial-fit.ts";
import type { BetaBinomialWarning } from "./beta-binomial-warning.ts";
import { type ConfidenceOptions, checkLevel } from "./confidence.ts";
import { MOST_TRIALS } from "./proportion-interval.ts";
import type { RateColumns } from "./rate-columns.ts";
import type { RateCounts } from "./rate-difference.ts";
import type { BetaParameters, RatePrior } from "./rate-prior.ts";
import { type LooseRateColumns, readRates } from "./read-rates.ts";
import type { ShrunkenRate } from "./shrunken-rate.ts";
import { shrunkenRates } from "./shrunken-rates.ts";

/** What groups are called, and by what they are judged. */
export interface ShrinkSettings<Row> extends ConfidenceOptions {
  /** Name of the group, for the result. Default: the field `id`, if there is one. */
  readonly id?: Accessor<Row, GroupValue>;
  /** A distribution of rates known from elsewhere, such as last year's fit: `{ alpha, beta }`, both above 0. Default: it is fitted to the rows. */
  readonly prior?: Pick<RatePrior, "alpha" | "beta">;
}

/** Where rows hold their counts, and how they are to be judged. */
export type ShrinkOptions<Row> = RateColumns<Row> & ShrinkSettings<Row>;

/** The rate of a group with its name. */
export interface ShrunkenGroup extends ShrunkenRate {
  /** Name of the group; `null` if the rows have none. */
  readonly id: GroupValue | null;
}

/** The rates of groups, raw and shrunken side by side. */
export interface ShrunkenGroups {
  /** The distribution by which the groups were judged: the fit, or what was passed. */
  readonly prior: BetaBinomialFit | RatePrior;
  /** Mean of that distribution; `null` if no group has trials and no prior was passed. */
  readonly mean: number | null;
  /** A row for each group, in the order of the input. */
  readonly rows: readonly ShrunkenGroup[];
  readonly warnings: readonly BetaBinomialWarning[];
}

/**
 * Judges the rates of groups (sellers, regions, campaigns) beside each other: raw, and shrunken towards the mean of all.
 *
 * The best and the worst of many raw rates are mostly those of few cases. The shrunken rate is what to expect of the group from now on: the
 * mean of the posterior Beta(alpha + successes, beta + failures), where alpha and beta say how true rates spread among the groups. It lies
 * between the raw rate and the mean, nearer to the raw rate the more cases the group has. `lower` and `upper` take alpha and beta as known
 * (empirical Bayes) and are somewhat too short if there are few groups. If the groups differ no more than by chance, all get the one rate of
 * all cases, with its Jeffreys interval.
 *
 * @param rows - A row for each group.
 * @param options - Where a row holds `successes` and `trials` (field names or functions) and, if wanted, the group's `id`; `level`, default
 *   0.95; `prior`.
 * @returns `{ prior, mean, rows, warnings }`; a row has the raw rate with its Wilson interval, the shrunken one with its posterior limits,
 *   the probability that the group is above the mean, and the weight of its own cases.
 * @throws {@link DataError} with all rows whose counts are none, or for options that cannot be used.
 * @see Efron & Morris (1975), "Data analysis using Stein's estimator and its generalizations", for the idea; Casella (1985), "An
 *   introduction to empirical Bayes data analysis".
 *
 * @example
 * import { shrinkRates } from "clientele";
 *
 * const sellers = [
 *   { seller: "Ada", won: 31, decided: 60 },
 *   { seller: "Ben", won: 12, decided: 48 },
 *   { seller: "Cem", won: 20, decided: 52 },
 *   { seller: "Dora", won: 3, decided: 4 },
 * ];
 * const { rows } = shrinkRates(sellers, { id: "seller", successes: "won", trials: "decided" });
 * rows.map((row) => row.rate); // => [0.517, 0.25, 0.385, 0.75]
 * rows.map((row) => row.shrunken); // => [0.483, 0.308, 0.393, 0.452]
 */
export function shrinkRates<Row extends RateCounts>(
  rows: Iterable<Row>,
  options?: ShrinkOptions<Row>,
): ShrunkenGroups;
export function shrinkRates<Row>(rows: Iterable<Row>, options: ShrinkOptions<Row>): ShrunkenGroups;
export function shrinkRates<Row>(
  rows: Iterable<Row>,
  options: LooseRateColumns<Row> & ShrinkSettings<Row> = {},
): ShrunkenGroups {
  checkNames("options", options, NAMES);
  const { level = 0.95, prior, id } = options;
  checkLevel(level);
  if (prior !== undefined) checkPrior(prior);
  const read = readRates(rows, options);
  const ids = idsOf(read.rows, id);
  const shrunken = shrunkenRates(read.successes, read.trials, level, prior);
  return {
    prior: shrunken.prior,
    mean: shrunken.prior.mean,
    rows: shrunken.rows.map((row, i) => ({ id: ids?.[i] ?? null, ...row })),
    warnings: "warnings" in shrunken.prior ? shrunken.prior.warnings : [],
  };
}

const NAMES = { successes: true, trials: true, id: true, level: true, prior: true } satisfies Record<
  keyof LooseRateColumns<unknown> | keyof ShrinkSettings<unknown>,
  true
>;

function checkPrior(prior: unknown): asserts prior is BetaParameters {
  const isRecord = typeof prior === "object" && prior !== null;
  const { alpha, beta } = (isRecord ? prior : {}) as Partial<RatePrior>;
  const fits = [alpha, beta].every((value) => typeof value === "number" && value > 0 && value <= MOST_TRIALS);
  checkOption("prior", prior, fits ? null : NO_PRIOR);
}

const NO_PRIOR =
  "This is no distribution with a spread: pass { alpha, beta }, both above 0 and at most 1e12. A fit with a warning such as no-differences has found none.";

/** `null` if the rows have no names. */
function idsOf<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, GroupValue> | undefined,
): readonly (GroupValue | null)[] | null {
  if (accessor === undefined && !anyHasField(rows, "id")) return null;
  const collector = new IssueCollector();
  const { groups, codes } = codesByKey(
    rows,
    accessor ?? ("id" as Accessor<Row, GroupValue>),
    "id",
    collector,
  );
  collector.throwIfAny();
  return Array.from(codes, (code) => groups[code] ?? null);
}
