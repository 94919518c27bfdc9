import { integrateRealLine } from "./integrate-real-line.ts";
import { softplus } from "./log-odds.ts";

/**
 * Σ e^g(t) over the whole numbers t from `from` on, for terms that fall smoothly in the end, if only as a power of t.
 *
 * A thousand terms are added; the others are an integral, since terms that have not vanished by then change by little from one to the
 * next (Euler–Maclaurin's formula at midpoints, DLMF 2.10.1). `logTerm` gets t and log t, since t itself may overflow.
 */
export function sumToInfinity(logTerm: (t: number, logT: number) => number, from: number): number {
  let sum = 0;
  let last = 0;
  const end = from + DIRECT_TERMS;
  for (let t = from; t < end; t++) {
    last = Math.exp(logTerm(t, Math.log(t)));
    sum += last;
    // Even if they fell as slowly as t⁻⁸ from here, all further terms would not be seen.
    if (last < 1e-24 * sum) return sum;
  }
  const slope = Math.exp(logTerm(end, Math.log(end))) - last;
  return sum + integralFrom(end - 0.5, logTerm) + slope / 24;
}

const DIRECT_TERMS = 1000;

/** ∫ e^g(t) dt from `start` on, over y with t = start · (1 + eʸ). */
function integralFrom(start: number, logTerm: (t: number, logT: number) => number): number {
  const logStart = Math.log(start);
  const logHeight = (y: number): number =>
    logTerm(start * (1 + Math.exp(y)), logStart + softplus(y)) + logStart + y;
  let centre = 0;
  while (logHeight(centre + 1) > logHeight(centre)) centre += 1;
  while (logHeight(centre - 1) > logHeight(centre)) centre -= 1;
  return integrateRealLine((y) => Math.exp(logHeight(y)), centre, widthOf(logHeight));
}

/** Wide enough for a slow fall far out: the integral looks about 80,000 widths far. */
function widthOf(logHeight: (y: number) => number): number {
  const fall = (logHeight(2000) - logHeight(3000)) / 1000;
  // Discounted terms have vanished long before, and there is nothing to compare.
  return fall < 1e-3 ? 1e-3 / fall : 1;
}
