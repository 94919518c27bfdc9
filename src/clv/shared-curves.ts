import type { Predictor, PurchaseModel } from "../models/models.ts";
import { PurchaseCurves } from "../models/purchase-curves.ts";

/** One curve serves customers of all ages in the models whose formula for a single one is slow; `null` for the others, and with covariates. */
export function sharedCurves({
  kind,
  parameters,
  coefficients,
}: Predictor<PurchaseModel>): PurchaseCurves | null {
  if (coefficients !== undefined) return null;
  if (kind === "bg-nbd") return new PurchaseCurves(parameters, 0);
  return kind === "mbg-nbd" ? new PurchaseCurves(parameters, 1) : null;
}
