import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import { productLimit } from "./product-limit.ts";
import type { RiskTable } from "./risk-table.ts";

/** Fleming and Harrington's weights: S(t−)^rho · (1 − S(t−))^gamma with the Kaplan–Meier survival of all groups together. */
export interface FlemingHarrington {
  /** 0 or more; above 0 early differences weigh more. */
  readonly rho: number;
  /** 0 or more; above 0 late differences weigh more. */
  readonly gamma: number;
}

/**
 * How much each time counts in a comparison of survival curves.
 *
 * `"log-rank"`: all the same. `"gehan"`: those at risk. `"tarone-ware"`: the square root of those at risk. `"peto"`: Peto and Prentice's
 * survival, the product of 1 − events ÷ (at risk + 1) up to and including the time. Or Fleming and Harrington's `{ rho, gamma }`.
 */
export type LogRankWeights = "log-rank" | "gehan" | "tarone-ware" | "peto" | FlemingHarrington;

const NAMES = ["log-rank", "gehan", "tarone-ware", "peto"] as const satisfies readonly LogRankWeights[];

/** Refuses weights that are none. */
export function checkLogRankWeights(weights: LogRankWeights): void {
  if (typeof weights !== "object" || weights === null) {
    checkOneOf("weights", weights, NAMES);
    return;
  }
  checkNames("weights", weights, { rho: true, gamma: true } satisfies Record<keyof FlemingHarrington, true>);
  checkNumber("weights.rho", weights.rho, { least: 0 });
  checkNumber("weights.gamma", weights.gamma, { least: 0 });
}

/** The weight of each time of the groups' common table. */
export function weightsAtTimes(weights: LogRankWeights, table: RiskTable): Float64Array {
  const { atRisk } = table;
  if (weights === "log-rank") return new Float64Array(atRisk.length).fill(1);
  if (weights === "gehan") return atRisk;
  if (weights === "tarone-ware") return atRisk.map(Math.sqrt);
  if (weights === "peto") return petoPrentice(table);
  return flemingHarrington(weights, table);
}

function petoPrentice({ atRisk, events }: RiskTable): Float64Array {
  let survival = 1;
  return atRisk.map((count, k) => {
    survival *= 1 - (events[k] as number) / (count + 1);
    return survival;
  });
}

function flemingHarrington({ rho, gamma }: FlemingHarrington, table: RiskTable): Float64Array {
  const { survival } = productLimit(table);
  return survival.map((_, k) => {
    const before = k === 0 ? 1 : (survival[k - 1] as number);
    return before ** rho * (1 - before) ** gamma;
  });
}
