import { CompensatedSums } from "../math/compensated-sums.ts";
import { type Accessor, checkAccessor } from "../rows/accessor.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import { checkDiscountRate, checkPeriod, discountRateOf } from "./discount-per-period.ts";

/** Customers who are expected to be won. */
export interface ExpectedCohort {
  /** In how many periods they come, 0 or more: 1 is one period from now. */
  readonly period: number;
  /** How many. */
  readonly customers: number;
  /** Lifetime value of one of them on the day he comes, what it costs to win him deducted. */
  readonly value: number;
}

/** Customers to come, and how what they bring is discounted. */
export interface ExpectedCustomers {
  readonly cohorts: Iterable<ExpectedCohort>;
  /** Discount rate per year, 0 to 1. */
  readonly discountRate: number;
  /** Length of a period. Default `"year"`. */
  readonly period?: CalendarPeriod;
}

/** Where the value stands, and who is still to come. */
export interface CustomerEquityOptions<Row> {
  /** Name of the field, or function of the row, that holds the lifetime value. Default `"value"`. */
  readonly value?: Accessor<Row, number>;
  /** Customers that are expected to be won. Default none. */
  readonly expectedNew?: ExpectedCustomers;
}

/** What expected customers are worth today. */
export interface ExpectedCohortValue extends ExpectedCohort {
  /** What money of that day is worth now. */
  readonly factor: number;
  /** Customers × value × factor. */
  readonly presentValue: number;
}

/** What all customers are worth (Kundenstammwert). */
export interface CustomerEquity {
  /** Those there are. */
  readonly current: { readonly customers: number; readonly value: number };
  /** Those to come. */
  readonly expectedNew: {
    readonly customers: number;
    readonly value: number;
    readonly cohorts: readonly ExpectedCohortValue[];
  };
  /** Current + expected. */
  readonly value: number;
  /** Share of the current customers in the value; `null` unless both parts are at least 0 and one is above. */
  readonly shareOfCurrent: number | null;
}

/**
 * Customer equity (Kundenstammwert): the lifetime values of all current customers, and apart from them those of customers still to be won.
 *
 * Each expected cohort counts with its customers × their lifetime value on the day they come, discounted to today. The two parts stay apart,
 * since the first rests on customers that there are and the second on a plan.
 *
 * @param rows - A row per current customer with his lifetime value, such as the `rows` of `predictedValue`.
 * @param options - `value`, default `"value"`; `expectedNew`: `cohorts` (rows `{ period, customers, value }`), `discountRate` per year and
 *   `period`, default `"year"`.
 * @returns `{ current, expectedNew, value, shareOfCurrent }`, money in the currency of the values.
 * @throws {@link DataError} for options that are none, or rows without a finite value.
 * @see Rust, Lemon & Zeithaml (2004), "Return on marketing", Journal of Marketing 68(1); Gupta, Lehmann & Stuart (2004), "Valuing customers",
 *   Journal of Marketing Research 41(1).
 *
 * @example
 * import { customerEquity } from "clientele";
 *
 * const customers = [{ customerId: "Ada", value: 310 }, { customerId: "Ben", value: -20 }];
 * const expectedNew = { cohorts: [{ period: 1, customers: 2, value: 55 }], discountRate: 0.1 };
 * const { current, value } = customerEquity(customers, { expectedNew });
 * current; // => { customers: 2, value: 290 }
 * value; // => 390
 */
export function customerEquity<Row>(
  rows: Iterable<Row>,
  options: CustomerEquityOptions<Row> = {},
): CustomerEquity {
  checkNames("options", options, { value: true, expectedNew: true } satisfies Record<
    keyof CustomerEquityOptions<never>,
    true
  >);
  const { value = "value" as Accessor<Row, number>, expectedNew } = options;
  checkAccessor("value", value);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const values = readNumbers(list, value, "value", collector);
  collector.throwIfAny();
  const now = sumOf(values);
  const cohorts = expectedNew === undefined ? [] : expectedValues(expectedNew);
  const later = sumOf(cohorts.map(({ presentValue }) => presentValue));
  const whole = now + later;
  if (!Number.isFinite(whole)) throw invalidOption("value", whole, TOO_LARGE);
  return {
    current: { customers: list.length, value: now },
    expectedNew: {
      customers: sumOf(cohorts.map(({ customers }) => customers)),
      value: later,
      cohorts,
    },
    value: whole,
    shareOfCurrent: now >= 0 && later >= 0 && whole > 0 ? now / whole : null,
  };
}

const TOO_LARGE = "The values add up to more than a number can hold: use a larger unit of money.";

function expectedValues(expected: ExpectedCustomers): readonly ExpectedCohortValue[] {
  checkNames("expectedNew", expected, { cohorts: true, discountRate: true, period: true } satisfies Record<
    keyof ExpectedCustomers,
    true
  >);
  const { cohorts, discountRate, period = "year" } = expected;
  checkDiscountRate(discountRate, "expectedNew.discountRate");
  checkPeriod(period, "expectedNew.period");
  const rate = discountRateOf(discountRate, period);
  const list = objectRows(cohorts, "expectedNew.cohorts");
  const collector = new IssueCollector();
  const periods = readNumbers(list, "period", "period", collector);
  const customers = readNumbers(list, "customers", "customers", collector);
  const values = readNumbers(list, "value", "value", collector);
  for (const [field, numbers] of [["period", periods] as const, ["customers", customers] as const]) {
    numbers.forEach((number, i) => {
      if (number < 0) collector.add("invalid_value", i, field, number, () => `${field} is at least 0.`);
    });
  }
  collector.throwIfAny();
  return list.map((_, i) => {
    const own = {
      period: periods[i] as number,
      customers: customers[i] as number,
      value: values[i] as number,
    };
    const factor = (1 + rate) ** -own.period;
    return { ...own, factor, presentValue: own.customers * own.value * factor };
  });
}

function sumOf(values: ArrayLike<number>): number {
  const sum = new CompensatedSums(1);
  for (let i = 0; i < values.length; i++) sum.add(0, values[i] as number);
  return sum.at(0);
}
