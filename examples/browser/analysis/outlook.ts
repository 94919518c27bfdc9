import {
  type BgNbdModel,
  type CustomerPrediction,
  type CustomerSummaries,
  DataError,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  type GammaGammaModel,
  type MbgNbdModel,
  predictCustomers,
} from "clientele";

/** What today's customers are expected to bring within the horizon. */
export interface Outlook {
  readonly purchases: BgNbdModel | MbgNbdModel;
  readonly spend: GammaGammaModel;
  readonly predictions: readonly CustomerPrediction[];
}

/** How far the page looks ahead. */
export const HORIZON = { months: 12 } as const;

/** Fits the models and predicts every customer; `null` if the data are too poor for it. */
export function outlookOf(customers: CustomerSummaries): Outlook | null {
  try {
    const purchases = likelierModel(customers);
    const spend = fitGammaGamma(customers);
    const predictions = predictCustomers(customers, { purchases, spend, horizon: HORIZON });
    return { purchases, spend, predictions };
  } catch (error) {
    if (error instanceof DataError) return null;
    throw error;
  }
}

/** Both models have four parameters, so the higher likelihood decides. */
function likelierModel(customers: CustomerSummaries): BgNbdModel | MbgNbdModel {
  const bgNbd = fitBgNbd(customers);
  const mbgNbd = fitMbgNbd(customers);
  return mbgNbd.logLikelihood > bgNbd.logLikelihood ? mbgNbd : bgNbd;
}
