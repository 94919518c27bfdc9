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
    CAST(DATEDIFF('day', MIN(day), MAX(day)) AS BIGINT) AS recency_days,
    CAST(DATEDIFF('day', MIN(day), DATE '2025-06-30') AS BIGINT) AS age_days
  FROM purchase_days
  GROUP BY customer_id
),
customer_cells AS (
  SELECT
    frequency,
    7 * CAST(FLOOR((recency_days + 3) / 7.0) AS BIGINT) AS cell_recency,
    7 * CAST(FLOOR((age_days + 3) / 7.0) AS BIGINT) AS cell_age
  FROM customer_histories
)
SELECT
  frequency AS "frequency",
  cell_recency AS "recency_days",
  cell_age AS "age_days",
  CAST(COUNT(*) AS BIGINT) AS "customers"
FROM customer_cells
GROUP BY frequency, cell_recency, cell_age
