// The analysis of clv-of-a-shop.ipynb as a script: the same orders, the same figures, and one HTML page of charts and tables.
// Without a build: npx tsx --tsconfig tsconfig.tools.json examples/notebooks/clv-of-a-shop.ts <page to write>
// In a project of your own, after npm install clientele vega vega-lite: npx tsx clv-of-a-shop.ts value.html, or npx ts-node clv-of-a-shop.ts value.html
import { writeFileSync } from "node:fs";
import {
  abcClasses,
  classifyCustomers,
  clvByCohort,
  fitBgNbd,
  fitGammaGamma,
  predictCustomers,
  predictedValue,
  rfm,
  simulateTransactions,
  summarizeCustomers,
  transactionLog,
  validateModel,
} from "clientele";
import {
  type Chart,
  calibrationChart,
  classSharesChart,
  display,
  equityByCohortChart,
  lifetimeValueChart,
  paretoChart,
  probabilityAliveChart,
  purchaseFrequencyChart,
  rfmGridChart,
  trackingChart,
} from "clientele/charts";

const asOf = "2025-12-31";

/** Vega is an ECMAScript module that a CommonJS project can load only like this. */
async function toSvg(chart: Chart): Promise<string> {
  const [{ parse, View }, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const { spec } = compile(chart as unknown as Parameters<typeof compile>[0]);
  return new View(parse(spec), { renderer: "none" }).toSVG();
}

/** What the analysis has found, ready to be written. */
interface Findings {
  readonly sentences: readonly string[];
  readonly charts: readonly Chart[];
}

function analysed(): Findings {
  const orders = simulateTransactions({
    customers: 2000,
    from: "2023-01-01",
    joinUntil: asOf,
    until: asOf,
    seed: 11,
  });
  const log = transactionLog(orders);
  const customers = summarizeCustomers(log, { unit: "week", asOf });
  const abc = abcClasses(customers.rows, "revenue");
  const validation = validateModel(log, { split: "2024-12-31", fit: fitBgNbd, unit: "week" });
  const purchases = fitBgNbd(customers);
  const models = { purchases, spend: fitGammaGamma(customers) };
  const terms = { ...models, horizon: { months: 12 }, marginRate: 0.3, discountRate: 0.1 };
  const value = predictedValue(customers, { ...terms, intervals: true });

  const best = new Set(abc.rows.filter((row) => row.class === "A").map((row) => row.customerId));
  const toCall = predictCustomers(customers, terms)
    .filter(({ customerId }) => best.has(customerId))
    .filter(({ probabilityAlive }) => probabilityAlive > 0.3 && probabilityAlive < 0.7)
    .sort((a, b) => b.lifetimeValue - a.lifetimeValue)
    .slice(0, 10);

  const { holdout } = validation;
  const { value: sum, interval } = value.total;
  return {
    sentences: [
      `${log.customerIds.length} customers, ${log.amounts.length} orders until ${log.until}.`,
      `Put to the test: ${holdout.actual} repeat purchases came in the last year, ${holdout.expected.toFixed(0)} were forecast.`,
      `Worth in the next 12 months: ${sum.toFixed(0)} (95 %: ${interval?.lower.toFixed(0)} to ${interval?.upper.toFixed(0)}).`,
      `Call ${toCall.map(({ customerId }) => customerId).join(", ")}.`,
    ],
    charts: [
      classSharesChart(classifyCustomers(log, { asOf })),
      paretoChart(abc),
      rfmGridChart(rfm(log, { asOf, window: { months: 12 } })),
      trackingChart(validation),
      calibrationChart(validation),
      purchaseFrequencyChart(purchases, customers),
      probabilityAliveChart(purchases, { T: 52 }),
      lifetimeValueChart(value),
      equityByCohortChart(clvByCohort(log, value.rows, { period: "quarter" })),
    ],
  };
}

/** Charts as a page; outside of a notebook the bundle of `display` is asked for by hand. */
async function pageOf({ sentences, charts }: Findings): Promise<string> {
  const { "text/html": pictures } = await display(charts, { toSvg }).bundle();
  const list = sentences.map((sentence) => `<li>${sentence}</li>`).join("\n");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>What are the customers of a shop worth?</title>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif }
svg { max-width: 100%; height: auto }
</style>
<h1>What are the customers of a shop worth?</h1>
<ul>
${list}
</ul>
${pictures}
</html>
`;
}

// Not awaited at the top level, which a CommonJS project cannot.
async function main(target: string | undefined): Promise<void> {
  if (target === undefined) throw new Error("Say which file the page shall be written to.");
  const findings = analysed();
  writeFileSync(target, await pageOf(findings));
  console.log([...findings.sentences, `Charts: ${target}`].join("\n"));
}

main(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
