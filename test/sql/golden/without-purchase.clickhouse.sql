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
without_purchase AS (
  SELECT customer_id, SUM(amount) AS returned
  FROM transaction_lines
  GROUP BY customer_id
  HAVING MAX(amount) < 0
)
SELECT
  toInt64(COUNT(*)) AS `customers`,
  COALESCE(toFloat64(SUM(returned)), 0) AS `revenue`
FROM without_purchase
