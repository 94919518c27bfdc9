import type { OfferRow } from "./workload.ts";

/** A group as one writes it without a library: rate with Wilson's interval, and rate by value. */
export interface NaiveGroup {
  readonly group: readonly string[];
  readonly won: number;
  readonly of: number;
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly valueRate: number | null;
}

interface Sums {
  readonly group: readonly string[];
  won: number;
  lost: number;
  open: number;
  wonValue: number;
  lostValue: number;
}

/** Hit rates of row objects by three keys: sums in a `Map` under the texts put together. */
export function naiveHitRates(rows: readonly OfferRow[]): NaiveGroup[] {
  const groups = new Map<string, Sums>();
  for (const { status, value, seller, product, region } of rows) {
    const key = `${seller}|${product}|${region}`;
    let sums = groups.get(key);
    if (sums === undefined) {
      sums = { group: [seller, product, region], won: 0, lost: 0, open: 0, wonValue: 0, lostValue: 0 };
      groups.set(key, sums);
    }
    if (status === "won") {
      sums.won += 1;
      sums.wonValue += value;
    } else if (status === "lost") {
      sums.lost += 1;
      sums.lostValue += value;
    } else sums.open += 1;
  }
  return [...groups.values()].map(rated).sort((one, other) => other.of - one.of);
}

const Z = 1.959963984540054;

function rated({ group, won, lost, wonValue, lostValue }: Sums): NaiveGroup {
  const of = won + lost;
  if (of === 0) return { group, won, of, rate: null, lower: null, upper: null, valueRate: null };
  const rate = won / of;
  const middle = (won + (Z * Z) / 2) / (of + Z * Z);
  const half = (Z * Math.sqrt(of * rate * (1 - rate) + (Z * Z) / 4)) / (of + Z * Z);
  const valueRate = wonValue / (wonValue + lostValue);
  return { group, won, of, rate, lower: middle - half, upper: middle + half, valueRate };
}
