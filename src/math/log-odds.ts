/** log(1 + eˣ) without overflow and without loss for very negative x. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** 1 ÷ (1 + e⁻ˣ): the probability of log odds x. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
