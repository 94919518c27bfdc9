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
last_purchases AS (
  SELECT customer_id, MAX(day) AS last_purchase
  FROM transaction_lines
  WHERE amount >= 0
  GROUP BY customer_id
),
counted AS (
  SELECT toInt64(COALESCE(SUM(CASE WHEN last_purchase > toDate32('2024-06-30') THEN 1 ELSE 0 END), 0)) AS active_now, COUNT(*) AS ever_bought
  FROM last_purchases
)
SELECT
  active_now AS `active_customers`,
  ever_bought AS `buyers`,
  CASE WHEN ever_bought > 0 THEN toFloat64(active_now) / toFloat64(ever_bought) ELSE NULL END AS `share`
FROM counted
