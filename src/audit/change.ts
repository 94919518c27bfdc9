import { CompensatedSums } from "../math/compensated-sums.ts";
import { countUpTo } from "../math/dense-ranks.ts";
import type { RevenueBridge } from "./bridge-result.ts";
import type { ChangeClass, CustomerBaseChange, DecileMigrationRow } from "./change-result.ts";
import { DECILES, type DecileOrder } from "./decile-order.ts";
import { ratioOf } from "./ratio.ts";
import type { SheetPair } from "./sheet-pair.ts";
import type { RevenueTree } from "./tree-result.ts";

/** Limits of revenue now ÷ before: less than half, to three quarters, to nine tenths, about the same, and the same upwards. */
const FACTORS = [0.5, 0.75, 0.9, 1.1, 1.25, 1.5, 2];

/** View 2: what changed. */
export function customerBaseChange(
  bridge: RevenueBridge,
  tree: RevenueTree,
  sheets: SheetPair,
  deciles: { readonly before: DecileOrder; readonly now: DecileOrder },
): CustomerBaseChange {
  return {
    bridge,
    tree,
    kept: bridge.kept,
    ...keptFactors(sheets),
    migration: decileMigration(sheets, deciles.before.decileOf, deciles.now.decileOf),
  };
}

function keptFactors({
  before,
  now,
}: SheetPair): Pick<CustomerBaseChange, "keptByFactor" | "keptWithoutFactor"> {
  const classes = FACTORS.length + 1;
  const without = classes;
  const counts = new Int32Array(classes + 1);
  const changes = new CompensatedSums(classes + 1);
  for (let c = 0; c < before.orders.length; c++) {
    if ((before.orders[c] as number) === 0 || (now.orders[c] as number) === 0) continue;
    const was = before.revenue[c] as number;
    const is = now.revenue[c] as number;
    const place = was > 0 ? countUpTo(FACTORS, is / was) : without;
    counts[place] = (counts[place] as number) + 1;
    changes.add(place, is);
    changes.add(place, -was);
  }
  const all = counts.reduce((sum, count) => sum + count, 0) - (counts[without] as number);
  const keptByFactor = Array.from({ length: classes }, (_, k): ChangeClass => {
    const customers = counts[k] as number;
    return {
      from: FACTORS[k - 1] ?? null,
      below: FACTORS[k] ?? null,
      customers,
      share: ratioOf(customers, all),
      change: changes.at(k),
    };
  });
  return {
    keptByFactor,
    keptWithoutFactor: { customers: counts[without] as number, change: changes.at(without) },
  };
}

/** From the tenths of the previous period to those of the current one; 0 stands for those who did not buy. */
function decileMigration(
  { before, now }: SheetPair,
  from: Uint8Array,
  to: Uint8Array,
): readonly DecileMigrationRow[] {
  const groups = DECILES + 1;
  const counts = new Int32Array(groups * groups);
  const revenue = new CompensatedSums(2 * groups);
  for (let c = 0; c < from.length; c++) {
    const [was, is] = [from[c] as number, to[c] as number];
    if (was === 0 && is === 0) continue;
    counts[was * groups + is] = (counts[was * groups + is] as number) + 1;
    revenue.add(2 * was, before.revenue[c] as number);
    revenue.add(2 * was + 1, now.revenue[c] as number);
  }
  return Array.from({ length: groups }, (_, k) => (k + 1) % groups).map((decile): DecileMigrationRow => {
    const row = Array.from(counts.subarray(decile * groups, (decile + 1) * groups));
    return {
      decile: decile === 0 ? null : decile,
      customers: row.reduce((sum, count) => sum + count, 0),
      to: row.slice(1),
      toNone: row[0] as number,
      revenueBefore: revenue.at(2 * decile),
      revenueNow: revenue.at(2 * decile + 1),
    };
  });
}
