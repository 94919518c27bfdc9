import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { type BgBbParameters, bgBb } from "./bg-bb.ts";
import { type BgNbdParameters, bgNbd } from "./bg-nbd.ts";
import { bgCnbdK, type CnbdKParameters, mbgCnbdK } from "./cnbd-k.ts";
import { mbgNbd } from "./mbg-nbd.ts";
import type { PurchaseModel } from "./models.ts";
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

export function isPurchaseKind(kind: unknown): kind is PurchaseModel["kind"] {
  return typeof kind === "string" && Object.hasOwn(KERNELS, kind);
}

/** The formulas of a model of purchases. */
export function kernelOf(model: Pick<PurchaseModel, "kind">): PurchaseKernel<PurchaseParameters> {
  if (typeof model === "object" && model !== null && isPurchaseKind(model.kind)) return KERNELS[model.kind];
  const message = `This is no model of purchases; those are of kind ${Object.keys(KERNELS).join(", ")}.`;
  throw new DataError([
    { code: "invalid_model", row: null, field: "purchases", value: plainValue(model), message },
  ]);
}
