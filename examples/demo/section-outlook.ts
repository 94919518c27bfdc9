import type { CustomerPrediction, TransactionLog } from "clientele";
import type { Analysis, Base } from "./analysis.ts";
import { facts, remarks } from "./facts.ts";
import { repeatBusiness } from "./repeat-business.ts";
import type { Section } from "./report.ts";
import type { Speech } from "./speech.ts";
import { sumOf } from "./sums.ts";

/** What the base will bring within the horizon, beside what it brought in a time of equal length before. */
export function outlook(analysis: Analysis, { predictions }: Base, speech: Speech): Section {
  const { asOf, settings, seen } = analysis;
  const { texts, format } = speech;
  const heading = texts.outlook.heading(settings.horizonMonths, format.date(asOf));
  if (predictions === null) return { heading, lines: remarks([texts.outlook.noValue]) };
  const value = sumOf(predictions.map((row) => row.lifetimeValue));
  const margin = settings.marginRate === 1 ? null : format.percent(settings.marginRate);
  const discount = format.percent(settings.discountRate);
  return {
    heading,
    lines: [
      ...facts([
        [texts.outlook.aliveName, aliveText(predictions, speech)],
        [
          texts.outlook.purchasesName,
          format.number(sumOf(predictions.map((row) => row.expectedPurchases)), 1),
        ],
        [texts.outlook.revenueName, format.money(sumOf(predictions.map(expectedRevenue)))],
        [texts.outlook.valueName, texts.outlook.value(format.money(value), discount, margin)],
        [texts.outlook.meanName, format.money(value / predictions.length)],
      ]),
      ...remarks([comparison(seen, analysis, speech)]),
    ],
  };
}

function expectedRevenue({ expectedPurchases, expectedSpend }: CustomerPrediction): number {
  return expectedPurchases * expectedSpend;
}

function aliveText(predictions: readonly CustomerPrediction[], { texts, format }: Speech): string {
  const alive = sumOf(predictions.map((row) => row.probabilityAlive));
  return texts.outlook.alive(format.number(alive, 1), format.number(predictions.length, 0));
}

function comparison(log: TransactionLog, { asOf, settings }: Analysis, { texts, format }: Speech): string {
  const behind = repeatBusiness(log, asOf, settings.horizonMonths);
  return texts.outlook.comparison({
    months: settings.horizonMonths,
    from: format.date(behind.from),
    repeatPurchases: format.number(behind.repeatPurchases, 0),
    repeatRevenue: format.money(behind.repeatRevenue),
    newCustomers: behind.newCustomers === 0 ? null : format.number(behind.newCustomers, 0),
  });
}
