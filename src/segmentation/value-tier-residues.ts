/** What is this small beside the largest value is left over from rounding, not earned. */
const RESIDUE = 1e-12;

/** Makes 0 of what rounding leaves: 0.1 + 0.2 − 0.3 is not 0 in floating point, and would make a customer out of one who returned all. */
export function dropResidues(values: Float64Array): void {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  const least = largest * RESIDUE;
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i] as number) < least) values[i] = 0;
  }
}
