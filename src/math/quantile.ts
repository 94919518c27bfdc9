/**
 * A quantile of numbers in ascending order, by linear interpolation (type 7 of Hyndman & Fan 1996, the default of R and NumPy).
 *
 * `null` if there are no numbers.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number | null {
  if (ascending.length === 0) return null;
  const place = (ascending.length - 1) * share;
  const below = Math.floor(place);
  const low = ascending[below] as number;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] as number;
  return low + (place - below) * (high - low);
}
