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
  customer_id AS "customer_id",
  CAST(total_value AS DOUBLE) AS "total_value",
  CASE
    WHEN total_value <= 0 THEN 'C'
    WHEN value_rank = 1 OR CAST(value_before_equals AS DOUBLE) / CAST(positive_total AS DOUBLE) < CAST(0.7999999999990001 AS DOUBLE) THEN 'A'
    WHEN value_rank = 1 OR CAST(value_before_equals AS DOUBLE) / CAST(positive_total AS DOUBLE) < CAST(0.949999999999 AS DOUBLE) THEN 'B'
    ELSE 'C'
  END AS "abc_class",
  value_rank AS "value_rank",
  CASE WHEN positive_total > 0 THEN CAST(CASE WHEN total_value > 0 THEN total_value ELSE 0 END AS DOUBLE) / CAST(positive_total AS DOUBLE) ELSE NULL END AS "share",
  CASE WHEN positive_total > 0 THEN CAST(value_before + CASE WHEN total_value > 0 THEN total_value ELSE 0 END AS DOUBLE) / CAST(positive_total AS DOUBLE) ELSE NULL END AS "cumulative_share"
FROM ranked_values
ORDER BY total_value DESC, customer_id
