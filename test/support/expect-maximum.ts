import { expect } from "vitest";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitGammaGamma } from "../../src/models/fit-gamma-gamma.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import type { Model } from "../../src/models/models.ts";
import type { PurchaseHistories } from "../../src/models/purchase-histories.ts";
import type { SpendHistories } from "../../src/models/spend-cells.ts";
import { standardErrors } from "../../src/models/standard-errors.ts";
import { relativeError } from "./relative-error.ts";

const FITS: Readonly<Record<string, (customers: PurchaseHistories & SpendHistories) => Model>> = {
  "bg-nbd": fitBgNbd,
  "mbg-nbd": fitMbgNbd,
  "pareto-nbd": fitParetoNbd,
  "bg-bb": fitBgBb,
  "gamma-gamma": fitGammaGamma,
};

/** A maximum of the likelihood that independent code has polished; its Gamma-Gamma calls our gamma v. */
export interface KnownMaximum {
  readonly model: string;
  readonly customers: number;
  readonly parameters: object;
  readonly standardErrors: object;
  readonly logLikelihood: number;
}

/** Fits from the default start and holds the fit against a known maximum. */
export function expectMaximum(customers: PurchaseHistories & SpendHistories, known: KnownMaximum): void {
  const model = FITS[known.model]?.(customers);
  if (model === undefined) throw new Error(`There is no fit of ${known.model}.`);
  const estimates = new Map<string, number>(Object.entries(model.parameters));
  const errors = new Map<string, number | null>(Object.entries(standardErrors(model)));
  expect(model.convergence.converged).toBe(true);
  expect(model.customers).toBe(known.customers);
  expect(Math.abs(model.logLikelihood - known.logLikelihood)).toBeLessThan(1e-8);
  for (const [parameter, truth] of Object.entries(known.parameters)) {
    const own = parameter === "v" ? "gamma" : parameter;
    expect(relativeError(estimates.get(own) ?? Number.NaN, truth), own).toBeLessThan(1e-8);
  }
  for (const [parameter, truth] of Object.entries(known.standardErrors)) {
    const own = parameter === "v" ? "gamma" : parameter;
    expect(relativeError(errors.get(own) ?? Number.NaN, truth), own).toBeLessThan(1e-6);
  }
}
