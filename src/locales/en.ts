import { enActivation } from "./en-activation.ts";
import { enAudit } from "./en-audit.ts";
import { enCustomerCharts } from "./en-charts-customers.ts";
import { enModelCharts } from "./en-charts-models.ts";
import { enOfferCharts } from "./en-charts-offers.ts";
import { enReport } from "./en-charts-report.ts";
import { enRetentionCharts } from "./en-charts-retention.ts";
import { enClassification } from "./en-classification.ts";
import { enClv } from "./en-clv.ts";
import { enHitRate } from "./en-hit-rate.ts";
import { enKeyAccounts } from "./en-key-accounts.ts";
import { enOfferPriorities } from "./en-offer-priorities.ts";
import { enAbc, enConcentration } from "./en-pareto.ts";
import { enPipeline } from "./en-pipeline.ts";
import { enRetention } from "./en-retention.ts";
import { enSalesCycle } from "./en-sales-cycle.ts";
import { enSatisfaction } from "./en-satisfaction.ts";
import { enSegmentation } from "./en-segmentation.ts";
import { enTiers } from "./en-tiers.ts";
import { enWinModel } from "./en-win-model.ts";
import type { Locale } from "./locale.ts";

/**
 * English labels, with dates as `YYYY-MM-DD` and numbers as 1,234.5.
 *
 * @example
 * import { en } from "clientele";
 *
 * en.classification.classes.regular; // => "regular customer"
 */
export const en: Locale = {
  language: "en",
  format: { decimalMark: ".", groupMark: ",", date: "{year}-{month}-{day}" },
  classification: enClassification,
  retention: enRetention,
  abc: enAbc,
  concentration: enConcentration,
  keyAccounts: enKeyAccounts,
  segmentation: enSegmentation,
  tiers: enTiers,
  satisfaction: enSatisfaction,
  clv: enClv,
  audit: enAudit,
  charts: {
    retention: enRetentionCharts,
    customers: enCustomerCharts,
    models: enModelCharts,
    offers: enOfferCharts,
    report: enReport,
  },
  activation: enActivation,
  winModel: enWinModel,
  salesCycle: enSalesCycle,
  pipeline: enPipeline,
  offerPriorities: enOfferPriorities,
  hitRate: enHitRate,
  terms: {
    customer: "customer",
    customers: "customers",
    class: "class",
    reason: "reason",
    date: "date",
    asOf: "as of",
    total: "total",
    shareOfCustomers: "share of customers",
    shareOfRevenue: "share of revenue",
    purchases: "purchases",
    revenue: "revenue",
    margin: "margin",
    firstPurchase: "first purchase",
    lastPurchase: "last purchase",
    probabilityAlive: "P(alive)",
    expectedPurchases: "expected purchases",
    expectedSpend: "expected spend",
    lifetimeValue: "lifetime value",
    parameter: "parameter",
    standardError: "standard error",
    skippedRows: "skipped rows",
  },
  issues: {
    missing_customer: "customer id missing",
    invalid_customer: "no customer id",
    duplicate_customer: "customer in two rows",
    missing_date: "date missing",
    invalid_date: "not a date",
    impossible_date: "date that no calendar has",
    missing_amount: "amount missing",
    text_amount: "amount is text",
    nan_amount: "amount is not a number (NaN)",
    infinite_amount: "amount is infinite",
    invalid_amount: "no amount",
    negative_amount: "amount below 0 where none may be",
    amount_overflow: "amounts too large to add up",
    missing_margin: "margin missing",
    text_margin: "margin is text",
    nan_margin: "margin is not a number (NaN)",
    infinite_margin: "margin is infinite",
    invalid_margin: "no margin",
    missing_order: "order id missing",
    invalid_order: "no order id",
    missing_kind: "kind of interaction missing",
    invalid_kind: "no kind of interaction",
    invalid_row: "not a usable row",
    unequal_columns: "columns of different length",
    invalid_duration: "duration that is not above 0",
    invalid_event: "event neither true nor false",
    invalid_entry: "entry that is not before the end",
    invalid_weight: "weight that is no weight",
    missing_covariate: "covariate missing",
    invalid_covariate: "covariate that is neither number nor text",
    missing_value: "value missing",
    invalid_value: "no finite number",
    missing_group: "group missing",
    invalid_group: "no group",
    end_before_start: "end before start",
    duplicate_subscription: "subscription entered twice",
    missing_status: "status missing",
    unknown_status: "status that is not known",
    missing_decision: "decision date missing",
    decision_of_open: "open offer with a decision date",
    decided_before_submitted: "decided before it was submitted",
    duplicate_offer: "offer entered twice",
    negative_value: "value below 0 where none may be",
    missing_key: "key missing",
    invalid_key: "no key",
    invalid_option: "option that cannot be used",
    invalid_history: "purchase history that cannot be",
    not_enough_data: "not enough data",
    invalid_model: "no valid model",
  },
};
