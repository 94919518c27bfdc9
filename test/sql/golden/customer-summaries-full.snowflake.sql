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
customer_days AS (
  SELECT
    customer_id,
    day,
    COUNT(*) AS lines_of_day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(CASE WHEN amount >= 0 THEN amount END) AS purchased,
    SUM(amount) AS netted,
    SUM(ABS(amount)) AS moved,
    SUM(margin) AS earned
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
    moved,
    earned
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
    CAST(SUM(lines_of_day) AS DOUBLE) AS lines_of_customer,
    CAST(SUM(earned) AS DOUBLE) AS margin_amount
  FROM dated_days
  WHERE first_day IS NOT NULL
  GROUP BY customer_id, first_day
),
customer_histories AS (
  SELECT
    customer_id,
    orders - 1 AS frequency,
    CAST(DATEDIFF('day', first_day, last_day) AS BIGINT) AS recency_days,
    CAST(DATEDIFF('day', first_day, DATE '2025-06-30') AS BIGINT) AS age_days,
    COALESCE((later_amount + first_amount * CAST(first_orders - 1 AS DOUBLE) / CAST(first_orders AS DOUBLE)) / NULLIF(CAST(orders - 1 AS DOUBLE), 0), 0) AS monetary_value,
    orders,
    CASE WHEN ABS(net_amount) <= lines_of_customer * 2.220446049250313e-16 * moved_amount THEN CAST(0 AS DOUBLE) ELSE net_amount END AS revenue,
    margin_amount AS margin,
    first_day AS first_purchase,
    last_day AS last_purchase
  FROM customer_sums
)
SELECT
  customer_id AS "customer_id",
  frequency AS "frequency",
  recency_days AS "recency_days",
  age_days AS "age_days",
  monetary_value AS "monetary_value",
  orders AS "orders",
  revenue AS "revenue",
  margin AS "margin",
  first_purchase AS "first_purchase",
  last_purchase AS "last_purchase"
FROM customer_histories
