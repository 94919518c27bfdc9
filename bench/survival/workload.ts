import { seededRandom } from "../../src/math/random.ts";

/** Durations that are whole days, or exact times. */
export const CLOCKS = ["whole days", "exact times"] as const;

export type Clock = (typeof CLOCKS)[number];

export interface DrawnRow {
  readonly duration: number;
  readonly event: boolean;
  readonly plan: "yearly" | "monthly";
}

export interface DrawnColumns {
  readonly duration: Float64Array;
  readonly event: Uint8Array;
  readonly group: readonly DrawnRow["plan"][];
}

/** Customers of the last three years in no order, of whom those on monthly plans leave somewhat sooner; most are still there. */
export function drawnRows(count: number, clock: Clock): DrawnRow[] {
  const random = seededRandom(5);
  return Array.from({ length: count }, (): DrawnRow => {
    const plan = random.uniform() < 0.4 ? "yearly" : "monthly";
    const stay = -Math.log(1 - random.uniform()) * (plan === "yearly" ? 1300 : 1250);
    const watched = random.uniform() * 1096;
    const time = Math.min(stay, watched);
    return { duration: clock === "whole days" ? Math.ceil(time) : time, event: stay <= watched, plan };
  });
}

export function columnsOf(rows: readonly DrawnRow[]): DrawnColumns {
  return {
    duration: Float64Array.from(rows, (row) => row.duration),
    event: Uint8Array.from(rows, (row) => Number(row.event)),
    group: rows.map((row) => row.plan),
  };
}
