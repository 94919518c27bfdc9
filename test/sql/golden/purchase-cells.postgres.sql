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
    CAST((MAX(day) - MIN(day)) AS BIGINT) AS recency_days,
    CAST((DATE '2025-06-30' - MIN(day)) AS BIGINT) AS age_days
  FROM purchase_days
  GROUP BY customer_id
),
customer_cells AS (
  SELECT
    frequency,
    recency_days AS cell_recency,
    age_days AS cell_age
  FROM customer_histories
)
SELECT
  frequency AS "frequency",
  cell_recency AS "recency_days",
  cell_age AS "age_days",
  CAST(COUNT(*) AS BIGINT) AS "customers"
FROM customer_cells
GROUP BY frequency, cell_recency, cell_age
