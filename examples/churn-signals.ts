// Which sign of churn to trust, where to draw the line, and how long subscriptions last.
// Run it on a simulated shop, or on files of your own (customer_id or sample_id, date, dollars; account_id, start_date, end_date, mrr_amount,
// plan_tier): npx tsx --tsconfig tsconfig.tools.json examples/churn-signals.ts [orders.csv [subscriptions.csv]]
import { readFileSync } from "node:fs";
import {
  churnBy,
  compareChurnSignals,
  fitBgNbd,
  fitMbgNbd,
  fitParetoNbd,
  kaplanMeierBy,
  type SubscriptionBook,
  simulateTransactions,
  subscriptionBook,
  survivalAt,
  type TransactionLog,
  tenures,
  thresholdFor,
  transactionLog,
} from "clientele";
import { parse } from "csv-parse/sync";

const [ordersFile, subscriptionsFile] = process.argv.slice(2);
const log = ordersFile === undefined ? simulatedShop() : ordersOf(ordersFile);
const splitAt = new Date((Date.parse(log.from ?? "") + Date.parse(log.until ?? "")) / 2);

const fits = { "bg-nbd": fitBgNbd, "mbg-nbd": fitMbgNbd, "pareto-nbd": fitParetoNbd };
const comparisons = Object.entries(fits).map(([kind, fit]) => ({
  kind,
  comparison: compareChurnSignals(log, { splitAt, fit, unit: "week" }),
}));
const ranked = comparisons.flatMap(({ kind, comparison }, i) =>
  comparison.signals
    .filter(({ brier }) => i === 0 || brier !== null)
    .map(({ signal, auc, aucLower, aucUpper, brier }) => ({
      signal: brier === null ? signal : `${signal} (${kind})`,
      auc: rounded(auc),
      from: rounded(aucLower),
      to: rounded(aucUpper),
      brier: rounded(brier),
    })),
);
const [first] = comparisons;
if (first !== undefined) {
  const { comparison } = first;
  const { customers, churned, splitAt: day, until, brierOfShare } = comparison;
  console.log(
    `Of ${customers} customers known on ${day}, ${churned} did not buy until ${until}. Brier score of the share alone: ${rounded(brierOfShare)}.`,
  );
  console.table(ranked);
  for (const precision of [0.8, 0.9]) {
    const row = thresholdFor(comparison, "silenceDays", { precision });
    const found = row === null ? "no silence is long enough" : `a silence of ${row.threshold} days`;
    const share = row === null ? "" : `: ${row.flagged} customers, ${percent(row.recall)} of those who left`;
    console.log(`To be right in ${percent(precision)} of cases: ${found}${share}.`);
  }
}

const book = subscriptionsFile === undefined ? simulatedBook() : subscriptionsOf(subscriptionsFile);
const { rows } = tenures(book, { of: "subscriptions", keys: ["plan"] });
console.log("\nSubscriptions by plan: share that has ended, and share that lasts 180 days.");
const groups = churnBy(rows, "plan", { churned: "event" });
const curves = kaplanMeierBy(rows, "plan");
console.table(
  groups.rows.map(({ group, customers, churned, churnRate }) => {
    const curve = curves.find((candidate) => candidate.group === group);
    const after = curve === undefined ? null : survivalAt(curve, 180);
    return {
      plan: group,
      subscriptions: customers,
      ended: churned,
      share: rounded(churnRate),
      "lasts 180 days": rounded(after?.survival ?? null),
      from: rounded(after?.lower ?? null),
      to: rounded(after?.upper ?? null),
    };
  }),
);

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(3));
}

function percent(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(file), { columns: true }) as readonly Readonly<Record<string, string>>[];
}

function ordersOf(file: string): TransactionLog {
  return transactionLog(rowsOf(file), {
    customer: (row) => row["sample_id"] ?? row["customer_id"],
    date: "date",
    amount: (row) => Number(row["dollars"]),
  });
}

function subscriptionsOf(file: string): SubscriptionBook {
  return subscriptionBook(rowsOf(file), {
    customer: "account_id",
    start: "start_date",
    end: "end_date",
    monthlyAmount: (row) => Number(row["mrr_amount"]),
    plan: "plan_tier",
  });
}

function simulatedShop(): TransactionLog {
  return transactionLog(
    simulateTransactions({ customers: 2000, from: "2023-01-01", until: "2024-12-31", seed: 1 }),
  );
}

/** Customers of a shop as if each purchase but the last had prolonged a contract. */
function simulatedBook(): SubscriptionBook {
  const lasting = tenures(simulatedShop(), { lostAfter: { days: 120 } });
  return subscriptionBook(
    lasting.rows.map(({ customerId, start, end }, i) => ({
      customerId,
      start,
      end,
      monthlyAmount: i % 3 === 0 ? 49 : 19,
      plan: i % 3 === 0 ? "Pro" : "Basic",
    })),
    {},
    { until: lasting.asOf },
  );
}
