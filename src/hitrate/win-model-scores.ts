import type { OfferBook } from "../offers/offer-book.ts";
import type { LogisticModel } from "../statistics/logistic-model.ts";
import { type LogisticProbability, scorer } from "../statistics/logistic-probability.ts";
import type { CivilDay } from "../time/civil-day.ts";
import type { WinFeature } from "./win-model.ts";
import { featureColumn } from "./win-model-columns.ts";
import { levelColumns } from "./win-model-design.ts";

/** An offer as the model sees it. */
export interface ScoredOffer extends LogisticProbability {
  /** Features with a level that no fitted offer had. */
  readonly unseen: readonly string[];
}

/** What scores the offers of a book by their places. */
export function offerScorer(
  book: OfferBook,
  features: readonly WinFeature[],
  logistic: LogisticModel,
  asOf: CivilDay,
  level: number,
): (place: number) => ScoredOffer {
  const score = scorer(logistic, { level });
  const columns = features.map((feature, f) => {
    const { values, levels } = featureColumn(book, feature.feature, `features.${feature.feature}`, asOf);
    const covariate = logistic.covariates[f];
    const names = covariate?.kind === "category" ? covariate.levels : [];
    return { feature, values, levels: levels?.map((each) => levelColumns(feature, names, each)) ?? null };
  });
  return (place) => {
    const x: number[] = [];
    const unseen: string[] = [];
    for (const { feature, values, levels } of columns) {
      const value = values[place] as number;
      const level = levels?.[value];
      if (level === undefined) x.push(value);
      else {
        for (const part of level.values) x.push(part);
        if (!level.seen) unseen.push(feature.feature);
      }
    }
    return { ...score(x), unseen };
  };
}
