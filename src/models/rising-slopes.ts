/**
 * The first and negated second derivatives by z of log z(z+1)…(z+n−1) for all n up to a largest: Σ 1 ÷ (z+j) and Σ 1 ÷ (z+j)².
 *
 * The tables are filled anew for each z.
 */
export class RisingSlopes {
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(largest: number) {
    this.first = new Float64Array(largest + 1);
    this.second = new Float64Array(largest + 1);
  }

  fill(z: number): void {
    let first = 0;
    let second = 0;
    for (let n = 1; n < this.first.length; n++) {
      const inverse = 1 / (z + (n - 1));
      first += inverse;
      second += inverse * inverse;
      this.first[n] = first;
      this.second[n] = second;
    }
  }
}
