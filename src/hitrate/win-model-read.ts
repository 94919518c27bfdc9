import { frozen } from "../rows/frozen.ts";
import { readLogisticModel } from "../statistics/read-logistic-model.ts";
import { demand, listOf, readNumber, recordOf } from "../statistics/read-model-fields.ts";
import type { WinModel } from "./win-model.ts";
import { LOG_VALUE } from "./win-model-design.ts";

/**
 * Takes back a model of wins that was stored as JSON, after checking that it is one.
 *
 * A model that passes predicts exactly as before it was stored.
 *
 * @param json - What `JSON.parse` gave (not the text).
 * @returns The model, frozen.
 * @throws {@link DataError} saying which field is wrong.
 *
 * @example
 * import { fitWinModel, offerBook, readWinModel, simulateOffers } from "clientele";
 *
 * const book = offerBook(simulateOffers({ offers: 500, seed: 3 }), { id: "offerId", keys: { seller: "seller" } });
 * const model = fitWinModel(book, { features: ["seller"] });
 * readWinModel(JSON.parse(JSON.stringify(model))).logistic.deviance === model.logistic.deviance; // => true
 */
export function readWinModel(json: unknown): WinModel {
  const model = recordOf(json, "model", "readWinModel");
  const { kind, version, withdrawn, asOf } = model;
  demand(kind === "win-model", "kind", kind, 'The kind is not "win-model".');
  demand(version === 1, "version", version, "This version of the library reads models of version 1.");
  demand(typeof asOf === "string", "asOf", asOf, "The day of the fit is missing.");
  demand(
    withdrawn === "excluded" || withdrawn === "lost",
    "withdrawn",
    withdrawn,
    "This is excluded or lost.",
  );
  readNumber(model["minimum"], "minimum");
  recordOf(model["offers"], "offers");
  const { covariates } = readLogisticModel(model["logistic"]);
  const features = listOf(model["features"], "features");
  demand(
    features.length === covariates.length,
    "features",
    model["features"],
    `There must be ${covariates.length}.`,
  );
  features.forEach((entry, f) => {
    const path = `features[${f}]`;
    const { feature, kind: sort, levels, pooled } = recordOf(entry, path);
    const covariate = covariates[f];
    const name = covariate?.name === LOG_VALUE ? "value" : covariate?.name;
    demand(feature === name, `${path}.feature`, feature, `This must be ${JSON.stringify(name)}.`);
    demand(sort === covariate?.kind, `${path}.kind`, sort, `This must be ${covariate?.kind}.`);
    const known = covariate?.kind === "category" ? [covariate.reference, ...covariate.levels] : [];
    const list = listOf(levels, `${path}.levels`);
    demand(list.length === known.length, `${path}.levels`, levels, `There must be ${known.length}.`);
    list.forEach((each, i) => {
      const fields = recordOf(each, `${path}.levels[${i}]`);
      const right = fields["level"] === known[i];
      demand(
        right,
        `${path}.levels[${i}].level`,
        fields["level"],
        `This must be ${JSON.stringify(known[i])}.`,
      );
      readNumber(fields["offers"], `${path}.levels[${i}].offers`);
    });
    const texts = listOf(pooled, `${path}.pooled`).every((each) => typeof each === "string");
    demand(texts, `${path}.pooled`, pooled, "Levels are texts.");
  });
  if (model["holdout"] !== null) recordOf(model["holdout"], "holdout");
  listOf(model["warnings"], "warnings");
  // A copy of plain data: every field that a prediction reads was checked above, which the compiler cannot follow.
  return frozen(JSON.parse(JSON.stringify(json)) as WinModel);
}
