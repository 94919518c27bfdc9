import { seededRandom } from "../../src/math/random.ts";

/** Tenures in days with ten covariates, as columns. */
export interface Tenures {
  readonly duration: Float64Array;
  readonly event: Uint8Array;
  readonly x0: Float64Array;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly x3: Float64Array;
  readonly x4: Float64Array;
  readonly x5: Float64Array;
  readonly x6: Float64Array;
  readonly x7: Float64Array;
  readonly x8: Float64Array;
  readonly x9: Float64Array;
}

/** The names of the covariates. */
export const COVARIATES = ["x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"] as const;

/** Draws tenures whose hazards depend on the covariates; about six in ten end while they are observed. */
export function drawnTenures(customers: number): Tenures {
  const random = seededRandom(3);
  const column = (): Float64Array => Float64Array.from({ length: customers }, () => 4 * random.uniform() - 2);
  const x = Object.fromEntries(COVARIATES.map((name) => [name, column()])) as Omit<
    Tenures,
    "duration" | "event"
  >;
  const duration = new Float64Array(customers);
  const event = new Uint8Array(customers);
  for (let i = 0; i < customers; i++) {
    const eta = COVARIATES.reduce((sum, name, c) => sum + 0.05 * (c - 4) * (x[name][i] ?? 0), 0);
    const leaves = -Math.log(1 - random.uniform()) * 365 * Math.exp(-eta);
    const observed = 800 * random.uniform();
    // Not rounded: a time of its own for each customer is the harder case.
    duration[i] = Math.min(leaves, observed) + 1e-3;
    event[i] = leaves <= observed ? 1 : 0;
  }
  return { duration, event, ...x };
}
