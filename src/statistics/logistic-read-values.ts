import type { CoxCovariate } from "./cox-covariates.ts";
import type { ReadCovariate } from "./design-matrix.ts";

/** What rows that were read are for the coefficients of a model; `null` for a row with a level that the model does not know. */
export function readValues(
  covariates: readonly CoxCovariate[],
  read: readonly ReadCovariate[],
): (row: number) => readonly number[] | null {
  // For each covariate the column of each level that was read: −1 is the reference, −2 unknown.
  const places = covariates.map((covariate, c) => {
    if (covariate.kind === "number") return null;
    return (read[c]?.levels ?? []).map((level) =>
      level === covariate.reference
        ? -1
        : covariate.levels.indexOf(level) - (covariate.levels.includes(level) ? 0 : 1),
    );
  });
  return (row) => {
    const values: number[] = [];
    for (const [c, covariate] of covariates.entries()) {
      const value = read[c]?.values[row] as number;
      if (covariate.kind === "number") {
        values.push(value);
        continue;
      }
      const place = places[c]?.[value] as number;
      if (place === -2) return null;
      for (let k = 0; k < covariate.levels.length; k++) values.push(k === place ? 1 : 0);
    }
    return values;
  };
}
