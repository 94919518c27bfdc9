import { notEnoughData } from "./not-enough-data.ts";
import type { PurchaseCells } from "./purchase-cells.ts";

/** How much a base has bought and waited in all. */
export interface Activity {
  readonly purchases: number;
  /** Σ of the ages at the last purchase: the time between purchases that was seen. */
  readonly activeTime: number;
  /** Mean of the ages T. */
  readonly meanAge: number;
}

/** The activity of a base from which a start is made; refuses a base from which nothing about repeat purchases can be learnt. */
export function activityOf({
  size,
  frequency,
  recencyAt,
  ageAt,
  weight,
  times,
  customers,
}: PurchaseCells): Activity {
  let purchases = 0;
  let activeTime = 0;
  let ages = 0;
  for (let i = 0; i < size; i++) {
    const m = weight[i] as number;
    purchases += m * (frequency[i] as number);
    activeTime += m * (times[recencyAt[i] as number] as number);
    ages += m * (times[ageAt[i] as number] as number);
  }
  if (purchases === 0)
    throw notEnoughData(
      "No customer bought a second time, so there is nothing to learn a rate of purchases from.",
    );
  if (activeTime === 0)
    throw notEnoughData(
      "All purchases of each customer fall on one day, so there is no time between purchases.",
    );
  return { purchases, activeTime, meanAge: ages / customers };
}

/** The default start of the models whose customers leave after a purchase: a fitting rate, a mean chance to leave of a third. */
export function betaGeometricStart(cells: PurchaseCells, k: number): number[] {
  const { purchases, activeTime } = activityOf(cells);
  return [0, Math.log(activeTime / purchases / k), 0, Math.log(2)];
}
