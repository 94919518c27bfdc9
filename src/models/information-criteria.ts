import { checkMaximum, type MaximisedModel, parametersEstimated } from "./check-maximum.ts";

/** Criteria that weigh how well a model explains the data against how many parameters it took; lower is better. */
export interface InformationCriteria {
  /** Parameters estimated. */
  readonly parameters: number;
  /** Akaike: −2 log L + 2 parameters. */
  readonly aic: number;
  /** Schwarz: −2 log L + parameters · log(customers). */
  readonly bic: number;
  /** AIC for small bases; `null` where customers do not outnumber the parameters by more than one. */
  readonly aicc: number | null;
}

/**
 * Akaike's and Schwarz's information criteria of a fitted model.
 *
 * Only differences mean something, and only between models of the same customers in the same unit of time. The number of observations is that
 * of customers, not of purchases. The k of regular buyers counts as a parameter, whether the fit chose it or the caller.
 *
 * @param model - A fitted model of any kind.
 * @returns `{ parameters, aic, bic, aicc }`, plain numbers; `aicc` may be `null`.
 * @throws {@link DataError} if the model was fitted with priors or a penalty, or the fit did not converge.
 * @see Akaike (1974), IEEE Transactions on Automatic Control 19(6); Schwarz (1978), Annals of Statistics 6(2); AICc: Hurvich & Tsai (1989),
 *   Biometrika 76(2).
 *
 * @example
 * import { informationCriteria } from "clientele";
 *
 * const model = { kind: "bg-nbd", logLikelihood: -9582.43, customers: 2357 } as const;
 * informationCriteria(model); // => { parameters: 4, aic: 19172.86, bic: 19195.92, aicc: 19172.88 }
 */
export function informationCriteria(model: MaximisedModel): InformationCriteria {
  checkMaximum("model", model, "Information criteria need");
  const parameters = parametersEstimated(model);
  const { customers } = model;
  const deviance = -2 * model.logLikelihood;
  const aic = deviance + 2 * parameters;
  const spare = customers - parameters - 1;
  return {
    parameters,
    aic,
    bic: deviance + parameters * Math.log(customers),
    aicc: spare > 0 ? aic + (2 * parameters * (parameters + 1)) / spare : null,
  };
}
