import { TIME_UNITS } from "../time/unit.ts";
import type { BdwParameters } from "./bdw.ts";
import type { BdwModel } from "./fit-bdw.ts";
import type { SbgModel } from "./fit-sbg.ts";
import { invalidModel } from "./invalid-model.ts";
import type { Predictor } from "./models.ts";

/** Models of how long customers under contract stay. */
export type ContractModel = SbgModel | BdwModel;

/** The largest c: far beyond what customers do, and t^c remains a number. */
const MOST_C = 50;

/** The parameters of a model of retention as those of a BdW, of which the sBG is the case c = 1. */
export function contractParameters(model: Predictor<ContractModel>): BdwParameters {
  const isModel =
    typeof model === "object" && model !== null && (model.kind === "sbg" || model.kind === "bdw");
  if (!isModel)
    throw invalidModel("model", model, "This is no model of retention; those are of kind sbg, bdw.");
  if (!TIME_UNITS.includes(model.unit))
    throw invalidModel("unit", model.unit, `The unit is none of ${TIME_UNITS.join(", ")}.`);
  const parameters = model.kind === "sbg" ? { ...model.parameters, c: 1 } : model.parameters;
  for (const name of ["alpha", "beta", "c"] as const) {
    const value = parameters[name];
    const most = name === "c" ? MOST_C : Number.MAX_VALUE;
    if (!(value > 0 && value <= most)) {
      const trouble = `The parameter must be a finite number above 0${name === "c" ? ` and at most ${MOST_C}` : ""}.`;
      throw invalidModel(`parameters.${name}`, value, trouble);
    }
  }
  return parameters;
}
