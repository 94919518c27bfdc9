/** The only positive root of square · u² − linear · u − constant for square, constant > 0, without cancellation. */
export function positiveRoot(square: number, linear: number, constant: number): number {
  const root = Math.hypot(linear, 2 * Math.sqrt(square) * Math.sqrt(constant));
  return linear >= 0 ? (linear + root) / (2 * square) : (2 * constant) / (root - linear);
}
