import type { ClassifiedCustomer } from "../classification/classified-customer.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { invalidOption } from "../rows/options.ts";
import { civilDayOfIso, type IsoDate } from "../time/civil-day.ts";
import type { Duration } from "../time/duration.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { ActivationCandidate } from "./activation-candidate.ts";
import type { ActivationKind } from "./activation-kind.ts";
import { lastWindowRevenue, meanFirstPurchase } from "./value-at-stake.ts";

/** What there is to win, and how it was computed. */
export type Stake = Pick<ActivationCandidate, "valueAtStake" | "valueBasis">;

/**
 * Values candidates one after the other, in the order of the classification: the caller's value if there is one, else by the kind.
 *
 * The order matters: customers of the log come first and in its order, so that their transactions are found without looking ids up.
 */
export function stakeReader(
  log: TransactionLog,
  asOf: IsoDate,
  window: Duration,
  prospectValue: number | null,
  given: ReadonlyMap<CustomerId, number> | null,
): (customer: ClassifiedCustomer, kind: ActivationKind) => Stake {
  const day = civilDayOfIso(asOf);
  const revenueOf = lastWindowRevenue(log, day, window);
  let ofProspects: Stake | null =
    prospectValue === null ? null : { valueAtStake: prospectValue, valueBasis: "given" };
  let at = 0;
  return (customer, kind) => {
    const own = given?.get(customer.customerId);
    if (own !== undefined) return { valueAtStake: own, valueBasis: "given" };
    if (kind === "never-converted") {
      ofProspects ??= { valueAtStake: firstPurchaseOf(log, day), valueBasis: "mean-first-purchase" };
      return ofProspects;
    }
    if (customer.reason === "revenue-drop") {
      const shortfall = customer.revenueBefore - customer.revenueInWindow;
      return { valueAtStake: Math.max(shortfall, 0), valueBasis: "shortfall" };
    }
    while (log.customerIds[at] !== customer.customerId) at += 1;
    return { valueAtStake: Math.max(revenueOf(at), 0), valueBasis: "last-active-window" };
  };
}

function firstPurchaseOf(log: TransactionLog, asOf: number): number {
  const mean = meanFirstPurchase(log, asOf);
  if (mean !== null) return mean;
  throw invalidOption(
    "prospectValue",
    null,
    "There are prospects to activate, but nobody has bought, so that nothing says what one is worth: pass it.",
  );
}
