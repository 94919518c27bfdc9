import type { Movement } from "./movement.ts";

/** The active customers of two days and what lies between them; it balances customer by customer. */
export interface MovementLedger {
  readonly activeStart: number;
  readonly new: number;
  readonly returning: number;
  readonly reactivated: number;
  readonly dormant: number;
  /** `new + returning + reactivated`, which is also `activeStart + new + reactivated − dormant`. */
  readonly activeEnd: number;
}

export function movementLedger(rows: readonly { readonly movement: Movement }[]): MovementLedger {
  const counts = { new: 0, returning: 0, reactivated: 0, dormant: 0, inactive: 0, prospect: 0 };
  for (const { movement } of rows) counts[movement] += 1;
  return {
    activeStart: counts.returning + counts.dormant,
    new: counts.new,
    returning: counts.returning,
    reactivated: counts.reactivated,
    dormant: counts.dormant,
    activeEnd: counts.new + counts.returning + counts.reactivated,
  };
}
