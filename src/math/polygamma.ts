/** The derivative of log Γ for x > 0 (digamma): shifted beyond 10, then the asymptotic series DLMF 5.11.2. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series =
    s *
    (1 / 12 -
      s *
        (1 / 120 -
          s *
            (1 / 252 -
              s * (1 / 240 - s * (1 / 132 - s * (691 / 32_760 - s * (1 / 12 - (s * 3617) / 8160)))))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}

/** The second derivative of log Γ for x > 0 (trigamma): shifted beyond 10, then DLMF 5.15.9's series. */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series =
    1 / 6 -
    s *
      (1 / 30 -
        s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - s * (7 / 6 - (s * 3617) / 510))))));
  return sum + 1 / shifted + s / 2 + (s / shifted) * series;
}
