WITH read_rows AS (
  SELECT
    source_row.`customer_id` AS customer_id,
    CAST(source_row.`ordered_at` AS DATE) AS day,
    source_row.`total` AS amount
  FROM `orders` AS source_row
  WHERE CAST(source_row.`customer_id` AS STRING) <> ''
    AND CAST(source_row.`ordered_at` AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row.`total` AS FLOAT64)) <= 1.7976931348623157e+308
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
    CAST(SUM(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS INT64) AS days,
    CAST(SUM(purchases) AS INT64) AS orders,
    CAST(SUM(CASE WHEN day = first_day THEN purchases ELSE 0 END) AS INT64) AS first_orders,
    COALESCE(CAST(SUM(CASE WHEN day = first_day THEN purchased END) AS FLOAT64), 0) AS first_amount,
    COALESCE(CAST(SUM(CASE WHEN day > first_day THEN purchased END) AS FLOAT64), 0) AS later_amount,
    CAST(SUM(netted) AS FLOAT64) AS net_amount,
    CAST(SUM(moved) AS FLOAT64) AS moved_amount,
    CAST(SUM(lines_of_day) AS FLOAT64) AS lines_of_customer
  FROM dated_days
  WHERE first_day IS NOT NULL
  GROUP BY customer_id, first_day
),
customer_histories AS (
  SELECT
    customer_id,
    days - 1 AS frequency,
    CAST(DATE_DIFF(last_day, first_day, DAY) AS INT64) AS recency_days,
    CAST(DATE_DIFF(DATE '2025-06-30', first_day, DAY) AS INT64) AS age_days,
    COALESCE(later_amount / NULLIF(CAST(days - 1 AS FLOAT64), 0), 0) AS monetary_value,
    orders,
    CASE WHEN ABS(net_amount) <= lines_of_customer * 2.220446049250313e-16 * moved_amount THEN CAST(0 AS FLOAT64) ELSE net_amount END AS revenue,
    first_day AS first_purchase,
    last_day AS last_purchase
  FROM customer_sums
)
SELECT
  history.customer_id AS `customer_id`,
  history.frequency AS `frequency`,
  history.recency_days AS `recency_days`,
  history.age_days AS `age_days`,
  score.`probability_alive` AS `probability_alive`,
  score.`expected_purchases` AS `expected_purchases`,
  score.`discounted_purchases` AS `discounted_purchases`,
  history.monetary_value AS `monetary_value`,
  CAST(6.25e+0 AS FLOAT64) * (CAST(1.544e+1 AS FLOAT64) + CAST(history.frequency AS FLOAT64) * history.monetary_value) / (CAST(6.25e+0 AS FLOAT64) * CAST(history.frequency AS FLOAT64) + CAST(3.74e+0 AS FLOAT64) - 1) AS `expected_spend`,
  score.`discounted_purchases` * CAST(6.25e+0 AS FLOAT64) * (CAST(1.544e+1 AS FLOAT64) + CAST(history.frequency AS FLOAT64) * history.monetary_value) / (CAST(6.25e+0 AS FLOAT64) * CAST(history.frequency AS FLOAT64) + CAST(3.74e+0 AS FLOAT64) - 1) * CAST(3e-1 AS FLOAT64) AS `lifetime_value`
FROM customer_histories AS history
LEFT JOIN `shop`.`scores` AS score
  ON score.`frequency` = history.frequency
  AND score.`recency_days` = history.recency_days
  AND score.`age_days` = history.age_days
