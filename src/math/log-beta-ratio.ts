/**
 * log B(a, b+d) − log B(a, b) for a, b > 0 and d ≥ 0, exact to the last digits even where it is tiny beside both.
 *
 * It is a second difference of log Γ. Of two neighbours Γ(x+1) ÷ Γ(x) = x leaves log(1 − ad ÷ ((x+a)(x+d))), of which all are negative;
 * beyond 16 Stirling's series (DLMF 5.11.1) is subtracted term by term.
 */
export function logBetaRatio(a: number, b: number, d: number): number {
  if (d === 0) return 0;
  let x = b;
  let sum = 0;
  while (x < 16) {
    sum += logCrossRatio(x, a, d);
    x += 1;
  }
  const stirling =
    -(x - 0.5) * logCrossRatio(x, a, d) - d * Math.log1p(a / (x + d)) - a * Math.log1p(d / (x + a));
  const twelfth = ((a / (x + a)) * (d / (x + d)) * ((2 * x + a + d) / (x + a + d))) / (12 * x);
  return sum + stirling - twelfth + rest(x + d) - rest(x) - rest(x + a + d) + rest(x + a);
}

/** log of x(x+a+d) ÷ ((x+a)(x+d)). */
function logCrossRatio(x: number, a: number, d: number): number {
  const missing = (a / (x + a)) * (d / (x + d));
  return missing < 0.5 ? Math.log1p(-missing) : Math.log((x / (x + a)) * ((x + a + d) / (x + d)));
}

/** Stirling's series from its second term on. */
function rest(x: number): number {
  const s = 1 / (x * x);
  return (s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * (1 / 1188 - (s * 691) / 360_360))))) / x;
}
