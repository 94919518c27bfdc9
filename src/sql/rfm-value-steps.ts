import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { type CivilDay, isoDate } from "../time/civil-day.ts";
import type { TableValue } from "./customer-value-steps.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";

/** What is added up for whom. */
export interface RfmReading {
  readonly asOf: CivilDay;
  readonly count: PurchaseCount;
  readonly value: TableValue;
  /** The condition of the window. */
  readonly inWindow: string;
}

/** From `transaction_lines` to `rfm_values`: recency, frequency and money of the customers who bought, and what is compared as monetary. */
export function rfmValueSteps(syntax: SqlSyntax, { asOf, count, value, inWindow }: RfmReading): QueryStep[] {
  const { toInteger, toDouble } = syntax;
  const orders = count === "purchases" ? "SUM(purchases)" : "SUM(CASE WHEN purchases > 0 THEN 1 ELSE 0 END)";
  const since = syntax.daysBetween("last_purchase", syntax.day(isoDate(asOf)));
  return [
    {
      name: "customer_days",
      sql: `SELECT
  customer_id,
  day,
  SUM(CASE WHEN amount >= 0 THEN 1 ELSE 0 END) AS purchases,
  SUM(amount) AS day_revenue,
  SUM(${value === "margin" ? "margin" : "amount"}) AS day_money
FROM transaction_lines${inWindow}
GROUP BY customer_id, day`,
    },
    {
      name: "customer_sums",
      sql: `SELECT
  customer_id,
  MAX(CASE WHEN purchases > 0 THEN day END) AS last_purchase,
  ${toInteger(orders)} AS frequency,
  ${toDouble("SUM(day_revenue)")} AS revenue,
  ${toDouble("SUM(day_money)")} AS money
FROM customer_days
GROUP BY customer_id
HAVING SUM(purchases) > 0`,
    },
    {
      name: "rfm_values",
      sql: `SELECT
  customer_id,
  ${toInteger(since)} AS recency,
  frequency,
  revenue,
  money,
  MAX(ABS(money)) OVER () AS largest
FROM customer_sums`,
    },
    {
      name: "rounded_values",
      sql: `SELECT\n  customer_id,\n  recency,\n  frequency,\n  revenue,\n  money,\n  ${decimals(syntax)} AS decimals\nFROM rfm_values`,
    },
    {
      name: "comparable_values",
      sql: `SELECT\n  customer_id,\n  recency,\n  frequency,\n  revenue,\n  money,\n  ${comparable(syntax)} AS monetary\nFROM rounded_values`,
    },
  ];
}

/** Beyond so many digits `rfm` leaves sums as they are. */
const MOST_DECIMALS = 22;
const DIGITS = 12;

/** How many decimals of sums mean anything: those down to the twelfth digit of the largest sum. */
function decimals({ toDouble }: SqlSyntax): string {
  const [least, most] = [`1E-${MOST_DECIMALS - DIGITS}`, `1E${MOST_DECIMALS + DIGITS}`].map(toDouble);
  // An engine may miss the logarithm of a power of ten by its last digit.
  const digits = `CEIL(LN(largest) / LN(${toDouble("10")}) - 1E-12)`;
  return `CASE WHEN largest > ${least} AND largest <= ${most} THEN ${DIGITS} - ${digits} ELSE NULL END`;
}

/** Sums without the digits in which only rounding errors of the addition stand. */
function comparable({ toDouble }: SqlSyntax): string {
  const power = `POWER(${toDouble("10")}, ABS(decimals))`;
  return `CASE
    WHEN decimals >= 0 THEN FLOOR(money * ${power} + 0.5) / ${power}
    WHEN decimals < 0 THEN FLOOR(money / ${power} + 0.5) * ${power}
    ELSE money
  END`;
}
