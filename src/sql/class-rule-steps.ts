import { type ClassReason, classOfReason, dormantSubReason } from "../classification/class-reason.ts";
import type { Limits } from "../classification/classification-limits.ts";
import { isoDate } from "../time/civil-day.ts";
import type { QueryStep } from "./query.ts";
import type { SqlSyntax } from "./syntax.ts";
import { writtenDay } from "./table-day.ts";

/** From sums, comebacks and gaps to `classified_customers`. */
export function classSteps(syntax: SqlSyntax, limits: Limits): QueryStep[] {
  return [gathered(), reasoned(syntax, limits), classified(syntax, limits)];
}

/** All that the rules look at, side by side; 0 days stand for none, since no gap is so short. */
function gathered(): QueryStep {
  const sums = [
    "customer_id",
    "first_purchase",
    "last_purchase",
    "all_purchases",
    "purchases_in_window",
    "revenue",
    "revenue_in_window",
    "revenue_before",
    "turnover_before",
  ];
  const columns = [
    ...sums.map((name) => `s.${name} AS ${name}`),
    "c.returned_on AS returned_on",
    "COALESCE(c.silent_days, 0) AS silent_days",
    "COALESCE(g.own_gap, 0) AS own_gap",
    "b.usual_gap_of_base AS usual_gap_of_base",
  ];
  return {
    name: "customer_facts",
    sql: `SELECT\n  ${columns.join(",\n  ")}\nFROM customer_sums s\nCROSS JOIN base_gap b\nLEFT JOIN comebacks c ON s.customer_id = c.customer_id\nLEFT JOIN own_gaps g ON s.customer_id = g.customer_id`,
  };
}

/** The same tolerance as in `classifyCustomers`: a difference below this share of the turnover is none. */
const ROUNDING = 1e-9;

/** The rules in their fixed order: the first that fits decides. */
function reasoned({ day, toDouble, daysBetween }: SqlSyntax, limits: Limits): QueryStep {
  const { regularOrders, overdueFactor, declineRatio, asOf } = limits;
  const gap = "CASE WHEN own_gap > 0 THEN own_gap ELSE usual_gap_of_base END";
  const rounding = `${toDouble(String(ROUNDING))} * turnover_before`;
  const rules: readonly (readonly [string, ClassReason])[] = [
    ["all_purchases = 0", "no-purchase"],
    [`last_purchase <= ${day(writtenDay(limits.beforeLost))}`, "long-silence"],
    [`last_purchase <= ${day(writtenDay(limits.beforeActive))}`, "silence"],
    [
      `first_purchase > ${day(writtenDay(limits.beforeNew))} AND all_purchases < ${regularOrders}`,
      "recent-first-purchase",
    ],
    ["silent_days > 0", "back-after-silence"],
    [
      `${gap} > 0 AND ${daysBetween("last_purchase", day(isoDate(asOf)))} > ${toDouble(String(overdueFactor))} * ${gap}`,
      "overdue",
    ],
    [
      `revenue_before > ${rounding} AND revenue_in_window < ${toDouble(String(declineRatio))} * revenue_before - ${rounding}`,
      "revenue-drop",
    ],
    [`purchases_in_window >= ${regularOrders}`, "frequent-purchases"],
  ];
  const cases = rules.map(([condition, reason]) => `WHEN ${condition} THEN '${reason}'`);
  return {
    name: "reasons",
    sql: `SELECT\n  customer_facts.*,\n  CASE WHEN all_purchases > 0 THEN ${gap} ELSE 0 END AS gap_days,\n  CASE\n    ${cases.join("\n    ")}\n    ELSE 'active'\n  END AS reason\nFROM customer_facts`,
  };
}

/** The reasons that an engine can find. */
const REASONS: readonly ClassReason[] = [
  "no-purchase",
  "long-silence",
  "silence",
  "recent-first-purchase",
  "back-after-silence",
  "overdue",
  "revenue-drop",
  "frequent-purchases",
  "active",
];

function classified({ day, toInteger, daysBetween }: SqlSyntax, { asOf }: Limits): QueryStep {
  const classes = REASONS.map((reason) => `WHEN reason = '${reason}' THEN '${classOfReason(reason)}'`);
  const silence = toInteger(daysBetween("last_purchase", day(isoDate(asOf))));
  const columns = [
    "customer_id",
    `CASE\n    ${classes.join("\n    ")}\n  END AS customer_class`,
    "reason",
    `CASE WHEN reason = 'silence' AND all_purchases = 1 THEN '${dormantSubReason("silence", 1)}' WHEN reason = 'silence' THEN '${dormantSubReason("silence", 2)}' ELSE NULL END AS sub_reason`,
    "first_purchase",
    "last_purchase",
    "all_purchases AS purchases",
    "purchases_in_window",
    `CASE WHEN all_purchases > 0 THEN ${silence} ELSE NULL END AS silence_days`,
    "CASE WHEN gap_days > 0 THEN gap_days ELSE NULL END AS usual_gap",
    "CASE WHEN gap_days > 0 AND own_gap > 0 THEN 'own' WHEN gap_days > 0 THEN 'base' ELSE NULL END AS usual_gap_of",
    "revenue",
    "revenue_in_window",
    "revenue_before",
    "CASE WHEN silent_days > 0 THEN returned_on ELSE NULL END AS back_on",
    "CASE WHEN silent_days > 0 THEN silent_days ELSE NULL END AS back_after_days",
  ];
  return { name: "classified_customers", sql: `SELECT\n  ${columns.join(",\n  ")}\nFROM reasons` };
}
