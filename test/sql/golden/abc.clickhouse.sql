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
customer_values AS (
  SELECT customer_id, SUM(amount) AS total_value
  FROM transaction_lines
  GROUP BY customer_id
),
ordered_values AS (
  SELECT
    customer_id,
    total_value,
    RANK() OVER (ORDER BY total_value DESC) AS value_rank,
    COUNT(*) OVER () AS customers,
    SUM(CASE WHEN total_value > 0 THEN total_value ELSE 0 END) OVER () AS positive_total,
    COALESCE(SUM(CASE WHEN total_value > 0 THEN total_value ELSE 0 END) OVER (ORDER BY total_value DESC, customer_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS value_before
  FROM customer_values
),
ranked_values AS (
  SELECT
    customer_id,
    total_value,
    value_rank,
    customers,
    positive_total,
    value_before,
    MIN(value_before) OVER (PARTITION BY value_rank) AS value_before_equals
  FROM ordered_values
)
SELECT
  customer_id AS `customer_id`,
  toFloat64(total_value) AS `total_value`,
  CASE
    WHEN total_value <= 0 THEN 'C'
    WHEN value_rank = 1 OR toFloat64(value_before_equals) / toFloat64(positive_total) < toFloat64(0.7999999999990001) THEN 'A'
    WHEN value_rank = 1 OR toFloat64(value_before_equals) / toFloat64(positive_total) < toFloat64(0.949999999999) THEN 'B'
    ELSE 'C'
  END AS `abc_class`,
  value_rank AS `value_rank`,
  CASE WHEN positive_total > 0 THEN toFloat64(CASE WHEN total_value > 0 THEN total_value ELSE 0 END) / toFloat64(positive_total) ELSE NULL END AS `share`,
  CASE WHEN positive_total > 0 THEN toFloat64(value_before + CASE WHEN total_value > 0 THEN total_value ELSE 0 END) / toFloat64(positive_total) ELSE NULL END AS `cumulative_share`
FROM ranked_values
ORDER BY total_value DESC, customer_id
