import { CompensatedSums } from "../math/compensated-sums.ts";
import type { BridgeMovement, BridgeStep } from "./bridge-result.ts";
import type { PeriodPair } from "./paired-period.ts";
import { shareOf } from "./ratio.ts";
import type { SheetPair } from "./sheet-pair.ts";

/** Places of the movements in typed arrays. */
export const MOVEMENTS: readonly BridgeMovement[] = [
  "new",
  "returned",
  "up",
  "down",
  "level",
  "lost",
  "inactive",
];

/** The movement of those who did nothing in either period. */
export const NO_MOVEMENT = 255;

const [NEW, RETURNED, UP, DOWN, LEVEL, LOST, INACTIVE] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Revenues nearer than this, relative to what was bought and sent back, are the same: sums of the same amounts may differ in rounding. */
const ROUNDING = 1e-12;

/** Each customer's movement, and the steps. */
export interface BridgedCustomers {
  readonly movements: Uint8Array;
  readonly steps: Readonly<Record<BridgeMovement, BridgeStep>>;
  /** Sum of all changes. */
  readonly changes: number;
}

export function bridgeSteps(
  { previous }: PeriodPair,
  { before, now }: SheetPair,
  firstDays: Int32Array,
): BridgedCustomers {
  const customers = firstDays.length;
  const movements = new Uint8Array(customers).fill(NO_MOVEMENT);
  const counts = new Int32Array(MOVEMENTS.length);
  const then = new CompensatedSums(MOVEMENTS.length);
  const later = new CompensatedSums(MOVEMENTS.length);
  const change = new CompensatedSums(MOVEMENTS.length);
  for (let c = 0; c < customers; c++) {
    const moved = (before.turnover[c] as number) + (now.turnover[c] as number);
    const bought = (before.orders[c] as number) > 0;
    const buys = (now.orders[c] as number) > 0;
    if (!bought && !buys && moved === 0) continue;
    const was = before.revenue[c] as number;
    const is = now.revenue[c] as number;
    let movement: number;
    if (bought && buys) movement = Math.abs(is - was) <= ROUNDING * moved ? LEVEL : is > was ? UP : DOWN;
    else if (buys) movement = (firstDays[c] as number) > previous.end ? NEW : RETURNED;
    else movement = bought ? LOST : INACTIVE;
    movements[c] = movement;
    counts[movement] = (counts[movement] as number) + 1;
    then.add(movement, was);
    later.add(movement, is);
    change.add(movement, is);
    change.add(movement, -was);
  }
  const all = new CompensatedSums(1);
  for (let m = 0; m < MOVEMENTS.length; m++) all.addSum(0, change, m);
  const step = (m: number): BridgeStep => ({
    customers: counts[m] as number,
    before: then.at(m),
    now: later.at(m),
    change: change.at(m),
    shareOfPrevious: shareOf(change.at(m), before.logRevenue),
  });
  return {
    movements,
    steps: {
      new: step(NEW),
      returned: step(RETURNED),
      up: step(UP),
      down: step(DOWN),
      level: step(LEVEL),
      lost: step(LOST),
      inactive: step(INACTIVE),
    },
    changes: all.at(0),
  };
}

/** Those who bought in both periods, as one. */
export function keptStep(
  { up, down, level }: Readonly<Record<BridgeMovement, BridgeStep>>,
  revenueBefore: number,
): BridgeStep {
  const change = up.change + down.change + level.change;
  return {
    customers: up.customers + down.customers + level.customers,
    before: up.before + down.before + level.before,
    now: up.now + down.now + level.now,
    change,
    shareOfPrevious: shareOf(change, revenueBefore),
  };
}
