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
without_purchase AS (
  SELECT customer_id, SUM(amount) AS returned
  FROM transaction_lines
  GROUP BY customer_id
  HAVING MAX(amount) < 0
)
SELECT
  CAST(COUNT(*) AS BIGINT) AS "customers",
  COALESCE(CAST(SUM(returned) AS DOUBLE PRECISION), 0) AS "revenue"
FROM without_purchase
