import type { CustomerId } from "../rows/customer-id.ts";
import { IdIndex, MISSING_ID } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { dateTrouble, isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import type { PastContact } from "./plan-options.ts";

/** Rows of customers and days, column by column. */
export interface ContactColumns<Row> {
  readonly rows: readonly Row[];
  readonly ids: readonly CustomerId[];
  /** For each row the place of its customer in `ids`. */
  readonly customers: Int32Array;
  readonly days: Int32Array;
}

/** Reads who was contacted when; all that is wrong with the rows is thrown at once. */
export function readContacts<Row extends PastContact>(
  rows: Iterable<Row>,
  timeZone: string,
  path: string,
): ContactColumns<Row> {
  const list = objectRows(rows, path);
  const clock = zoneClock(timeZone);
  const collector = new IssueCollector();
  const index = new IdIndex();
  const customers = new Int32Array(list.length);
  const days = new Int32Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const { customerId, date } = list[i] as Row;
    const code = index.codeOf(customerId);
    if (code < 0) {
      const missing = code === MISSING_ID;
      collector.add(
        missing ? "missing_customer" : "invalid_customer",
        i,
        `${path}.customerId`,
        customerId,
        () =>
          missing
            ? "The customer id is missing."
            : `${quoted(customerId)} is no customer id: ids are texts or finite numbers.`,
      );
    }
    const day = readCivilDay(date, clock);
    if (!isCivilDay(day)) {
      const { code: fault, message } = dateTrouble(day);
      collector.add(fault, i, `${path}.date`, date, () =>
        fault === "missing_date" ? message : `${quoted(date)}: ${message}`,
      );
    }
    customers[i] = code;
    days[i] = day;
  }
  collector.throwIfAny();
  return { rows: list, ids: index.ids, customers, days };
}
