import type { Objective } from "../math/trust-region-newton.ts";
import { type LikelihoodMaximum, maximiseLikelihood } from "./maximise-likelihood.ts";
import { notEnoughData } from "./not-enough-data.ts";
import type { TenureCells } from "./tenure-cells.ts";

/** Maximises the likelihood of a model of retention, from given parameters on. */
export function maximiseTenures(
  cells: TenureCells,
  likelihood: (cells: TenureCells) => Objective,
  start: readonly number[],
): LikelihoodMaximum {
  // There are no more cells than periods: a sample of them would spare nothing.
  const data = { rows: cells.kept.length, cells, sample: () => cells };
  return maximiseLikelihood(data, likelihood, start.map(Math.log));
}

/** How many stayed for each who left, over all opportunities. */
export function retentionOdds({ kept, lost }: TenureCells): number {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const left = sum(lost);
  if (left === 0)
    throw notEnoughData(
      "No customer has left yet, so there is nothing to learn a retention rate from. Wait for the first renewals, or add older cohorts.",
    );
  // As if half a customer more had stayed: nobody may have.
  return (sum(kept) + 0.5) / left;
}
