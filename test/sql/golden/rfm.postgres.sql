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
customer_days AS (
  SELECT
    customer_id,
    day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(amount) AS day_revenue,
    SUM(amount) AS day_money
  FROM transaction_lines
  GROUP BY customer_id, day
),
customer_sums AS (
  SELECT
    customer_id,
    MAX(CASE WHEN purchases > 0 THEN day END) AS last_purchase,
    CAST(SUM(purchases) AS BIGINT) AS frequency,
    CAST(SUM(day_revenue) AS DOUBLE PRECISION) AS revenue,
    CAST(SUM(day_money) AS DOUBLE PRECISION) AS money
  FROM customer_days
  GROUP BY customer_id
  HAVING SUM(purchases) > 0
),
rfm_values AS (
  SELECT
    customer_id,
    CAST((DATE '2025-06-30' - last_purchase) AS BIGINT) AS recency,
    frequency,
    revenue,
    money,
    MAX(ABS(money)) OVER () AS largest
  FROM customer_sums
),
rounded_values AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    CASE WHEN largest > CAST(1E-10 AS DOUBLE PRECISION) AND largest <= CAST(1E34 AS DOUBLE PRECISION) THEN 12 - CEIL(LN(largest) / LN(CAST(10 AS DOUBLE PRECISION)) - 1E-12) ELSE NULL END AS decimals
  FROM rfm_values
),
comparable_values AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    CASE
      WHEN decimals >= 0 THEN FLOOR(money * POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals)) + 0.5) / POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals))
      WHEN decimals < 0 THEN FLOOR(money / POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals)) + 0.5) * POWER(CAST(10 AS DOUBLE PRECISION), ABS(decimals))
      ELSE money
    END AS monetary
  FROM rounded_values
),
ranked_values AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    COUNT(*) OVER () AS group_size,
    RANK() OVER (ORDER BY recency) - 1 AS recency_below,
    RANK() OVER (ORDER BY frequency) - 1 AS frequency_below,
    RANK() OVER (ORDER BY monetary) - 1 AS monetary_below
  FROM comparable_values
),
scored_customers AS (
  SELECT
    customer_id,
    recency,
    frequency,
    revenue,
    money,
    monetary,
    CASE
      WHEN 5 * recency_below > 4 * (group_size - 1) THEN 1
      WHEN 5 * recency_below > 3 * (group_size - 1) THEN 2
      WHEN 5 * recency_below > 2 * (group_size - 1) THEN 3
      WHEN 5 * recency_below > 1 * (group_size - 1) THEN 4
      ELSE 5
    END AS recency_score,
    CASE
      WHEN 5 * frequency_below > 4 * (group_size - 1) THEN 5
      WHEN 5 * frequency_below > 3 * (group_size - 1) THEN 4
      WHEN 5 * frequency_below > 2 * (group_size - 1) THEN 3
      WHEN 5 * frequency_below > 1 * (group_size - 1) THEN 2
      ELSE 1
    END AS frequency_score,
    CASE
      WHEN 5 * monetary_below > 4 * (group_size - 1) THEN 5
      WHEN 5 * monetary_below > 3 * (group_size - 1) THEN 4
      WHEN 5 * monetary_below > 2 * (group_size - 1) THEN 3
      WHEN 5 * monetary_below > 1 * (group_size - 1) THEN 2
      ELSE 1
    END AS monetary_score
  FROM ranked_values
)
SELECT
  customer_id AS "customer_id",
  recency AS "days_since_last_purchase",
  frequency AS "orders",
  revenue AS "revenue",
  recency_score AS "recency_score",
  frequency_score AS "frequency_score",
  monetary_score AS "monetary_score",
  CASE
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (445, 454, 455, 525, 534, 535, 543, 544, 545, 552, 553, 554, 555) THEN 'champions'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (325, 334, 335, 343, 344, 345, 352, 353, 354, 355, 425, 434, 435, 443, 444, 452, 453, 514, 515, 523, 524, 532, 533, 541, 542, 551) THEN 'loyal'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (314, 315, 323, 324, 332, 333, 341, 342, 351, 412, 413, 414, 415, 421, 422, 423, 424, 431, 432, 433, 441, 442, 451, 512, 513, 521, 522, 531) THEN 'potential-loyalist'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (511) THEN 'recent'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (311, 411) THEN 'promising'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (212, 213, 214, 215, 221, 222, 223, 224, 231, 232, 233, 241, 242, 251, 312, 313, 321, 322, 331) THEN 'needs-attention'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (211) THEN 'about-to-sleep'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (114, 115, 123, 124, 132, 133, 141, 142, 151, 225, 234, 235, 243, 244, 245, 252, 253, 254, 255) THEN 'at-risk'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (125, 134, 135, 143, 144, 145, 152, 153, 154, 155) THEN 'cant-lose'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (112, 113, 121, 122, 131) THEN 'hibernating'
    WHEN 100 * recency_score + 10 * frequency_score + monetary_score IN (111) THEN 'lost'
    ELSE NULL
  END AS "segment"
FROM scored_customers
