import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import { type ConfidenceOptions, checkLevel } from "../statistics/confidence.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { BasePeriodKind } from "./base-period.ts";
import type { CohortChoice } from "./cohort-choice.ts";
import { defaultPeriod } from "./default-period.ts";
import type { DifferencesPlan } from "./differences.ts";
import type { AuditValue } from "./differences-result.ts";
import { type MarginSource, marginSource } from "./margin-source.ts";
import type { PeriodComparison } from "./pair-ending.ts";
import { checkPeriodKind } from "./period-frame.ts";
import { checkValueLimits } from "./value-limits.ts";

/** How a customer base is audited. */
export interface AuditOptions extends ConfidenceOptions {
  /**
   * The periods that are compared: of the calendar, or a length such as `{ months: 6 }` for windows of which the last ends at `asOf`. Default:
   * years if the log holds two whole ones, else quarters if it holds two, else months.
   */
  readonly period?: BasePeriodKind;
  /** With what the current period is compared: the one before it (default), or the same a year earlier. */
  readonly compareWith?: PeriodComparison;
  /** The periods of which cohorts are made. Default: `period`. */
  readonly cohortPeriod?: BasePeriodKind;
  /** Which cohort view 3 follows: the `"oldest"` complete one (default), the `"largest"`, or that in which a day lies. */
  readonly cohort?: CohortChoice;
  /** Share of revenue that is margin, −1 to 1. Default: the margins of the log, if it has them. */
  readonly marginRate?: number;
  /** By which value customers are sorted into deciles. Default `"revenue"`. */
  readonly value?: AuditValue;
  /** Of which share of the best customers to tell what they bring, above 0 and at most 1. Default 0.2. */
  readonly topShare?: number;
  /** The number of orders from which on customers are one class. Default 10. */
  readonly mostOrders?: number;
  /** Limits of the classes of revenue and of margin per customer, ascending. Default: 0, and steps of 1, 2 and 5 that fit the values. */
  readonly spendLimits?: readonly number[];
  readonly profitLimits?: readonly number[];
  /** How many customers with the largest gains and losses are named. Default 10. */
  readonly top?: number;
  /** Day as of which the base is judged, inclusive; nothing after it is looked at. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
}

const NAMES = {
  period: true,
  compareWith: true,
  cohortPeriod: true,
  cohort: true,
  marginRate: true,
  value: true,
  topShare: true,
  mostOrders: true,
  spendLimits: true,
  profitLimits: true,
  top: true,
  asOf: true,
  level: true,
} satisfies Record<keyof AuditOptions, true>;

/** The options, checked and complete. */
export interface AuditPlan extends DifferencesPlan {
  readonly period: BasePeriodKind;
  readonly periodByDefault: boolean;
  readonly compareWith: PeriodComparison;
  readonly cohortPeriod: BasePeriodKind;
  readonly cohort: CohortChoice;
  readonly margin: MarginSource;
  readonly value: AuditValue;
  readonly top: number;
  readonly asOf: CivilDay;
  readonly level: number;
}

export function auditPlan(log: TransactionLog, options: AuditOptions): AuditPlan {
  checkNames("options", options, NAMES);
  const { compareWith = "period-before", cohort = "oldest", value = "revenue", level = 0.95 } = options;
  const { topShare = 0.2, mostOrders = 10, top = 10, spendLimits, profitLimits } = options;
  if (options.period !== undefined) checkPeriodKind("period", options.period);
  if (options.cohortPeriod !== undefined) checkPeriodKind("cohortPeriod", options.cohortPeriod);
  checkOneOf("compareWith", compareWith, ["period-before", "year-before"]);
  checkOneOf("value", value, ["revenue", "margin"]);
  checkNumber("topShare", topShare, { above: 0, most: 1 });
  checkNumber("mostOrders", mostOrders, { least: 2, most: 1000, whole: true });
  checkNumber("top", top, { least: 0, whole: true });
  checkValueLimits("spendLimits", spendLimits);
  checkValueLimits("profitLimits", profitLimits);
  checkLevel(level);
  const asOf = asOfDay(log, options.asOf);
  const margin = marginSource(log, options.marginRate);
  const noMargin = 'There are no margins: name a column "margin" when the log is read, or pass a marginRate.';
  checkOption("value", value, value === "margin" && margin.kind === null ? noMargin : null);
  const period = ownCopy(options.period ?? defaultPeriod(log, asOf));
  return {
    period,
    periodByDefault: options.period === undefined,
    compareWith,
    cohortPeriod: ownCopy(options.cohortPeriod ?? period),
    cohort,
    margin,
    value,
    topShare,
    mostOrders,
    spendLimits,
    profitLimits,
    top,
    asOf,
    level,
  };
}

/** The result must not change with a record that belongs to the caller. */
function ownCopy(kind: BasePeriodKind): BasePeriodKind {
  return typeof kind === "string" ? kind : { ...kind };
}
