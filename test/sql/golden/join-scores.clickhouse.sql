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
purchase_days AS (
  SELECT customer_id, day, COUNT(*) AS purchases
  FROM transaction_lines
  WHERE amount >= 0
  GROUP BY customer_id, day
),
customer_histories AS (
  SELECT
    customer_id,
    toInt64(COUNT(*) - 1) AS frequency,
    toInt64(dateDiff('day', MIN(day), MAX(day))) AS recency_days,
    toInt64(dateDiff('day', MIN(day), toDate32('2025-06-30'))) AS age_days
  FROM purchase_days
  GROUP BY customer_id
)
SELECT
  history.customer_id AS `customer_id`,
  history.frequency AS `frequency`,
  history.recency_days AS `recency_days`,
  history.age_days AS `age_days`,
  score.`probability_alive` AS `probability_alive`,
  score.`expected_purchases` AS `expected_purchases`,
  score.`discounted_purchases` AS `discounted_purchases`
FROM customer_histories AS history
LEFT JOIN `scores` AS score
  ON score.`frequency` = history.frequency
  AND score.`recency_days` = 7 * toInt64(FLOOR((history.recency_days + 3) / 7.0))
  AND score.`age_days` = 7 * toInt64(FLOOR((history.age_days + 3) / 7.0))
SETTINGS join_use_nulls = 1
