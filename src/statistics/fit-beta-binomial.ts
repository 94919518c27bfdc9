import { checkNames } from "../rows/options.ts";
import type { BetaBinomialFit } from "./beta-binomial-fit.ts";
import { betaBinomialOf } from "./beta-binomial-of.ts";
import type { RateColumns } from "./rate-columns.ts";
import type { RateCounts } from "./rate-difference.ts";
import { type LooseRateColumns, readRates } from "./read-rates.ts";

/**
 * Fits the beta distribution of the true rates of groups (sellers, regions, campaigns) to their counts, by maximum likelihood.
 *
 * The spread of the observed rates is that of the true ones plus chance; the fit tells the two apart. `mean` is the rate of a typical group,
 * not that of all cases together: large groups do not dominate it. `precision` = alpha + beta says how alike the groups are, in trials: a
 * group with so many trials is judged half by its own cases and half by the others.
 *
 * Where the groups differ no more than by chance, the likelihood has no top: it rises with the precision without end, to the one rate of all
 * cases. Then `alpha`, `beta` and `precision` are `null`, `mean` is that rate, and a warning says `"no-differences"`. Groups without trials
 * tell nothing and are not counted.
 *
 * @param groups - A row for each group.
 * @param columns - Where a row holds its counts: `successes` and `trials`, field names or functions. Sums of weights need not be whole.
 * @returns The fit as plain data: `alpha`, `beta`, `mean`, `precision` with standard errors; covariance of alpha and beta from the analytic
 *   Hessian; log-likelihood; how the search ended; warnings.
 * @throws {@link DataError} with all rows whose counts are none.
 * @see Griffiths (1973), "Maximum likelihood estimation for the beta-binomial distribution", Biometrics 29(4).
 *
 * @example
 * import { fitBetaBinomial } from "clientele";
 *
 * const sellers = [
 *   { successes: 31, trials: 60 },
 *   { successes: 12, trials: 48 },
 *   { successes: 20, trials: 52 },
 *   { successes: 3, trials: 4 },
 * ];
 * const { mean, precision } = fitBetaBinomial(sellers);
 * mean; // => 0.4089
 * precision; // => 27.66
 */
export function fitBetaBinomial<Row extends RateCounts>(
  groups: Iterable<Row>,
  columns?: RateColumns<Row>,
): BetaBinomialFit;
export function fitBetaBinomial<Row>(groups: Iterable<Row>, columns: RateColumns<Row>): BetaBinomialFit;
export function fitBetaBinomial<Row>(
  groups: Iterable<Row>,
  columns: LooseRateColumns<Row> = {},
): BetaBinomialFit {
  checkNames("columns", columns, { successes: true, trials: true } satisfies Record<
    keyof LooseRateColumns<Row>,
    true
  >);
  const { successes, trials } = readRates(groups, columns);
  return betaBinomialOf(successes, trials);
}
