// From an array of orders to the twenty most valuable customers in five lines.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/five-lines.ts
import {
  fitBgNbd,
  fitGammaGamma,
  predictCustomers,
  simulateTransactions,
  summarizeCustomers,
  transactionLog,
} from "clientele";

const orders = simulateTransactions({ customers: 500, from: "2024-01-01", until: "2025-12-31", seed: 1 });

const customers = summarizeCustomers(transactionLog(orders));
const purchases = fitBgNbd(customers);
const spend = fitGammaGamma(customers);
const value = predictCustomers(customers, { purchases, spend, horizon: { years: 1 } });
const best = value.toSorted((a, b) => b.lifetimeValue - a.lifetimeValue).slice(0, 20);

console.table(best);
