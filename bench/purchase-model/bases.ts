import type { TimeUnit } from "clientele";
import { cdnow } from "./bases/cdnow.ts";
import { highEnd } from "./bases/contracts.ts";
import { donations } from "./bases/donations.ts";
import { drawnHistories } from "./bases/drawn-histories.ts";
import { drawnSpend } from "./bases/drawn-spend.ts";
import { weekCells } from "./bases/week-cells.ts";

/** A customer as models of purchases see him, or a cell of `weight` of them. */
export interface History {
  readonly frequency: number;
  readonly recency: number;
  readonly T: number;
  readonly weight?: number;
  readonly sumLogIntervals?: number;
}

export interface Spending {
  readonly frequency: number;
  readonly monetaryValue: number;
}

/** Customers under contract who have come equally far. */
export interface Tenure {
  readonly renewals: number;
  readonly lost: boolean;
  readonly weight: number;
}

/** Customers on whom a model is fitted. */
export interface Base<Row> {
  readonly label: string;
  readonly unit: TimeUnit;
  readonly rows: readonly Row[];
  /** Distinct rows, where somebody wants to know. */
  readonly distinct?: number;
}

export type CdnowBase = "sample" | "master" | "master-1998";
export type HistoryBase = CdnowBase | "10k" | "100k" | "million" | "donations" | "week-cells";
export type SpendBase = CdnowBase | "spend-million";
export type ContractBase = "high-end";
export type BaseName = HistoryBase | SpendBase | ContractBase;

export interface BaseOptions {
  /** Holds the CDNOW files. */
  readonly folder: string;
  /** Drawn bases are so many times smaller, to try the benchmark out. */
  readonly thinned: number;
}

const DRAWN = { "10k": 10_000, "100k": 100_000, million: 1_000_000 };

export function historiesOf(name: HistoryBase, { folder, thinned }: BaseOptions): Base<History> {
  switch (name) {
    case "donations":
      return donations();
    case "week-cells":
      return weekCells(3_000_000 / thinned);
    case "10k":
    case "100k":
    case "million":
      return drawnHistories(DRAWN[name] / thinned);
    default:
      return cdnow(name, folder);
  }
}

export function spendOf(name: SpendBase, { folder, thinned }: BaseOptions): Base<Spending> {
  return name === "spend-million" ? drawnSpend(1_000_000 / thinned) : cdnow(name, folder);
}

export function tenuresOf(_name: ContractBase): Base<Tenure> {
  return highEnd();
}
