import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { joinPeriods, type LedgerPeriods } from "./ledger-windows.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** Adds up the movements of each period, and lays them beside its buyers and those who were known before it. */
export function ledgerCountSteps(
  syntax: SqlSyntax,
  periods: LedgerPeriods,
  count: PurchaseCount,
): QueryStep[] {
  return [
    movementSums(syntax),
    ...buyerSteps(syntax, periods, count),
    ...knownSteps(syntax),
    { name: "ledger_periods", sql: ledgerPeriodsSql(periods) },
  ];
}

function movementSums({ toInteger, toDouble }: SqlSyntax): QueryStep {
  const count = (...movements: readonly string[]): string =>
    toInteger(`SUM(CASE WHEN movement IN (${listed(movements)}) THEN 1 ELSE 0 END)`);
  const money = (what: string, condition: string): string =>
    toDouble(`SUM(CASE WHEN ${condition} THEN ${what} ELSE 0 END)`);
  const columns = {
    started: count("kept", "lost"),
    arrived: count("new"),
    came_back: count("returned"),
    left_active: count("lost"),
    active_revenue: money("money_before", "movement IN ('kept', 'lost')"),
    arrived_revenue: money("money_now", "movement = 'new'"),
    came_back_revenue: money("money_now", "movement = 'returned'"),
    expansion: money("money_now - money_before", "movement = 'kept' AND money_now > money_before"),
    contraction: money("money_before - money_now", "movement = 'kept' AND money_now < money_before"),
    left_revenue: money("money_before", "movement = 'lost'"),
    // What is no revenue of active customers, at the end and at the start.
    unearned_now: money("money_now", "movement IN ('lost', 'inactive')"),
    unearned_before: money("money_before", "movement IN ('new', 'returned', 'inactive')"),
    revenue_before: toDouble("SUM(money_before)"),
    revenue_now: toDouble("SUM(money_now)"),
  };
  const written = Object.entries(columns).map(([name, expression]) => `${expression} AS ${name}`);
  return {
    name: "movement_sums",
    sql: `SELECT\n  place,\n  ${written.join(",\n  ")}\nFROM movements\nGROUP BY place`,
  };
}

function listed(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}

/** Who bought in the period itself, whatever the window, and who did so twice. */
function buyerSteps(syntax: SqlSyntax, periods: LedgerPeriods, count: PurchaseCount): QueryStep[] {
  const purchases = count === "purchases" ? "SUM(d.purchases)" : "COUNT(*)";
  return [
    {
      name: "purchase_days",
      sql: "SELECT customer_id, day, purchases\nFROM known_days\nWHERE purchases > 0",
    },
    {
      name: "period_customers",
      sql: `SELECT d.customer_id AS customer_id, p.place AS place, ${purchases} AS period_purchases\nFROM purchase_days d\n${joinPeriods(syntax, periods)}\nGROUP BY d.customer_id, p.place`,
    },
    {
      name: "period_buyers",
      sql: `SELECT\n  place,\n  COUNT(*) AS buyers,\n  ${syntax.toInteger("SUM(CASE WHEN period_purchases >= 2 THEN 1 ELSE 0 END)")} AS repeat_buyers\nFROM period_customers\nGROUP BY place`,
    },
  ];
}

/** Who had bought before each period. */
function knownSteps({ toInteger }: SqlSyntax): QueryStep[] {
  return [
    {
      name: "joining_days",
      sql: "SELECT first_purchase, COUNT(*) AS joined\nFROM known_days\nWHERE day = first_purchase\nGROUP BY first_purchase",
    },
    {
      name: "known_before",
      sql: `SELECT p.place AS place, ${toInteger("SUM(j.joined)")} AS known\nFROM periods p\nCROSS JOIN joining_days j\nWHERE j.first_purchase < p.first_day\nGROUP BY p.place`,
    },
  ];
}

const COUNTS = ["started", "arrived", "came_back", "left_active"];
const MONEY = [
  "active_revenue",
  "arrived_revenue",
  "came_back_revenue",
  "expansion",
  "contraction",
  "left_revenue",
  "revenue_before",
  "revenue_now",
];

/** Periods in which nothing happened hold 0; those of the calendar begin with the first transaction. */
function ledgerPeriodsSql({ calendar }: LedgerPeriods): string {
  const columns = [
    ...["place", "period_name", "first_day", "last_day"].map((name) => `p.${name} AS ${name}`),
    ...[...COUNTS, ...MONEY].map((name) => `COALESCE(s.${name}, 0) AS ${name}`),
    "COALESCE(s.unearned_now, 0) - COALESCE(s.unearned_before, 0) AS adjustment",
    "MAX(ABS(COALESCE(s.revenue_before, 0))) OVER (ORDER BY p.place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS largest_revenue",
    "COALESCE(b.buyers, 0) AS buyers",
    "COALESCE(b.repeat_buyers, 0) AS repeat_buyers",
    "COALESCE(k.known, 0) AS known",
  ];
  const begun = calendar === null ? "" : " AND p.last_day >= t.begins_on";
  return `SELECT\n  ${columns.join(",\n  ")}\nFROM periods p\nCROSS JOIN (SELECT COUNT(*) AS lines_read, MIN(day) AS begins_on FROM transaction_lines) t\nLEFT JOIN movement_sums s ON p.place = s.place\nLEFT JOIN period_buyers b ON p.place = b.place\nLEFT JOIN known_before k ON p.place = k.place\nWHERE p.place >= 1 AND t.lines_read > 0${begun}`;
}
