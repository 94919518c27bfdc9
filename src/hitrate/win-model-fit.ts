import { DRAFT, NOT_YET, offersAsOf, standings } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import { LOST, OPEN, WITHDRAWN, WON } from "../offers/offer-status.ts";
import { DataError } from "../rows/data-error.ts";
import { frozen } from "../rows/frozen.ts";
import { isoDate } from "../time/civil-day.ts";
import type { WinModel, WinModelOffers, WinWarning } from "./win-model.ts";
import { featureColumn } from "./win-model-columns.ts";
import { fitFeatures } from "./win-model-core.ts";
import { holdoutWarnings, winHoldout } from "./win-model-holdout.ts";
import { leakOf } from "./win-model-leaks.ts";
import { type WinModelOptions, winModelSettings } from "./win-model-options.ts";

/**
 * Learns from decided offers what raises the odds of winning: a logistic regression on features that are known while an offer is open.
 *
 * Levels with few offers are joined; the level with the most offers is what the others are compared with. How well the features foretell is
 * measured on offers that were decided later than those of the test's fit; the model itself is then fitted to all. Features that are filled in when
 * the outcome is known (the stage reached, values that are 0 for lost offers, reasons) are refused. The model knows nothing of how long an offer has
 * been open.
 *
 * @param book - The offers, decided and open.
 * @param options - `features`, and if wanted `asOf`, `penalty` (default `{ ridge: 10 }`), `holdout` (default the last 30 % by day of decision),
 *   `withdrawn` (default `"excluded"`), `minimum` (offers for a level of its own, default 10) and `level` (default 0.95).
 * @returns The model, frozen plain data: features with counted hit rates, odds ratios in `logistic.coefficients`, quality in `holdout`, warnings.
 * @throws {@link DataError} if a feature is none or tells the outcome, all decided offers have one outcome, or no feature tells offers apart.
 * @see le Cessie & van Houwelingen (1992), Applied Statistics 41(1), for the ridge.
 *
 * @example
 * import { fitWinModel, offerBook, simulateOffers } from "clientele";
 *
 * const book = offerBook(simulateOffers({ offers: 2000, seed: 3 }), { id: "offerId", keys: { seller: "seller", product: "product" } });
 * const model = fitWinModel(book, { features: ["seller", "product", "value"] });
 * model.holdout?.quality.auc; // => 0.6108
 * model.logistic.coefficients[0]; // => { name: "seller=S1", oddsRatio: 0.8688, lower: 0.5982, upper: 1.2618, … }
 */
export function fitWinModel(book: OfferBook, options: WinModelOptions): WinModel {
  const settings = winModelSettings(options);
  const asOf = offersAsOf(book, options.asOf);
  const standing = standings(book, asOf);
  const { withdrawn, holdout: rule } = settings;
  const outcome = Uint8Array.from(standing, (code) => (code === WON ? 1 : 0));
  const all = Int32Array.from(standing, (_, place) => place);
  const isLost = (code: number): boolean => code === LOST || (code === WITHDRAWN && withdrawn === "lost");
  const byStanding = {
    won: all.filter((place) => standing[place] === WON),
    lost: all.filter((place) => isLost(standing[place] as number)),
    open: all.filter((place) => standing[place] === OPEN || standing[place] === DRAFT),
  };
  if (byStanding.won.length === 0 || byStanding.lost.length === 0) {
    throw notEnough(
      `Of the offers decided by ${isoDate(asOf)}, ${byStanding.won.length} were won and ${byStanding.lost.length} lost: both are needed to learn what tells them apart.`,
    );
  }
  const warnings: WinWarning[] = [];
  const columns = settings.features.map((feature, i) => {
    const path = `features[${i}]`;
    const column = featureColumn(book, feature, path, asOf);
    const leak = leakOf(column, byStanding, path);
    if (leak !== null) warnings.push(leak);
    return column;
  });
  const decided = {
    places: all.filter((place) => outcome[place] === 1 || isLost(standing[place] as number)),
    outcome,
  };
  const fit = fitFeatures(columns, decided, settings);
  if (fit === null) {
    throw notEnough(
      `No feature tells decided offers apart: all have one level after those with fewer than ${settings.minimum} offers are joined.`,
    );
  }
  const used = fit.features.map(({ feature }) => feature);
  for (const feature of settings.features.filter((name) => !used.includes(name))) {
    const message = `${JSON.stringify(feature)} is the same for all decided offers once rare levels are joined, so it was left out.`;
    warnings.push({ code: "feature-left-out", features: [feature], message });
  }
  const holdout = rule === null ? null : winHoldout(book, columns, decided, rule, settings);
  if (rule !== null) warnings.push(...holdoutWarnings(holdout, used));
  return frozen<WinModel>({
    kind: "win-model",
    version: 1,
    asOf: isoDate(asOf),
    withdrawn,
    minimum: settings.minimum,
    offers: countsOf(standing),
    features: fit.features,
    logistic: fit.logistic,
    holdout,
    warnings,
  });
}

function countsOf(standing: Uint8Array): WinModelOffers {
  const counts = new Int32Array(Math.max(NOT_YET, DRAFT) + 1);
  for (const code of standing) counts[code] = (counts[code] as number) + 1;
  const at = (code: number): number => counts[code] as number;
  return {
    won: at(WON),
    lost: at(LOST),
    withdrawn: at(WITHDRAWN),
    open: at(OPEN) + at(DRAFT),
    drafts: at(DRAFT),
  };
}

function notEnough(message: string): DataError {
  return new DataError([{ code: "not_enough_data", row: null, field: "book", value: null, message }]);
}
