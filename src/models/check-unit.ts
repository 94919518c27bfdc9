import { checkOption } from "../rows/options.ts";
import type { TimeUnit } from "../time/unit.ts";

/** Refuses customers whose times are in another unit than the model's. */
export function checkUnit(model: { readonly unit: TimeUnit }, unit: TimeUnit): void {
  checkOption(
    "customers.unit",
    unit,
    unit === model.unit
      ? null
      : `The customers are in units of a ${unit}, the model of a ${model.unit}: summarize the customers with { unit: "${model.unit}" }.`,
  );
}
