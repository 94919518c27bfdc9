import { cholesky, solveTransposed } from "../math/cholesky.ts";
import type { Matrix } from "../math/symmetric-eigen.ts";
import type { DataError } from "../rows/data-error.ts";
import type { CoxSample } from "./cox-sample.ts";
import { indistinct, sameInAllRows } from "./design-matrix.ts";

/** Less than this share of a column that the others do not tell is lost in rounding. */
const COLLINEAR = 1e-10;

/** Squares of what lies beyond are no numbers any more. */
const LARGEST_SCALE = 1e140;

function ofWrongUnit(name: string): DataError {
  const message = `The values of ${JSON.stringify(name)} are too large or too small to calculate with: look for a mistaken figure, or use another unit.`;
  return indistinct([name], message);
}

/** Refuses columns that are the same for all, or beyond measure: their effect cannot be told. */
export function refuseConstants({ scales }: Pick<CoxSample, "scales">, names: readonly string[]): void {
  names.forEach((name, c) => {
    const scale = scales[c] as number;
    if (scale === 0) throw sameInAllRows(name);
    if (!(scale >= 1 / LARGEST_SCALE && scale <= LARGEST_SCALE)) throw ofWrongUnit(name);
  });
}

/** Refuses columns whose effects the risk sets cannot tell apart, by the information at coefficients of 0. */
export function refuseCollinear(information: Matrix, names: readonly string[], events: number): void {
  const lacking = information.findIndex((row, c) => !((row[c] as number) > COLLINEAR * events));
  if (lacking >= 0) {
    const name = names[lacking] as string;
    throw indistinct(
      [name],
      `${JSON.stringify(name)} never differs among those at risk at the same time, so its effect cannot be told: leave it out, or see whether a stratum says the same.`,
    );
  }
  const { factor, failedAt } = cholesky(information, COLLINEAR);
  if (failedAt === null) return;
  const shares = solveTransposed(factor, (factor[failedAt] as number[]).slice(0, failedAt));
  const largest = Math.max(...shares.map(Math.abs));
  const involved = [
    ...names.filter((_, c) => c < failedAt && Math.abs(shares[c] as number) > 1e-6 * largest),
    names[failedAt] as string,
  ];
  const list = involved.map((name) => JSON.stringify(name)).join(", ");
  throw indistinct(
    involved,
    `${list} say the same: the last of them can be computed from the others, so their effects cannot be told apart. Leave one of them out.`,
  );
}
