import type { CustomerId } from "../rows/customer-id.ts";
import type { AbcBy, AbcClass, AbcMethod } from "./abc-options.ts";

/** The class of a customer. */
export interface AbcCustomer {
  /** `null` if the rows name no customers. */
  readonly customerId: CustomerId | null;
  /** Place of the row in the input, from 0. */
  readonly index: number;
  readonly value: number;
  readonly class: AbcClass;
  /** 1 plus the number of customers of higher value; equal values share it. */
  readonly rank: number;
  /** Share of the sum of all values above 0; 0 for a value of 0 or less. `null` if no value is above 0. */
  readonly share: number | null;
  /** The shares of this customer and of all before him. */
  readonly cumulativeShare: number | null;
}

/** What a class holds. */
export interface AbcClassSummary {
  readonly class: AbcClass;
  readonly customers: number;
  /** Share of all customers; `null` if there are none. */
  readonly shareOfCustomers: number | null;
  /** Sum of all values in the class, negative ones deducted. */
  readonly value: number;
  /** Share of the sum of all values above 0; `null` if there is none. */
  readonly shareOfValue: number | null;
  /** The highest value in the class; `null` if it is empty. */
  readonly highest: number | null;
  /** The lowest value in the class. */
  readonly lowest: number | null;
}

/** A point of the curve that shows which share of the value the best customers bring. */
export interface AbcPoint {
  /** Share of customers, best first. */
  readonly customers: number;
  /** Share of the value that they bring, on the smoothed curve. */
  readonly value: number;
}

/** Limits that were worked out from the values. */
export interface AbcComputedLimits {
  /** Where the curve is nearest to "no customers, all value". */
  readonly paretoPoint: AbcPoint;
  /** Where one more per cent of customers brings one more per cent of value. */
  readonly breakEvenPoint: AbcPoint;
  /** Where the curve is nearest to the full value at the later of the two points; class B ends there. */
  readonly submarginalPoint: AbcPoint;
  /** The value that a customer of class A exceeds. */
  readonly aAbove: number;
  /** The value that a customer of class B has at least. */
  readonly bFrom: number;
}

/** What should be known about classes before they are used. */
export type AbcWarningCode = "tied-at-limit" | "empty-classes" | "negative-values";

/** A doubt about classes. */
export interface AbcWarning {
  readonly code: AbcWarningCode;
  /** Customers of the value at the limit, empty classes, or customers of negative value, as the code says. */
  readonly count: number;
  readonly message: string;
}

/** Customers in classes A, B and C. */
export interface AbcAnalysis {
  readonly method: AbcMethod;
  /** What `limits` are shares of; computed ones are of customers. */
  readonly by: AbcBy;
  /** The shares at which A and B end; `null` if they were to be computed and no value is above 0. */
  readonly limits: readonly [number, number] | null;
  /** `null` unless limits were computed. */
  readonly computed: AbcComputedLimits | null;
  readonly customers: number;
  /** Sum of all values, negative ones deducted. */
  readonly total: number;
  /** Sum of all values above 0, of which shares are taken. */
  readonly positiveTotal: number;
  /** Every customer, in descending order of value; equal ones as they came. */
  readonly rows: readonly AbcCustomer[];
  /** A, B and C; they add up to `customers` and `total`. */
  readonly classes: readonly AbcClassSummary[];
  /** Customers whose value is 0 or less, and what they add up to; all are in class C. */
  readonly nonPositive: { readonly customers: number; readonly value: number };
  readonly warnings: readonly AbcWarning[];
}
