WITH read_rows AS (
  SELECT
    source_row."customer_id" AS customer_id,
    CAST(source_row."ordered_at" AS DATE) AS day,
    source_row."total" AS amount
  FROM "orders" AS source_row
  WHERE CAST(source_row."customer_id" AS TEXT) <> ''
    AND CAST(source_row."ordered_at" AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row."total" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308
),
transaction_lines AS (
  SELECT customer_id, day, amount
  FROM read_rows
  WHERE day <= DATE '2025-06-30'
),
periods AS (
  SELECT 2891 AS period_number, '2025-W22' AS period_name, DATE '2025-05-26' AS first_day, DATE '2025-06-01' AS last_day
  UNION ALL SELECT 2892, '2025-W23', DATE '2025-06-02', DATE '2025-06-08'
  UNION ALL SELECT 2893, '2025-W24', DATE '2025-06-09', DATE '2025-06-15'
  UNION ALL SELECT 2894, '2025-W25', DATE '2025-06-16', DATE '2025-06-22'
  UNION ALL SELECT 2895, '2025-W26', DATE '2025-06-23', DATE '2025-06-29'
  UNION ALL SELECT 2896, '2025-W27', DATE '2025-06-30', DATE '2025-07-06'
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
    CAST(FLOOR(((joined_on - DATE '1970-01-01') + 3) / 7.0) AS BIGINT) AS cohort_number
  FROM first_purchases
  WHERE joined_on >= DATE '2025-05-26'
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
    CAST(FLOOR(((l.day - DATE '1970-01-01') + 3) / 7.0) AS BIGINT) - m.cohort_number AS interval_number,
    l.amount AS amount
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
    SUM(amount) AS interval_revenue
  FROM followed_lines
  GROUP BY customer_id, cohort_number, interval_number
),
intervals_bought AS (
  SELECT
    customer_id,
    cohort_number,
    interval_number,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY interval_number) AS place
  FROM customer_intervals
  WHERE interval_orders > 0
),
active_intervals AS (
  SELECT customer_id, cohort_number, interval_number
  FROM intervals_bought
  WHERE place = interval_number + 1
),
cell_sums AS (
  SELECT
    cohort_number,
    interval_number,
    CAST(SUM(interval_orders) AS BIGINT) AS orders,
    CAST(SUM(interval_revenue) AS DOUBLE PRECISION) AS revenue
  FROM customer_intervals
  GROUP BY cohort_number, interval_number
),
cell_customers AS (
  SELECT cohort_number, interval_number AS cell_interval, COUNT(*) AS active_here
  FROM active_intervals
  GROUP BY cohort_number, interval_number
),
cells AS (
  SELECT
    c.cohort_number AS cohort_number,
    c.customers AS customers,
    p.period_number - c.cohort_number AS interval_number,
    CASE WHEN p.period_number <= 2895 THEN 1 ELSE 0 END AS is_complete
  FROM cohorts c
  CROSS JOIN periods p
  WHERE p.period_number >= c.cohort_number
),
filled_cells AS (
  SELECT
    g.cohort_number AS cohort_number,
    g.customers AS customers,
    g.interval_number AS interval_number,
    g.is_complete AS is_complete,
    COALESCE(a.active_here, 0) AS active_here,
    COALESCE(s.orders, 0) AS orders,
    COALESCE(s.revenue, 0) AS revenue
  FROM cells g
  LEFT JOIN cell_customers a ON g.cohort_number = a.cohort_number AND g.interval_number = a.cell_interval
  LEFT JOIN cell_sums s ON g.cohort_number = s.cohort_number AND g.interval_number = s.interval_number
),
counted_cells AS (
  SELECT
    cohort_number,
    customers,
    interval_number,
    is_complete,
    active_here AS active,
    0 AS running,
    CASE WHEN is_complete = 1 THEN customers ELSE 0 END AS observed,
    orders,
    revenue
  FROM filled_cells
)
SELECT
  period_name AS "cohort",
  first_day AS "cohort_from",
  last_day AS "cohort_to",
  customers AS "customers",
  interval_number AS "interval_number",
  active AS "active",
  CASE WHEN customers > 0 THEN CAST(active AS DOUBLE PRECISION) / CAST(customers AS DOUBLE PRECISION) ELSE NULL END AS "rate",
  orders AS "orders",
  revenue AS "revenue",
  CASE WHEN is_complete = 1 THEN TRUE ELSE FALSE END AS "complete",
  observed AS "observed",
  CASE WHEN observed > 0 THEN CAST(active - running AS DOUBLE PRECISION) / CAST(observed AS DOUBLE PRECISION) ELSE NULL END AS "observed_rate"
FROM counted_cells
INNER JOIN periods ON cohort_number = period_number
ORDER BY cohort_number, interval_number
