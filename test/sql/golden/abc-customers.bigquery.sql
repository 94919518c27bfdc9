WITH read_rows AS (
  SELECT
    source_row.`customer_id` AS customer_id,
    DATE(source_row.`ordered_at`, 'Europe/Berlin') AS day,
    source_row.`total` AS amount,
    source_row.`margin` AS margin,
    source_row.`order_id` AS order_id
  FROM `shop`.`order items` AS source_row
  WHERE CAST(source_row.`customer_id` AS STRING) <> ''
    AND DATE(source_row.`ordered_at`, 'Europe/Berlin') BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
    AND ABS(CAST(source_row.`total` AS FLOAT64)) <= 1.7976931348623157e+308
    AND CAST(source_row.`order_id` AS STRING) <> ''
    AND ABS(CAST(source_row.`margin` AS FLOAT64)) <= 1.7976931348623157e+308
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
customer_values AS (
  SELECT customer_id, SUM(margin) AS total_value
  FROM transaction_lines
  WHERE day > DATE '2024-06-30'
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
  CAST(total_value AS FLOAT64) AS `total_value`,
  CASE
    WHEN total_value <= 0 THEN 'C'
    WHEN CAST(value_rank - 1 AS FLOAT64) / CAST(customers AS FLOAT64) < CAST(0.099999999999 AS FLOAT64) THEN 'A'
    WHEN 1 = 1 THEN 'B'
    ELSE 'C'
  END AS `abc_class`,
  value_rank AS `value_rank`,
  CASE WHEN positive_total > 0 THEN CAST(CASE WHEN total_value > 0 THEN total_value ELSE 0 END AS FLOAT64) / CAST(positive_total AS FLOAT64) ELSE NULL END AS `share`,
  CASE WHEN positive_total > 0 THEN CAST(value_before + CASE WHEN total_value > 0 THEN total_value ELSE 0 END AS FLOAT64) / CAST(positive_total AS FLOAT64) ELSE NULL END AS `cumulative_share`
FROM ranked_values
ORDER BY total_value DESC, customer_id
