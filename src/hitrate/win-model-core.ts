import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { fitLogistic } from "../statistics/logistic-fit.ts";
import type { LogisticModel } from "../statistics/logistic-model.ts";
import type { WinFeature } from "./win-model.ts";
import type { WinFeatureColumn } from "./win-model-columns.ts";
import { type FittedOffers, type UsableFeature, usableFeature } from "./win-model-design.ts";
import type { WinModelSettings } from "./win-model-options.ts";

/** A fit to some of the decided offers. */
export interface FeatureFit {
  /** Those that tell offers apart, in the order of the covariates. */
  readonly features: readonly WinFeature[];
  readonly logistic: LogisticModel;
}

/** Fits the features to offers; `null` if none of them tells any apart. */
export function fitFeatures(
  columns: readonly WinFeatureColumn[],
  offers: FittedOffers,
  { minimum, penalty, level }: WinModelSettings,
): FeatureFit | null {
  const z = standardErrorsOfLevel(level);
  const usable = columns
    .map((column) => usableFeature(column, offers, minimum, z))
    .filter((feature): feature is UsableFeature => feature !== null);
  if (usable.length === 0) return null;
  const { places, outcome } = offers;
  const logistic = fitLogistic(
    {
      covariates: usable.map(({ covariate }) => covariate),
      outcome,
      weight: new Float64Array(outcome.length).fill(1),
      kept: places,
      skipped: 0,
    },
    { penalty, level, invalid: "throw" },
  );
  return { features: sorted(usable, logistic), logistic };
}

/** Levels in the order of the columns, after the reference. */
function sorted(usable: readonly UsableFeature[], { covariates }: LogisticModel): WinFeature[] {
  return usable.map(({ feature }, f) => {
    const covariate = covariates[f];
    if (covariate?.kind !== "category") return feature;
    const order = [covariate.reference, ...covariate.levels];
    const levels = order.flatMap((level) => feature.levels.filter((known) => known.level === level));
    return { ...feature, levels };
  });
}
