import { seededRandom } from "../../src/math/random.ts";
import type { PurchaseModel } from "../../src/models/models.ts";
import type { WeightedHistory } from "../../src/models/purchase-histories.ts";
import { kernelOfKind, type PurchaseParameters } from "../../src/models/purchase-kernels.ts";

/** Histories drawn from a model, customer by customer, with ages spread evenly from `youngest` to `oldest`. */
export function simulatedBase(
  kind: PurchaseModel["kind"],
  parameters: object,
  {
    customers,
    youngest,
    oldest,
    seed,
  }: {
    readonly customers: number;
    readonly youngest: number;
    readonly oldest: number;
    readonly seed: number;
  },
): WeightedHistory[] {
  const kernel = kernelOfKind(kind);
  const random = seededRandom(seed);
  return Array.from({ length: customers }, (_, i) => {
    const age = youngest + ((oldest - youngest) * i) / Math.max(1, customers - 1);
    const T = kernel.discrete ? Math.round(age) : age;
    return { ...kernel.simulateHistory(parameters as PurchaseParameters, random, T), T };
  });
}
