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
customer_days AS (
  SELECT
    customer_id,
    day,
    COUNT(*) AS lines_of_day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(CASE WHEN amount >= 0 THEN amount END) AS purchased,
    SUM(amount) AS netted,
    SUM(ABS(amount)) AS moved,
    SUM(margin) AS earned
  FROM transaction_lines
  GROUP BY customer_id, day
),
dated_days AS (
  SELECT
    customer_id,
    day,
    MIN(CASE WHEN purchases > 0 THEN day END) OVER (PARTITION BY customer_id) AS first_day,
    lines_of_day,
    purchases,
    purchased,
    netted,
    moved,
    earned
  FROM customer_days
),
customer_sums AS (
  SELECT
    customer_id,
    first_day,
    MAX(CASE WHEN purchases > 0 THEN day END) AS last_day,
    toInt64(SUM(CASE WHEN purchases > 0 THEN 1 ELSE 0 END)) AS days,
    toInt64(SUM(purchases)) AS orders,
    toInt64(SUM(CASE WHEN day = first_day THEN purchases ELSE 0 END)) AS first_orders,
    COALESCE(toFloat64(SUM(CASE WHEN day = first_day THEN purchased END)), 0) AS first_amount,
    COALESCE(toFloat64(SUM(CASE WHEN day > first_day THEN purchased END)), 0) AS later_amount,
    toFloat64(SUM(netted)) AS net_amount,
    toFloat64(SUM(moved)) AS moved_amount,
    toFloat64(SUM(lines_of_day)) AS lines_of_customer,
    toFloat64(SUM(earned)) AS margin_amount
  FROM dated_days
  WHERE first_day IS NOT NULL
  GROUP BY customer_id, first_day
),
customer_histories AS (
  SELECT
    customer_id,
    orders - 1 AS frequency,
    toInt64(dateDiff('day', first_day, last_day)) AS recency_days,
    toInt64(dateDiff('day', first_day, toDate32('2025-06-30'))) AS age_days,
    COALESCE((later_amount + first_amount * toFloat64(first_orders - 1) / toFloat64(first_orders)) / NULLIF(toFloat64(orders - 1), 0), 0) AS monetary_value,
    orders,
    CASE WHEN ABS(net_amount) <= lines_of_customer * 2.220446049250313e-16 * moved_amount THEN toFloat64(0) ELSE net_amount END AS revenue,
    margin_amount AS margin,
    first_day AS first_purchase,
    last_day AS last_purchase
  FROM customer_sums
)
SELECT
  customer_id AS `customer_id`,
  frequency AS `frequency`,
  recency_days AS `recency_days`,
  age_days AS `age_days`,
  monetary_value AS `monetary_value`,
  orders AS `orders`,
  revenue AS `revenue`,
  margin AS `margin`,
  first_purchase AS `first_purchase`,
  last_purchase AS `last_purchase`
FROM customer_histories
