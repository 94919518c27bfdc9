import fc from "fast-check";
import type { NaiveInteraction, NaiveSettings, NaiveTransaction } from "./naive-classification.ts";

/** A customer base made up by chance: what goes in, before any door. */
export interface RandomBase {
  readonly transactions: readonly NaiveTransaction[];
  readonly interactions: readonly NaiveInteraction[];
  readonly prospects: readonly (string | number)[];
  readonly settings: NaiveSettings;
}

const FIRST_DAY = Date.UTC(2019, 11, 1);
const MILLISECONDS = 86_400_000;

export function dateAfter(date: string | number, days: number): string {
  return new Date((typeof date === "number" ? date : Date.parse(date)) + days * MILLISECONDS)
    .toISOString()
    .slice(0, 10);
}

const id = fc.constantFrom("A", "B", "C", "__proto__", "constructor", "🧾", "1", 1);
const day = fc.integer({ min: 0, max: 1300 });
// Quarters add up exactly, in whatever order.
const amount = fc
  .oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: -40, max: -1 }) },
  )
  .map((quarters) => quarters / 4);

/** Customers who buy in a rhythm for a while, since purchases at random hardly ever make a regular customer. */
const career = fc
  .record({
    customerId: id,
    start: day,
    gap: fc.integer({ min: 1, max: 120 }),
    jitters: fc.array(fc.tuple(fc.integer({ min: -5, max: 30 }), amount), { minLength: 1, maxLength: 9 }),
  })
  .map(({ customerId, start, gap, jitters }) =>
    jitters.map(([jitter, value], i) => ({
      customerId,
      date: dateAfter(FIRST_DAY, Math.max(0, start + i * gap + jitter)),
      amount: value,
    })),
  );

const kind = fc.constantFrom("login", "contact", "contact", "termination", "inquiry");

const interaction = fc
  .record({ customerId: fc.oneof(id, fc.constantFrom("P", "Q")), at: day, kind })
  .map(({ customerId, at, kind }) => ({ customerId, date: dateAfter(FIRST_DAY, at), kind }));

const windows = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([short, more, evenMore]) => [short, short + more, short + more + evenMore] as const);

type Windows = Pick<NaiveSettings, "newWithin" | "activeWindow" | "lostAfter">;

const inMonths: fc.Arbitrary<Windows> = windows.map(([newWithin, activeWindow, lostAfter]) => ({
  newWithin: { months: newWithin },
  activeWindow: { months: activeWindow },
  lostAfter: { months: lostAfter },
}));

const inDays: fc.Arbitrary<Windows> = windows.map(([newWithin, activeWindow, lostAfter]) => ({
  newWithin: { days: newWithin * 30 },
  activeWindow: { days: activeWindow * 30 },
  lostAfter: { days: lostAfter * 30 },
}));

function randomBase(anyWindows: fc.Arbitrary<Windows>): fc.Arbitrary<RandomBase> {
  return fc
    .record({
      careers: fc.array(career, { maxLength: 10 }),
      interactions: fc.array(interaction, { maxLength: 15 }),
      prospects: fc.array(fc.oneof(id, fc.constantFrom("P", "R")), { maxLength: 3 }),
      windows: anyWindows,
      asOf: fc.integer({ min: 400, max: 1400 }).map((days) => dateAfter(FIRST_DAY, days)),
      regularOrders: fc.integer({ min: 1, max: 4 }),
      overdueFactor: fc.constantFrom(0.5, 1, 2, 3.5),
      declineRatio: fc.constantFrom(0, 0.25, 0.5, 1),
      contacts: fc.integer({ min: 1, max: 3 }),
      activity: fc.constantFrom(
        ["purchase"],
        ["purchase", "login"],
        ["login", "inquiry"],
        ["contact", "purchase"],
      ),
      count: fc.constantFrom("purchases" as const, "purchase-days" as const),
    })
    .map(({ careers, interactions, prospects, windows: chosen, ...rest }) => ({
      transactions: careers.flat(),
      interactions,
      prospects,
      settings: { ...chosen, ...rest },
    }));
}

/** Bases whose windows are given in months or in days. */
export const anyBase: fc.Arbitrary<RandomBase> = fc.oneof(randomBase(inMonths), randomBase(inDays));

/** Bases whose windows have the same length wherever they lie. */
export const baseInDays: fc.Arbitrary<RandomBase> = randomBase(inDays);
