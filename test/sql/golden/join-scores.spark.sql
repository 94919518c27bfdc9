WITH read_rows AS (
  SELECT
    source_row.`customer_id` AS customer_id,
    CAST(source_row.`ordered_at` AS DATE) AS day,
    source_row.`total` AS amount
  FROM `orders` AS source_row
  WHERE CAST(source_row.`customer_id` AS STRING) <> ''
    AND CAST(source_row.`ordered_at` AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row.`total` AS DOUBLE)) <= 1.7976931348623157e+308
),
transaction_lines AS (
  SELECT customer_id, day, amount
  FROM read_rows
  WHERE day <= DATE '2025-06-30'
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
    CAST(COUNT(*) - 1 AS BIGINT) AS frequency,
    CAST(datediff(MAX(day), MIN(day)) AS BIGINT) AS recency_days,
    CAST(datediff(DATE '2025-06-30', MIN(day)) AS BIGINT) AS age_days
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
  AND score.`recency_days` = 7 * CAST(FLOOR((history.recency_days + 3) / 7.0) AS BIGINT)
  AND score.`age_days` = 7 * CAST(FLOOR((history.age_days + 3) / 7.0) AS BIGINT)
