import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";

/** From which Herfindahl–Hirschman index on customers count as concentrated. */
export interface ConcentrationLimits {
  /** Moderately concentrated from here on. */
  readonly moderate: number;
  /** Highly concentrated above this. */
  readonly high: number;
}

/** What to look at. */
export interface ConcentrationRiskOptions<Row> {
  /** The customer's id. Default the field `customerId`. */
  readonly id?: Accessor<Row, CustomerId>;
  /** The probability, from 0 to 1, that a customer leaves. Default none: there is no value at risk then. */
  readonly churnProbability?: Accessor<Row, number>;
  /** From which share of the total on a customer is listed. Default 0.1, the limit of IFRS 8.34. */
  readonly disclosureShare?: number;
  /** For how many of the largest customers to tell what their loss would mean; each at least 1. Default `[1, 3, 5, 10]`. */
  readonly top?: readonly number[];
  /** Limits of the bands of the Herfindahl–Hirschman index. Default `{ moderate: 0.1, high: 0.18 }`, after the US Merger Guidelines of 2023. */
  readonly limits?: ConcentrationLimits;
}

const NAMES = {
  id: true,
  churnProbability: true,
  disclosureShare: true,
  top: true,
  limits: true,
} satisfies Record<keyof ConcentrationRiskOptions<unknown>, true>;

const LIMIT_NAMES = { moderate: true, high: true } satisfies Record<keyof ConcentrationLimits, true>;

/** The options with their defaults. */
export interface ConcentrationRiskSettings {
  readonly disclosureShare: number;
  readonly top: readonly number[];
  readonly limits: ConcentrationLimits;
}

/** Checks the options that are no accessors. */
export function concentrationRiskSettings<Row>(
  options: ConcentrationRiskOptions<Row>,
): ConcentrationRiskSettings {
  checkNames("options", options, NAMES);
  const { disclosureShare = 0.1, top = [1, 3, 5, 10], limits = { moderate: 0.1, high: 0.18 } } = options;
  checkNumber("disclosureShare", disclosureShare, { above: 0, most: 1 });
  checkOption("top", top, Array.isArray(top) ? null : "This is no list: pass numbers such as [1, 3, 5, 10].");
  for (let at = 0; at < top.length; at++) checkNumber(`top[${at}]`, top[at], { least: 1, whole: true });
  checkNames("limits", limits, LIMIT_NAMES);
  checkNumber("limits.moderate", limits.moderate, { least: 0, most: 1 });
  checkNumber("limits.high", limits.high, { least: limits.moderate, most: 1 });
  return { disclosureShare, top, limits: { moderate: limits.moderate, high: limits.high } };
}
