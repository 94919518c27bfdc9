import type { CustomerSummary, PurchaseCount } from "../customers/customer-summaries.ts";
import { summarizeCustomers } from "../customers/summarize-customers.ts";
import { summarizeOpportunities } from "../customers/summarize-opportunities.ts";
import { horizonInUnits } from "../models/horizon.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import { type Duration, durationTrouble, subtractDuration } from "../time/duration.ts";
import { isoDateWriter } from "../time/iso-date-writer.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import { type ChurnProbabilities, churnProbabilities } from "./churn-probabilities.ts";
import type { ChurnSignals, CustomerChurnSignals } from "./churn-signal.ts";
import { signalWarnings } from "./signal-warnings.ts";
import { silenceColumns } from "./silence-columns.ts";

/** By what churn is told. */
export interface ChurnSignalOptions {
  /** Day as of which to judge, inclusive; nothing after it is looked at. Default: the day until which the log was observed. */
  readonly asOf?: DateInput;
  /** Fixed days: a customer without a purchase for so long is `silent`. Default: not asked. */
  readonly silentFor?: Duration;
  /** Own rhythm: a customer is overdue after this many times the usual gap. Default 2. */
  readonly overdueFactor?: number;
  /** A fitted model of purchases, of any kind and unit: the customers are summarised in its unit. Default: none. */
  readonly model?: Predictor<PurchaseModel>;
  /** How far `noPurchaseProbability` looks ahead, e.g. `{ months: 6 }`; needs a model. Default: not asked. */
  readonly horizon?: Duration;
  /** What counts as a purchase for the model: as it was fitted. Default `"purchase-days"`. */
  readonly count?: PurchaseCount;
  /** What else is known of a customer, for a model with covariates: `(customer) => ({ newsletter: 1 })`. */
  readonly covariates?: (customer: CustomerSummary) => Readonly<Record<string, number>>;
}

const NAMES = {
  asOf: true,
  silentFor: true,
  overdueFactor: true,
  model: true,
  horizon: true,
  count: true,
  covariates: true,
} satisfies Record<keyof ChurnSignalOptions, true>;

/**
 * Churn by silence, told in three ways side by side: fixed days, the customer's own rhythm, and a model.
 *
 * Nobody sees a customer leave who has no contract; what is seen is silence. The usual gap is the median gap between purchase days, the customer's own
 * from three purchase days on, else the base's, as in `classifyCustomers`. `churnProbability` is 1 − P(alive), the chance that he has left for good;
 * `noPurchaseProbability` is the chance of no purchase within the `horizon`, for whatever reason, and so at least as high. A gap that is running is
 * none yet: only completed ones are compared with.
 *
 * @param log - Transactions.
 * @param options - `asOf`, `silentFor` (a duration), `overdueFactor`, `model`, `horizon` (a duration), `count` and `covariates`.
 * @returns `{ asOf, usualGap, rows, warnings }`: a flat row per customer who has bought by `asOf`, in the order of the log; gaps and silences in days,
 *   shares and probabilities in [0, 1].
 * @throws {@link DataError} for an option that cannot be used, or a model that is none.
 *
 * @example
 * import { churnSignals, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-06-02", amount: 40 },
 *   { customerId: "Ada", date: "2025-07-01", amount: 45 },
 *   { customerId: "Ada", date: "2025-08-04", amount: 40 },
 *   { customerId: "Ben", date: "2025-12-01", amount: 20 },
 * ]);
 * const { rows } = churnSignals(log, { asOf: "2025-12-31", silentFor: { months: 6 } });
 * rows[0]?.silenceDays; // => 149
 * rows[0]?.silent; // => false
 * rows[0]?.overdueRatio; // => 4.73
 * rows.map((row) => row.overdue); // => [true, false]
 */
export function churnSignals(log: TransactionLog, options: ChurnSignalOptions = {}): ChurnSignals {
  checkNames("options", options, NAMES);
  const { silentFor, overdueFactor = 2, model } = options;
  const asOf = asOfDay(log, options.asOf);
  checkNumber("overdueFactor", overdueFactor, { above: 0 });
  if (silentFor !== undefined) checkOption("silentFor", silentFor, durationTrouble(silentFor));
  const beforeSilent = silentFor === undefined ? null : subtractDuration(asOf, silentFor);
  const modelled = modelledOf(log, asOf, options);
  const silences = silenceColumns(log, asOf);
  const date = isoDateWriter();
  const rows: CustomerChurnSignals[] = [];
  for (let i = 0; i < silences.customer.length; i++) {
    const last = silences.lastPurchase[i] as number;
    const silenceDays = silences.silence[i] as number;
    const usualGap = orNull(silences.usualGap[i]);
    const longer = orNull(silences.baseLonger[i]);
    rows.push({
      customerId: log.customerIds[silences.customer[i] as number] as CustomerId,
      lastPurchase: date(last),
      silenceDays,
      silent: beforeSilent === null ? null : last <= beforeSilent,
      usualGap,
      usualGapOf: usualGap === null ? null : silences.isOwn[i] === 1 ? "own" : "base",
      overdueRatio: usualGap === null ? null : silenceDays / usualGap,
      overdue: usualGap !== null && silenceDays > overdueFactor * usualGap,
      ownLongerGaps: orNull(silences.ownLonger[i]),
      baseLongerGaps: longer,
      silencePercentile: longer === null ? null : 1 - longer,
      churnProbability: orNull(modelled?.gone[i]),
      noPurchaseProbability: orNull(modelled?.noPurchase?.[i]),
    });
  }
  const oneTime = modelled?.oneTimeBuyers ?? 0;
  const warnings = signalWarnings(rows.length, silences.baseGap, model, oneTime, asOf);
  return { asOf: isoDate(asOf), usualGap: silences.baseGap, rows, warnings };
}

/** Columns hold NaN where there is nothing. */
function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** What the model says of those who have bought, in the order of the log; `null` without a model. */
function modelledOf(
  log: TransactionLog,
  asOf: CivilDay,
  { model, horizon, count = "purchase-days", covariates }: ChurnSignalOptions,
): (ChurnProbabilities & { readonly oneTimeBuyers: number }) | null {
  if (model === undefined) {
    checkOption(
      "horizon",
      horizon,
      horizon === undefined ? null : "Only a model can look ahead: pass it as model.",
    );
    return null;
  }
  const { discrete } = kernelOf(model);
  const { unit } = model;
  const clock = { unit, asOf: isoDate(asOf), discrete };
  const t = horizon === undefined ? null : horizonInUnits(horizon, clock);
  const isFunction = covariates === undefined || typeof covariates === "function";
  checkOption("covariates", covariates, isFunction ? null : "This is no function.");
  const summaries = discrete
    ? summarizeOpportunities(log, { period: unit, asOf: clock.asOf })
    : summarizeCustomers(log, { unit, asOf: clock.asOf, count });
  const rows: readonly PurchaseHistory[] = summaries.rows;
  const customers =
    covariates === undefined
      ? rows
      : rows.map((row) => ({ ...row, covariates: covariates(row as CustomerSummary) }));
  let oneTimeBuyers = 0;
  for (const { frequency } of rows) if (frequency === 0) oneTimeBuyers += 1;
  return { ...churnProbabilities(model, customers, t), oneTimeBuyers };
}
