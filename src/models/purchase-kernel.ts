/** The formulas that a purchase model consists of; times are in the model's unit. */
export interface PurchaseKernel<Parameters> {
  /** Log-likelihood of one customer's history. */
  logLikelihood(parameters: Parameters, x: number, tx: number, T: number): number;
  /** Log odds of having left for good at age T; kept in this form since a probability near 0 or 1 loses its digits. */
  logOddsDead(parameters: Parameters, x: number, tx: number, T: number): number;
  /** Expected purchases in the t units after T of a customer known to be alive at T. It depends on x and T alone. */
  expectedPurchasesIfAlive(parameters: Parameters, x: number, T: number, t: number): number;
}
