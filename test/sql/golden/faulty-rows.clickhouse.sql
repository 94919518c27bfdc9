SELECT
  toInt64(COUNT(*)) AS `rows`,
  toInt64(COUNT(*) - COUNT(CASE WHEN toString(source_row.`customer_id`) <> '' AND toDate32(source_row.`ordered_at`, 'Europe/Berlin') BETWEEN toDate32('1900-01-01') AND toDate32('2299-12-31') AND ABS(toFloat64(source_row.`total`)) <= 1.7976931348623157e+308 AND toString(source_row.`order_id`) <> '' AND ABS(toFloat64(source_row.`margin`)) <= 1.7976931348623157e+308 THEN 1 END)) AS `rows_left_out`,
  toInt64(COUNT(CASE WHEN COALESCE(toString(source_row.`customer_id`), '') = '' THEN 1 END)) AS `missing_customer`,
  toInt64(COUNT(CASE WHEN toDate32(source_row.`ordered_at`, 'Europe/Berlin') IS NULL THEN 1 END)) AS `missing_date`,
  toInt64(COUNT(CASE WHEN NOT (toDate32(source_row.`ordered_at`, 'Europe/Berlin') BETWEEN toDate32('1900-01-01') AND toDate32('2299-12-31')) THEN 1 END)) AS `impossible_date`,
  toInt64(COUNT(CASE WHEN toFloat64(source_row.`total`) IS NULL THEN 1 END)) AS `missing_amount`,
  toInt64(COUNT(CASE WHEN toFloat64(source_row.`total`) IS NOT NULL AND NOT (ABS(toFloat64(source_row.`total`)) <= 1.7976931348623157e+308 OR -ABS(toFloat64(source_row.`total`)) < -1.7976931348623157e+308) THEN 1 END)) AS `nan_amount`,
  toInt64(COUNT(CASE WHEN -ABS(toFloat64(source_row.`total`)) < -1.7976931348623157e+308 THEN 1 END)) AS `infinite_amount`,
  toInt64(COUNT(CASE WHEN COALESCE(toString(source_row.`order_id`), '') = '' THEN 1 END)) AS `missing_order`,
  toInt64(COUNT(CASE WHEN toFloat64(source_row.`margin`) IS NULL THEN 1 END)) AS `missing_margin`,
  toInt64(COUNT(CASE WHEN toFloat64(source_row.`margin`) IS NOT NULL AND NOT (ABS(toFloat64(source_row.`margin`)) <= 1.7976931348623157e+308 OR -ABS(toFloat64(source_row.`margin`)) < -1.7976931348623157e+308) THEN 1 END)) AS `nan_margin`,
  toInt64(COUNT(CASE WHEN -ABS(toFloat64(source_row.`margin`)) < -1.7976931348623157e+308 THEN 1 END)) AS `infinite_margin`
FROM `shop`.`order items` AS source_row
