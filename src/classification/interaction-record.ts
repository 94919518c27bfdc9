import type { CivilDay } from "../time/civil-day.ts";
import { CONTACT, PURCHASE, TERMINATION } from "./interaction.ts";
import type { KnownPeople } from "./known-people.ts";
import { NEVER } from "./never.ts";

/** What the interactions up to a day say of each person. */
export interface InteractionRecord {
  /** 1 for those who interacted at all, in whatever way. */
  readonly seen: Uint8Array;
  readonly contacts: Int32Array;
  /** Day of the last termination, or `NEVER`. */
  readonly terminated: Int32Array;
  /** For each counted kind the last day, or `NEVER`; purchases are not among them. */
  readonly lastByKind: ReadonlyMap<string, Int32Array>;
}

export function interactionsUntil(
  { ids, interactions }: KnownPeople,
  asOf: CivilDay,
  activity: readonly string[],
): InteractionRecord {
  const seen = new Uint8Array(ids.length);
  const contacts = new Int32Array(ids.length);
  const terminated = new Int32Array(ids.length).fill(NEVER);
  const lastByKind = new Map<string, Int32Array>();
  for (const kind of activity) {
    if (kind !== PURCHASE) lastByKind.set(kind, new Int32Array(ids.length).fill(NEVER));
  }
  const { people, days, kinds } = interactions;
  for (let i = 0; i < kinds.length; i++) {
    const day = days[i] as number;
    if (day > asOf) continue;
    const person = people[i] as number;
    const kind = kinds[i] as string;
    seen[person] = 1;
    if (kind === CONTACT) contacts[person] = (contacts[person] as number) + 1;
    if (kind === TERMINATION) keepLatest(terminated, person, day);
    const last = lastByKind.get(kind);
    if (last !== undefined) keepLatest(last, person, day);
  }
  return { seen, contacts, terminated, lastByKind };
}

function keepLatest(days: Int32Array, person: number, day: CivilDay): void {
  if (day > (days[person] as number)) days[person] = day;
}
