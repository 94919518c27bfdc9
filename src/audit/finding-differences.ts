import type { CustomerBaseAudit } from "./audit-result.ts";
import type { CustomerDifferences } from "./differences-result.ts";
import type { AuditFinding } from "./finding.ts";
import { finding } from "./finding-by-rule.ts";
import type { InequalityBand } from "./finding-differences-figures.ts";
import { FEWEST_FOR_TENTHS, GINI_LIMITS } from "./finding-limits.ts";

/** View 1: how the customers of the current period differ. */
export function differencesFindings({ differences, margins }: CustomerBaseAudit): readonly AuditFinding[] {
  if (differences === null) return [];
  return [
    ...sizeFindings(differences),
    ...topFindings(differences),
    ...singleOrders(differences),
    ...negativeFindings(differences, margins === "log"),
  ];
}

function sizeFindings(differences: CustomerDifferences): readonly AuditFinding[] {
  const { customers, orders, revenue, revenuePerCustomer, withoutPurchase } = differences;
  const { period, from, to } = differences.period;
  const found: AuditFinding[] =
    revenuePerCustomer === null
      ? [finding("nobody-bought", { period, from, to })]
      : [finding("size", { period, from, to, customers, orders, revenue, revenuePerCustomer })];
  if (withoutPurchase.customers > 0) {
    const { customers: people, revenue: credited } = withoutPurchase;
    found.push(finding("credit-notes-only", { people, credited, periodRevenue: revenue + credited }));
  }
  return found;
}

function topFindings({
  customers,
  deciles,
  top,
  gini,
  sortedBy,
}: CustomerDifferences): readonly AuditFinding[] {
  if (customers < FEWEST_FOR_TENTHS) return [];
  const found: AuditFinding[] = [];
  const best = deciles[0];
  if (best !== undefined && best.shareOfValue !== null) {
    found.push(finding("top-tenth", { customers: best.customers, share: best.shareOfValue, sortedBy }));
  }
  if (top.wholeCustomers !== null && top.shareOfWhole !== null) {
    const { customers: topShare, wholeCustomers, shareOfWhole } = top;
    found.push(finding("top-share", { topShare, customers: wholeCustomers, share: shareOfWhole, sortedBy }));
  }
  if (gini !== null) found.push(finding("inequality", { gini, band: bandOf(gini), sortedBy }));
  return found;
}

function bandOf(gini: number): InequalityBand {
  const [moderate, uneven, veryUneven] = GINI_LIMITS;
  if (gini < moderate) return "even";
  if (gini < uneven) return "moderate";
  return gini < veryUneven ? "uneven" : "very-uneven";
}

function singleOrders({ byOrders, customers: allCustomers }: CustomerDifferences): readonly AuditFinding[] {
  const once = byOrders.find(({ from, to }) => from === 1 && to === 1);
  if (once === undefined || once.customers === 0 || once.shareOfCustomers === null) return [];
  const { customers, shareOfCustomers, revenue } = once;
  return [finding("one-order", { customers, allCustomers, shareOfCustomers, revenue })];
}

/** With one rate for all, a margin below 0 says nothing that revenue does not. */
function negativeFindings(
  { spend, profit }: CustomerDifferences,
  ownMargins: boolean,
): readonly AuditFinding[] {
  const found: AuditFinding[] = [];
  for (const [code, distribution] of [
    ["negative-revenue", spend],
    ["negative-margin", ownMargins ? profit : null],
  ] as const) {
    if (distribution === null || distribution.negative.customers === 0) continue;
    const { customers, shareOfCustomers, value } = distribution.negative;
    if (shareOfCustomers !== null) found.push(finding(code, { customers, shareOfCustomers, value }));
  }
  return found;
}
