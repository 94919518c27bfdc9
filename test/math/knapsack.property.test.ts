import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillCapacity } from "../../src/math/knapsack.ts";
import { densestFill } from "../../src/math/knapsack-greedy.ts";
import { densityOrder } from "../../src/math/knapsack-order.ts";
import { relaxedFill } from "../../src/math/knapsack-relaxed.ts";

const money = fc.integer({ min: -300, max: 1000 }).map((cents) => cents / 10);
const real = fc.double({ min: -10, max: 100, noNaN: true });
const cost = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.integer({ min: 0, max: 300 }).map((cents) => cents / 10),
  fc.double({ min: 0, max: 30, noNaN: true }),
);
const item = fc.tuple(fc.oneof(money, real), cost);

function columns(items: readonly (readonly [number, number])[]): [Float64Array, Float64Array] {
  return [Float64Array.from(items, ([profit]) => profit), Float64Array.from(items, ([, price]) => price)];
}

/** Every subset, one by one. */
function bruteForce(profits: Float64Array, costs: Float64Array, capacity: number): number {
  let best = 0;
  for (let set = 0; set < 2 ** profits.length; set++) {
    let [profit, price] = [0, 0];
    for (let i = 0; i < profits.length; i++) {
      if ((set >> i) % 2 === 0) continue;
      profit += profits[i] as number;
      price += costs[i] as number;
    }
    if (price <= capacity * (1 + 1e-12) && profit > best) best = profit;
  }
  return best;
}

function greedyProfit(profits: Float64Array, costs: Float64Array, capacity: number): number {
  const taken = densestFill(profits, costs, densityOrder(profits, costs), capacity);
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.reduce((sum, i) => sum + (costs[i] as number), 0)).toBeLessThanOrEqual(capacity * (1 + 1e-12));
  return taken.reduce((sum, i) => sum + (profits[i] as number), 0);
}

const capacity = fc.oneof(
  fc.integer({ min: 0, max: 120 }),
  fc.double({ min: 0, max: 120, noNaN: true }),
  fc.constant(0),
);

describe("filling a capacity", () => {
  it("is as good as the best of all subsets", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 11, size: "max" }), capacity, (items, room) => {
        const [profits, costs] = columns(items);
        const fill = fillCapacity(profits, costs, room);
        const best = bruteForce(profits, costs, room);
        expect(fill.exact).toBe(true);
        expect(Math.abs(fill.profit - best)).toBeLessThanOrEqual(1e-12 * (1 + best));
        expect(fill.bound).toBeGreaterThanOrEqual(best - 1e-12 * (1 + best));
        let [profit, price] = [0, 0];
        fill.chosen.forEach((flag, i) => {
          if (flag === 0) return;
          expect(profits[i]).toBeGreaterThan(0);
          profit += profits[i] as number;
          price += costs[i] as number;
        });
        expect(fill.profit).toBeCloseTo(profit, 9);
        expect(fill.cost).toBeCloseTo(price, 9);
        expect(fill.cost).toBeLessThanOrEqual(room);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it("never brings less with more room, whichever way it goes", () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 60, size: "max" }),
        fc.array(capacity, { minLength: 2, maxLength: 8 }),
        (items, rooms) => {
          const [profits, costs] = columns(items);
          rooms.sort((a, b) => a - b);
          const results = rooms.map((room) => {
            const { profit, bound } = fillCapacity(profits, costs, room);
            return [profit, bound, greedyProfit(profits, costs, room)] as const;
          });
          for (let i = 1; i < results.length; i++) {
            results[i]?.forEach((value, which) => {
              const before = results[i - 1]?.[which] ?? 0;
              expect(value).toBeGreaterThanOrEqual(before - 1e-12 * (1 + before));
            });
          }
        },
      ),
      { numRuns: 700, seed: 2 },
    );
  });

  it("brings at least a third of the best, even in haste", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 11, size: "max" }), capacity, (items, room) => {
        const [profits, costs] = columns(items);
        const quick = greedyProfit(profits, costs, room);
        const best = bruteForce(profits, costs, room);
        expect(quick).toBeGreaterThanOrEqual(best / 3 - 1e-12);
        expect(quick).toBeLessThanOrEqual(best + 1e-12 * (1 + best));
      }),
      { numRuns: 1500, seed: 3 },
    );
  });

  it("has a bound whose slope is the shadow price", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), fc.integer({ min: 31, max: 200 }), (items, room) => {
        const [profits, costs] = columns(items);
        const order = densityOrder(profits, costs);
        const { bound, shadowPrice } = relaxedFill(profits, costs, order, room);
        const step = 2 ** -20;
        const next = relaxedFill(profits, costs, order, room + step).bound;
        expect(next - bound).toBeLessThanOrEqual(shadowPrice * step + 1e-9);
        expect(next).toBeGreaterThanOrEqual(bound);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
