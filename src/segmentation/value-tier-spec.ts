import { checkNames, checkNumber, checkOption, invalidOption } from "../rows/options.ts";

/** The tier of those without value: 0 or less. */
export const NO_VALUE = "none";

/** What a tier is called: a word, or its number from 1, the best. */
export type TierName = string | number;

/** Tiers of one's own: shares of the customers with value, from the best tier to the worst. */
export interface TierShares {
  /** Shares above 0 that add up to 1. */
  readonly shares: readonly number[];
  /** A name for each tier, from the best. Default 1, 2, … */
  readonly names?: readonly string[];
}

/**
 * How customers are cut into tiers.
 *
 * `"heavy-medium-light"`: the best 20 %, the next 30 %, the other 50 %. `"deciles"` and a number of tiers: equal shares, 1 the best.
 */
export type TierSpec = "heavy-medium-light" | "deciles" | number | TierShares;

/** Tiers from the best to the worst, without that of no value. */
export interface TierPlan {
  readonly names: readonly TierName[];
  /** The share of customers in each tier and all better ones; exact if it is a fraction of whole numbers. */
  readonly upTo: readonly { readonly part: number; readonly of: number }[];
}

const MOST_TIERS = 1000;

/** Resolves tiers, or refuses what are none. */
export function tierPlan(spec: TierSpec): TierPlan {
  if (spec === "heavy-medium-light") {
    return planOf({ shares: [0.2, 0.3, 0.5], names: ["heavy", "medium", "light"] });
  }
  if (spec === "deciles") return equalTiers(10);
  if (typeof spec === "number") {
    checkNumber("tiers", spec, { least: 2, most: MOST_TIERS, whole: true });
    return equalTiers(spec);
  }
  const isRecord = typeof spec === "object" && spec !== null && !Array.isArray(spec);
  checkOption("tiers", spec, isRecord ? null : UNKNOWN);
  checkNames("tiers", spec, { shares: true, names: true } satisfies Record<keyof TierShares, true>);
  checkShares(spec.shares);
  if (spec.names !== undefined) checkTierNames(spec.names, spec.shares.length);
  return planOf(spec);
}

const UNKNOWN =
  'There are no such tiers: pass "heavy-medium-light", "deciles", a number of tiers, or { shares: [0.2, 0.3, 0.5] }.';

function equalTiers(tiers: number): TierPlan {
  const names = Array.from({ length: tiers }, (_, tier) => tier + 1);
  return { names, upTo: names.map((part) => ({ part, of: tiers })) };
}

function planOf({ shares, names = [] }: TierShares): TierPlan {
  let sum = 0;
  return {
    names: shares.map((_, tier) => names[tier] ?? tier + 1),
    upTo: shares.map((share) => {
      sum += share;
      return { part: sum, of: 1 };
    }),
  };
}

function checkShares(shares: unknown): void {
  const path = "tiers.shares";
  const isList = Array.isArray(shares) && shares.length > 0 && shares.length <= MOST_TIERS;
  checkOption(path, shares, isList ? null : `Pass a list of 1 to ${MOST_TIERS} shares, the best tier first.`);
  let sum = 0;
  for (const [tier, share] of (shares as unknown[]).entries()) {
    checkNumber(`${path}[${tier}]`, share, { above: 0, most: 1 });
    sum += share as number;
  }
  if (Math.abs(sum - 1) > 1e-9) throw invalidOption(path, sum, `The shares add up to ${sum}, not to 1.`);
}

function checkTierNames(names: unknown, tiers: number): void {
  const path = "tiers.names";
  const fits = Array.isArray(names) && names.length === tiers;
  checkOption(path, names, fits ? null : `Pass a name for each of the ${tiers} tiers, or none at all.`);
  const seen = new Set<unknown>([NO_VALUE]);
  for (const [tier, name] of (names as unknown[]).entries()) {
    const at = `${path}[${tier}]`;
    checkOption(at, name, typeof name === "string" && name !== "" ? null : "This is no name: pass a text.");
    checkOption(at, name, seen.has(name) ? NAME_TAKEN : null);
    seen.add(name);
  }
}

const NAME_TAKEN = `Each tier needs a name of its own, and "${NO_VALUE}" is that of customers without value.`;
