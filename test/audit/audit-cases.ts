import { auditCustomerBase } from "../../src/audit/audit-customer-base.ts";
import type { AuditOptions } from "../../src/audit/audit-options.ts";
import type { CustomerBaseAudit } from "../../src/audit/audit-result.ts";
import type { FindingCode, FindingOf } from "../../src/audit/finding.ts";
import { auditFindings } from "../../src/audit/finding-list.ts";
import type { AuditLocale } from "../../src/audit/labels.ts";
import { de } from "../../src/locales/de.ts";
import { deAudit } from "../../src/locales/de-audit.ts";
import { en } from "../../src/locales/en.ts";
import { enAudit } from "../../src/locales/en-audit.ts";
import type { CustomerId } from "../../src/rows/customer-id.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";

export const english: AuditLocale = { format: en.format, audit: enAudit };
export const german: AuditLocale = { format: de.format, audit: deAudit };

/** Customer, day, amount, and margin if there is one. */
export type AuditRow = readonly [CustomerId, string, number, number?];

export function audited(rows: readonly AuditRow[], options: AuditOptions = {}): CustomerBaseAudit {
  const withMargins = rows.some(([, , , margin]) => margin !== undefined);
  const log = transactionLog(
    rows.map(([customerId, date, amount, margin = 0]) => ({ customerId, date, amount, margin })),
    withMargins ? { margin: "margin" } : {},
  );
  return auditCustomerBase(log, options);
}

/** Three years of a few customers, with everything that may happen to one. */
export const smallRows: readonly AuditRow[] = [
  ["A", "2022-03-01", 100],
  ["B", "2022-05-01", 60],
  ["C", "2022-06-01", 40],
  ["D", "2023-01-10", 80],
  ["E", "2023-02-10", 50],
  ["A", "2023-04-01", 300],
  ["B", "2023-05-01", 20],
  ["A", "2024-02-01", 900],
  ["C", "2024-03-01", 35.5],
  ["D", "2024-04-01", 20],
  ["D", "2024-04-03", -30],
  ["F", "2024-07-01", 312.25],
  ["F", "2024-08-01", 1000],
  ["G", "2024-12-30", -5],
  ["A", "2025-01-15", 10],
];

export const smallAudit: CustomerBaseAudit = audited(smallRows, { asOf: "2025-02-01" });

/** One purchase of each amount by a customer of its own, in one year. */
export function buyersOf(amounts: readonly number[], year = 2024, prefix = ""): AuditRow[] {
  return amounts.map((amount, k): AuditRow => [`${prefix}${k}`, `${year}-06-15`, amount]);
}

/** All findings with one code. */
export function findingsOf<Code extends FindingCode>(
  audit: CustomerBaseAudit,
  code: Code,
): readonly FindingOf<Code>[] {
  return auditFindings(audit).filter((finding) => finding.code === code) as unknown as FindingOf<Code>[];
}

export function codesOf(audit: CustomerBaseAudit): readonly FindingCode[] {
  return auditFindings(audit).map(({ code }) => code);
}
