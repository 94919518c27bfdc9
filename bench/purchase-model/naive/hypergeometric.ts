/** ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its power series, term by term until a term adds nothing. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

const MOST_TERMS = 10_000;
