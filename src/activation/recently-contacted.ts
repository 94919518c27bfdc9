import type { CustomerId } from "../rows/customer-id.ts";
import type { CivilDay } from "../time/civil-day.ts";
import { type Duration, subtractDuration } from "../time/duration.ts";
import type { PastContact } from "./plan-options.ts";
import { readContacts } from "./read-contacts.ts";

/** Who was contacted within the cool-down that ends with a day; contacts after the day are not looked at. */
export function recentlyContacted(
  contacts: Iterable<PastContact>,
  coolDown: Duration,
  asOf: CivilDay,
  timeZone: string,
): ReadonlySet<CustomerId> {
  const { ids, customers, days } = readContacts(contacts, timeZone, "contacts");
  const before = subtractDuration(asOf, coolDown);
  const recent = new Set<CustomerId>();
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (day > before && day <= asOf) recent.add(ids[customers[i] as number] as CustomerId);
  }
  return recent;
}
