import { symmetricEigen } from "../math/symmetric-eigen.ts";
import type { Maximum } from "../math/trust-region-newton.ts";

/** A parameter known no better than by a factor of e⁵ in either direction is not known. */
const WIDEST_STANDARD_ERROR = 5;

/** The direction along which a likelihood hardly falls from its maximum, if there is one; in logarithms of the parameters. */
export function flatDirection({
  hessian,
  atLimit,
}: Pick<Maximum, "hessian" | "atLimit">): readonly number[] | null {
  const [limit] = atLimit;
  if (limit !== undefined) return hessian.map((_, i) => (i === limit ? 1 : 0));
  const { values, vectors } = symmetricEigen(hessian.map((row) => row.map((curve) => -curve)));
  const least = Math.min(...values);
  if (least > WIDEST_STANDARD_ERROR ** -2) return null;
  const k = values.indexOf(least);
  return vectors.map((row) => row[k] as number);
}
