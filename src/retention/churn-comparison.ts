import type { CustomerSummaries, CustomerSummary } from "../customers/customer-summaries.ts";
import { summarizeCustomers } from "../customers/summarize-customers.ts";
import { refuseOpportunities } from "../models/base-expectation.ts";
import { invalidModel } from "../models/invalid-model.ts";
import type { PurchaseModel } from "../models/models.ts";
import { notEnoughData } from "../models/not-enough-data.ts";
import type { WeightedHistory } from "../models/purchase-histories.ts";
import { checkOption } from "../rows/options.ts";
import { wilsonInterval } from "../statistics/proportion-interval.ts";
import { type IsoDate, isoDate } from "../time/civil-day.ts";
import { daysPerUnit } from "../time/unit.ts";
import { checkLog, isPurchase, type TransactionLog } from "../transactions/transaction-log.ts";
import {
  type ChurnComparisonOptions,
  type ComparisonFrame,
  comparisonFrame,
} from "./churn-comparison-options.ts";
import { churnProbabilities } from "./churn-probabilities.ts";
import type { ChurnSignal, ChurnSignalWarning } from "./churn-signal.ts";
import { type ChurnSignalQuality, signalQuality } from "./signal-quality.ts";
import { comparisonWarnings, signalWarnings } from "./signal-warnings.ts";
import { type SilenceColumns, silenceColumns } from "./silence-columns.ts";

/** Churn signals of a day, held against who bought afterwards: plain data. */
export interface ChurnSignalComparison {
  readonly splitAt: IsoDate;
  readonly until: IsoDate;
  /** Days after `splitAt` up to `until`. */
  readonly holdoutDays: number;
  /** Who had bought by `splitAt`. */
  readonly customers: number;
  /** Those without a purchase in the holdout. */
  readonly churned: number;
  readonly churnRate: number;
  readonly lower: number;
  readonly upper: number;
  /** Brier score of who gives everybody the churn rate, which could not be known beforehand: rate · (1 − rate). */
  readonly brierOfShare: number;
  /** The model that was fitted to what was known; `null` without `fit`. */
  readonly model: PurchaseModel | null;
  /** One entry for each signal there is: those of gaps need gaps, those of a model a model. */
  readonly signals: readonly ChurnSignalQuality[];
  readonly warnings: readonly ChurnSignalWarning[];
}

/**
 * Holds the signals of churn against what came afterwards, so that a threshold can be chosen for the own customers.
 *
 * The signals know the log up to `splitAt`; churned is who had bought by then and did not buy from the day after to `until`. That is churn within this
 * horizon: a customer who buys after `until` counts as churned too. For each signal there is a table of thresholds (flagged is a signal of at least the
 * threshold), the area under the ROC curve with DeLong's standard error, and for probabilities the calibration. 1 − P(alive) is no probability of
 * staying away for a time, since the living may pause: it ranks, but it is `noPurchaseProbability` that may be held against the share that came.
 *
 * @param log - The whole log, both parts together.
 * @param options - `splitAt`, and if wanted `until`, `fit`, `unit`, `count`, `covariates`, `thresholds`, `bins` and `level`.
 * @returns Counts, and for each signal `{ signal, auc, …, bestF1, thresholds, brier, calibration }`; each field says what it holds.
 * @throws {@link DataError} if nobody bought by `splitAt`, no days are left after it, or the fit gives no model of purchases in the unit.
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44(3), equations 3 to 6; Sun & Xu (2014), IEEE Signal Processing Letters 21(11).
 *
 * @example
 * import { compareChurnSignals, fitMbgNbd, simulateTransactions, transactionLog } from "clientele";
 *
 * const log = transactionLog(simulateTransactions({ customers: 1000, from: "2023-01-01", until: "2024-12-31", seed: 5 }));
 * const comparison = compareChurnSignals(log, { splitAt: "2023-12-31", fit: fitMbgNbd, unit: "week" });
 * comparison.holdoutDays; // => 366
 * comparison.signals.length; // => 5
 */
export function compareChurnSignals(
  log: TransactionLog,
  options: ChurnComparisonOptions,
): ChurnSignalComparison {
  checkLog(log);
  const frame = comparisonFrame(log, options);
  const { split, until, z } = frame;
  const silences = silenceColumns(log, split);
  const customers = silences.customer.length;
  if (customers === 0) {
    throw notEnoughData("Nobody bought by the day of the split, so there is no base: split later.");
  }
  const churned = churnedAfter(log, silences.customer, frame);
  const left = churned.reduce((sum, gone) => sum + gone, 0);
  const columns = silenceSignals(silences);
  const summaries = options.fit === undefined ? null : knownCustomers(log, frame, options.covariates);
  const model = summaries === null ? null : fittedModel(summaries, options.fit, frame);
  if (model !== null && summaries !== null) {
    const t = (until - split) / daysPerUnit(frame.unit);
    const { gone, noPurchase } = churnProbabilities(model, summaries.rows, t);
    columns.set("churnProbability", gone);
    if (noPurchase !== null) columns.set("noPurchaseProbability", noPurchase);
  }
  const oneTime = summaries?.rows.reduce((sum, { frequency }) => sum + (frequency === 0 ? 1 : 0), 0) ?? 0;
  const rate = wilsonInterval(left, customers, z) as { rate: number; lower: number; upper: number };
  return {
    splitAt: isoDate(split),
    until: isoDate(until),
    holdoutDays: until - split,
    customers,
    churned: left,
    churnRate: rate.rate,
    lower: rate.lower,
    upper: rate.upper,
    brierOfShare: rate.rate * (1 - rate.rate),
    model,
    signals: Array.from(columns, ([signal, values]) => {
      const thresholds = frame.thresholdsOf(signal);
      return signalQuality(signal, values, churned, { thresholds, bins: frame.bins, z });
    }),
    warnings: [
      ...signalWarnings(customers, silences.baseGap, model ?? undefined, oneTime, split),
      ...comparisonWarnings(log, customers, left, until),
    ],
  };
}

/** 1 for each customer without a purchase after the split, up to the end; else 0. */
function churnedAfter(
  { days, amounts, offsets }: TransactionLog,
  customers: Int32Array,
  { split, until }: ComparisonFrame,
): Uint8Array {
  const churned = new Uint8Array(customers.length).fill(1);
  for (let i = 0; i < customers.length; i++) {
    const c = customers[i] as number;
    const start = offsets[c] as number;
    for (let at = (offsets[c + 1] as number) - 1; at >= start && (days[at] as number) > split; at--) {
      if ((days[at] as number) > until || !isPurchase(amounts[at] as number)) continue;
      churned[i] = 0;
      break;
    }
  }
  return churned;
}

function silenceSignals({
  silence,
  usualGap,
  baseLonger,
  baseGap,
}: SilenceColumns): Map<ChurnSignal, Float64Array> {
  const columns = new Map<ChurnSignal, Float64Array>([["silenceDays", silence]]);
  if (baseGap === null) return columns;
  columns.set(
    "overdueRatio",
    silence.map((days, i) => days / (usualGap[i] as number)),
  );
  columns.set(
    "silencePercentile",
    baseLonger.map((share) => 1 - share),
  );
  return columns;
}

type KnownCustomers = Omit<CustomerSummaries, "rows"> & {
  readonly rows: readonly (CustomerSummary & WeightedHistory)[];
};

/** The customers as a fit may see them. */
function knownCustomers(
  log: TransactionLog,
  { split, unit, count }: ComparisonFrame,
  covariates: ChurnComparisonOptions["covariates"],
): KnownCustomers {
  const intervals = count === "purchase-days";
  const summaries = summarizeCustomers(log, { asOf: isoDate(split), unit, count, intervals });
  if (covariates === undefined) return summaries;
  return { ...summaries, rows: summaries.rows.map((row) => ({ ...row, covariates: covariates(row) })) };
}

function fittedModel(
  customers: KnownCustomers,
  fit: ChurnComparisonOptions["fit"],
  { unit }: ComparisonFrame,
): PurchaseModel | null {
  if (fit === undefined) return null;
  const model = fit(customers);
  if (typeof model !== "object" || model === null || !("kind" in model)) {
    throw invalidModel("fit", model, "It returned no model of purchases: pass a fit such as fitMbgNbd.");
  }
  refuseOpportunities(model, "fit");
  const trouble = `The model counts in units of a ${model.unit}: pass unit: "${model.unit}".`;
  checkOption("unit", unit, model.unit === unit ? null : trouble);
  return model;
}
