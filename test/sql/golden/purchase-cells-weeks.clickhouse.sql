WITH read_rows AS (
  SELECT
    source_row.`customer_id` AS customer_id,
    toDate32(source_row.`ordered_at`, 'Europe/Berlin') AS day,
    source_row.`total` AS amount,
    source_row.`margin` AS margin,
    source_row.`order_id` AS order_id
  FROM `shop`.`order items` AS source_row
  WHERE toString(source_row.`customer_id`) <> ''
    AND toDate32(source_row.`ordered_at`, 'Europe/Berlin') BETWEEN toDate32('1900-01-01') AND toDate32('2299-12-31')
    AND ABS(toFloat64(source_row.`total`)) <= 1.7976931348623157e+308
    AND toString(source_row.`order_id`) <> ''
    AND ABS(toFloat64(source_row.`margin`)) <= 1.7976931348623157e+308
),
order_lines AS (
  SELECT customer_id, MIN(day) AS day, SUM(amount) AS amount, SUM(margin) AS margin
  FROM read_rows
  GROUP BY customer_id, order_id
),
transaction_lines AS (
  SELECT customer_id, day, amount, margin
  FROM order_lines
  WHERE day <= toDate32('2025-06-30') AND amount >= 0
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
    toInt64(COUNT(*) - 1) AS frequency,
    toInt64(dateDiff('day', MIN(day), MAX(day))) AS recency_days,
    toInt64(dateDiff('day', MIN(day), toDate32('2025-06-30'))) AS age_days
  FROM purchase_days
  GROUP BY customer_id
),
customer_cells AS (
  SELECT
    frequency,
    7 * toInt64(FLOOR((recency_days + 3) / 7.0)) AS cell_recency,
    7 * toInt64(FLOOR((age_days + 3) / 7.0)) AS cell_age
  FROM customer_histories
)
SELECT
  frequency AS `frequency`,
  cell_recency AS `recency_days`,
  cell_age AS `age_days`,
  toInt64(COUNT(*)) AS `customers`
FROM customer_cells
GROUP BY frequency, cell_recency, cell_age
