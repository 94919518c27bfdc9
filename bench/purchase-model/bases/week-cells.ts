import { seededRandom } from "../../../src/math/random.ts";
import type { Base, History } from "../bases.ts";
import { logGamma } from "../naive/log-gamma.ts";
import { DRAWN_FROM, drawHistory } from "./draw-history.ts";

const BILLION = 1_000_000_000;

/**
 * A billion customers who came in the course of two years, counted in whole weeks: the distinct histories of some millions that were drawn, each
 * standing for as many more as the billion holds.
 *
 * Every other one is drawn with the rates of frequent buyers and weighs accordingly less, since else the rare histories of a billion would be
 * missing.
 */
export function weekCells(drawn: number): Base<History> {
  const random = seededRandom(1);
  const { r, alpha } = DRAWN_FROM;
  const weights = new Map<number, number>();
  let sum = 0;
  for (let i = 0; i < drawn; i++) {
    const rate = random.gamma(i % 2 === 0 ? r : FREQUENT, alpha);
    const { frequency, recency, T } = drawHistory(random, 7 + Math.floor(random.uniform() * 723), rate);
    // The density of the rates wanted over that of the rates drawn.
    const ratio = Math.exp((FREQUENT - r) * Math.log(alpha * rate) + logGamma(r) - logGamma(FREQUENT));
    const weight = 2 / (1 + ratio);
    const key = (frequency * WEEKS + Math.floor(recency / 7)) * WEEKS + Math.floor(T / 7);
    weights.set(key, (weights.get(key) ?? 0) + weight);
    sum += weight;
  }
  const rows = Array.from(weights, ([key, weight]) => ({
    frequency: Math.floor(key / (WEEKS * WEEKS)),
    recency: Math.floor(key / WEEKS) % WEEKS,
    T: key % WEEKS,
    weight: (weight * BILLION) / sum,
  }));
  const cells = rows.length.toLocaleString("en-US");
  return { label: `1,000,000,000 customers in ${cells} cells, weeks`, unit: "week", rows };
}

/** Shape of the rates of frequent buyers. */
const FREQUENT = 2;
/** More weeks than any age. */
const WEEKS = 128;
