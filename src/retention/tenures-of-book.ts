import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { NO_END, type SubscriptionBook } from "../subscriptions/subscription-book.ts";
import { type CivilDay, civilDayOfIso, FIRST_CIVIL_DAY } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import type { Tenures } from "./tenure.ts";
import { type Cover, readCover } from "./tenure-cover.ts";
import { tenureKeys, writeKeys } from "./tenure-keys.ts";
import { type BookTenureOptions, checkFlag, tenureFrame } from "./tenure-options.ts";
import { TenureWriter } from "./tenure-writer.ts";

const NAMES = {
  unit: true,
  asOf: true,
  observedFrom: true,
  spells: true,
  of: true,
  gap: true,
  paid: true,
  keys: true,
  keysAt: true,
} satisfies Record<keyof BookTenureOptions, true>;

/** Tenures from the first day of service to the last one before a gap that is too long. */
export function tenuresOfBook(book: SubscriptionBook, options: BookTenureOptions<string>): Tenures {
  checkNames("options", options, NAMES);
  const { of = "customers", gap = 0, paid = false, spells = "first", keysAt = "start" } = options;
  checkOneOf("of", of, ["customers", "subscriptions"]);
  const single = of === "subscriptions";
  if (single) refuseOfCustomers(options);
  checkNumber("gap", gap, { least: 0, most: MOST_GAP, whole: true });
  checkFlag("paid", paid);
  checkOneOf("keysAt", keysAt, ["start", "end"]);
  const asOf = bookDay(book, options.asOf);
  const end = Math.max(FIRST_CIVIL_DAY, asOf - gap);
  const writer = new TenureWriter(tenureFrame(options, asOf, end, book.timeZone));
  const keys = tenureKeys(book, options.keys ?? []);
  const rules = { asOf, paid, gap: single ? null : gap };
  const cover: Cover = { start: 0, last: 0, first: 0, longest: 0, next: 0 };
  const { customerIds, starts, offsets } = book;
  for (let c = 0; c < customerIds.length; c++) {
    const place = offsets[c] as number;
    const stop = offsets[c + 1] as number;
    let spell = 0;
    let lost = false;
    cover.next = place;
    while (readCover(cover, book, cover.next, stop, rules)) {
      if (lost && !single) writer.cameBack += 1;
      if (spell > 0 && !single && spells === "first") break;
      spell += 1;
      const over = cover.last === NO_END ? NO_END : cover.last + 1;
      const row = writer.add(customerIds[c] as CustomerId, cover.start, over, single ? 1 : spell);
      lost = row?.event === true;
      if (row !== null) writeKeys(row, keys, keysAt === "start" ? cover.first : cover.longest);
    }
    if (spell === 0 && (starts[place] as number) <= asOf) writer.withoutStart += 1;
  }
  return writer.result();
}

const MOST_GAP = 100_000;

/** Refuses options that ask how a customer's subscriptions follow each other, where each stands for itself. */
function refuseOfCustomers({ gap, spells }: BookTenureOptions<string>): void {
  const trouble = 'A single subscription has no gaps and no spells: leave this out, or ask of: "customers".';
  checkOption("gap", gap, gap === undefined ? null : trouble);
  checkOption("spells", spells, spells === undefined ? null : trouble);
}

/** The day as of which a book is judged: what the user says, else the last day that was observed. */
function bookDay({ until, timeZone }: SubscriptionBook, asOf: DateInput | undefined): CivilDay {
  if (asOf !== undefined) return dayOption("asOf", asOf, timeZone);
  if (until !== null) return civilDayOfIso(until);
  const trouble = "The book holds no subscriptions, so it has no last day: pass the day to judge it as of.";
  throw invalidOption("asOf", null, trouble);
}
