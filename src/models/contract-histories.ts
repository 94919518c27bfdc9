import type { IsoDate } from "../time/civil-day.ts";
import type { TimeUnit } from "../time/unit.ts";

/** How long a customer under contract has stayed. */
export interface ContractHistory {
  /** How often the contract has been renewed so far: whole number, 0 in the first period. */
  readonly renewals: number;
  /** Whether the customer left at the next opportunity; if not, he is still a customer. */
  readonly lost: boolean;
  /** How many customers the history stands for (default 1). */
  readonly weight?: number;
}

/** Customers under contract, one by one or merged by weight. */
export interface ContractRows {
  /** Length of one contract period. */
  readonly unit: TimeUnit;
  /** Day on which observation ended. */
  readonly asOf?: IsoDate | null;
  readonly rows: readonly ContractHistory[];
}

/** Customers under contract, counted in cohorts of those who began together. */
export interface ContractCohorts {
  /** Length of one contract period. */
  readonly unit: TimeUnit;
  /** Day on which observation ended. */
  readonly asOf?: IsoDate | null;
  /** For each cohort how many customers there were at the start, after the first opportunity to leave, after the second, … */
  readonly cohorts: readonly (readonly number[])[];
}

/** What models of retention are fitted to: tables of survivors or customers one by one. */
export type ContractHistories = ContractCohorts | ContractRows;

/** More periods than this are taken for an error in the data. */
export const MOST_RENEWALS = 100_000;
