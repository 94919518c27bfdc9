import type { IssueCollector } from "../rows/issue-collector.ts";
import { amountTotals } from "./amount-totals.ts";
import type { Lines } from "./lines.ts";
import { refuseOverflow } from "./refuse-overflow.ts";
import { isPurchase, type ReturnsPolicy, type ReturnsSeen } from "./transaction-log.ts";

/** What the policy makes of the returns among lines. */
export interface SettledReturns {
  /** The lines that stay, if not all of them do. */
  readonly kept: Int32Array | null;
  readonly returns: ReturnsSeen;
  readonly rejectedRows: number;
  /** Sum of all amounts without their signs. */
  readonly turnover: number;
}

/** Counts the returns among the lines, and leaves them out or reports them as the policy says. */
export function settleReturns(
  lines: Lines,
  policy: ReturnsPolicy,
  amountField: string,
  collector: IssueCollector,
): SettledReturns {
  const { amounts } = lines;
  const totals = amountTotals(amounts);
  const { turnover } = totals;
  refuseOverflow(totals, amountField);
  const returns = { policy, transactions: totals.returns, amount: totals.returned };
  if (policy === "net" || returns.transactions === 0)
    return { kept: null, returns, rejectedRows: 0, turnover };

  const kept = new Int32Array(amounts.length - returns.transactions);
  let count = 0;
  let rejectedRows = 0;
  for (let i = 0; i < amounts.length; i++) {
    const value = amounts[i] as number;
    if (isPurchase(value)) {
      kept[count++] = i;
    } else if (policy === "reject") {
      rejectedRows += lines.rowsPerLine?.[i] ?? 1;
      collector.add("negative_amount", lines.rowOf?.[i] ?? i, amountField, value, () => REJECTED);
    }
  }
  return { kept, returns, rejectedRows, turnover };
}

const REJECTED =
  'The amount is below 0, and the option returns is "reject": pass "net" to deduct returns or "ignore" to leave them out.';
