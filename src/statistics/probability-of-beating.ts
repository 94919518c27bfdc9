import { regularizedBeta } from "../math/incomplete-beta.ts";
import { integrateRealLine } from "../math/integrate-real-line.ts";
import { log1pMinus } from "../math/log1p-minus.ts";
import { checkRateCounts, type RateCounts } from "./rate-difference.ts";

/**
 * How probable it is, given the counts, that the true rate of one group is above that of another.
 *
 * Each rate has the posterior from Jeffreys' prior, Beta(successes + ½, failures + ½); the probability is exact, by integration. It is no
 * p-value, and says nothing about by how much: that is `rateDifference`.
 *
 * @param first - `{ successes, trials }` of one group; without trials its rate may be anything.
 * @param second - The same of the other.
 * @returns The probability that the first rate is the higher one, from 0 to 1.
 * @throws {@link DataError} if the counts are no counts.
 * @see Brown, Cai & DasGupta (2001), "Interval estimation for a binomial proportion", for the prior.
 *
 * @example
 * import { probabilityOfBeating } from "clientele";
 *
 * probabilityOfBeating({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }); // => 0.996
 * probabilityOfBeating({ successes: 1, trials: 1 }, { successes: 3, trials: 5 }); // => 0.73
 */
export function probabilityOfBeating(first: RateCounts, second: RateCounts): number {
  checkRateCounts("first", first);
  checkRateCounts("second", second);
  const a = first.successes + 0.5;
  const b = first.trials - first.successes + 0.5;
  const c = second.successes + 0.5;
  const d = second.trials - second.successes + 0.5;
  const centre = Math.log(a / b);
  const width = Math.sqrt(1 / a + 1 / b);
  // The density of the first rate in its log-odds, as a multiple of that at the centre: dividing by its sum sheds what rounding adds to both.
  const density = (logOdds: number): number => {
    const x = 1 / (1 + Math.exp(-logOdds));
    const y = 1 / (1 + Math.exp(logOdds));
    const distance = b * x - a * y;
    return Math.exp(
      a * log1pMinus(distance / a, (x * (a + b)) / a) + b * log1pMinus(-distance / b, (y * (a + b)) / b),
    );
  };
  const above = integrateRealLine((t) => density(t) * lowerTail(t, c, d), centre, width);
  return Math.min(1, above / integrateRealLine(density, centre, width));
}

function lowerTail(logOdds: number, a: number, b: number): number {
  return regularizedBeta(1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds)), a, b).lower;
}
