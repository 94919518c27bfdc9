/**
 * Σ_{j<k} (shape)ⱼ uʲ ÷ j!: by which factor a silence is more probable if the next purchase needs k stages and not one.
 *
 * u is the silence as a share of the whole time that counts, (T − tx) ÷ (α + T). It is 1 for k = 1.
 */
export function erlangRemainder(k: number, shape: number, u: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < k; j++) {
    term *= ((shape + j - 1) * u) / j;
    sum += term;
  }
  return sum;
}
