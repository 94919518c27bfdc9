import type { OfferBook } from "../offers/offer-book.ts";
import { qualityOf } from "../statistics/prediction-quality.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { WinHoldout, WinWarning } from "./win-model.ts";
import type { WinFeatureColumn } from "./win-model-columns.ts";
import { fitFeatures } from "./win-model-core.ts";
import type { FittedOffers } from "./win-model-design.ts";
import type { WinHoldoutRule, WinModelSettings } from "./win-model-options.ts";
import { offerScorer } from "./win-model-scores.ts";

/**
 * Fits to what was decided before a day and foretells what was decided from it on, as somebody could have done on that day.
 *
 * Both outcomes must be in both parts; `null` otherwise.
 */
export function winHoldout(
  book: OfferBook,
  columns: readonly WinFeatureColumn[],
  { places, outcome }: FittedOffers,
  rule: WinHoldoutRule,
  settings: WinModelSettings,
): WinHoldout | null {
  const from = firstDay(book, places, rule);
  const training = places.filter((place) => (book.decided[place] as number) < from);
  const later = places.filter((place) => (book.decided[place] as number) >= from);
  if (!hasBoth(training, outcome) || !hasBoth(later, outcome)) return null;
  const fit = fitFeatures(columns, { places: training, outcome }, settings);
  if (fit === null) return null;
  const score = offerScorer(book, fit.features, fit.logistic, from, settings.level);
  const probabilities = Float64Array.from(later, (place) => score(place).probability);
  const outcomes = Uint8Array.from(later, (place) => outcome[place] as number);
  const { level } = settings;
  const rate = training.reduce((sum, place) => sum + (outcome[place] as number), 0) / training.length;
  return {
    from: isoDate(from),
    trainingOffers: training.length,
    offers: later.length,
    rateBrier: outcomes.reduce((sum, won) => sum + (rate - won) ** 2, 0) / later.length,
    quality: qualityOf(outcomes, probabilities, { level, bins: 10, sameData: false }),
  };
}

function firstDay({ decided, timeZone }: OfferBook, places: Int32Array, rule: WinHoldoutRule): CivilDay {
  if ("from" in rule) return dayOption("holdout.from", rule.from, timeZone);
  const days = Int32Array.from(places, (place) => decided[place] as number).sort();
  const size = Math.max(1, Math.round(rule.share * days.length));
  return days[days.length - size] as number;
}

function hasBoth(places: Int32Array, outcome: Uint8Array): boolean {
  const won = places.reduce((sum, place) => sum + (outcome[place] as number), 0);
  return won > 0 && won < places.length;
}

/** Features that tell the outcome so well are mostly known only after it. */
const TOO_GOOD = 0.97;

/** What the holdout says against using the model. */
export function holdoutWarnings(holdout: WinHoldout | null, features: readonly string[]): WinWarning[] {
  if (holdout === null) {
    const message =
      "There are too few decided offers of both outcomes before and after the split, so nobody knows how well the model foretells: do not rely on it.";
    return [{ code: "no-holdout", features, message }];
  }
  const { auc, aucLower, brier } = holdout.quality;
  if (auc === null) return [];
  if (auc >= TOO_GOOD) {
    const message = `Offers decided later were ranked nearly without fault (AUC ${auc.toFixed(3)}), which real features hardly do: see whether one of them is known only after the decision.`;
    return [{ code: "too-good", features, message }];
  }
  const warnings: WinWarning[] = [];
  if ((aucLower ?? auc) <= 0.5) {
    const message = `Offers decided later were ranked no better than by chance (AUC ${auc.toFixed(3)}, interval from ${(aucLower ?? auc).toFixed(3)}): do not rank offers by this model; the overall hit rate says as much.`;
    warnings.push({ code: "no-better-than-chance", features, message });
  }
  if (brier >= holdout.rateBrier) {
    const message = `Probabilities of offers decided later were no nearer to what came than the earlier hit rate for all of them (Brier score ${brier.toFixed(4)} against ${holdout.rateBrier.toFixed(4)}): do not weigh a pipeline by this model.`;
    warnings.push({ code: "no-better-than-rate", features, message });
  }
  return warnings;
}
