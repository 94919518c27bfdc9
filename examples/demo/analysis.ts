import {
  type BgNbdModel,
  type CustomerClassification,
  type CustomerPrediction,
  type CustomerSummaries,
  classifyCustomers,
  DataError,
  fitBgNbd,
  fitGammaGamma,
  type GammaGammaModel,
  predictCustomers,
  splitLog,
  summarizeCustomers,
  type TransactionLog,
  transactionLog,
} from "clientele";
import type { OrderRow, Orders } from "./order-row.ts";
import type { Settings } from "./settings.ts";
import type { ErrorTexts } from "./texts.ts";
import { UsageError } from "./usage-error.ts";

/** All that the report tells. */
export interface Analysis {
  readonly source: string;
  readonly settings: Settings;
  /** All transactions that could be read. */
  readonly log: TransactionLog;
  /** Those up to `asOf`. */
  readonly seen: TransactionLog;
  readonly asOf: string;
  /** `null` if nothing could be read. */
  readonly base: Base | null;
}

/** The customer base as of a day; a model is `null` if the data are too poor for it. */
export interface Base {
  readonly customers: CustomerSummaries;
  readonly classification: CustomerClassification;
  readonly purchases: BgNbdModel | null;
  readonly spend: GammaGammaModel | null;
  readonly predictions: readonly CustomerPrediction[] | null;
}

/** The main job, with the library's verbs in their order. */
export function analyse(orders: Orders, settings: Settings, errors: ErrorTexts): Analysis {
  const { timeZone } = settings;
  const log = transactionLog(orders.rows as readonly OrderRow[], columnsOf(orders), {
    timeZone,
    invalid: "skip",
  });
  const asOf = settings.asOf ?? log.until;
  const { source } = orders;
  if (asOf === null || log.from === null)
    return { source, settings, log, seen: log, asOf: asOf ?? "", base: null };
  const seen = splitLog(log, asOf).calibration;
  if (seen.customerIds.length === 0) throw new UsageError(errors.asOfTooEarly(asOf, log.from));
  return { source, settings, log, seen, asOf, base: baseAsOf(seen, asOf, settings) };
}

function columnsOf({ hasOrders }: Orders) {
  // Texts among the amounts are for the log to find, which the type of a column of amounts would forbid.
  const amount = (row: OrderRow): number => row.amount as number;
  return hasOrders ? ({ amount, order: "order" } as const) : ({ amount } as const);
}

function baseAsOf(log: TransactionLog, asOf: string, settings: Settings): Base {
  const customers = summarizeCustomers(log, { asOf, unit: settings.unit });
  const classification = classifyCustomers(log, {
    asOf,
    newWithin: { months: settings.newMonths },
    activeWindow: { months: settings.activeMonths },
    lostAfter: { months: settings.lostMonths },
  });
  const purchases = ifEnoughData(() => fitBgNbd(customers));
  const spend = ifEnoughData(() => fitGammaGamma(customers));
  if (purchases === null || spend === null || hasNoMean(spend)) {
    return { customers, classification, purchases, spend, predictions: null };
  }
  const { discountRate, marginRate } = settings;
  const horizon = { months: settings.horizonMonths };
  const predictions = predictCustomers(customers, { purchases, spend, horizon, discountRate, marginRate });
  return { customers, classification, purchases, spend, predictions };
}

export function hasNoMean(spend: GammaGammaModel): boolean {
  return spend.warnings.some(({ code }) => code === "infinite-mean-spend");
}

function ifEnoughData<Model>(fit: () => Model): Model | null {
  try {
    return fit();
  } catch (error) {
    if (error instanceof DataError && error.byCode.not_enough_data !== undefined) return null;
    throw error;
  }
}
