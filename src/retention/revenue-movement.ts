/**
 * How the recurring revenue of a customer changed from one period end to the next.
 *
 * `new` (Neukunde): he pays for the first time at a period end; `expansion` and `contraction`: he pays more or less than before; `churn`
 * (Kündigung): he pays nothing any more; `reactivation`: he pays again after a period end at which he did not.
 */
export type RevenueMovement = "new" | "expansion" | "contraction" | "churn" | "reactivation";

/** The movements in the order of a ledger. */
export const REVENUE_MOVEMENTS: readonly RevenueMovement[] = [
  "new",
  "expansion",
  "contraction",
  "churn",
  "reactivation",
];

// Places in `REVENUE_MOVEMENTS`, for loops.
export const NEW = 0;
export const EXPANSION = 1;
export const CONTRACTION = 2;
export const CHURN = 3;
export const REACTIVATION = 4;
export const NO_MOVEMENT = 5;
