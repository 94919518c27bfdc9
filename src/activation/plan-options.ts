import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { timeZoneTrouble } from "../time/time-zone.ts";
import type { ActivationBudget, ActivationTarget } from "./activation-plan.ts";

/** What a measure takes, and how often it works. */
export interface MeasureEconomics {
  /** What a contact costs, in money, 0 or more. */
  readonly cost: number;
  /** Hours of work that a contact takes, 0 or more; needed if the budget is in hours. */
  readonly hours?: number;
  /** Probability that the measure succeeds, from 0 to 1; may be left out if the option `probability` says it for each candidate. */
  readonly probability?: number;
}

/** A contact that was made. */
export interface PastContact {
  readonly customerId: CustomerId;
  readonly date: DateInput;
}

/**
 * Who may be contacted: ids, a function that returns `true`, or `"all"`, which says that everybody has consented.
 */
export type ActivationConsent<Target = ActivationTarget> =
  | "all"
  | Iterable<CustomerId>
  | ((candidate: Target) => boolean);

/** Budget, measures and consent of a plan. */
export interface ActivationPlanOptions<Target = ActivationTarget> {
  /** What may be spent: `{ money: 2000 }`, `{ hours: 40 }` or `{ contacts: 100 }`. */
  readonly budget: ActivationBudget;
  /** Cost, hours and probability of success by the name of the measure; every measure that a candidate has must be here. */
  readonly measures: Readonly<Record<string, MeasureEconomics>>;
  /** Who has consented to be contacted (Einwilligung). There is no default: without consent nobody is contacted. */
  readonly consent: ActivationConsent<Target>;
  /** Probability of success by candidate, from 0 to 1, e.g. from a model. Default: that of the measure. */
  readonly probability?: (candidate: Target) => number;
  /** Share of the value at stake that is margin, above 0 up to 1. Default 1: the values are margins already. */
  readonly marginRate?: number;
  /** Contacts that were made before, by whatever measure; needs `coolDown`. Default: none. */
  readonly contacts?: Iterable<PastContact>;
  /** For how long after a contact a customer is left alone, e.g. `{ days: 90 }`; needs `contacts`. */
  readonly coolDown?: Duration;
  /** Day on which the plan is made. Default: the day of the candidates. */
  readonly asOf?: DateInput;
  /** IANA zone that decides the civil day of instants. Default `"UTC"`. */
  readonly timeZone?: string;
}

const NAMES = {
  budget: true,
  measures: true,
  consent: true,
  probability: true,
  marginRate: true,
  contacts: true,
  coolDown: true,
  asOf: true,
  timeZone: true,
} satisfies Record<keyof ActivationPlanOptions, true>;

export function checkPlanOptions(options: ActivationPlanOptions<never>): void {
  checkNames("options", options, NAMES);
  const { probability, marginRate = 1, contacts, coolDown, timeZone = "UTC" } = options;
  budgetOf(options.budget);
  checkConsent(options.consent);
  const isFunction = probability === undefined || typeof probability === "function";
  checkOption(
    "probability",
    probability,
    isFunction
      ? null
      : "This is no function of a candidate: pass ({ customerId }) => 0.1, or name it in each measure.",
  );
  checkNumber("marginRate", marginRate, { above: 0, most: 1 });
  checkOption("timeZone", timeZone, timeZoneTrouble(timeZone));
  if (coolDown !== undefined) checkOption("coolDown", coolDown, durationTrouble(coolDown));
  const alone = (contacts === undefined) !== (coolDown === undefined);
  const absent = contacts === undefined ? "contacts" : "coolDown";
  checkOption(
    absent,
    null,
    alone ? "A cool-down needs both: the contacts that were made, and for how long to wait after one." : null,
  );
}

/** A budget with the unit that it is in and how much of it there is. */
export function budgetOf(given: ActivationBudget): {
  readonly budget: ActivationBudget;
  readonly unit: "money" | "hours" | "contacts";
  readonly amount: number;
} {
  checkNames("budget", given, { money: true, hours: true, contacts: true });
  const named = Object.entries(given).filter(([, amount]) => amount !== undefined);
  const [only, ...more] = named;
  if (only === undefined || more.length > 0) {
    const trouble = "Say one thing that is limited: { money: 2000 }, { hours: 40 } or { contacts: 100 }.";
    throw invalidOption("budget", given, trouble);
  }
  const [unit, amount] = only as ["money" | "hours" | "contacts", number];
  checkNumber(`budget.${unit}`, amount, { least: 0 });
  const budget =
    unit === "money" ? { money: amount } : unit === "hours" ? { hours: amount } : { contacts: amount };
  return { budget, unit, amount };
}

function checkConsent(consent: unknown): void {
  const hint =
    'pass the ids of those who have consented, a function that returns true for them, or "all" if everybody has';
  if (consent === undefined)
    throw invalidOption("consent", null, `Nobody is contacted without consent: ${hint}.`);
  const isList = typeof consent === "object" && consent !== null && Symbol.iterator in consent;
  const fits = consent === "all" || typeof consent === "function" || isList;
  checkOption("consent", consent, fits ? null : `${quoted(consent)} says nobody's consent: ${hint}.`);
}
