import type { PurchaseCount } from "../customers/customer-summaries.ts";
import type { Duration } from "../time/duration.ts";
import { ledgerCountSteps } from "./ledger-count-steps.ts";
import { joinPeriods, type LedgerPeriods, ledgerPeriodStep } from "./ledger-windows.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** From `transaction_lines` to `ledger_periods`, a row per period that is over. */
export function ledgerSteps(
  syntax: SqlSyntax,
  periods: LedgerPeriods,
  window: Duration | null,
  count: PurchaseCount,
): QueryStep[] {
  return [
    ledgerPeriodStep(syntax, periods, window),
    ...daySteps(),
    windowSums(syntax, periods, window),
    ...movementSteps(),
    ...ledgerCountSteps(syntax, periods, count),
  ];
}

/** What a customer did on a day, with the day of the first purchase. */
function daySteps(): QueryStep[] {
  return [
    {
      name: "customer_days",
      sql: "SELECT\n  customer_id,\n  day,\n  SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,\n  SUM(amount) AS day_revenue\nFROM transaction_lines\nGROUP BY customer_id, day",
    },
    {
      name: "known_days",
      sql: "SELECT\n  customer_id,\n  day,\n  purchases,\n  day_revenue,\n  MIN(CASE WHEN purchases > 0 THEN day END) OVER (PARTITION BY customer_id) AS first_purchase\nFROM customer_days",
    },
  ];
}

/** What each customer did within each window. */
function windowSums(syntax: SqlSyntax, periods: LedgerPeriods, window: Duration | null): QueryStep {
  const join =
    window === null
      ? joinPeriods(syntax, periods)
      : "CROSS JOIN periods p\nWHERE d.day > p.before_window AND d.day <= p.last_day";
  return {
    name: "window_sums",
    sql: `SELECT\n  d.customer_id AS customer_id,\n  p.place AS place,\n  MIN(d.first_purchase) AS joined_on,\n  SUM(d.purchases) AS bought,\n  SUM(d.day_revenue) AS brought\nFROM known_days d\n${join}\nGROUP BY d.customer_id, p.place`,
  };
}

/** Each window is an end and the next start; who was and is active, and what was and is brought. */
function movementSteps(): QueryStep[] {
  return [
    {
      name: "window_sides",
      sql: "SELECT customer_id, place, joined_on, bought AS bought_now, 0 AS bought_before, brought AS brought_now, 0 AS brought_before\nFROM window_sums\nUNION ALL SELECT customer_id, place + 1, joined_on, 0, bought, 0, brought\nFROM window_sums",
    },
    {
      name: "customer_moves",
      sql: "SELECT\n  customer_id,\n  place,\n  MIN(joined_on) AS first_purchase,\n  SUM(bought_now) AS purchases_now,\n  SUM(bought_before) AS purchases_before,\n  SUM(brought_now) AS money_now,\n  SUM(brought_before) AS money_before\nFROM window_sides\nGROUP BY customer_id, place",
    },
    {
      name: "movements",
      sql: `SELECT
  p.place AS place,
  CASE
    WHEN m.purchases_before > 0 AND m.purchases_now > 0 THEN 'kept'
    WHEN m.purchases_before > 0 THEN 'lost'
    WHEN m.purchases_now > 0 AND m.first_purchase >= p.first_day THEN 'new'
    WHEN m.purchases_now > 0 THEN 'returned'
    ELSE 'inactive'
  END AS movement,
  m.money_now AS money_now,
  m.money_before AS money_before
FROM customer_moves m
INNER JOIN periods p ON m.place = p.place
WHERE p.place >= 1`,
    },
  ];
}
