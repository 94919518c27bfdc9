WITH read_rows AS (
  SELECT
    source_row.`customer_id` AS customer_id,
    toDate32(source_row.`ordered_at`) AS day,
    source_row.`total` AS amount
  FROM `orders` AS source_row
  WHERE toString(source_row.`customer_id`) <> ''
    AND toDate32(source_row.`ordered_at`) BETWEEN toDate32('1900-01-01') AND toDate32('2299-12-31')
    AND ABS(toFloat64(source_row.`total`)) <= 1.7976931348623157e+308
),
transaction_lines AS (
  SELECT customer_id, day, amount
  FROM read_rows
  WHERE day <= toDate32('2025-06-30')
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
    toInt64(SUM(purchases)) AS frequency,
    toFloat64(SUM(day_revenue)) AS revenue,
    toFloat64(SUM(day_money)) AS money
  FROM customer_days
  GROUP BY customer_id
  HAVING SUM(purchases) > 0
),
rfm_values AS (
  SELECT
    customer_id,
    toInt64(dateDiff('day', last_purchase, toDate32('2025-06-30'))) AS recency,
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
    CASE WHEN largest > toFloat64(1E-10) AND largest <= toFloat64(1E34) THEN 12 - CEIL(LN(largest) / LN(toFloat64(10)) - 1E-12) ELSE NULL END AS decimals
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
      WHEN decimals >= 0 THEN FLOOR(money * POWER(toFloat64(10), ABS(decimals)) + 0.5) / POWER(toFloat64(10), ABS(decimals))
      WHEN decimals < 0 THEN FLOOR(money / POWER(toFloat64(10), ABS(decimals)) + 0.5) * POWER(toFloat64(10), ABS(decimals))
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
      WHEN recency > toFloat64(90) THEN 1
      WHEN recency > toFloat64(30) THEN 2
      ELSE 3
    END AS recency_score,
    CASE
      WHEN frequency > toFloat64(1) THEN 2
      ELSE 1
    END AS frequency_score,
    CASE
      WHEN monetary > toFloat64(50.5) THEN 2
      ELSE 1
    END AS monetary_score
  FROM comparable_values
)
SELECT
  customer_id AS `customer_id`,
  recency AS `days_since_last_purchase`,
  frequency AS `orders`,
  revenue AS `revenue`,
  recency_score AS `recency_score`,
  frequency_score AS `frequency_score`,
  monetary_score AS `monetary_score`,
  NULLIF('', '') AS `segment`
FROM scored_customers
