import type { DeparturePairs } from "./pareto-departure-pairs.ts";
import { FIRST_ORDER } from "./pareto-departure-table.ts";
import type { ParetoSums } from "./pareto-nbd-sums.ts";
import { TIME_COLUMNS } from "./pareto-times.ts";

/**
 * Adds Σ ln M (see paretoNbdLikelihood) with its derivatives, but for the second derivatives of H.
 *
 * `weights` receives what multiplies them: Σ m ÷ M at (x, tx), and −Σ m e^−d ÷ M at (x, T).
 */
export function addSilences(
  sums: ParetoSums,
  pairs: DeparturePairs,
  departures: Float64Array,
  weights: Float64Array,
  columns: Float64Array,
  r: number,
  s: number,
): void {
  const { frequency, recencyAt, ageAt, weight, silence, atRecency, atAge } = pairs;
  let value = 0;
  let product = 1;
  let sumR = 0;
  let sumA = 0;
  let sumS = 0;
  let sumB = 0;
  let sumRR = 0;
  let sumRA = 0;
  let sumRS = 0;
  let sumRB = 0;
  let sumAA = 0;
  let sumAS = 0;
  let sumAB = 0;
  let sumSS = 0;
  let sumSB = 0;
  let sumBB = 0;
  for (let i = 0; i < frequency.length; i++) {
    const k = r + (frequency[i] as number);
    const m = weight[i] as number;
    const gap = silence[i] as number;
    const last = TIME_COLUMNS * (recencyAt[i] as number);
    const age = TIME_COLUMNS * (ageAt[i] as number);
    const lastPair = atRecency[i] as number;
    const agePair = atAge[i] as number;
    const h = FIRST_ORDER * lastPair;
    const g = FIRST_ORDER * agePair;
    // d and its derivatives; those by α and β are differences of 1/(α+t), taken so that a short silence keeps its digits.
    const dR = (columns[age] as number) - (columns[last] as number);
    const dS = (columns[age + 1] as number) - (columns[last + 1] as number);
    const lastAlpha = columns[last + 2] as number;
    const ageAlpha = columns[age + 2] as number;
    const lastBeta = columns[last + 3] as number;
    const ageBeta = columns[age + 3] as number;
    const stepAlpha = gap * lastAlpha * ageAlpha;
    const stepBeta = gap * lastBeta * ageBeta;
    const dA = -k * stepAlpha;
    const dB = -s * stepBeta;
    const fade = Math.exp(-k * dR - s * dS);
    const rest = fade * (1 - (departures[g] as number));
    const M = (departures[h] as number) + rest;
    if (m === 1) {
      // One logarithm for many cells: M lies in (0, 1].
      product *= M;
      if (product < 1e-250) {
        value += Math.log(product);
        product = 1;
      }
    } else value += m * Math.log(M);
    const byM = 1 / M;
    const w = m * byM;
    const wFade = w * fade;
    const wRest = w * rest;
    weights[lastPair] = (weights[lastPair] as number) + w;
    weights[agePair] = (weights[agePair] as number) - wFade;
    // H by α and β through z: z_α = (β+t) ÷ (α+t)², z_β = −1 ÷ (α+t)
    const hZ = (departures[h + 3] as number) * lastAlpha;
    const gZ = (departures[g + 3] as number) * ageAlpha;
    const gR = departures[g + 1] as number;
    const gS = departures[g + 2] as number;
    const gA = gZ * (columns[age + 4] as number);
    const gB = -gZ;
    // the derivatives of ln M
    const nR = ((departures[h + 1] as number) - fade * gR - rest * dR) * byM;
    const nA = (hZ * (columns[last + 4] as number) - fade * gA - rest * dA) * byM;
    const nS = ((departures[h + 2] as number) - fade * gS - rest * dS) * byM;
    const nB = (-hZ - fade * gB - rest * dB) * byM;
    sumR += m * nR;
    sumA += m * nA;
    sumS += m * nS;
    sumB += m * nB;
    // M″ ÷ M has e^−d (H′d′ + d′H′ + (1−H) (d′d′ − d″)) besides H″.
    const half = 0.5 * wRest;
    const bR = wFade * gR + half * dR;
    const bA = wFade * gA + half * dA;
    const bS = wFade * gS + half * dS;
    const bB = wFade * gB + half * dB;
    sumRR += 2 * bR * dR - m * nR * nR;
    sumRA += bR * dA + bA * dR - m * nR * nA + wRest * stepAlpha;
    sumRS += bR * dS + bS * dR - m * nR * nS;
    sumRB += bR * dB + bB * dR - m * nR * nB;
    sumAA += 2 * bA * dA - m * nA * nA + wRest * dA * (lastAlpha + ageAlpha);
    sumAS += bA * dS + bS * dA - m * nA * nS;
    sumAB += bA * dB + bB * dA - m * nA * nB;
    sumSS += 2 * bS * dS - m * nS * nS;
    sumSB += bS * dB + bB * dS - m * nS * nB + wRest * stepBeta;
    sumBB += 2 * bB * dB - m * nB * nB + wRest * dB * (lastBeta + ageBeta);
  }
  sums.value += value + Math.log(product);
  sums.r += sumR;
  sums.alpha += sumA;
  sums.s += sumS;
  sums.beta += sumB;
  sums.rr += sumRR;
  sums.rAlpha += sumRA;
  sums.rS += sumRS;
  sums.rBeta += sumRB;
  sums.alphaAlpha += sumAA;
  sums.alphaS += sumAS;
  sums.alphaBeta += sumAB;
  sums.ss += sumSS;
  sums.sBeta += sumSB;
  sums.betaBeta += sumBB;
}
