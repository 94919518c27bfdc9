import fc from "fast-check";
import { expect, it } from "vitest";
import { countingOrder } from "../../src/math/counting-order.ts";

it("orders places as a stable sort does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (values) => {
      const places = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0) || i - j);
      expect([...countingOrder(Int32Array.from(values))]).toEqual(places);
    }),
  );
});
