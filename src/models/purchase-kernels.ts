import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { type BgNbdParameters, bgNbd } from "./bg-nbd.ts";
import type { PurchaseModel } from "./models.ts";
import type { PurchaseKernel } from "./purchase-kernel.ts";

const KERNELS: { readonly [Kind in PurchaseModel["kind"]]: PurchaseKernel<BgNbdParameters> } = {
  "bg-nbd": bgNbd,
};

/** The formulas of a model of purchases. */
export function kernelOf(model: Pick<PurchaseModel, "kind">): PurchaseKernel<BgNbdParameters> {
  if (typeof model === "object" && model !== null && Object.hasOwn(KERNELS, model.kind))
    return KERNELS[model.kind];
  const message = `This is no model of purchases; those are of kind ${Object.keys(KERNELS).join(", ")}.`;
  throw new DataError([
    { code: "invalid_model", row: null, field: "purchases", value: plainValue(model), message },
  ]);
}
