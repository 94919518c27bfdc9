import { isPurchase } from "./transaction-log.ts";

/** What a column of amounts adds up to. */
export interface AmountTotals {
  /** How many amounts are returns. */
  readonly returns: number;
  /** Sum of the returns, at most 0. */
  readonly returned: number;
  /** Sum of all amounts without their signs; infinite if the amounts are too large to be added up. */
  readonly turnover: number;
}

export function amountTotals(amounts: Float64Array): AmountTotals {
  let returns = 0;
  let returned = 0;
  let turnover = 0;
  // An index, since engines box each number that an iterator gives.
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as number;
    turnover += Math.abs(amount);
    if (isPurchase(amount)) continue;
    returns += 1;
    returned += amount;
  }
  return { returns, returned, turnover };
}
