import { deActivation } from "./de-activation.ts";
import { deAudit } from "./de-audit.ts";
import { deCustomerCharts } from "./de-charts-customers.ts";
import { deModelCharts } from "./de-charts-models.ts";
import { deOfferCharts } from "./de-charts-offers.ts";
import { deReport } from "./de-charts-report.ts";
import { deRetentionCharts } from "./de-charts-retention.ts";
import { deClassification } from "./de-classification.ts";
import { deClv } from "./de-clv.ts";
import { deHitRate } from "./de-hit-rate.ts";
import { deKeyAccounts } from "./de-key-accounts.ts";
import { deOfferPriorities } from "./de-offer-priorities.ts";
import { deAbc, deConcentration } from "./de-pareto.ts";
import { dePipeline } from "./de-pipeline.ts";
import { deRetention } from "./de-retention.ts";
import { deSalesCycle } from "./de-sales-cycle.ts";
import { deSatisfaction } from "./de-satisfaction.ts";
import { deSegmentation } from "./de-segmentation.ts";
import { deTiers } from "./de-tiers.ts";
import { deWinModel } from "./de-win-model.ts";
import type { Locale } from "./locale.ts";

/**
 * German labels, with dates as `TT.MM.JJJJ` and numbers as 1.234,5.
 *
 * @example
 * import { de } from "clientele";
 *
 * de.classification.classes.regular; // => "Stammkunde"
 * de.retention.rates.retentionRate; // => "Kundenbindungsrate"
 */
export const de: Locale = {
  language: "de",
  format: { decimalMark: ",", groupMark: ".", date: "{day}.{month}.{year}" },
  classification: deClassification,
  retention: deRetention,
  abc: deAbc,
  concentration: deConcentration,
  keyAccounts: deKeyAccounts,
  segmentation: deSegmentation,
  tiers: deTiers,
  satisfaction: deSatisfaction,
  clv: deClv,
  audit: deAudit,
  charts: {
    retention: deRetentionCharts,
    customers: deCustomerCharts,
    models: deModelCharts,
    offers: deOfferCharts,
    report: deReport,
  },
  activation: deActivation,
  winModel: deWinModel,
  salesCycle: deSalesCycle,
  pipeline: dePipeline,
  offerPriorities: deOfferPriorities,
  hitRate: deHitRate,
  terms: {
    customer: "Kunde",
    customers: "Kunden",
    class: "Klasse",
    reason: "Grund",
    date: "Datum",
    asOf: "Stichtag",
    total: "gesamt",
    shareOfCustomers: "Anteil der Kunden",
    shareOfRevenue: "Anteil am Umsatz",
    purchases: "Käufe",
    revenue: "Umsatz",
    margin: "Deckungsbeitrag",
    firstPurchase: "erster Kauf",
    lastPurchase: "letzter Kauf",
    probabilityAlive: "P(aktiv)",
    expectedPurchases: "erwartete Käufe",
    expectedSpend: "erwarteter Kaufbetrag",
    lifetimeValue: "Kundenwert",
    parameter: "Parameter",
    standardError: "Standardfehler",
    skippedRows: "übersprungene Zeilen",
  },
  issues: {
    missing_customer: "Kundennummer fehlt",
    invalid_customer: "keine Kundennummer",
    duplicate_customer: "Kunde in zwei Zeilen",
    missing_date: "Datum fehlt",
    invalid_date: "kein Datum",
    impossible_date: "Datum, das es nicht gibt",
    missing_amount: "Betrag fehlt",
    text_amount: "Betrag ist Text",
    nan_amount: "Betrag ist keine Zahl (NaN)",
    infinite_amount: "Betrag ist unendlich",
    invalid_amount: "kein Betrag",
    negative_amount: "Betrag unter 0, wo keiner sein darf",
    amount_overflow: "Beträge zu groß zum Addieren",
    missing_margin: "Deckungsbeitrag fehlt",
    text_margin: "Deckungsbeitrag ist Text",
    nan_margin: "Deckungsbeitrag ist keine Zahl (NaN)",
    infinite_margin: "Deckungsbeitrag ist unendlich",
    invalid_margin: "kein Deckungsbeitrag",
    missing_order: "Belegnummer fehlt",
    invalid_order: "keine Belegnummer",
    missing_kind: "Art der Interaktion fehlt",
    invalid_kind: "keine Art einer Interaktion",
    invalid_row: "keine Datenzeile",
    unequal_columns: "Spalten verschiedener Länge",
    invalid_duration: "Dauer nicht größer als 0",
    invalid_event: "Ereignis weder wahr noch falsch",
    invalid_entry: "Eintritt nicht vor dem Ende",
    invalid_weight: "kein Gewicht",
    missing_covariate: "Einflussgröße fehlt",
    invalid_covariate: "Einflussgröße weder Zahl noch Text",
    missing_value: "Wert fehlt",
    invalid_value: "keine endliche Zahl",
    missing_group: "Gruppe fehlt",
    invalid_group: "keine Gruppe",
    end_before_start: "Ende vor dem Beginn",
    duplicate_subscription: "Abonnement doppelt erfasst",
    missing_status: "Status fehlt",
    unknown_status: "unbekannter Status",
    missing_decision: "Entscheidungsdatum fehlt",
    decision_of_open: "offenes Angebot mit Entscheidungsdatum",
    decided_before_submitted: "entschieden vor der Abgabe",
    duplicate_offer: "Angebot doppelt erfasst",
    negative_value: "negativer Wert, wo keiner sein darf",
    missing_key: "Merkmal fehlt",
    invalid_key: "kein Merkmal",
    invalid_option: "ungültige Option",
    invalid_history: "unmögliche Kaufhistorie",
    not_enough_data: "zu wenige Daten",
    invalid_model: "kein gültiges Modell",
  },
};
