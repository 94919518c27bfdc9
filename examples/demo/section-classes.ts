import type { CustomerClassification } from "clientele";
import type { Analysis, Base } from "./analysis.ts";
import { remarks } from "./facts.ts";
import type { Section } from "./report.ts";
import type { Speech } from "./speech.ts";
import { sumOf } from "./sums.ts";
import { table } from "./table.ts";

/** How many customers are in which class, and what they brought. */
export function classes({ settings }: Analysis, { classification }: Base, speech: Speech): Section {
  const { texts, locale, format } = speech;
  const { terms } = locale;
  const rows = classification.classes;
  const customers = sumOf(rows.map((row) => row.customers));
  const revenue = sumOf(rows.map((row) => row.revenue));
  const columns = [
    { head: terms.class, align: "left" },
    { head: terms.customers, align: "right" },
    { head: terms.shareOfCustomers, align: "right" },
    { head: terms.revenue, align: "right" },
    { head: terms.shareOfRevenue, align: "right" },
  ] as const;
  const body = rows.map((row) => [
    locale.classification.classes[row.class],
    format.number(row.customers, 0),
    format.percent(row.shareOfCustomers),
    format.money(row.revenue),
    format.percent(row.shareOfRevenue),
  ]);
  const total = [
    terms.total,
    format.number(customers, 0),
    format.percent(1),
    format.money(revenue),
    format.percent(revenue > 0 ? 1 : null),
  ];
  const { limits } = classification;
  const rules = texts.classes.rules({
    activeFrom: format.date(limits.activeFrom),
    activeMonths: settings.activeMonths,
    newFrom: format.date(limits.newFrom),
    lostFrom: format.date(limits.lostFrom),
    regularOrders: limits.regularOrders,
    usualGap: limits.usualGap === null ? null : format.number(limits.usualGap, 0),
  });
  return {
    heading: texts.classes.heading,
    lines: [...table(columns, body, total), ...remarks([rules, ...dormantRemark(classification, speech)])],
  };
}

/** Each kind of dormant customer asks for another measure. */
function dormantRemark({ rows }: CustomerClassification, { texts, format }: Speech): string[] {
  const onceOnly = rows.filter(({ subReason }) => subReason === "one-and-done").length;
  const lapsed = rows.filter(({ subReason }) => subReason === "lapsed").length;
  if (onceOnly + lapsed === 0) return [];
  return [texts.classes.dormant(format.number(onceOnly, 0), format.number(lapsed, 0))];
}
