import { type BgNbdParameters, bgNbd } from "./bg-nbd.ts";
import type { PurchaseModel } from "./models.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

const KERNELS: { readonly [Kind in PurchaseModel["kind"]]: PurchaseKernel<BgNbdParameters> } = {
  "bg-nbd": bgNbd,
};

/** The formulas of a model of purchases. */
export function kernelOf(model: Pick<PurchaseModel, "kind">): PurchaseKernel<BgNbdParameters> {
  return KERNELS[model.kind];
}
