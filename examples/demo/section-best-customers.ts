import type {
  CustomerClass,
  CustomerId,
  CustomerPrediction,
  CustomerSummary,
  TransactionLog,
} from "clientele";
import type { Analysis, Base } from "./analysis.ts";
import { printable, remarks } from "./facts.ts";
import type { Section } from "./report.ts";
import type { Speech } from "./speech.ts";
import { sumOf } from "./sums.ts";
import { table } from "./table.ts";

const SHOWN = 20;
const LONGEST_ID = 16;

interface Ranked {
  readonly customer: CustomerSummary;
  readonly prediction: CustomerPrediction | null;
}

/** The most valuable customers: by lifetime value, or without models by revenue to date. */
export function bestCustomers({ seen }: Analysis, base: Base, speech: Speech): Section {
  const { customers, classification, predictions } = base;
  const { texts, locale, format } = speech;
  const classOf = new Map<CustomerId, CustomerClass>(
    classification.rows.map((row) => [row.customerId, row.class]),
  );
  const ranked = customers.rows
    .map((customer, i): Ranked => ({ customer, prediction: predictions?.[i] ?? null }))
    .sort((one, other) => worth(other) - worth(one))
    .slice(0, SHOWN);
  const label = ({ customer }: Ranked): string => {
    const customerClass = classOf.get(customer.customerId);
    return customerClass === undefined ? "" : locale.classification.classes[customerClass];
  };
  const columns = [
    { head: locale.terms.customer, align: "left" },
    { head: locale.terms.class, align: "left" },
    ...(predictions === null ? [] : texts.best.predicted.map((head) => ({ head, align: "right" }) as const)),
    { head: texts.best.revenue, align: "right" },
  ] as const;
  const rows = ranked.map((row) => [
    printable(String(row.customer.customerId), LONGEST_ID),
    label(row),
    ...(row.prediction === null ? [] : predictedCells(row.prediction, speech)),
    format.money(row.customer.revenue),
  ]);
  const returned = predictions === null ? [] : mostlyReturned(ranked, seen, speech);
  const heading = predictions === null ? texts.best.headingByRevenue : texts.best.heading;
  return { heading: heading(ranked.length), lines: [...table(columns, rows), ...remarks(returned)] };
}

function worth({ customer, prediction }: Ranked): number {
  return prediction?.lifetimeValue ?? customer.revenue;
}

function predictedCells(prediction: CustomerPrediction, { format }: Speech): string[] {
  return [
    format.percent(prediction.probabilityAlive),
    format.number(prediction.expectedPurchases, 2),
    format.money(prediction.expectedSpend),
    format.money(prediction.lifetimeValue),
  ];
}

/** Returns are no purchases that did not happen, so the models do not see them; where they weigh heavily the reader must. */
function mostlyReturned(ranked: readonly Ranked[], log: TransactionLog, { texts, format }: Speech): string[] {
  const places = new Map(log.customerIds.map((id, c) => [id, c]));
  return ranked.flatMap(({ customer: { customerId, revenue } }) => {
    const c = places.get(customerId) ?? 0;
    const amounts = log.amounts.subarray(log.offsets[c], log.offsets[c + 1]);
    const bought = sumOf(amounts.filter((amount) => amount >= 0));
    if (revenue >= bought / 2) return [];
    const id = printable(String(customerId), LONGEST_ID);
    return [texts.best.mostlyReturned(id, format.money(bought), format.money(bought - revenue))];
  });
}
