// Whom to win back, and what it may cost: candidates with their reasons, and a list of contacts under a budget.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/activation.ts [file.csv]
// The file is Online Retail with one row for each invoice; without it the example simulates customers.
import { activationCandidates, en, explainClass, prioritizeActivation, transactionLog } from "clientele";
import { loadRows } from "./activation/load-rows.ts";

const { source, rows, asOf } = loadRows(
  process.argv[2] ?? "../shared/data/online_retail/online_retail_invoices.csv",
);
console.log(source);

// A year of data is too short for windows of a year: half a year without a purchase is silence here.
const log = transactionLog(rows);
const candidates = activationCandidates(log, null, {
  asOf,
  activeWindow: { months: 6 },
  lostAfter: { months: 12 },
});
console.log(`\nOf ${candidates.known} customers ${candidates.rows.length} are worth a thought on ${asOf}.`);
console.table(candidates.kinds);

console.log("The ten with most at stake");
for (const row of candidates.rows.slice(0, 10)) {
  console.log(
    `  ${row.customerId}: ${row.valueAtStake.toFixed(2)} (${row.measure}). ${explainClass(row, en)}`,
  );
}

// Costs and probabilities are assumptions until activationEffect has measured them. Consent is invented: two of three have given it.
const consent = candidates.rows.filter((_, i) => i % 3 !== 0).map(({ customerId }) => customerId);
const plan = prioritizeActivation(candidates, {
  budget: { money: 500 },
  marginRate: 0.3,
  consent,
  measures: {
    "second-purchase-offer": { cost: 1.5, probability: 0.04 },
    "win-back": { cost: 2, probability: 0.05 },
    "personal-contact": { cost: 20, probability: 0.15 },
  },
});
const { totals } = plan;
console.log(
  `\nWith a budget of 500: ${totals.contacts} contacts for ${totals.cost.toFixed(2)}, expected profit ${totals.expectedProfit.toFixed(2)} (at most ${plan.bound.toFixed(2)} could be had).`,
);
console.log(`The last unit of money brings ${plan.shadowPrice.toFixed(2)}.`);
console.table(
  plan.rows.slice(0, 10).map(({ rank, customerId, measure, cost, expectedProfit }) => ({
    rank,
    customerId,
    measure,
    cost,
    "expected profit": Number(expectedProfit.toFixed(2)),
  })),
);
console.log("Not contacted");
console.table(plan.exclusions.map(({ reason, customers }) => ({ reason, customers })));
