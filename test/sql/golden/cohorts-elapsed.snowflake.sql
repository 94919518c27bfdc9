WITH read_rows AS (
  SELECT
    source_row."customer_id" AS customer_id,
    CAST(CONVERT_TIMEZONE('Europe/Berlin', source_row."ordered_at") AS DATE) AS day,
    source_row."total" AS amount,
    source_row."margin" AS margin,
    source_row."order_id" AS order_id
  FROM "shop"."order items" AS source_row
  WHERE CAST(source_row."customer_id" AS VARCHAR) <> ''
    AND CAST(CONVERT_TIMEZONE('Europe/Berlin', source_row."ordered_at") AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row."total" AS DOUBLE)) <= 1.7976931348623157e+308
    AND CAST(source_row."order_id" AS VARCHAR) <> ''
    AND ABS(CAST(source_row."margin" AS DOUBLE)) <= 1.7976931348623157e+308
),
order_lines AS (
  SELECT customer_id, MIN(day) AS day, SUM(amount) AS amount, SUM(margin) AS margin
  FROM read_rows
  GROUP BY customer_id, order_id
),
transaction_lines AS (
  SELECT customer_id, day, amount, margin
  FROM order_lines
  WHERE day <= DATE '2025-06-30' AND amount >= 0
),
periods AS (
  SELECT 24300 AS period_number, '2025-01' AS period_name, DATE '2025-01-01' AS first_day, DATE '2025-01-31' AS last_day
  UNION ALL SELECT 24301, '2025-02', DATE '2025-02-01', DATE '2025-02-28'
  UNION ALL SELECT 24302, '2025-03', DATE '2025-03-01', DATE '2025-03-31'
  UNION ALL SELECT 24303, '2025-04', DATE '2025-04-01', DATE '2025-04-30'
  UNION ALL SELECT 24304, '2025-05', DATE '2025-05-01', DATE '2025-05-31'
  UNION ALL SELECT 24305, '2025-06', DATE '2025-06-01', DATE '2025-06-30'
),
first_purchases AS (
  SELECT customer_id, MIN(day) AS joined_on
  FROM transaction_lines
  WHERE amount >= 0
  GROUP BY customer_id
),
members AS (
  SELECT
    customer_id,
    joined_on,
    (12 * CAST(EXTRACT(YEAR FROM joined_on) AS BIGINT) + CAST(EXTRACT(MONTH FROM joined_on) AS BIGINT) - 1) AS cohort_number,
    CAST(FLOOR(CAST((DATEDIFF('day', joined_on, DATE '2025-06-30') + 1) AS DOUBLE) / 30) AS BIGINT) AS intervals_completed
  FROM first_purchases
  WHERE joined_on >= DATE '2025-01-01'
),
cohorts AS (
  SELECT
    cohort_number,
    COUNT(*) AS customers,
    MIN(joined_on) AS first_joined,
    MAX(joined_on) AS last_joined
  FROM members
  GROUP BY cohort_number
),
followed_lines AS (
  SELECT
    l.customer_id AS customer_id,
    m.cohort_number AS cohort_number,
    CAST(FLOOR(CAST(DATEDIFF('day', m.joined_on, l.day) AS DOUBLE) / 30) AS BIGINT) AS interval_number,
    l.amount AS amount,
    l.margin AS margin
  FROM transaction_lines l
  INNER JOIN members m ON l.customer_id = m.customer_id
  WHERE l.day >= m.joined_on
),
customer_intervals AS (
  SELECT
    customer_id,
    cohort_number,
    interval_number,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS interval_orders,
    SUM(amount) AS interval_revenue,
    SUM(margin) AS interval_margin
  FROM followed_lines
  GROUP BY customer_id, cohort_number, interval_number
),
active_intervals AS (
  SELECT customer_id, cohort_number, MAX(interval_number) AS last_interval
  FROM customer_intervals
  WHERE interval_orders > 0
  GROUP BY customer_id, cohort_number
),
cell_sums AS (
  SELECT
    cohort_number,
    interval_number,
    CAST(SUM(interval_orders) AS BIGINT) AS orders,
    CAST(SUM(interval_revenue) AS DOUBLE) AS revenue,
    CAST(SUM(interval_margin) AS DOUBLE) AS margin
  FROM customer_intervals
  GROUP BY cohort_number, interval_number
),
cell_customers AS (
  SELECT
    a.cohort_number AS cohort_number,
    a.last_interval AS cell_interval,
    COUNT(*) AS active_here,
    SUM(CASE WHEN a.last_interval = m.intervals_completed THEN 1 ELSE 0 END) AS running_here
  FROM active_intervals a
  INNER JOIN members m ON a.customer_id = m.customer_id
  GROUP BY a.cohort_number, a.last_interval
),
interval_numbers AS (
  SELECT 0 AS interval_number
  UNION ALL SELECT 1
  UNION ALL SELECT 2
  UNION ALL SELECT 3
  UNION ALL SELECT 4
  UNION ALL SELECT 5
  UNION ALL SELECT 6
),
cells AS (
  SELECT
    c.cohort_number AS cohort_number,
    c.customers AS customers,
    n.interval_number AS interval_number,
    CASE WHEN c.cohort_number <= 24305 AND n.interval_number < CAST(FLOOR(CAST((DATEDIFF('day', c.last_joined, DATE '2025-06-30') + 1) AS DOUBLE) / 30) AS BIGINT) THEN 1 ELSE 0 END AS is_complete
  FROM cohorts c
  CROSS JOIN interval_numbers n
  WHERE n.interval_number <= CAST(FLOOR(CAST(DATEDIFF('day', c.first_joined, DATE '2025-06-30') AS DOUBLE) / 30) AS BIGINT)
),
cell_observed AS (
  SELECT
    cohort_number,
    intervals_completed - 1 AS cell_interval,
    COUNT(*) AS observed_last
  FROM members
  GROUP BY cohort_number, intervals_completed - 1
),
filled_cells AS (
  SELECT
    g.cohort_number AS cohort_number,
    g.customers AS customers,
    g.interval_number AS interval_number,
    g.is_complete AS is_complete,
    COALESCE(a.active_here, 0) AS active_here,
    COALESCE(s.orders, 0) AS orders,
    COALESCE(s.revenue, 0) AS revenue,
    COALESCE(s.margin, 0) AS margin,
    COALESCE(a.running_here, 0) AS running,
    COALESCE(o.observed_last, 0) AS observed_last
  FROM cells g
  LEFT JOIN cell_customers a ON g.cohort_number = a.cohort_number AND g.interval_number = a.cell_interval
  LEFT JOIN cell_sums s ON g.cohort_number = s.cohort_number AND g.interval_number = s.interval_number
  LEFT JOIN cell_observed o ON g.cohort_number = o.cohort_number AND g.interval_number = o.cell_interval
),
counted_cells AS (
  SELECT
    cohort_number,
    customers,
    interval_number,
    is_complete,
    CAST(SUM(active_here) OVER (PARTITION BY cohort_number ORDER BY interval_number DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS active,
    running,
    CAST(SUM(observed_last) OVER (PARTITION BY cohort_number ORDER BY interval_number DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS observed,
    orders,
    revenue,
    margin
  FROM filled_cells
)
SELECT
  period_name AS "cohort",
  first_day AS "cohort_from",
  last_day AS "cohort_to",
  customers AS "customers",
  interval_number AS "interval_number",
  active AS "active",
  CASE WHEN customers > 0 THEN CAST(active AS DOUBLE) / CAST(customers AS DOUBLE) ELSE NULL END AS "rate",
  orders AS "orders",
  revenue AS "revenue",
  margin AS "margin",
  CASE WHEN is_complete = 1 THEN TRUE ELSE FALSE END AS "complete",
  observed AS "observed",
  CASE WHEN observed > 0 THEN CAST(active - running AS DOUBLE) / CAST(observed AS DOUBLE) ELSE NULL END AS "observed_rate"
FROM counted_cells
INNER JOIN periods ON cohort_number = period_number
WHERE interval_number < 4
ORDER BY cohort_number, interval_number
