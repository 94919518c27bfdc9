import type { Random } from "../math/random.ts";
import { type CivilDay, type IsoDate, isoDate } from "../time/civil-day.ts";
import type { OfferStatus } from "./offer-status.ts";
import type { CheckedSimulation } from "./simulation-options.ts";

/** The stages of invented offers, in the order in which they are reached; only orders reach the last. */
export type SimulatedStage = "submitted" | "presented" | "negotiated" | "ordered";

/** An invented offer. */
export interface SimulatedOffer {
  readonly offerId: string;
  readonly customerId: string;
  readonly seller: string;
  readonly product: string;
  readonly status: OfferStatus;
  /** The furthest stage that the offer has reached. */
  readonly stage: SimulatedStage;
  readonly submitted: IsoDate;
  /** `null` while the offer is open. */
  readonly decided: IsoDate | null;
  /** Value as offered, in whole cents. */
  readonly value: number;
  /** Value of the order after a discount of up to a tenth, in whole cents; `null` if there is no order. */
  readonly wonValue: number | null;
  /** What an order would contribute: 20 to 40 % of the value as offered. */
  readonly margin: number;
  /** What the offer costs: 75 for each hour. */
  readonly cost: number;
  /** Hours of work that the offer takes, in quarters. */
  readonly hours: number;
  /** The true chance of being won rather than lost, which no real row tells. */
  readonly winProbability: number;
}

/** A number from 0 to below `count`, each as likely as the others. */
export function pick(random: Random, count: number): number {
  return Math.min(Math.floor(random.uniform() * count), count - 1);
}

const STAGES: readonly SimulatedStage[] = ["submitted", "presented", "negotiated", "ordered"];
const STAGES_BEFORE_ORDER = 3;
const SHAPE = 2;

/** How an offer ends, and how it stands on the last day. */
export function drawFate(
  random: Random,
  submitted: CivilDay,
  chance: number,
  { withdrawn, daysToDecision, until }: CheckedSimulation,
): Pick<SimulatedOffer, "status" | "stage" | "submitted" | "decided"> {
  const outcome = random.uniform() < withdrawn ? "withdrawn" : random.uniform() < chance ? "won" : "lost";
  const days = random.gamma(SHAPE, SHAPE / daysToDecision);
  const decided = submitted + Math.floor(days);
  // How far the offer gets before it is refused; it is as far on the last day as the part of its time that has passed.
  const furthest = outcome === "won" ? STAGES_BEFORE_ORDER : pick(random, STAGES_BEFORE_ORDER);
  const day = isoDate(submitted);
  if (decided > until) {
    const reached = Math.floor((Math.min(furthest + 1, STAGES_BEFORE_ORDER) * (until - submitted)) / days);
    return { status: "open", stage: STAGES[reached] as SimulatedStage, submitted: day, decided: null };
  }
  return {
    status: outcome,
    stage: STAGES[furthest] as SimulatedStage,
    submitted: day,
    decided: isoDate(decided),
  };
}

const SPREAD_OF_VALUES = 0.8;
const MEDIAN_HOURS = 8;
const SPREAD_OF_HOURS = 0.6;
const COST_PER_HOUR = 75;

/** What an offer is worth and what it takes. */
export function drawMoney(
  random: Random,
  status: OfferStatus,
  medianValue: number,
): Pick<SimulatedOffer, "value" | "wonValue" | "margin" | "cost" | "hours"> {
  const value = inCents(medianValue * Math.exp(SPREAD_OF_VALUES * random.normal()));
  const discount = 0.1 * random.uniform();
  const hours = Math.max(1, Math.round(4 * MEDIAN_HOURS * Math.exp(SPREAD_OF_HOURS * random.normal()))) / 4;
  return {
    value,
    wonValue: status === "won" ? inCents(value * (1 - discount)) : null,
    margin: inCents(value * (0.2 + 0.2 * random.uniform())),
    cost: COST_PER_HOUR * hours,
    hours,
  };
}

function inCents(money: number): number {
  return Math.max(1, Math.round(money * 100)) / 100;
}
