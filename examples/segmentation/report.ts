import {
  gini,
  paretoShare,
  rfm,
  segmentMigration,
  summarizeCustomers,
  type TransactionLog,
  transactionLog,
  valueTiers,
} from "clientele";
import type { Business } from "../key-accounts/sources.ts";
import { abcCut, type Cut, clusterCut, keyAccountCut, rfmCut, tierCut } from "./cuts.ts";
import { count, money, percent, table } from "./table.ts";

const COLUMNS = { customer: "customerId", date: "date", amount: "amount", order: "order" } as const;

/** All ways to cut the customers of a business, and whether each adds up to its log. */
export function segmentationReport(business: Business): string {
  const log = transactionLog(business.lines, COLUMNS);
  const { rows: customers, withoutPurchase } = summarizeCustomers(log);
  const scored = rfm(log);
  const cuts = [
    abcCut(customers),
    keyAccountCut(customers),
    tierCut(customers),
    rfmCut(scored.rows),
    clusterCut(scored.rows),
  ];
  const top = paretoShare(customers, "revenue", { negative: "zero" });
  return [
    `${business.name}: ${count(customers.length)} customers who bought`,
    `The best 20 % bring ${percent(top.value)} of revenue; Gini ${gini(customers, "revenue", { negative: "zero" })?.toFixed(4)}`,
    "",
    ...cuts.flatMap(cutLines),
    ...migrationLines(business),
    "Set against the log",
    ...reconciliation(log, cuts, withoutPurchase),
    "",
  ].join("\n");
}

function cutLines({ title, parts }: Cut): string[] {
  const rows = parts.map(({ name, customers, revenue, shareOfRevenue, remark }) => [
    name,
    count(customers),
    money(revenue),
    percent(shareOfRevenue),
    remark,
  ]);
  return [title, ...table(["part", "customers", "revenue", "share", ""], rows), ""];
}

/** How customers went from tier to tier between the two periods of a business. */
function migrationLines({ lines, days: [from, middle, until] }: Business): string[] {
  const tiersOf = (after: string, upTo: string) => {
    const log = transactionLog(
      lines.filter(({ date }) => date > after && date <= upTo),
      COLUMNS,
    );
    return valueTiers(summarizeCustomers(log).rows, "revenue").rows;
  };
  const order = ["heavy", "medium", "light", "none"];
  const { counts, total } = segmentMigration(tiersOf(from, middle), tiersOf(middle, until), { order });
  const columns = [...order, "left"];
  const rows = [...order, "entered"].map((segment) => [
    segment,
    ...columns.map((column) => count(counts[segment]?.[column] ?? 0)),
  ]);
  return [
    `Tiers from the period up to ${middle} (lines) to that up to ${until} (columns)`,
    ...table(["from", ...columns], rows),
    `${count(total.stayed)} stayed (${percent(total.lower)} to ${percent(total.upper)}), ${count(total.up ?? 0)} went up, ${count(total.down ?? 0)} down`,
    "",
  ];
}

/** Every cut holds all customers who bought; with those who only returned something it is the log, to the cent. */
function reconciliation(
  log: TransactionLog,
  cuts: readonly Cut[],
  without: { readonly customers: number; readonly revenue: number },
): string[] {
  const total = log.amounts.reduce((sum, amount) => sum + amount, 0);
  const rows = cuts.map(({ title, parts }) => {
    const customers = parts.reduce((sum, part) => sum + part.customers, 0);
    const revenue = parts.reduce((sum, part) => sum + part.revenue, 0);
    return [
      title.split(/[:\n]| \(/)[0] ?? title,
      count(customers),
      money(revenue),
      count(log.customerIds.length - customers - without.customers),
      money(total - revenue - without.revenue),
    ];
  });
  return [
    ...table(["cut", "customers", "revenue", "customers missing", "revenue missing"], rows),
    ...table(
      ["", "", ""],
      [
        ["only returned", count(without.customers), money(without.revenue)],
        ["log", count(log.customerIds.length), money(total)],
      ],
    ).slice(1),
  ];
}
