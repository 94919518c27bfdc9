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
customer_days AS (
  SELECT
    customer_id,
    day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(amount) AS day_revenue,
    SUM(amount) AS day_money
  FROM transaction_lines
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
scored_customers AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    CASE
      WHEN recency > CAST(90 AS DOUBLE PRECISION) THEN 1
      WHEN recency > CAST(30 AS DOUBLE PRECISION) THEN 2
      ELSE 3
    END AS recency_score,
    CASE
      WHEN frequency > CAST(1 AS DOUBLE PRECISION) THEN 2
      ELSE 1
    END AS frequency_score,
    CASE
      WHEN monetary > CAST(50.5 AS DOUBLE PRECISION) THEN 2
      ELSE 1
    END AS monetary_score
  FROM comparable_values
)
SELECT
  customer_id AS "customer_id",
  recency AS "days_since_last_purchase",
  frequency AS "orders",
  revenue AS "revenue",
  recency_score AS "recency_score",
  frequency_score AS "frequency_score",
  monetary_score AS "monetary_score",
  NULLIF('', '') AS "segment"
FROM scored_customers
