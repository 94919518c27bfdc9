import type { Predictor, PurchaseModel } from "../models/models.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import { checkOption } from "../rows/options.ts";

/** Refuses a model that counts opportunities: what is discounted by month has to be foretold by day. */
export function checkDays(purchases: Predictor<PurchaseModel>): void {
  checkOption("purchases", purchases?.kind, kernelOf(purchases).discrete ? OPPORTUNITIES : null);
}

const OPPORTUNITIES =
  "This model counts opportunities, not days: predict with expectedPurchases and discountedExpectedResidualTransactions.";
