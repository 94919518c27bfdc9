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
last_purchases AS (
  SELECT customer_id, MAX(day) AS last_purchase
  FROM transaction_lines
  WHERE amount >= 0
  GROUP BY customer_id
),
counted AS (
  SELECT CAST(COALESCE(SUM(CASE WHEN last_purchase > DATE '2024-06-30' THEN 1 ELSE 0 END), 0) AS BIGINT) AS active_now, COUNT(*) AS ever_bought
  FROM last_purchases
)
SELECT
  active_now AS "active_customers",
  ever_bought AS "buyers",
  CASE WHEN ever_bought > 0 THEN CAST(active_now AS DOUBLE) / CAST(ever_bought AS DOUBLE) ELSE NULL END AS "share"
FROM counted
