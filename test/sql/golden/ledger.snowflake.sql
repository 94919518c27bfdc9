WITH read_rows AS (
  SELECT
    source_row."customer_id" AS customer_id,
    CAST(source_row."ordered_at" AS DATE) AS day,
    source_row."total" AS amount
  FROM "orders" AS source_row
  WHERE CAST(source_row."customer_id" AS VARCHAR) <> ''
    AND CAST(source_row."ordered_at" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row."total" AS DOUBLE)) <= 1.7976931348623157e+308
),
transaction_lines AS (
  SELECT customer_id, day, amount
  FROM read_rows
  WHERE day <= DATE '2025-06-30'
),
periods AS (
  SELECT 0 AS place, '2024-12' AS period_name, DATE '2024-12-01' AS first_day, DATE '2024-12-31' AS last_day, DATE '2024-11-30' AS before_window
  UNION ALL SELECT 1, '2025-01', DATE '2025-01-01', DATE '2025-01-31', DATE '2024-12-31'
  UNION ALL SELECT 2, '2025-02', DATE '2025-02-01', DATE '2025-02-28', DATE '2025-01-31'
  UNION ALL SELECT 3, '2025-03', DATE '2025-03-01', DATE '2025-03-31', DATE '2025-02-28'
  UNION ALL SELECT 4, '2025-04', DATE '2025-04-01', DATE '2025-04-30', DATE '2025-03-31'
  UNION ALL SELECT 5, '2025-05', DATE '2025-05-01', DATE '2025-05-31', DATE '2025-04-30'
  UNION ALL SELECT 6, '2025-06', DATE '2025-06-01', DATE '2025-06-30', DATE '2025-05-31'
),
customer_days AS (
  SELECT
    customer_id,
    day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(amount) AS day_revenue
  FROM transaction_lines
  GROUP BY customer_id, day
),
known_days AS (
  SELECT
    customer_id,
    day,
    purchases,
    day_revenue,
    MIN(CASE WHEN purchases > 0 THEN day END) OVER (PARTITION BY customer_id) AS first_purchase
  FROM customer_days
),
window_sums AS (
  SELECT
    d.customer_id AS customer_id,
    p.place AS place,
    MIN(d.first_purchase) AS joined_on,
    SUM(d.purchases) AS bought,
    SUM(d.day_revenue) AS brought
  FROM known_days d
  INNER JOIN periods p ON (12 * CAST(EXTRACT(YEAR FROM d.day) AS BIGINT) + CAST(EXTRACT(MONTH FROM d.day) AS BIGINT) - 1) - (24299) = p.place
  GROUP BY d.customer_id, p.place
),
window_sides AS (
  SELECT customer_id, place, joined_on, bought AS bought_now, 0 AS bought_before, brought AS brought_now, 0 AS brought_before
  FROM window_sums
  UNION ALL SELECT customer_id, place + 1, joined_on, 0, bought, 0, brought
  FROM window_sums
),
customer_moves AS (
  SELECT
    customer_id,
    place,
    MIN(joined_on) AS first_purchase,
    SUM(bought_now) AS purchases_now,
    SUM(bought_before) AS purchases_before,
    SUM(brought_now) AS money_now,
    SUM(brought_before) AS money_before
  FROM window_sides
  GROUP BY customer_id, place
),
movements AS (
  SELECT
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
  WHERE p.place >= 1
),
movement_sums AS (
  SELECT
    place,
    CAST(SUM(CASE WHEN movement IN ('kept', 'lost') THEN 1 ELSE 0 END) AS BIGINT) AS started,
    CAST(SUM(CASE WHEN movement IN ('new') THEN 1 ELSE 0 END) AS BIGINT) AS arrived,
    CAST(SUM(CASE WHEN movement IN ('returned') THEN 1 ELSE 0 END) AS BIGINT) AS came_back,
    CAST(SUM(CASE WHEN movement IN ('lost') THEN 1 ELSE 0 END) AS BIGINT) AS left_active,
    CAST(SUM(CASE WHEN movement IN ('kept', 'lost') THEN money_before ELSE 0 END) AS DOUBLE) AS active_revenue,
    CAST(SUM(CASE WHEN movement = 'new' THEN money_now ELSE 0 END) AS DOUBLE) AS arrived_revenue,
    CAST(SUM(CASE WHEN movement = 'returned' THEN money_now ELSE 0 END) AS DOUBLE) AS came_back_revenue,
    CAST(SUM(CASE WHEN movement = 'kept' AND money_now > money_before THEN money_now - money_before ELSE 0 END) AS DOUBLE) AS expansion,
    CAST(SUM(CASE WHEN movement = 'kept' AND money_now < money_before THEN money_before - money_now ELSE 0 END) AS DOUBLE) AS contraction,
    CAST(SUM(CASE WHEN movement = 'lost' THEN money_before ELSE 0 END) AS DOUBLE) AS left_revenue,
    CAST(SUM(CASE WHEN movement IN ('lost', 'inactive') THEN money_now ELSE 0 END) AS DOUBLE) AS unearned_now,
    CAST(SUM(CASE WHEN movement IN ('new', 'returned', 'inactive') THEN money_before ELSE 0 END) AS DOUBLE) AS unearned_before,
    CAST(SUM(money_before) AS DOUBLE) AS revenue_before,
    CAST(SUM(money_now) AS DOUBLE) AS revenue_now
  FROM movements
  GROUP BY place
),
purchase_days AS (
  SELECT customer_id, day, purchases
  FROM known_days
  WHERE purchases > 0
),
period_customers AS (
  SELECT d.customer_id AS customer_id, p.place AS place, SUM(d.purchases) AS period_purchases
  FROM purchase_days d
  INNER JOIN periods p ON (12 * CAST(EXTRACT(YEAR FROM d.day) AS BIGINT) + CAST(EXTRACT(MONTH FROM d.day) AS BIGINT) - 1) - (24299) = p.place
  GROUP BY d.customer_id, p.place
),
period_buyers AS (
  SELECT
    place,
    COUNT(*) AS buyers,
    CAST(SUM(CASE WHEN period_purchases >= 2 THEN 1 ELSE 0 END) AS BIGINT) AS repeat_buyers
  FROM period_customers
  GROUP BY place
),
joining_days AS (
  SELECT first_purchase, COUNT(*) AS joined
  FROM known_days
  WHERE day = first_purchase
  GROUP BY first_purchase
),
known_before AS (
  SELECT p.place AS place, CAST(SUM(j.joined) AS BIGINT) AS known
  FROM periods p
  CROSS JOIN joining_days j
  WHERE j.first_purchase < p.first_day
  GROUP BY p.place
),
ledger_periods AS (
  SELECT
    p.place AS place,
    p.period_name AS period_name,
    p.first_day AS first_day,
    p.last_day AS last_day,
    COALESCE(s.started, 0) AS started,
    COALESCE(s.arrived, 0) AS arrived,
    COALESCE(s.came_back, 0) AS came_back,
    COALESCE(s.left_active, 0) AS left_active,
    COALESCE(s.active_revenue, 0) AS active_revenue,
    COALESCE(s.arrived_revenue, 0) AS arrived_revenue,
    COALESCE(s.came_back_revenue, 0) AS came_back_revenue,
    COALESCE(s.expansion, 0) AS expansion,
    COALESCE(s.contraction, 0) AS contraction,
    COALESCE(s.left_revenue, 0) AS left_revenue,
    COALESCE(s.revenue_before, 0) AS revenue_before,
    COALESCE(s.revenue_now, 0) AS revenue_now,
    COALESCE(s.unearned_now, 0) - COALESCE(s.unearned_before, 0) AS adjustment,
    MAX(ABS(COALESCE(s.revenue_before, 0))) OVER (ORDER BY p.place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS largest_revenue,
    COALESCE(b.buyers, 0) AS buyers,
    COALESCE(b.repeat_buyers, 0) AS repeat_buyers,
    COALESCE(k.known, 0) AS known
  FROM periods p
  CROSS JOIN (SELECT COUNT(*) AS lines_read, MIN(day) AS begins_on FROM transaction_lines) t
  LEFT JOIN movement_sums s ON p.place = s.place
  LEFT JOIN period_buyers b ON p.place = b.place
  LEFT JOIN known_before k ON p.place = k.place
  WHERE p.place >= 1 AND t.lines_read > 0 AND p.last_day >= t.begins_on
)
SELECT
  period_name AS "period",
  first_day AS "period_from",
  last_day AS "period_to",
  started AS "start_customers",
  arrived AS "new_customers",
  CAST(started - left_active AS BIGINT) AS "kept_customers",
  came_back AS "returned_customers",
  left_active AS "lost_customers",
  CAST(started + arrived + came_back - left_active AS BIGINT) AS "end_customers",
  CAST(known - started AS BIGINT) AS "inactive_customers",
  CASE WHEN started > 0 THEN CAST(started - left_active AS DOUBLE) / CAST(started AS DOUBLE) ELSE NULL END AS "retention_rate",
  CASE WHEN started > 0 THEN CAST(left_active AS DOUBLE) / CAST(started AS DOUBLE) ELSE NULL END AS "churn_rate",
  CASE WHEN (known - started) > 0 THEN CAST(came_back AS DOUBLE) / CAST((known - started) AS DOUBLE) ELSE NULL END AS "reactivation_rate",
  buyers AS "buyers",
  repeat_buyers AS "repeat_buyers",
  CASE WHEN buyers > 0 THEN CAST(repeat_buyers AS DOUBLE) / CAST(buyers AS DOUBLE) ELSE NULL END AS "repeat_purchase_rate",
  revenue_before AS "start_revenue",
  arrived_revenue AS "new_revenue",
  came_back_revenue AS "returned_revenue",
  expansion AS "expansion",
  contraction AS "contraction",
  left_revenue AS "lost_revenue",
  adjustment AS "adjustment",
  revenue_now AS "end_revenue",
  CASE WHEN active_revenue > 1E-12 * largest_revenue THEN (active_revenue - left_revenue - contraction + expansion) / active_revenue ELSE NULL END AS "net_retention_rate",
  CASE WHEN active_revenue > 1E-12 * largest_revenue THEN (active_revenue - left_revenue - contraction) / active_revenue ELSE NULL END AS "gross_retention_rate"
FROM ledger_periods
ORDER BY place
