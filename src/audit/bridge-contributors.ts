import type { CustomerId } from "../rows/customer-id.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { BridgeContributor, BridgeMovement } from "./bridge-result.ts";
import { MOVEMENTS, NO_MOVEMENT } from "./bridge-steps.ts";
import { compareIds } from "./compare-ids.ts";
import type { SheetPair } from "./sheet-pair.ts";

/** The customers who gained and lost most, largest change first; of equal ones the smaller id. */
export function bridgeContributors(
  { customerIds }: TransactionLog,
  movements: Uint8Array,
  { before, now }: SheetPair,
  top: number,
): { readonly gains: readonly BridgeContributor[]; readonly losses: readonly BridgeContributor[] } {
  const changes = new Float64Array(movements.length);
  for (let c = 0; c < changes.length; c++) {
    if (movements[c] === NO_MOVEMENT) continue;
    changes[c] = (now.revenue[c] as number) - (before.revenue[c] as number);
  }
  const contributor = (c: number): BridgeContributor => ({
    customerId: customerIds[c] as CustomerId,
    movement: MOVEMENTS[movements[c] as number] as BridgeMovement,
    before: before.revenue[c] as number,
    now: now.revenue[c] as number,
    change: changes[c] as number,
  });
  const best = (sign: 1 | -1): readonly BridgeContributor[] =>
    largest(changes, sign, top, customerIds).map(contributor);
  return { gains: best(1), losses: best(-1) };
}

/** The places of the largest numbers of one sign. */
function largest(
  changes: Float64Array,
  sign: 1 | -1,
  top: number,
  ids: readonly CustomerId[],
): readonly number[] {
  if (top === 0) return [];
  const sizes = changes.filter((change) => sign * change > 0).sort();
  // Only those who reach the size of the last that is wanted need be ordered.
  const kth = sign > 0 ? sizes[Math.max(0, sizes.length - top)] : sizes[Math.min(top, sizes.length) - 1];
  if (kth === undefined) return [];
  const places: number[] = [];
  for (let c = 0; c < changes.length; c++) if (sign * (changes[c] as number) >= sign * kth) places.push(c);
  return places
    .sort(
      (a, b) =>
        sign * ((changes[b] as number) - (changes[a] as number)) ||
        compareIds(ids[a] as CustomerId, ids[b] as CustomerId),
    )
    .slice(0, top);
}
