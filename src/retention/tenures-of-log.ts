import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { FIRST_CIVIL_DAY } from "../time/civil-day.ts";
import { durationTrouble, subtractDuration } from "../time/duration.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import { silenceLimit } from "./silence-limit.ts";
import type { Tenures } from "./tenure.ts";
import { type LogTenureOptions, tenureFrame } from "./tenure-options.ts";
import { TenureWriter } from "./tenure-writer.ts";

const NAMES = {
  unit: true,
  asOf: true,
  observedFrom: true,
  spells: true,
  lostAfter: true,
  churnedOn: true,
} satisfies Record<keyof LogTenureOptions, true>;

/** Tenures from the first purchase to the silence that is too long. */
export function tenuresOfLog(log: TransactionLog, options: LogTenureOptions): Tenures {
  checkNames("options", options, NAMES);
  const { lostAfter, churnedOn = "limit", spells } = options;
  checkOption("lostAfter", lostAfter, lostAfter === undefined ? NO_LIMIT : durationTrouble(lostAfter));
  checkOneOf("churnedOn", churnedOn, ["limit", "last-purchase"]);
  const asOf = asOfDay(log, options.asOf);
  const onLimit = churnedOn === "limit";
  const end = onLimit ? asOf : Math.max(FIRST_CIVIL_DAY, subtractDuration(asOf, lostAfter));
  const writer = new TenureWriter(tenureFrame(options, asOf, end, log.timeZone));
  const limitOf = silenceLimit(lostAfter);
  const { days, amounts, offsets } = log;
  for (let c = 0; c < log.customerIds.length; c++) {
    const customerId = log.customerIds[c] as CustomerId;
    const stop = offsets[c + 1] as number;
    let spell = 0;
    let start = 0;
    let last = 0;
    let i = offsets[c] as number;
    const known = (days[i] as number) <= asOf;
    for (; i < stop; i++) {
      const day = days[i] as number;
      if (day > asOf) break;
      if (!isPurchase(amounts[i] as number) || (spell > 0 && day === last)) continue;
      const limit = spell === 0 ? day : limitOf(last);
      if (spell === 0 || day > limit) {
        if (spell > 0) {
          const lost = writer.add(customerId, start, onLimit ? limit : last + 1, spell);
          if (lost?.event === true) writer.cameBack += 1;
          if (spells !== "all") break;
        }
        spell += 1;
        start = day;
      }
      last = day;
    }
    // A spell that was broken off has its row already.
    if (i < stop && (days[i] as number) <= asOf) continue;
    if (spell > 0) writer.add(customerId, start, onLimit ? limitOf(last) : last + 1, spell);
    else if (known) writer.withoutStart += 1;
  }
  return writer.result();
}

const NO_LIMIT =
  "Nobody sees a customer leave a shop: say after how long without a purchase he is lost, e.g. { months: 12 }.";
