import type { CustomerSummaries, CustomerSummary } from "../customers/customer-summaries.ts";
import { logistic } from "../math/log-odds.ts";
import { checkBase } from "../models/check-base.ts";
import { reportHistory } from "../models/check-history.ts";
import { parametersFor, troubleUnder } from "../models/customer-under-model.ts";
import { expectedSpend } from "../models/expected-spend.ts";
import type { Predictor, PurchaseModel, SpendModel } from "../models/models.ts";
import { oddsTable } from "../models/odds-table.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import { kernelOf } from "../models/purchase-kernels.ts";
import { TimeTable } from "../models/time-table.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { type Duration, durationTrouble } from "../time/duration.ts";
import { daysPerUnit } from "../time/unit.ts";
import { checkDays } from "./check-days.ts";
import { discountSchedule } from "./discount-schedule.ts";
import { OutlookTable } from "./outlook-table.ts";

/** What to predict with, and how far. */
export interface PredictionOptions {
  /** Model of how often customers buy. */
  readonly purchases: Predictor<PurchaseModel>;
  /** Model of how much they spend per purchase. */
  readonly spend: Predictor<SpendModel>;
  /** How far to look from the day of the summaries, e.g. `{ months: 12 }`. There is no default: it decides the value. */
  readonly horizon: Duration;
  /** Discount rate per year, e.g. 0.1, whatever the unit of the data. Default 0: not discounted. */
  readonly discountRate?: number;
  /** Share of revenue that is margin, e.g. 0.3, for all or per customer. Default 1: values are revenue. */
  readonly marginRate?: number | ((customer: CustomerSummary) => number);
}

/** What is expected of a customer within the horizon. */
export interface CustomerPrediction {
  readonly customerId: CustomerId;
  readonly probabilityAlive: number;
  /** Purchases within the horizon; not discounted. */
  readonly expectedPurchases: number;
  /** Money per purchase. */
  readonly expectedSpend: number;
  /** Discounted expected purchases × expected spend × margin rate: residual value within the horizon. */
  readonly lifetimeValue: number;
}

/**
 * Predicts each customer's purchases, spend and lifetime value within a horizon.
 *
 * The value is what is still to come, not what has been; purchases of a calendar month are discounted from its end, and months are counted
 * from the day of the summaries. Customers may be summarised in another unit than the model was fitted in.
 *
 * @param customers - Summaries from `summarizeCustomers`.
 * @param options - Models of purchases and spend, `horizon`, and optionally `discountRate` (per year) and `marginRate` (0 to 1).
 * @returns One row per customer, in their order: `{ customerId, probabilityAlive, expectedPurchases, expectedSpend, lifetimeValue }`.
 * @throws {@link DataError} for options that are none, impossible histories, or a model of spend without a finite mean.
 * @see Fader, Hardie & Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4): value as spend times discounted expected purchases.
 *
 * @example
 * import { fitBgNbd, fitGammaGamma, predictCustomers, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
 *
 * const orders = simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 });
 * const customers = summarizeCustomers(transactionLog(orders));
 * const purchases = fitBgNbd(customers);
 * const spend = fitGammaGamma(customers);
 * const value = predictCustomers(customers, { purchases, spend, horizon: { years: 1 }, discountRate: 0.1, marginRate: 0.3 });
 * value.length; // => 500
 */
export function predictCustomers(
  customers: CustomerSummaries,
  options: PredictionOptions,
): readonly CustomerPrediction[] {
  checkNames("options", options, NAMES);
  const { purchases, spend, horizon, discountRate = 0, marginRate = 1 } = options;
  checkOption("horizon", horizon, durationTrouble(horizon));
  checkNumber("discountRate", discountRate, { least: 0, most: 1 });
  if (typeof marginRate === "number") checkNumber("marginRate", marginRate, MARGIN_RATES);
  const kernel = kernelOf(purchases);
  checkDays(purchases);
  const perUnit = daysPerUnit(purchases.unit);
  const scale = daysPerUnit(customers.unit) / perUnit;
  checkHistories(customers, purchases);
  const schedule = discountSchedule(customers.asOf, horizon, discountRate);
  const outlook = new OutlookTable(purchases, schedule, schedule.at(-1)?.endsAfterDays ?? 0, perUnit);
  const odds = purchases.coefficients === undefined ? oddsTable(purchases) : null;
  const times = new TimeTable(customers.unit);

  return customers.rows.map((customer) => {
    const history: PurchaseHistory =
      scale === 1 ? customer : { ...customer, recency: customer.recency * scale, T: customer.T * scale };
    const { frequency, recency, T } = history;
    const txAt = times.indexOf(customer.recency);
    const ageAt = times.indexOf(customer.T);
    const alive =
      odds === null
        ? logistic(-kernel.logOddsDead(parametersFor(purchases, history), frequency, recency, T))
        : 1 / (1 + odds.of(frequency, recency, T, txAt, ageAt));
    outlook.lookUp(history, ageAt);
    const perPurchase = expectedSpend(spend, customer);
    return {
      customerId: customer.customerId,
      probabilityAlive: alive,
      expectedPurchases: alive * outlook.purchases,
      expectedSpend: perPurchase,
      lifetimeValue: alive * outlook.discounted * perPurchase * marginOf(customer, marginRate),
    };
  });
}

const NAMES = {
  purchases: true,
  spend: true,
  horizon: true,
  discountRate: true,
  marginRate: true,
} satisfies Record<keyof PredictionOptions, true>;

const MARGIN_RATES = { least: -1, most: 1 };

function marginOf(
  customer: CustomerSummary,
  marginRate: number | ((customer: CustomerSummary) => number),
): number {
  if (typeof marginRate === "number") return marginRate;
  const rate = marginRate(customer);
  checkNumber(`marginRate of customer ${JSON.stringify(customer.customerId)}`, rate, MARGIN_RATES);
  return rate;
}

function checkHistories(customers: CustomerSummaries, purchases: Predictor<PurchaseModel>): void {
  checkBase(customers);
  const kernel = kernelOf(purchases);
  const collector = new IssueCollector();
  customers.rows.forEach((row, i) => {
    const fault = troubleUnder(purchases, kernel, row);
    if (fault !== null) reportHistory(collector, i, row, fault);
  });
  collector.throwIfAny();
}
