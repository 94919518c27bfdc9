import { checkNumber } from "../rows/options.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";

/** Where margins come from: the log's own, one share of revenue for all, or nowhere. */
export type MarginSource =
  | { readonly kind: "log"; readonly margins: Float64Array }
  | { readonly kind: "rate"; readonly rate: number }
  | { readonly kind: null };

/** A rate that is passed goes before the margins of the log. */
export function marginSource({ margins }: TransactionLog, marginRate: number | undefined): MarginSource {
  if (marginRate !== undefined) {
    checkNumber("marginRate", marginRate, { least: -1, most: 1 });
    return { kind: "rate", rate: marginRate };
  }
  return margins === null ? { kind: null } : { kind: "log", margins };
}
