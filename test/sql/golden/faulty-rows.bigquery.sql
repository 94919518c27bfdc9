SELECT
  CAST(COUNT(*) AS INT64) AS `rows`,
  CAST(COUNT(*) - COUNT(CASE WHEN CAST(source_row.`customer_id` AS STRING) <> '' AND DATE(source_row.`ordered_at`, 'Europe/Berlin') BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' AND ABS(CAST(source_row.`total` AS FLOAT64)) <= 1.7976931348623157e+308 AND CAST(source_row.`order_id` AS STRING) <> '' AND ABS(CAST(source_row.`margin` AS FLOAT64)) <= 1.7976931348623157e+308 THEN 1 END) AS INT64) AS `rows_left_out`,
  CAST(COUNT(CASE WHEN COALESCE(CAST(source_row.`customer_id` AS STRING), '') = '' THEN 1 END) AS INT64) AS `missing_customer`,
  CAST(COUNT(CASE WHEN DATE(source_row.`ordered_at`, 'Europe/Berlin') IS NULL THEN 1 END) AS INT64) AS `missing_date`,
  CAST(COUNT(CASE WHEN NOT (DATE(source_row.`ordered_at`, 'Europe/Berlin') BETWEEN DATE '0001-01-01' AND DATE '9999-12-31') THEN 1 END) AS INT64) AS `impossible_date`,
  CAST(COUNT(CASE WHEN CAST(source_row.`total` AS FLOAT64) IS NULL THEN 1 END) AS INT64) AS `missing_amount`,
  CAST(COUNT(CASE WHEN CAST(source_row.`total` AS FLOAT64) IS NOT NULL AND NOT (ABS(CAST(source_row.`total` AS FLOAT64)) <= 1.7976931348623157e+308 OR -ABS(CAST(source_row.`total` AS FLOAT64)) < -1.7976931348623157e+308) THEN 1 END) AS INT64) AS `nan_amount`,
  CAST(COUNT(CASE WHEN -ABS(CAST(source_row.`total` AS FLOAT64)) < -1.7976931348623157e+308 THEN 1 END) AS INT64) AS `infinite_amount`,
  CAST(COUNT(CASE WHEN COALESCE(CAST(source_row.`order_id` AS STRING), '') = '' THEN 1 END) AS INT64) AS `missing_order`,
  CAST(COUNT(CASE WHEN CAST(source_row.`margin` AS FLOAT64) IS NULL THEN 1 END) AS INT64) AS `missing_margin`,
  CAST(COUNT(CASE WHEN CAST(source_row.`margin` AS FLOAT64) IS NOT NULL AND NOT (ABS(CAST(source_row.`margin` AS FLOAT64)) <= 1.7976931348623157e+308 OR -ABS(CAST(source_row.`margin` AS FLOAT64)) < -1.7976931348623157e+308) THEN 1 END) AS INT64) AS `nan_margin`,
  CAST(COUNT(CASE WHEN -ABS(CAST(source_row.`margin` AS FLOAT64)) < -1.7976931348623157e+308 THEN 1 END) AS INT64) AS `infinite_margin`
FROM `shop`.`order items` AS source_row
