// Hit rates of a sales force: overall, by seller and product, by month; how long decisions take; what the open offers will bring.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/hit-rate.ts [folder with sales_pipeline.csv, products.csv, sales_teams.csv]
import { fileURLToPath } from "node:url";
import {
  hitRate,
  hitRateBy,
  hitRateOverTime,
  type PipelineExpectation,
  salesCycle,
  salesVelocity,
  weightedPipeline,
  winForecast,
} from "clientele";
import { loadBook } from "./hit-rate/load-book.ts";

const beside = fileURLToPath(new URL("../../shared/data/crm_maven", import.meta.url));
const { source, book, keys } = loadBook(process.argv[2] ?? beside);
console.log(source);
console.log(
  `${book.ids.length} offers to ${book.customerIds.length} customers, ${book.from} to ${book.until}.`,
);
for (const { count, message } of book.warnings) console.log(`${count}: ${message}`);

const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? "–" : `${(100 * rate).toFixed(1)} %`;

console.log("\nHit rate");
const overall = hitRate(book);
const { submitted, decided, counts, orders } = overall;
console.table(counts);
for (const [name, rates] of Object.entries({ "of submitted": submitted, "of decided": decided })) {
  if (rates === null) continue;
  const { byNumber, byValue } = rates;
  const limits = `${percent(byNumber.lower)} to ${percent(byNumber.upper)}`;
  console.log(
    `${name}: ${byNumber.won} of ${byNumber.of}, ${percent(byNumber.rate)} (${limits}); by value ${percent(byValue?.rate)}`,
  );
}
if (orders !== null)
  console.log(`Ordered ${orders.ordered} of ${orders.offered} offered: ${percent(orders.ratio)}.`);

for (const key of keys) {
  console.log(`\nBy ${key}: the raw rate, and what is left of it beside the others`);
  console.table(
    hitRateBy(book, key, { sortBy: "shrunken" }).rows.map(({ group, won, of, rate, byValue, shrunken }) => ({
      [key]: group,
      won,
      of,
      rate: percent(rate),
      "by value": percent(byValue?.rate),
      shrunken: percent(shrunken?.rate),
      limits: `${percent(shrunken?.lower)} – ${percent(shrunken?.upper)}`,
      "P(above mean)": percent(shrunken?.probabilityAboveMean),
    })),
  );
}

console.log("\nBy month of submission; what is still open is told");
console.table(
  hitRateOverTime(book, { period: "month", window: "cohort" }).rows.map(
    ({ period, won, of, rate, counts: { open }, complete, ifAllLost, ifAllWon }) => ({
      month: period,
      won,
      of,
      rate: percent(rate),
      open,
      complete,
      "if all lost": percent(ifAllLost),
      "if all won": percent(ifAllWon),
    }),
  ),
);

console.log("\nDays to a decision: estimated with the open offers, and as counted without them");
console.table(
  (["decided", "won", "lost"] as const).flatMap((of) =>
    salesCycle(book, { of, quantiles: [0.5] }).quantiles.map(({ days, lower, upper, plain }) => ({
      of,
      median: days,
      limits: `${lower ?? "–"} – ${upper ?? "–"}`,
      "counted only": plain,
    })),
  ),
);
const velocity = salesVelocity(book);
const { openOffers, meanValue, winRate, cycleDays, perThirtyDays } = velocity;
console.log(
  `Sales velocity: ${openOffers} open × ${round(meanValue)} × ${percent(winRate)} ÷ ${round(cycleDays)} days = ${round(perThirtyDays)} in 30 days.`,
);

function round(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : value.toFixed(0);
}

console.log(
  "It takes the open offers for as good as those that were decided; the pipeline below looks at how long they have been waiting.",
);

const range = (expectation: PipelineExpectation | null): string =>
  expectation === null
    ? "–"
    : `${round(expectation.expected)} (${round(expectation.lower)} – ${round(expectation.upper)})`;

const learned = keys.at(-1) ?? "product";
console.log(`\nThe open offers, weighted by age and ${learned}, with 95 % limits`);
const pipeline = weightedPipeline(book, { learn: { age: true, by: learned }, by: keys.at(-2) ?? learned });
for (const { message } of pipeline.warnings) console.log(message);
console.table(
  [...pipeline.groups, { group: "all", open: pipeline.open }].map(({ group, open }) => ({
    group,
    offers: open.offers,
    value: open.value === null ? "–" : round(open.value),
    wins: range(open.wins),
    "won value": range(open.wonValue),
  })),
);

console.log("\nForecast of orders from the open offers, by month");
const forecast = winForecast(book, { periods: 6, learn: { age: true, by: learned } });
console.table(
  forecast.periods.map(({ period, wins, wonValue }) => ({
    period,
    wins: range(wins),
    "won value": range(wonValue),
  })),
);
console.log(
  `Of ${forecast.offers.offers} open offers ${round(forecast.later.offers)} are won later, ${round(forecast.never.offers)} not at all.`,
);
