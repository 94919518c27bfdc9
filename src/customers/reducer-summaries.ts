import type { CustomerId } from "../rows/customer-id.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";
import { daysPerUnit } from "../time/unit.ts";
import type { CustomerSummaries, CustomerSummary } from "./customer-summaries.ts";
import { CustomerTally } from "./customer-tally.ts";
import type { ReducerSettings } from "./reducer-options.ts";
import type { ReducerStates } from "./reducer-states.ts";
import { summaryOf } from "./summary-of.ts";

/** What results are made of. */
export interface ReducedCustomers {
  readonly settings: ReducerSettings;
  readonly asOf: CivilDay;
  readonly customerIds: readonly CustomerId[];
  readonly states: ReducerStates;
  readonly hasMargin: boolean;
}

/** A row for each customer who has bought. */
export function reducedSummaries({
  settings,
  asOf,
  customerIds,
  states,
  hasMargin,
}: ReducedCustomers): CustomerSummaries {
  const { unit, count } = settings;
  const frame = { asOf, perUnit: daysPerUnit(unit), count, hasMargin, written: isoDateWriter() };
  states.settle();
  const sumLogs = settings.intervals ? states.sumLogs(customerIds.length) : null;
  const rows: CustomerSummary[] = [];
  let strangers = 0;
  let strangersRevenue = 0;
  const tally = new CustomerTally();
  for (let c = 0; c < customerIds.length; c++) {
    states.read(c, tally);
    if (tally.orders > 0) {
      rows.push(
        summaryOf(
          customerIds[c] as CustomerId,
          tally,
          frame,
          sumLogs === null ? null : (sumLogs[c] as number),
        ),
      );
    } else if (tally.transactions > 0) {
      strangers += 1;
      strangersRevenue += tally.revenue;
    }
  }
  const withoutPurchase = { customers: strangers, revenue: strangersRevenue };
  return { unit, asOf: isoDate(asOf), count, rows, withoutPurchase };
}
