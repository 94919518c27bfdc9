// Recurring revenue of a software house: the ledger month by month, its plans, a year's retention, and who left.
// Run it without a build: npx tsx --tsconfig tsconfig.tools.json examples/ravenstack.ts [file.csv]
// The file is RavenStack's table of subscriptions (synthetic, MIT); without it the example invents a small one.
import {
  revenueCohorts,
  revenueMovementList,
  revenueMovements,
  revenueMovementsBy,
  revenueRetention,
  subscriptionBook,
} from "clientele";
import { loadRows } from "./ravenstack/load-rows.ts";

const { source, rows } = loadRows(
  process.argv[2] ?? "../shared/data/ravenstack/ravenstack_subscriptions.csv",
);
console.log(source);

const book = subscriptionBook(
  rows,
  {
    customer: "account_id",
    start: "start_date",
    end: "end_date",
    monthlyAmount: (row) => Number(row.mrr_amount),
    plan: "plan_tier",
    id: "subscription_id",
  },
  { endDay: "exclusive", until: "2024-12-31" },
);
console.log(
  `${book.rows} subscriptions of ${book.customerIds.length} customers, ${book.from} to ${book.until}.`,
);
for (const warning of book.warnings) console.log(`${warning.rows} rows, ${warning.code}: ${warning.message}`);

const year = { from: "2024-01-01", asOf: "2024-12-31" };
const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? "–" : `${(100 * rate).toFixed(1)} %`;

console.log("\nMonthly recurring revenue");
const { rows: months, totals } = revenueMovements(book, year);
console.table(
  months.map(({ period, start, new: fresh, expansion, contraction, churn, reactivation, end, ...rest }) => ({
    period,
    start,
    new: fresh,
    expansion,
    contraction,
    churn,
    reactivation,
    end,
    customers: rest.customers.end,
    free: rest.customers.free,
    "logo churn": percent(rest.logoChurnRate),
    "net retention": percent(rest.netRevenueRetention),
  })),
);
console.log("The year", totals);

console.log("\nBy plan: who changes the plan leaves one and is new in another");
const { groups } = revenueMovementsBy(book, "plan", year);
console.table(groups.map(({ group, totals: sums }) => ({ plan: group, ...sums })));

const { netRevenueRetention, grossRevenueRetention, customers } = revenueRetention(book, {
  from: "2023-12-31",
  to: "2024-12-31",
});
console.log(
  `\nOf the ${customers.start} customers of 2023, ${customers.retained} still pay: net revenue retention ${percent(netRevenueRetention)}, gross ${percent(grossRevenueRetention)}.`,
);

console.log("\nWhat each quarter's new customers pay in the quarters after");
const { cohorts, rows: cells } = revenueCohorts(book, { period: "quarter", intervals: 4 });
console.table(
  Object.fromEntries(
    cohorts.map(({ cohort, size }) => {
      const rates = cells.filter((cell) => cell.cohort === cohort).map(({ rate }) => percent(rate));
      return [cohort, { customers: size, ...rates }];
    }),
  ),
);

console.log("\nThe largest customers who left in 2024");
const left = revenueMovementList(book, year).filter(({ movement }) => movement === "churn");
console.table(left.toSorted((a, b) => a.change - b.change).slice(0, 5));
