import type { Predictor, PurchaseModel } from "../models/models.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { ChurnSignalWarning } from "./churn-signal.ts";

/** What makes the signals of a base doubtful. */
export function signalWarnings(
  customers: number,
  baseGap: number | null,
  model: Predictor<PurchaseModel> | undefined,
  oneTimeBuyers: number,
  asOf: CivilDay,
): ChurnSignalWarning[] {
  const warnings: ChurnSignalWarning[] = [];
  if (customers > 0 && baseGap === null) {
    const message =
      "Nobody bought on two days, so there is no rhythm and nobody is overdue: observe for longer.";
    warnings.push({ code: "no-gaps", customers, message });
  }
  if (model === undefined) return warnings;
  if (oneTimeBuyers > 0 && (model.kind === "bg-nbd" || model.kind === "bg-cnbd-k")) {
    const message =
      "This model takes customers without a repeat purchase for alive, so their churnProbability is 0: use fitMbgNbd or fitParetoNbd to judge them.";
    warnings.push({ code: "one-time-buyers-always-alive", customers: oneTimeBuyers, message });
  }
  const { asOf: fitted } = model;
  if (fitted !== undefined && fitted !== null && civilDayOfIso(fitted) > asOf) {
    const message = `The model was fitted as of ${fitted}, and knows more than was known on ${isoDate(asOf)}.`;
    warnings.push({ code: "model-knows-the-future", customers, message });
  }
  return warnings;
}

/** What makes a comparison with what came doubtful. */
export function comparisonWarnings(
  log: TransactionLog,
  customers: number,
  churned: number,
  until: CivilDay,
): ChurnSignalWarning[] {
  const warnings: ChurnSignalWarning[] = [];
  if (log.until !== null && until > civilDayOfIso(log.until)) {
    const message = `The log ends on ${log.until}: if nobody looked after that day, customers count as churned who were not.`;
    warnings.push({ code: "holdout-beyond-log", customers, message });
  }
  if (churned === 0) {
    const message = "Everybody bought again, so there is nothing to tell apart: choose a shorter holdout.";
    warnings.push({ code: "nobody-churned", customers, message });
  }
  if (churned === customers) {
    const message = "Nobody bought again, so there is nothing to tell apart: choose a longer holdout.";
    warnings.push({ code: "everybody-churned", customers, message });
  }
  return warnings;
}
