import { CONTACT, type InteractionKind, TERMINATION } from "../classification/interaction.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import type { GroupValue } from "../rows/group-value.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import type { CustomerValue } from "./candidate-options.ts";
import type { PastContact } from "./plan-options.ts";

/** A contact whose effect is asked for. */
export interface MeasuredContact extends PastContact {
  /** What it cost, in money, 0 or more. Default: `costs.perContact`. */
  readonly cost?: number | null | undefined;
  /** Measure, channel or wave. */
  readonly group?: GroupValue | null | undefined;
}

/** A customer who was not contacted, and the day on which he would have been. */
export interface ControlCustomer extends PastContact {
  /** Group of contacted customers to compare with. Default: all of them. */
  readonly group?: GroupValue | null | undefined;
}

/** Something that a customer did; `Interaction` rows are such. */
export interface ActivationOutcome extends PastContact {
  /** Default: it counts, whatever it was. */
  readonly kind?: InteractionKind | null | undefined;
  /** Money; below 0 for a return, which activates nobody. */
  readonly amount?: number | null | undefined;
}

/** What contacts cost besides what their rows say. */
export interface ContactCosts {
  /** Cost of a contact whose row names none, in money, 0 or more. */
  readonly perContact?: number;
  /** Cost of the campaign as a whole, in money, 0 or more; counted in the total only. */
  readonly fixed?: number;
}

/** What counts as a response, and what it is compared with. */
export interface ActivationEffectOptions extends ConfidenceOptions {
  /** How long after the contact a response counts, e.g. `{ days: 30 }`: from the day of the contact to that of its end, both included. */
  readonly window: Duration;
  /** Customers who were left alone on purpose: rows with the day on which they would have been contacted, or ids if all contacts were made on one day. */
  readonly control?: Iterable<ControlCustomer | CustomerId>;
  /** Last day that was observed, inclusive. Default: that of the log; needed if outcomes are rows. */
  readonly asOf?: DateInput;
  /** Kinds of outcomes that count. Default: all but `"contact"` and `"termination"`. */
  readonly activity?: readonly InteractionKind[];
  /** What an activated customer is worth, in money, e.g. his second lifetime value. Default: the amounts within the window. */
  readonly value?: Iterable<CustomerValue>;
  /** Share of the amounts that is margin, above 0 up to 1; given values are taken as they are. Default 1. */
  readonly marginRate?: number;
  /** Costs that the rows of the contacts do not name. Default: none are known. */
  readonly costs?: ContactCosts;
  /** IANA zone that decides the civil day of instants. Default: that of the log, else `"UTC"`. */
  readonly timeZone?: string;
}

const NAMES = {
  window: true,
  control: true,
  asOf: true,
  activity: true,
  value: true,
  marginRate: true,
  costs: true,
  timeZone: true,
  level: true,
} satisfies Record<keyof ActivationEffectOptions, true>;

export function checkEffectOptions(options: ActivationEffectOptions): void {
  checkNames("options", options, NAMES);
  const { window, activity, marginRate = 1, costs = {}, timeZone, level } = options;
  checkOption("window", window, durationTrouble(window));
  const isList = activity === undefined || (Array.isArray(activity) && activity.length > 0);
  checkOption(
    "activity",
    activity,
    isList ? null : 'Name the kinds that count, e.g. ["purchase", "inquiry"].',
  );
  for (const [i, kind] of (activity ?? []).entries()) {
    const fits = typeof kind === "string" && kind !== "";
    checkOption(`activity[${i}]`, kind, fits ? null : "This is no kind of interaction: pass a text.");
  }
  checkNumber("marginRate", marginRate, { above: 0, most: 1 });
  checkNames("costs", costs, { perContact: true, fixed: true } satisfies Record<keyof ContactCosts, true>);
  for (const [name, cost] of Object.entries(costs)) {
    if (cost !== undefined) checkNumber(`costs.${name}`, cost, { least: 0 });
  }
  if (timeZone !== undefined) checkOption("timeZone", timeZone, timeZoneTrouble(timeZone));
  if (level !== undefined) checkLevel(level);
}

/** Whether outcomes of a kind count: a contact is the company's doing, and a termination wins nobody back. */
export function kindCounts(activity: readonly InteractionKind[] | undefined): (kind: unknown) => boolean {
  if (activity === undefined) return (kind) => kind !== CONTACT && kind !== TERMINATION;
  const kinds = new Set<unknown>(activity);
  return (kind) => kinds.has(kind);
}
