import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascendingOrder } from "../../src/statistics/ascending-order.ts";
import { ranksAfter, timeRanks } from "../../src/statistics/time-ranks.ts";

const anyTime = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 50 }),
  fc.constantFrom(0, -0, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53, 0.1, 1e300),
);

describe("times in order", () => {
  it("ascend, equal ones as they came", () => {
    fc.assert(
      fc.property(fc.array(anyTime), (times) => {
        const expected = times.map((_, i) => i).sort((i, j) => (times[i] ?? 0) - (times[j] ?? 0) || i - j);
        const { values, places } = ascendingOrder(Float64Array.from(times));
        expect([...places]).toEqual(expected);
        expect([...values]).toEqual(expected.map((i) => (times[i] ?? 0) + 0));
      }),
    );
  });

  it("have ranks, whether counted or sorted", () => {
    const whole = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.oneof(whole, fc.array(anyTime, { minLength: 1 })), (values) => {
        const { times, rankOf } = timeRanks(Float64Array.from(values));
        const distinct = [...new Set(values.map((value) => value + 0))].sort((x, y) => x - y);
        expect([...times]).toEqual(distinct);
        expect(Array.from(rankOf, (rank) => times[rank])).toEqual(values.map((value) => value + 0));
      }),
    );
  });

  it("tell the first time after another", () => {
    expect([...ranksAfter(Float64Array.of(1, 2, 4), Float64Array.of(0, 1, 1.5, 2, 3.9, 4, 9))]).toEqual([
      0, 1, 1, 2, 2, 3, 3,
    ]);
  });
});
