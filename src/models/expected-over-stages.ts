import { logGamma, logRisingFactorial } from "../math/log-gamma.ts";
import { logStaying } from "./beta-dropout.ts";
import { type LivingCustomer, meanOverRate } from "./beta-geometric-outlook.ts";

/** What is asked of a living customer's future. */
export type StageQuestion = "purchases" | "staying";

/**
 * What is expected of a living customer who is `stage` stages on his way to the next purchase, which takes k: the purchases of t units, or
 * the probability of staying through them.
 *
 * Stages come as a negative binomial; each number of them means so many purchases if he stays. All terms are positive, so that nothing is
 * lost; they are added from the most probable number of stages outwards.
 */
export function expectedOverStages(
  k: number,
  customer: LivingCustomer,
  stage: number,
  t: number,
  question: StageQuestion,
): number {
  const { shape, rate, a, b } = customer;
  if (t === 0) return question === "staying" ? 1 : 0;
  if ((shape * t) / rate > MANY_STAGES) return overManyStages(k, customer, stage, t, question);
  const z = t / (rate + t);
  const most = Math.max(0, Math.floor(((shape - 1) * t) / rate));
  const ladder = new Ladder(a, b, question);
  const top = Math.exp(
    logRisingFactorial(shape, most) -
      logGamma(most + 1) -
      shape * Math.log1p(t / rate) -
      most * Math.log1p(rate / t),
  );
  let sum = 0;
  let probability = top;
  for (let m = most; ; m++) {
    const term = probability * ladder.at(Math.floor((m + stage) / k));
    sum += term;
    if (m + stage >= k && term <= 1e-18 * sum) break;
    probability *= (z * (shape + m)) / (m + 1);
  }
  probability = top;
  for (let m = most; m > 0; m--) {
    probability *= m / (z * (shape + m - 1));
    const term = probability * ladder.at(Math.floor((m - 1 + stage) / k));
    sum += term;
    if (term <= 1e-18 * sum) break;
  }
  return sum;
}

/** Beyond so many expected stages their number is as good as certain once the rate is known, and a sum over them would never end. */
const MANY_STAGES = 100_000;

/** The mean over the rate alone, with the number of stages at its mean: exact to about one part in the number of stages. */
function overManyStages(
  k: number,
  { shape, rate, a, b }: LivingCustomer,
  stage: number,
  t: number,
  question: StageQuestion,
): number {
  return meanOverRate(shape, rate, (lambda) => {
    const purchases = Math.max(0, (lambda * t + stage) / k - (k - 1) / (2 * k));
    return question === "staying"
      ? Math.exp(logStaying(a, b, purchases))
      : purchasesIfSoMany(a, b, purchases);
  });
}

/** Σ_{i<n} P(staying through i chances to leave) in closed form, for any n ≥ 0. */
function purchasesIfSoMany(a: number, b: number, n: number): number {
  // (c − 1 − (c + n − 1)·stay) ÷ (a − 1) with c = a + b; its limit at a = 1 is as smooth as its neighbours.
  const shape = Math.abs(a - 1) < 1e-7 ? 1 + 1e-7 : a;
  const c = shape + b;
  return (c - 1 - (c + n - 1) * Math.exp(logStaying(shape, b, n))) / (shape - 1);
}

/** For n = 0, 1, 2, …: the probability of staying through n chances to leave, or the sum of those before, the purchases expected. */
class Ladder {
  readonly #a: number;
  readonly #b: number;
  readonly #staying: boolean;
  readonly #values: number[];
  #probability = 1;

  constructor(a: number, b: number, question: StageQuestion) {
    this.#a = a;
    this.#b = b;
    this.#staying = question === "staying";
    this.#values = [this.#staying ? 1 : 0];
  }

  at(n: number): number {
    for (let i = this.#values.length; i <= n; i++) {
      const before = this.#probability;
      this.#probability *= (this.#b + i - 1) / (this.#a + this.#b + i - 1);
      const last = this.#values[i - 1] as number;
      this.#values.push(this.#staying ? this.#probability : last + before);
    }
    return this.#values[n] as number;
  }
}
