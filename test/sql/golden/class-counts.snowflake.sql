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
customer_days AS (
  SELECT
    customer_id,
    day,
    SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
    SUM(amount) AS day_revenue,
    SUM(ABS(amount)) AS day_turnover
  FROM transaction_lines
  GROUP BY customer_id, day
),
purchase_days AS (
  SELECT
    customer_id,
    day,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day) AS place,
    CAST(DATEDIFF('day', MAX(day) OVER (PARTITION BY customer_id ORDER BY day ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING), day) AS BIGINT) AS gap
  FROM customer_days
  WHERE purchases > 0
),
customer_sums AS (
  SELECT
    customer_id,
    MIN(CASE WHEN purchases > 0 THEN day END) AS first_purchase,
    MAX(CASE WHEN purchases > 0 THEN day END) AS last_purchase,
    CAST(SUM(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS BIGINT) AS all_purchases,
    CAST(SUM(CASE WHEN day > DATE '2024-06-30' THEN CASE WHEN purchases > 0 THEN 1 ELSE 0 END ELSE 0 END) AS BIGINT) AS purchases_in_window,
    CAST(SUM(day_revenue) AS DOUBLE) AS revenue,
    CAST(SUM(CASE WHEN day > DATE '2024-06-30' THEN day_revenue ELSE 0 END) AS DOUBLE) AS revenue_in_window,
    CAST(SUM(CASE WHEN day > DATE '2023-06-30' AND NOT day > DATE '2024-06-30' THEN day_revenue ELSE 0 END) AS DOUBLE) AS revenue_before,
    CAST(SUM(CASE WHEN day > DATE '2023-06-30' AND NOT day > DATE '2024-06-30' THEN day_turnover ELSE 0 END) AS DOUBLE) AS turnover_before
  FROM customer_days
  GROUP BY customer_id
),
comeback_days AS (
  SELECT
    customer_id,
    day,
    gap,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day DESC) AS from_last
  FROM purchase_days
  WHERE place > 1 AND day > DATE '2025-03-30' AND gap >= 365
),
comebacks AS (
  SELECT customer_id, day AS returned_on, gap AS silent_days
  FROM comeback_days
  WHERE from_last = 1
),
gaps AS (
  SELECT
    customer_id,
    gap,
    ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY gap) AS own_place,
    COUNT(*) OVER (PARTITION BY customer_id) AS own_count,
    ROW_NUMBER() OVER (ORDER BY gap) AS base_place,
    COUNT(*) OVER () AS base_count
  FROM purchase_days
  WHERE place > 1
),
own_gaps AS (
  SELECT customer_id, CAST(SUM(gap) AS DOUBLE) / COUNT(*) AS own_gap
  FROM gaps
  WHERE own_count >= 2 AND 2 * own_place >= own_count AND 2 * own_place <= own_count + 2
  GROUP BY customer_id
),
base_gap AS (
  SELECT CASE WHEN COUNT(*) > 0 THEN CAST(SUM(gap) AS DOUBLE) / NULLIF(COUNT(*), 0) ELSE 0 END AS usual_gap_of_base
  FROM gaps
  WHERE 2 * base_place >= base_count AND 2 * base_place <= base_count + 2
),
customer_facts AS (
  SELECT
    s.customer_id AS customer_id,
    s.first_purchase AS first_purchase,
    s.last_purchase AS last_purchase,
    s.all_purchases AS all_purchases,
    s.purchases_in_window AS purchases_in_window,
    s.revenue AS revenue,
    s.revenue_in_window AS revenue_in_window,
    s.revenue_before AS revenue_before,
    s.turnover_before AS turnover_before,
    c.returned_on AS returned_on,
    COALESCE(c.silent_days, 0) AS silent_days,
    COALESCE(g.own_gap, 0) AS own_gap,
    b.usual_gap_of_base AS usual_gap_of_base
  FROM customer_sums s
  CROSS JOIN base_gap b
  LEFT JOIN comebacks c ON s.customer_id = c.customer_id
  LEFT JOIN own_gaps g ON s.customer_id = g.customer_id
),
reasons AS (
  SELECT
    customer_facts.*,
    CASE WHEN all_purchases > 0 THEN CASE WHEN own_gap > 0 THEN own_gap ELSE usual_gap_of_base END ELSE 0 END AS gap_days,
    CASE
      WHEN all_purchases = 0 THEN 'no-purchase'
      WHEN last_purchase <= DATE '2023-06-30' THEN 'long-silence'
      WHEN last_purchase <= DATE '2024-06-30' THEN 'silence'
      WHEN first_purchase > DATE '2025-03-30' AND all_purchases < 3 THEN 'recent-first-purchase'
      WHEN silent_days > 0 THEN 'back-after-silence'
      WHEN CASE WHEN own_gap > 0 THEN own_gap ELSE usual_gap_of_base END > 0 AND DATEDIFF('day', last_purchase, DATE '2025-06-30') > CAST(2 AS DOUBLE) * CASE WHEN own_gap > 0 THEN own_gap ELSE usual_gap_of_base END THEN 'overdue'
      WHEN revenue_before > CAST(1e-9 AS DOUBLE) * turnover_before AND revenue_in_window < CAST(0.5 AS DOUBLE) * revenue_before - CAST(1e-9 AS DOUBLE) * turnover_before THEN 'revenue-drop'
      WHEN purchases_in_window >= 3 THEN 'frequent-purchases'
      ELSE 'active'
    END AS reason
  FROM customer_facts
),
classified_customers AS (
  SELECT
    customer_id,
    CASE
      WHEN reason = 'no-purchase' THEN 'prospect'
      WHEN reason = 'long-silence' THEN 'lost'
      WHEN reason = 'silence' THEN 'dormant'
      WHEN reason = 'recent-first-purchase' THEN 'new'
      WHEN reason = 'back-after-silence' THEN 'reactivated'
      WHEN reason = 'overdue' THEN 'declining'
      WHEN reason = 'revenue-drop' THEN 'declining'
      WHEN reason = 'frequent-purchases' THEN 'regular'
      WHEN reason = 'active' THEN 'existing'
    END AS customer_class,
    reason,
    CASE WHEN reason = 'silence' AND all_purchases = 1 THEN 'one-and-done' WHEN reason = 'silence' THEN 'lapsed' ELSE NULL END AS sub_reason,
    first_purchase,
    last_purchase,
    all_purchases AS purchases,
    purchases_in_window,
    CASE WHEN all_purchases > 0 THEN CAST(DATEDIFF('day', last_purchase, DATE '2025-06-30') AS BIGINT) ELSE NULL END AS silence_days,
    CASE WHEN gap_days > 0 THEN gap_days ELSE NULL END AS usual_gap,
    CASE WHEN gap_days > 0 AND own_gap > 0 THEN 'own' WHEN gap_days > 0 THEN 'base' ELSE NULL END AS usual_gap_of,
    revenue,
    revenue_in_window,
    revenue_before,
    CASE WHEN silent_days > 0 THEN returned_on ELSE NULL END AS back_on,
    CASE WHEN silent_days > 0 THEN silent_days ELSE NULL END AS back_after_days
  FROM reasons
),
classes AS (
  SELECT 0 AS place, 'prospect' AS class_name
  UNION ALL SELECT 1, 'new'
  UNION ALL SELECT 2, 'existing'
  UNION ALL SELECT 3, 'regular'
  UNION ALL SELECT 4, 'declining'
  UNION ALL SELECT 5, 'reactivated'
  UNION ALL SELECT 6, 'dormant'
  UNION ALL SELECT 7, 'lost'
),
class_sums AS (
  SELECT customer_class, COUNT(*) AS members, SUM(revenue) AS brought
  FROM classified_customers
  GROUP BY customer_class
),
filled_classes AS (
  SELECT
    c.place AS place,
    c.class_name AS class_name,
    COALESCE(s.members, 0) AS class_customers,
    COALESCE(s.brought, 0) AS class_revenue
  FROM classes c
  LEFT JOIN class_sums s ON c.class_name = s.customer_class
),
shared_classes AS (
  SELECT
    place,
    class_name,
    class_customers,
    class_revenue,
    CAST(SUM(class_customers) OVER () AS BIGINT) AS all_customers,
    SUM(class_revenue) OVER () AS all_revenue
  FROM filled_classes
)
SELECT
  class_name AS "customer_class",
  class_customers AS "customers",
  CASE WHEN all_customers > 0 THEN CAST(class_customers AS DOUBLE) / CAST(all_customers AS DOUBLE) ELSE NULL END AS "share_of_customers",
  class_revenue AS "revenue",
  CASE WHEN all_revenue > 0 THEN CAST(class_revenue AS DOUBLE) / CAST(all_revenue AS DOUBLE) ELSE NULL END AS "share_of_revenue"
FROM shared_classes
ORDER BY place
