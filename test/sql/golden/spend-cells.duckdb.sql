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
customer_days AS (
  SELECT
    customer_id,
    day,
    COUNT(*) AS lines_of_day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(CASE WHEN amount >= 0 THEN amount END) AS purchased,
    SUM(amount) AS netted,
    SUM(ABS(amount)) AS moved
  FROM transaction_lines
  GROUP BY customer_id, day
),
dated_days AS (
  SELECT
    customer_id,
    day,
    MIN(CASE WHEN purchases > 0 THEN day END) OVER (PARTITION BY customer_id) AS first_day,
    lines_of_day,
    purchases,
    purchased,
    netted,
    moved
  FROM customer_days
),
customer_sums AS (
  SELECT
    customer_id,
    first_day,
    MAX(CASE WHEN purchases > 0 THEN day END) AS last_day,
    CAST(SUM(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS BIGINT) AS days,
    CAST(SUM(purchases) AS BIGINT) AS orders,
    CAST(SUM(CASE WHEN day = first_day THEN purchases ELSE 0 END) AS BIGINT) AS first_orders,
    COALESCE(CAST(SUM(CASE WHEN day = first_day THEN purchased END) AS DOUBLE), 0) AS first_amount,
    COALESCE(CAST(SUM(CASE WHEN day > first_day THEN purchased END) AS DOUBLE), 0) AS later_amount,
    CAST(SUM(netted) AS DOUBLE) AS net_amount,
    CAST(SUM(moved) AS DOUBLE) AS moved_amount,
    CAST(SUM(lines_of_day) AS DOUBLE) AS lines_of_customer
  FROM dated_days
  WHERE first_day IS NOT NULL
  GROUP BY customer_id, first_day
),
customer_histories AS (
  SELECT
    customer_id,
    days - 1 AS frequency,
    CAST(date_diff('day', first_day, last_day) AS BIGINT) AS recency_days,
    CAST(date_diff('day', first_day, DATE '2025-06-30') AS BIGINT) AS age_days,
    COALESCE(later_amount / NULLIF(CAST(days - 1 AS DOUBLE), 0), 0) AS monetary_value,
    orders,
    CASE WHEN ABS(net_amount) <= lines_of_customer * 2.220446049250313e-16 * moved_amount THEN CAST(0 AS DOUBLE) ELSE net_amount END AS revenue,
    first_day AS first_purchase,
    last_day AS last_purchase
  FROM customer_sums
),
spend_cells AS (
  SELECT
    frequency,
    monetary_value,
    CAST(FLOOR(LN(monetary_value) / 0.01) AS BIGINT) AS amount_step
  FROM customer_histories
  WHERE frequency > 0 AND monetary_value > 0
)
SELECT
  frequency AS "frequency",
  AVG(monetary_value) AS "monetary_value",
  CAST(COUNT(*) AS BIGINT) AS "customers"
FROM spend_cells
GROUP BY frequency, amount_step
