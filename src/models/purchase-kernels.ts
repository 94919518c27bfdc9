import { checkOneOf } from "../rows/options.ts";
import { TIME_UNITS } from "../time/unit.ts";
import { type BgBbParameters, bgBb } from "./bg-bb.ts";
import { type BgNbdParameters, bgNbd } from "./bg-nbd.ts";
import { bgCnbdK, type CnbdKParameters, mbgCnbdK } from "./cnbd-k.ts";
import { checkPositive, invalidModel } from "./invalid-model.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import { PARAMETER_NAMES, type Predictor, type PurchaseModel } from "./models.ts";
import { type ParetoNbdParameters, paretoNbd } from "./pareto-nbd.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

/** What the formulas of any kind can be called with; each reads its own parameters only. */
export type PurchaseParameters = BgNbdParameters & ParetoNbdParameters & BgBbParameters & CnbdKParameters;

const KERNELS: { readonly [Kind in PurchaseModel["kind"]]: PurchaseKernel<PurchaseParameters> } = {
  "bg-nbd": bgNbd,
  "mbg-nbd": mbgNbd,
  "pareto-nbd": paretoNbd,
  "bg-bb": bgBb,
  "bg-cnbd-k": bgCnbdK,
  "mbg-cnbd-k": mbgCnbdK,
};

function isPurchaseKind(kind: unknown): kind is PurchaseModel["kind"] {
  return typeof kind === "string" && Object.hasOwn(KERNELS, kind);
}

/** The parameters of a model for its own formulas: those of its kind, which is all that they read; the compiler cannot follow. */
export function parametersOf({
  parameters,
}: Pick<Predictor<PurchaseModel>, "parameters">): PurchaseParameters {
  return parameters as unknown as PurchaseParameters;
}

/** The formulas of a kind of model. */
export function kernelOfKind(kind: PurchaseModel["kind"]): PurchaseKernel<PurchaseParameters> {
  return KERNELS[kind];
}

/** The formulas of a model of purchases; refuses what is none, or whose parameters or unit cannot be. */
export function kernelOf(model: Predictor<PurchaseModel>): PurchaseKernel<PurchaseParameters> {
  if (!(typeof model === "object" && model !== null && isPurchaseKind(model.kind))) {
    const known = Object.keys(KERNELS).join(", ");
    throw invalidModel("purchases", model, `This is no model of purchases; those are of kind ${known}.`);
  }
  checkParameters(model);
  checkOneOf("unit", model.unit, TIME_UNITS);
  return KERNELS[model.kind];
}

function checkParameters({ kind, parameters }: Predictor<PurchaseModel>): void {
  checkPositive(parameters, PARAMETER_NAMES[kind]);
  const { k } = parameters as { readonly k?: unknown };
  if (kind.endsWith("cnbd-k") && !(Number.isInteger(k) && (k as number) >= 1))
    throw invalidModel("parameters.k", k, "The regularity k must be a whole number of at least 1.");
}
