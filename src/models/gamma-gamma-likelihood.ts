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
      const { logs, inverses, squares } = shiftedSums(cells, group, gamma);
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
}

function groupsByFrequency({ frequency, total, weight, size }: SpendCells): FrequencyGroup[] {
  const groups: FrequencyGroup[] = [];
  for (let start = 0; start < size; ) {
    const x = frequency[start] as number;
    let end = start;
    let customers = 0;
    let sumLogTotal = 0;
    let plain = true;
    for (; end < size && frequency[end] === x; end++) {
      const m = weight[end] as number;
      customers += m;
      sumLogTotal += m * Math.log(total[end] as number);
      if (m !== 1) plain = false;
    }
    groups.push({
      x,
      start,
      end,
      customers,
      sumLogTotal,
      sumLogMean: sumLogTotal - customers * Math.log(x),
      plain,
    });
    start = end;
  }
  return groups;
}

/** Σ log(γ+S), Σ 1 ÷ (γ+S) and Σ 1 ÷ (γ+S)² of a group. */
function shiftedSums(
  { total, weight }: SpendCells,
  { start, end, plain }: FrequencyGroup,
  gamma: number,
): { logs: number; inverses: number; squares: number } {
  let logs = 0;
  let inverses = 0;
  let squares = 0;
  let product = 1;
  for (let i = start; i < end; i++) {
    const shifted = gamma + (total[i] as number);
    const inverse = 1 / shifted;
    if (plain && shifted > 1e-100 && shifted < 1e100) {
      // One logarithm for many customers.
      product *= shifted;
      if (product > 1e200 || product < 1e-200) {
        logs += Math.log(product);
        product = 1;
      }
      inverses += inverse;
      squares += inverse * inverse;
    } else {
      const m = weight[i] as number;
      logs += m * Math.log(shifted);
      inverses += m * inverse;
      squares += m * inverse * inverse;
    }
  }
  return { logs: logs + Math.log(product), inverses, squares };
}
