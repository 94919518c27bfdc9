import type { CustomerId } from "../rows/customer-id.ts";
import type { AccountWarning } from "./account-warnings.ts";
import type { ConcentrationLimits } from "./concentration-risk-options.ts";

/** How concentrated customers are, by the Herfindahl–Hirschman index. */
export type ConcentrationBand = "low" | "moderate" | "high";

/** A customer as a part of the risk. */
export interface CustomerAtRisk {
  /** Place of the row in the input, from 0. */
  readonly index: number;
  readonly customerId: CustomerId;
  /** Place by value from 1; equals share the best place. */
  readonly rank: number;
  readonly value: number;
  /** Share of the total value; `null` if the total is not above 0. */
  readonly share: number | null;
  /** Whether the share reaches `disclosureShare`. */
  readonly disclosed: boolean;
  /** `null` if no probabilities were given. */
  readonly churnProbability: number | null;
  /** Value × churn probability. */
  readonly valueAtRisk: number | null;
}

/** Customers who must be named, as in the notes to financial statements. */
export interface DisclosedCustomers {
  /** From which share on. */
  readonly limit: number;
  readonly customers: readonly CustomerAtRisk[];
  /** Their value together. */
  readonly value: number;
  readonly share: number | null;
}

/** What the loss of the largest customers would mean. */
export interface TopLoss {
  /** How many of the largest were asked for. */
  readonly top: number;
  /** How many there are, at most `top`. */
  readonly customers: number;
  /** Their value together. */
  readonly value: number;
  /** Their share of the total; `null` if the total is not above 0. */
  readonly share: number | null;
  /** Total value without them. */
  readonly remaining: number;
  /** Change of the total if they left, −0.3 for a loss of 30 %; `null` if the total is not above 0. */
  readonly change: number | null;
}

/** How evenly the value is spread. */
export interface ConcentrationIndex {
  /** Herfindahl–Hirschman index: sum of the squared shares of customers with a value above 0, from 1 ÷ n to 1; `null` if there are none. */
  readonly hhi: number | null;
  /** 1 ÷ HHI: how many customers of equal value would be as concentrated. */
  readonly numbersEquivalent: number | null;
  readonly band: ConcentrationBand | null;
  /** From where on the bands begin. */
  readonly limits: ConcentrationLimits;
}

/** What is expected to be lost. */
export interface ValueAtRisk {
  /** Σ value × churn probability. */
  readonly value: number;
  /** Share of the total; `null` if the total is not above 0. */
  readonly share: number | null;
  /** Total value less what is expected to be lost. */
  readonly remaining: number;
}

/** How much a business depends on few customers. */
export interface ConcentrationRisk {
  readonly customers: number;
  /** Total value, net of negative ones. */
  readonly value: number;
  readonly disclosure: DisclosedCustomers;
  /** In the order of the option `top`. */
  readonly top: readonly TopLoss[];
  readonly concentration: ConcentrationIndex;
  /** `null` if no churn probabilities were given. */
  readonly atRisk: ValueAtRisk | null;
  /** All customers by value, the largest first. */
  readonly rows: readonly CustomerAtRisk[];
  readonly warnings: readonly AccountWarning[];
}
