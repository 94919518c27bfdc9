// As esm.mjs, with types: run by ts-node in a CommonJS project, and by Deno.
import * as clientele from "clientele";
import * as activation from "clientele/activation";
import * as audit from "clientele/audit";
import * as bgNbd from "clientele/bg-nbd";
import * as charts from "clientele/charts";
import * as classification from "clientele/classification";
import * as clv from "clientele/clv";
import * as customers from "clientele/customers";
import * as hitrate from "clientele/hitrate";
import * as locales from "clientele/locales";
import * as models from "clientele/models";
import * as offers from "clientele/offers";
import * as pareto from "clientele/pareto";
import * as retention from "clientele/retention";
import * as rows from "clientele/rows";
import * as satisfaction from "clientele/satisfaction";
import * as schema from "clientele/schema";
import * as segmentation from "clientele/segmentation";
import * as sql from "clientele/sql";
import * as statistics from "clientele/statistics";
import * as subscriptions from "clientele/subscriptions";
import * as time from "clientele/time";
import * as transactions from "clientele/transactions";

const orders = transactions.simulateTransactions({
  customers: 300,
  from: "2024-01-01",
  until: "2025-06-30",
  seed: 7,
});
const summaries: customers.CustomerSummaries = customers.summarizeCustomers(
  transactions.transactionLog(orders),
);
const purchases = models.fitBgNbd(summaries);
const spend = models.fitGammaGamma(summaries);
const value = clientele.predictCustomers(summaries, { purchases, spend, horizon: { years: 1 } });

const modules: Record<string, object> = {
  clientele,
  "clientele/rows": rows,
  "clientele/time": time,
  "clientele/statistics": statistics,
  "clientele/transactions": transactions,
  "clientele/subscriptions": subscriptions,
  "clientele/offers": offers,
  "clientele/customers": customers,
  "clientele/classification": classification,
  "clientele/pareto": pareto,
  "clientele/segmentation": segmentation,
  "clientele/hitrate": hitrate,
  "clientele/satisfaction": satisfaction,
  "clientele/models": models,
  "clientele/bg-nbd": bgNbd,
  "clientele/retention": retention,
  "clientele/clv": clv,
  "clientele/activation": activation,
  "clientele/audit": audit,
  "clientele/charts": charts,
  "clientele/sql": sql,
  "clientele/schema": schema,
  "clientele/locales": locales,
};
/** TypeScript adds a `default` to whatever it requires. */
const namesOf = (module: object): string[] =>
  Object.keys(module)
    .filter((name) => name !== "default")
    .sort();
const names = Object.fromEntries(Object.entries(modules).map(([path, module]) => [path, namesOf(module)]));
console.log(JSON.stringify({ names, value }));
