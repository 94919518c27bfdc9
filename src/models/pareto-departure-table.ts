import type { DeparturePairs } from "./pareto-departure-pairs.ts";
import { departurePartials } from "./pareto-departure-partials.ts";

/** Numbers per pair: H and its derivatives by r, s and z = (α−β) ÷ (α+t). */
export const FIRST_ORDER = 4;
/** Numbers per pair: the derivatives of H by rr, rs, ss, rz, sz, zz. */
export const SECOND_ORDER = 6;

/**
 * H (see departureProbability) of all pairs that a likelihood needs, with first and second derivatives.
 *
 * At one time H of neighbouring numbers of purchases is tied by (r+s+x) H_x = s + (r+x) z H_{x+1}, a recurrence that can also be
 * differentiated. Downwards it damps errors where (r+x)|z| < r+s+x, and upwards elsewhere. So a rough start some way above the first pair
 * will do, as long as it takes fewer steps than the exact one by quadrature costs.
 */
export class DepartureTable {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly #pairs: DeparturePairs;
  readonly #start = new Float64Array(10);

  constructor(pairs: DeparturePairs) {
    this.#pairs = pairs;
    this.first = new Float64Array(FIRST_ORDER * pairs.purchases.length);
    this.second = new Float64Array(SECOND_ORDER * pairs.purchases.length);
  }

  /** Computes all pairs of one time. */
  fill(t: number, time: number, r: number, alpha: number, s: number, beta: number): void {
    const { byTime, from, purchases } = this.#pairs;
    const begin = from[t] as number;
    const end = from[t + 1] as number;
    if (begin === end) return;
    const z = (alpha - beta) / (alpha + time);
    const q = (beta + time) / (alpha + time);
    let turn = end;
    if (z < -1) {
      // Purchases from which on errors grow downwards.
      const turning = s / (-1 - z) - r;
      turn = begin;
      while (turn < end && (purchases[byTime[turn] as number] as number) <= turning) turn++;
    }
    this.#descend(begin, turn, r, s, z, q);
    this.#ascend(turn, end, r, s, z, q);
  }

  /** From the most purchases to the fewest; a start is made again where the gap between two pairs is longer than it. */
  #descend(begin: number, end: number, r: number, s: number, z: number, q: number): void {
    const { byTime, purchases } = this.#pairs;
    const start = this.#start;
    const lead = leadFor(z);
    let i = end - 1;
    while (i >= begin) {
      let next = purchases[byTime[i] as number] as number;
      let x = next + lead;
      if (lead === 0) departurePartials(r + x, s, q, start);
      else {
        start.fill(0);
        start[0] = s / (s + (r + x) * q);
      }
      let h = start[0] as number;
      let hr = start[1] as number;
      let hs = start[2] as number;
      let hz = start[3] as number;
      let hrr = start[4] as number;
      let hrs = start[5] as number;
      let hss = start[6] as number;
      let hrz = start[7] as number;
      let hsz = start[8] as number;
      let hzz = start[9] as number;
      const longest = lead === 0 ? LONGEST_LEAD : lead;
      while (x - next <= longest) {
        while (x > next) {
          x -= 1;
          const k = r + x;
          const by = 1 / (k + s);
          const kz = k * z;
          // Those at x + 1, which the second derivatives need beside those at x.
          const h1 = h;
          const hr1 = hr;
          const hs1 = hs;
          const hz1 = hz;
          h = (s + kz * h1) * by;
          hr = (z * h1 + kz * hr1 - h) * by;
          hs = (1 - h + kz * hs1) * by;
          hz = k * (h1 + z * hz1) * by;
          hrr = (2 * (z * hr1 - hr) + kz * hrr) * by;
          hrs = (z * hs1 + kz * hrs - hs - hr) * by;
          hss = (kz * hss - 2 * hs) * by;
          hrz = (h1 + z * hz1 + k * (hr1 + z * hrz) - hz) * by;
          hsz = (k * (hs1 + z * hsz) - hz) * by;
          hzz = k * (2 * hz1 + z * hzz) * by;
        }
        this.#write(byTime[i] as number, h, hr, hs, hz, hrr, hrs, hss, hrz, hsz, hzz);
        i -= 1;
        if (i < begin) return;
        next = purchases[byTime[i] as number] as number;
      }
    }
  }

  /** From the fewest purchases to the most, the recurrence the other way round. */
  #ascend(begin: number, end: number, r: number, s: number, z: number, q: number): void {
    const { byTime, purchases } = this.#pairs;
    const start = this.#start;
    let i = begin;
    while (i < end) {
      let next = purchases[byTime[i] as number] as number;
      let x = next;
      departurePartials(r + x, s, q, start);
      let h = start[0] as number;
      let hr = start[1] as number;
      let hs = start[2] as number;
      let hz = start[3] as number;
      let hrr = start[4] as number;
      let hrs = start[5] as number;
      let hss = start[6] as number;
      let hrz = start[7] as number;
      let hsz = start[8] as number;
      let hzz = start[9] as number;
      while (next - x <= LONGEST_LEAD) {
        while (x < next) {
          const k = r + x;
          const c = k + s;
          const by = 1 / (k * z);
          const h1 = (c * h - s) * by;
          const hr1 = (c * hr - z * h1 + h) * by;
          const hs1 = (c * hs - 1 + h) * by;
          const hz1 = (c * hz - k * h1) * by;
          hrr = (c * hrr - 2 * (z * hr1 - hr)) * by;
          hrs = (c * hrs - z * hs1 + hs + hr) * by;
          hss = (c * hss + 2 * hs) * by;
          hrz = (c * hrz - h1 - z * hz1 - k * hr1 + hz) * by;
          hsz = (c * hsz - k * hs1 + hz) * by;
          hzz = (c * hzz - 2 * k * hz1) * by;
          h = h1;
          hr = hr1;
          hs = hs1;
          hz = hz1;
          x += 1;
        }
        this.#write(byTime[i] as number, h, hr, hs, hz, hrr, hrs, hss, hrz, hsz, hzz);
        i += 1;
        if (i >= end) return;
        next = purchases[byTime[i] as number] as number;
      }
    }
  }

  #write(
    pair: number,
    h: number,
    hr: number,
    hs: number,
    hz: number,
    hrr: number,
    hrs: number,
    hss: number,
    hrz: number,
    hsz: number,
    hzz: number,
  ): void {
    const { first, second } = this;
    const at = FIRST_ORDER * pair;
    first[at] = h;
    first[at + 1] = hr;
    first[at + 2] = hs;
    first[at + 3] = hz;
    const place = SECOND_ORDER * pair;
    second[place] = hrr;
    second[place + 1] = hrs;
    second[place + 2] = hss;
    second[place + 3] = hrz;
    second[place + 4] = hsz;
    second[place + 5] = hzz;
  }
}

/** So many steps cost as much as the quadrature. */
const LONGEST_LEAD = 1000;

/** How many steps above the first wanted pair a rough start may be made; 0 if it must be exact. */
function leadFor(z: number): number {
  // Never less than six: the second derivatives come into their own three steps after H itself.
  const lead = 6 + Math.ceil(-42 / Math.log(Math.abs(z)));
  return Math.abs(z) < 1 && lead <= LONGEST_LEAD ? lead : 0;
}
