WITH read_rows AS (
  SELECT
    source_row."customer_id" AS customer_id,
    CAST((source_row."ordered_at") AT TIME ZONE 'Europe/Berlin' AS DATE) AS day,
    source_row."total" AS amount,
    source_row."margin" AS margin,
    source_row."order_id" AS order_id
  FROM "shop"."order items" AS source_row
  WHERE CAST(source_row."customer_id" AS TEXT) <> ''
    AND CAST((source_row."ordered_at") AT TIME ZONE 'Europe/Berlin' AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row."total" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308
    AND CAST(source_row."order_id" AS TEXT) <> ''
    AND ABS(CAST(source_row."margin" AS DOUBLE PRECISION)) <= 1.7976931348623157e+308
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
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(amount) AS day_revenue,
    SUM(margin) AS day_money
  FROM transaction_lines
  WHERE day > DATE '2023-06-30'
  GROUP BY customer_id, day
),
customer_sums AS (
  SELECT
    customer_id,
    MAX(CASE WHEN purchases > 0 THEN day END) AS last_purchase,
    CAST(SUM(purchases) AS BIGINT) AS frequency,
    CAST(SUM(day_revenue) AS DOUBLE PRECISION) AS revenue,
    CAST(SUM(day_money) AS DOUBLE PRECISION) AS money
  FROM customer_days
  GROUP BY customer_id
  HAVING SUM(purchases) > 0
),
rfm_values AS (
  SELECT
    customer_id,
    CAST((DATE '2025-06-30' - last_purchase) AS BIGINT) AS recency,
    frequency,
    revenue,
    money,
    MAX(ABS(money)) OVER () AS largest
  FROM customer_sums
),
rounded_values AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    CASE WHEN largest > CAST(1E-10 AS DOUBLE PRECISION) AND largest <= CAST(1E34 AS DOUBLE PRECISION) THEN 12 - CEIL(LN(largest) / LN(CAST(10 AS DOUBLE PRECISION)) - 1E-12) ELSE NULL END AS decimals
  FROM rfm_values
),
comparable_values AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    CASE
      WHEN decimals >= 0 THEN FLOOR(money * POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals)) + 0.5) / POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals))
      WHEN decimals < 0 THEN FLOOR(money / POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals)) + 0.5) * POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals))
      ELSE money
    END AS monetary
  FROM rounded_values
),
recency_ranked AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    COUNT(*) OVER () AS group_size,
    RANK() OVER (ORDER BY recency) - 1 AS recency_below
  FROM comparable_values
),
recency_scored AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    CASE
      WHEN 3 * recency_below > 2 * (group_size - 1) THEN 1
      WHEN 3 * recency_below > 1 * (group_size - 1) THEN 2
      ELSE 3
    END AS recency_score
  FROM recency_ranked
),
frequency_ranked AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    recency_score,
    COUNT(*) OVER (PARTITION BY recency_score) AS group_size,
    RANK() OVER (PARTITION BY recency_score ORDER BY frequency) - 1 AS frequency_below
  FROM recency_scored
),
frequency_scored AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    recency_score,
    CASE
      WHEN 3 * frequency_below > 2 * (group_size - 1) THEN 3
      WHEN 3 * frequency_below > 1 * (group_size - 1) THEN 2
      ELSE 1
    END AS frequency_score
  FROM frequency_ranked
),
monetary_ranked AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    recency_score,
    frequency_score,
    COUNT(*) OVER (PARTITION BY recency_score, frequency_score) AS group_size,
    RANK() OVER (PARTITION BY recency_score, frequency_score ORDER BY monetary) - 1 AS monetary_below
  FROM frequency_scored
),
scored_customers AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    recency_score,
    frequency_score,
    CASE
      WHEN 3 * monetary_below > 2 * (group_size - 1) THEN 3
      WHEN 3 * monetary_below > 1 * (group_size - 1) THEN 2
      ELSE 1
    END AS monetary_score
  FROM monetary_ranked
)
SELECT
  customer_id AS "customer_id",
  recency AS "days_since_last_purchase",
  frequency AS "orders",
  revenue AS "revenue",
  money AS "margin",
  recency_score AS "recency_score",
  frequency_score AS "frequency_score",
  monetary_score AS "monetary_score",
  NULLIF('', '') AS "segment"
FROM scored_customers
