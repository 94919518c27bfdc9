import { logGamma, logGammaRatio } from "../math/log-gamma.ts";
import { digamma, trigamma } from "../math/polygamma.ts";
import type { Objective } from "../math/trust-region-newton.ts";
import { inLogParameters } from "./log-parameters.ts";
import type { SpendCells } from "./spend-cells.ts";

/**
 * The log-likelihood of a base under the Gamma-Gamma model with gradient and Hessian, as a function of (log p, log q, log γ).
 *
 * Fader & Hardie, note 025, equation 1a, with the total spend S = x·m. Gamma functions are needed once per distinct number of purchases;
 * of a customer there remain log(γ+S) and powers of 1 ÷ (γ+S).
 */
export function gammaGammaLikelihood(cells: SpendCells): Objective {
  const groups = groupsByFrequency(cells);
  return (point) => {
    const [p = 0, q = 0, gamma = 0] = point.map(Math.exp);
    const logGammaQ = logGamma(q);
    const digammaQ = digamma(q);
    const trigammaQ = trigamma(q);
    const log = Math.log(gamma);
    const gradient = [0, 0, 0];
    const h = { pp: 0, pq: 0, pg: 0, qq: 0, qg: 0, gg: 0 };
    let value = 0;
    const add = (k: number, amount: number): void => {
      gradient[k] = (gradient[k] as number) + amount;
    };
    for (const group of groups) {
      const { x, customers, sumLogTotal, sumLogMean } = group;
      const shape = p * x;
      const { logs, inverses, squares } = shiftedSums(cells.total, cells.weight, group, gamma);
      const digammaAll = digamma(shape + q);
      const trigammaAll = trigamma(shape + q);
      value +=
        customers * (logGammaRatio(shape, q) - logGammaQ + q * log) +
        shape * (sumLogTotal - logs) -
        q * logs -
        sumLogMean;
      add(0, x * (customers * (digammaAll - digamma(shape)) + sumLogTotal - logs));
      add(1, customers * (digammaAll - digammaQ + log) - logs);
      add(2, (customers * q) / gamma - (shape + q) * inverses);
      h.pp += customers * x * x * (trigammaAll - trigamma(shape));
      h.pq += customers * x * trigammaAll;
      h.pg -= x * inverses;
      h.qq += customers * (trigammaAll - trigammaQ);
      h.qg += customers / gamma - inverses;
      h.gg += (shape + q) * squares - (customers * q) / (gamma * gamma);
    }
    return inLogParameters(
      value,
      gradient,
      [
        [h.pp, h.pq, h.pg],
        [h.pq, h.qq, h.qg],
        [h.pg, h.qg, h.gg],
      ],
      [p, q, gamma],
    );
  };
}

interface FrequencyGroup {
  readonly x: number;
  readonly start: number;
  readonly end: number;
  readonly customers: number;
  readonly sumLogTotal: number;
  readonly sumLogMean: number;
  /** Whether every weight is 1. */
  readonly plain: boolean;
  /** Smallest and largest total. */
  readonly least: number;
  readonly most: number;
}

function groupsByFrequency({ frequency, total, weight, size }: SpendCells): FrequencyGroup[] {
  const groups: FrequencyGroup[] = [];
  for (let start = 0; start < size; ) {
    const x = frequency[start] as number;
    let end = start;
    let customers = 0;
    let plain = true;
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    for (; end < size && frequency[end] === x; end++) {
      const m = weight[end] as number;
      const spent = total[end] as number;
      customers += m;
      if (m !== 1) plain = false;
      if (spent < least) least = spent;
      if (spent > most) most = spent;
    }
    const range = { x, start, end, plain, least, most };
    const sumLogTotal = shiftedSums(total, weight, range, 0).logs;
    groups.push({ ...range, customers, sumLogTotal, sumLogMean: sumLogTotal - customers * Math.log(x) });
    start = end;
  }
  return groups;
}

/** Σ log(γ+S), Σ 1 ÷ (γ+S) and Σ 1 ÷ (γ+S)² of a group. */
function shiftedSums(
  total: Float64Array,
  weight: Float64Array,
  { start, end, plain, least, most }: Pick<FrequencyGroup, "start" | "end" | "plain" | "least" | "most">,
  gamma: number,
): { logs: number; inverses: number; squares: number } {
  let logs = 0;
  let inverses = 0;
  let squares = 0;
  if (!plain) {
    for (let i = start; i < end; i++) {
      const m = weight[i] as number;
      const shifted = gamma + (total[i] as number);
      logs += m * Math.log(shifted);
      inverses += m / shifted;
      squares += m / (shifted * shifted);
    }
    return { logs, inverses, squares };
  }
  // One logarithm for as many customers as a product can hold.
  const digits = Math.max(1, Math.abs(Math.log10(gamma + least)), Math.abs(Math.log10(gamma + most)));
  const length = Math.max(1, Math.floor(300 / digits));
  for (let from = start; from < end; from += length) {
    const to = Math.min(from + length, end);
    let product = 1;
    for (let i = from; i < to; i++) {
      const shifted = gamma + (total[i] as number);
      const inverse = 1 / shifted;
      product *= shifted;
      inverses += inverse;
      squares += inverse * inverse;
    }
    logs += Math.log(product);
  }
  return { logs, inverses, squares };
}
