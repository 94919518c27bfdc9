import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** Uniform in (0, 1): never 0, so that its logarithm is finite. */
  uniform(): number;
  normal(): number;
  exponential(rate: number): number;
  gamma(shape: number, rate: number): number;
  beta(a: number, b: number): number;
}

const WARM_UP = 64;

/** Neighbouring seeds as numbers far apart (the finaliser of MurmurHash3); the generator alone would give them related streams. */
function scattered(seed: number): number {
  let h = (seed | 0) ^ Math.floor(seed / 2 ** 32);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(scattered(seed));
  // The generator's state begins half empty; after some steps all its bits are mixed.
  for (let k = 0; k < WARM_UP; k++) generator.next();
  const uniform = (): number => 1 - uniformFloat64(generator);
  const logGamma = (shape: number): number => logGammaVariate(shape, uniform, normal);
  function normal(): number {
    // Box and Muller's second number is dropped: keeping it would be state that makes results depend on the order of calls.
    return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  }
  return {
    uniform,
    normal,
    exponential: (rate) => -Math.log(uniform()) / rate,
    gamma: (shape, rate) => Math.exp(logGamma(shape)) / rate,
    beta(a, b) {
      // In logs, since both gammas underflow for small shapes and 0 ÷ 0 would follow.
      return 1 / (1 + Math.exp(logGamma(b) - logGamma(a)));
    },
  };
}

/** Marsaglia & Tsang (2000), "A simple method for generating gamma variables"; the logarithm of the variate with rate 1. */
function logGammaVariate(shape: number, uniform: () => number, normal: () => number): number {
  // Gamma(k) = Gamma(k + 1) · U^(1/k); in logs it holds for the smallest shapes too.
  const boost = shape < 1 ? Math.log(uniform()) / shape : 0;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal();
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    if (Math.log(uniform()) < 0.5 * z * z + d * (1 - v + Math.log(v))) return Math.log(d * v) + boost;
  }
}
