import { checkNames, checkNumber, invalidOption } from "../rows/options.ts";

/**
 * How many customers there were and how they moved in a period; whatever follows from the rest may be left out.
 *
 * start = kept + lost, and end = kept + new + returned. Where nobody says how many returned, those who are neither new nor known to be kept
 * cannot be told apart: kept is then end − new.
 */
export interface CustomerCounts {
  /** Active customers at the start. */
  readonly start?: number;
  /** Active customers at the end. */
  readonly end?: number;
  /** Active at the end who had never bought before the start. */
  readonly new?: number;
  /** Active at the start and at the end. */
  readonly kept?: number;
  /** Active at the end, not at the start, who had bought before. */
  readonly returned?: number;
  /** Active at the start, not at the end. */
  readonly lost?: number;
  /** Known from earlier purchases, but not active at the start: those who can return. */
  readonly inactive?: number;
}

/** The counts with what follows from them; `null` for what does not. */
export type KnownCounts = { readonly [Name in keyof CustomerCounts]-?: number | null };

const NAMES = {
  start: true,
  end: true,
  new: true,
  kept: true,
  returned: true,
  lost: true,
  inactive: true,
} satisfies Record<keyof CustomerCounts, true>;

/** Completes counts by what must add up, and refuses those that do not. */
export function knownCounts(counts: CustomerCounts): KnownCounts {
  checkNames("counts", counts, NAMES);
  for (const [name, count] of Object.entries(counts)) {
    if (count !== undefined)
      checkNumber(name, count, { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true });
  }
  const { inactive = null } = counts;
  const fromStart = counts.kept ?? difference(counts.start, counts.lost);
  const kept = fromStart ?? difference(counts.end, counts.new, counts.returned ?? 0);
  const lost = counts.lost ?? difference(counts.start, kept);
  const start = counts.start ?? sum(kept, lost);
  // Only if kept is known from elsewhere does the end tell who returned.
  const returned = counts.returned ?? (kept === null ? null : difference(counts.end, counts.new, kept));
  const fresh = counts.new ?? difference(counts.end, kept, counts.returned ?? null);
  const end = counts.end ?? sum(kept, fresh, returned ?? 0);
  const known: KnownCounts = { start, end, new: fresh, kept, returned, lost, inactive };
  checkSums(known);
  return known;
}

type Count = number | null | undefined;

function sum(...counts: readonly Count[]): number | null {
  let total = 0;
  for (const count of counts) {
    if (count === null || count === undefined) return null;
    total += count;
  }
  return total;
}

function difference(whole: Count, ...parts: readonly Count[]): number | null {
  const taken = sum(...parts);
  return whole === null || whole === undefined || taken === null ? null : whole - taken;
}

function checkSums({ start, end, new: fresh, kept, returned, lost, inactive }: KnownCounts): void {
  for (const [name, count] of Object.entries({ kept, lost, new: fresh, returned })) {
    if (count === null || count >= 0) continue;
    throw invalidOption(name, count, `${name} comes out at ${count}: ${RULE}`);
  }
  const leaving = sum(kept, lost);
  if (start !== null && leaving !== null && start !== leaving) {
    throw invalidOption("start", start, `kept + lost are ${leaving}, start is ${start}: ${RULE}`);
  }
  const arriving = sum(kept, fresh, returned ?? 0);
  if (end !== null && arriving !== null && end !== arriving) {
    throw invalidOption("end", end, `kept + new + returned are ${arriving}, end is ${end}: ${RULE}`);
  }
  if (returned !== null && inactive !== null && returned > inactive) {
    const trouble = `${returned} returned, but only ${inactive} could: those who return were inactive at the start.`;
    throw invalidOption("returned", returned, trouble);
  }
}

const RULE = "start is kept + lost, and end is kept + new + returned.";
