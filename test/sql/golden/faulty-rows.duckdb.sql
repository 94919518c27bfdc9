SELECT
  CAST(COUNT(*) AS BIGINT) AS "rows",
  CAST(COUNT(*) - COUNT(CASE WHEN CAST(source_row."customer_id" AS VARCHAR) <> '' AND CAST(timezone('Europe/Berlin', source_row."ordered_at") AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' AND ABS(CAST(source_row."total" AS DOUBLE)) <= 1.7976931348623157e+308 AND CAST(source_row."order_id" AS VARCHAR) <> '' AND ABS(CAST(source_row."margin" AS DOUBLE)) <= 1.7976931348623157e+308 THEN 1 END) AS BIGINT) AS "rows_left_out",
  CAST(COUNT(CASE WHEN COALESCE(CAST(source_row."customer_id" AS VARCHAR), '') = '' THEN 1 END) AS BIGINT) AS "missing_customer",
  CAST(COUNT(CASE WHEN CAST(timezone('Europe/Berlin', source_row."ordered_at") AS DATE) IS NULL THEN 1 END) AS BIGINT) AS "missing_date",
  CAST(COUNT(CASE WHEN NOT (CAST(timezone('Europe/Berlin', source_row."ordered_at") AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31') THEN 1 END) AS BIGINT) AS "impossible_date",
  CAST(COUNT(CASE WHEN CAST(source_row."total" AS DOUBLE) IS NULL THEN 1 END) AS BIGINT) AS "missing_amount",
  CAST(COUNT(CASE WHEN CAST(source_row."total" AS DOUBLE) IS NOT NULL AND NOT (ABS(CAST(source_row."total" AS DOUBLE)) <= 1.7976931348623157e+308 OR -ABS(CAST(source_row."total" AS DOUBLE)) < -1.7976931348623157e+308) THEN 1 END) AS BIGINT) AS "nan_amount",
  CAST(COUNT(CASE WHEN -ABS(CAST(source_row."total" AS DOUBLE)) < -1.7976931348623157e+308 THEN 1 END) AS BIGINT) AS "infinite_amount",
  CAST(COUNT(CASE WHEN COALESCE(CAST(source_row."order_id" AS VARCHAR), '') = '' THEN 1 END) AS BIGINT) AS "missing_order",
  CAST(COUNT(CASE WHEN CAST(source_row."margin" AS DOUBLE) IS NULL THEN 1 END) AS BIGINT) AS "missing_margin",
  CAST(COUNT(CASE WHEN CAST(source_row."margin" AS DOUBLE) IS NOT NULL AND NOT (ABS(CAST(source_row."margin" AS DOUBLE)) <= 1.7976931348623157e+308 OR -ABS(CAST(source_row."margin" AS DOUBLE)) < -1.7976931348623157e+308) THEN 1 END) AS BIGINT) AS "nan_margin",
  CAST(COUNT(CASE WHEN -ABS(CAST(source_row."margin" AS DOUBLE)) < -1.7976931348623157e+308 THEN 1 END) AS BIGINT) AS "infinite_margin"
FROM "shop"."order items" AS source_row
