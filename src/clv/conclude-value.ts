import { checkNumber, invalidOption } from "../rows/options.ts";
import type { LifetimeValue } from "./lifetime-value.ts";

/** What belongs to the value and to its errors. */
interface Conclusion {
  readonly acquisitionCost?: number | undefined;
  /** The input to look at where the value is larger than a number can hold. Default `"margin"`. */
  readonly path?: string;
}

/** What is common to all ways: net of the acquisition cost, and no figure that is none. */
export function concludeValue(
  found: Omit<LifetimeValue, "netValue" | "acquisitionCost">,
  { acquisitionCost, path = "margin" }: Conclusion = {},
): LifetimeValue {
  const { value, undiscounted, perPeriod, rest } = found;
  const figures = [value, rest, ...perPeriod.map((row) => row.value)];
  if (!figures.every(Number.isFinite)) throw invalidOption(path, value, TOO_LARGE);
  const told = undiscounted !== null && Number.isFinite(undiscounted) ? undiscounted : null;
  const cost = acquisitionCost ?? null;
  return {
    ...found,
    undiscounted: told,
    acquisitionCost: cost,
    netValue: cost === null ? null : value - cost,
  };
}

const TOO_LARGE = "The value is larger than a number can hold: use a larger unit of money, or fewer periods.";

/** Refuses an acquisition cost that is no amount of at least 0. */
export function checkAcquisitionCost(cost: unknown): void {
  if (cost !== undefined) checkNumber("acquisitionCost", cost, { least: 0 });
}
