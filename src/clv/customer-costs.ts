import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { type DateInput, dateTrouble, isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import { type CustomerCostKind, LEVEL_OF_COST } from "./contribution.ts";

/** A cost that one customer has caused. */
export interface CustomerCost {
  readonly customerId: CustomerId;
  /** `"deduction"` or `"product"` (level I), `"order"` or `"service"` (II), `"marketing"` or `"sales"` (III). */
  readonly kind: CustomerCostKind;
  /** Money, 0 or more. */
  readonly amount: number;
  /** When it was caused; without a date it is counted whatever the window. */
  readonly date?: DateInput | null;
}

/** A cost that was checked. */
export interface ReadCost {
  readonly customerId: CustomerId;
  readonly kind: CustomerCostKind;
  readonly amount: number;
  readonly day: CivilDay | null;
}

/** Reads the costs of customers; whatever is wrong with them is told together. */
export function readCosts(rows: Iterable<CustomerCost>, timeZone: string): readonly ReadCost[] {
  const list = objectRows(rows, "costs");
  const clock = zoneClock(timeZone);
  const collector = new IssueCollector();
  const costs = list.map(({ customerId, kind, amount, date = null }, i): ReadCost => {
    const isId = typeof customerId === "string" ? customerId !== "" : Number.isFinite(customerId);
    if (!isId) collector.add("invalid_customer", i, "customerId", customerId, () => NO_CUSTOMER);
    if (typeof kind !== "string" || !Object.hasOwn(LEVEL_OF_COST, kind))
      collector.add("invalid_kind", i, "kind", kind, () => {
        return `${quoted(kind)} is no kind of cost; there are ${Object.keys(LEVEL_OF_COST).join(", ")}.`;
      });
    if (!Number.isFinite(amount)) collector.add("invalid_amount", i, "amount", amount, () => NO_AMOUNT);
    else if (amount < 0) collector.add("negative_amount", i, "amount", amount, () => NEGATIVE);
    const day = date === null ? null : readCivilDay(date, clock);
    if (day !== null && !isCivilDay(day)) {
      const { code, message } = dateTrouble(day);
      collector.add(code, i, "date", date, () => message);
    }
    return { customerId, kind, amount, day };
  });
  collector.throwIfAny();
  return costs;
}

const NO_CUSTOMER = "The cost belongs to no customer: ids are texts or finite numbers.";
const NO_AMOUNT = "The amount of a cost is a finite number.";
const NEGATIVE = "Costs are positive amounts, which are deducted: turn the sign.";
