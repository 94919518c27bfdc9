import { checkNames, checkOption } from "../rows/options.ts";
import type { HistoryFault } from "./check-history.ts";
import type { PurchaseHistory } from "./purchase-histories.ts";

/** Which covariates move which parameters, by their names in `covariates` of the customers. */
export type Covariates<Parameter extends string> = { readonly [Name in Parameter]?: readonly string[] };

/** A covariate that moves the logarithm of a parameter. */
export interface CovariateShift {
  readonly parameter: string;
  readonly covariate: string;
  /** Place of the parameter in the model's order. */
  readonly at: number;
  /** By which sign a positive coefficient moves it. */
  readonly sign: 1 | -1;
}

/** The effect of one unit of a covariate on the logarithm of a parameter. */
export interface CovariateCoefficient {
  readonly parameter: string;
  readonly covariate: string;
  readonly value: number;
}

/**
 * α and β are scales of time, so a positive coefficient lowers them: more purchases, an earlier end. a and b rise with a positive
 * coefficient: leaving more probable, and less.
 */
const SIGNS: Readonly<Record<string, 1 | -1>> = { alpha: -1, beta: -1, a: 1, b: 1 };

export function signOf(parameter: string): 1 | -1 {
  return SIGNS[parameter] ?? 1;
}

/** The shifts that covariates mean, in the order of the model's parameters. */
export function covariateShifts(
  covariates: Readonly<Record<string, readonly string[] | undefined>>,
  names: readonly string[],
  movable: readonly string[],
): readonly CovariateShift[] {
  checkNames(
    "covariates",
    covariates,
    Object.fromEntries(movable.map((parameter) => [parameter, true] as const)),
  );
  return movable.flatMap((parameter) => {
    const listed = covariates[parameter] ?? [];
    const isList = Array.isArray(listed) && listed.every((name) => typeof name === "string");
    const trouble = isList ? null : 'Pass a list of names of covariates, such as ["newsletter"].';
    checkOption(`covariates.${parameter}`, listed, trouble);
    const twice = new Set(listed).size < listed.length;
    checkOption(`covariates.${parameter}`, listed, twice ? "A covariate is named twice." : null);
    const shift = { parameter, at: names.indexOf(parameter), sign: signOf(parameter) };
    return listed.map((covariate) => ({ ...shift, covariate }));
  });
}

/** What is wrong with the covariates of a customer; `null` if nothing. */
export function covariateTrouble(
  customer: PurchaseHistory,
  needed: readonly Pick<CovariateShift, "covariate">[],
): HistoryFault | null {
  for (const { covariate } of needed) {
    const given = customer.covariates;
    const value = given !== undefined && Object.hasOwn(given, covariate) ? given[covariate] : undefined;
    if (!Number.isFinite(value)) {
      return {
        field: "covariates",
        trouble: `The customer needs a finite number as covariate ${JSON.stringify(covariate)}: { covariates: { ${covariate}: 1 } }.`,
      };
    }
  }
  return null;
}
