import type { IdIndex } from "../rows/id-index.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { dateTrouble, isCivilDay, readCivilDay } from "../time/read-civil-day.ts";
import { zoneClock } from "../time/time-zone.ts";
import { type Interaction, PURCHASE } from "./interaction.ts";
import { reportPerson } from "./report-person.ts";

/** Checked interactions, column by column. */
export interface InteractionColumns {
  /** Numbers of the people, as the index gave them. */
  readonly people: Int32Array;
  /** Civil days. */
  readonly days: Int32Array;
  readonly kinds: readonly string[];
}

export function readInteractions(
  interactions: readonly Interaction[],
  index: IdIndex,
  timeZone: string,
  collector: IssueCollector,
): InteractionColumns {
  const clock = zoneClock(timeZone);
  const people = new Int32Array(interactions.length);
  const days = new Int32Array(interactions.length);
  const kinds: string[] = [];
  for (let i = 0; i < interactions.length; i++) {
    const row: unknown = interactions[i];
    if (!isInteraction(row)) {
      collector.add(
        "invalid_row",
        i,
        "interactions",
        row,
        () => `${quoted(row)} is no interaction: ${SHAPE}.`,
      );
      continue;
    }
    const person = index.codeOf(row.customerId);
    if (person < 0) reportPerson(collector, person, i, "interactions.customerId", row.customerId);
    const day = readCivilDay(row.date, clock);
    if (!isCivilDay(day)) reportDate(collector, i, row.date, day);
    if (kindFault(row.kind) !== null) reportKind(collector, i, row.kind);
    people[i] = person;
    days[i] = day;
    kinds.push(row.kind);
  }
  return { people, days, kinds };
}

const SHAPE = 'write it like { customerId: "A", date: "2025-03-01", kind: "login" }';

function isInteraction(row: unknown): row is Interaction {
  return typeof row === "object" && row !== null;
}

function reportDate(collector: IssueCollector, row: number, value: unknown, readResult: number): void {
  const { code, message } = dateTrouble(readResult);
  collector.add(code, row, "interactions.date", value, () =>
    code === "missing_date" ? message : `${quoted(value)}: ${message}`,
  );
}

function kindFault(kind: unknown): "missing_kind" | "invalid_kind" | null {
  if (kind === undefined || kind === null || kind === "") return "missing_kind";
  return typeof kind !== "string" || kind === PURCHASE ? "invalid_kind" : null;
}

function reportKind(collector: IssueCollector, row: number, kind: unknown): void {
  const fault = kindFault(kind);
  if (fault === null) return;
  collector.add(fault, row, "interactions.kind", kind, () => {
    if (fault === "missing_kind") return `The kind is missing: ${SHAPE}.`;
    if (kind !== PURCHASE) return `${quoted(kind)} is no kind of interaction: ${SHAPE}.`;
    return '"purchase" is reserved: purchases come from the transaction log, pass them there.';
  });
}
