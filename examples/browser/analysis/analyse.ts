import {
  type AbcAnalysis,
  abcClasses,
  auditCustomerBase,
  type CalendarPeriod,
  type CohortRetention,
  type CustomerBaseAudit,
  type CustomerClassification,
  type CustomerSummaries,
  classifyCustomers,
  cohortRetention,
  type KeyAccounts,
  keyAccounts,
  summarizeCustomers,
  type TransactionLog,
} from "clientele";
import { CLASS_MONTHS } from "./class-months.ts";
import { type Outlook, outlookOf } from "./outlook.ts";
import type { Step } from "./steps.ts";

/** All that the library says of a customer base, as of the last day of its orders. */
export interface Analysis {
  readonly log: TransactionLog;
  readonly customers: CustomerSummaries;
  readonly classification: CustomerClassification;
  readonly abc: AbcAnalysis;
  readonly accounts: KeyAccounts;
  readonly cohorts: CohortRetention;
  /** `null` if the data are too poor for the models. */
  readonly outlook: Outlook | null;
  readonly audit: CustomerBaseAudit;
}

/** Runs the library's verbs over a log that holds purchases, and says before each which one begins. */
export function analyse(
  log: TransactionLog,
  customers: CustomerSummaries,
  begin: (step: Step) => void,
): Analysis {
  begin("classes");
  const classification = classifyCustomers(log, {
    newWithin: { months: CLASS_MONTHS.recent },
    activeWindow: { months: CLASS_MONTHS.active },
    lostAfter: { months: CLASS_MONTHS.lost },
  });
  begin("accounts");
  const abc = abcClasses(customers.rows, "revenue");
  const accounts = keyAccounts(customers.rows, "revenue");
  begin("cohorts");
  const cohorts = cohortRetention(log, { period: cohortPeriod(log) });
  begin("outlook");
  const outlook = outlookOf(customers);
  begin("audit");
  const audit = auditCustomerBase(log);
  return { log, customers, classification, abc, accounts, cohorts, outlook, audit };
}

/** Customers in weeks, as the models of purchases count. */
export function customersOf(log: TransactionLog): CustomerSummaries {
  return summarizeCustomers(log, { unit: "week" });
}

const MOST_COHORTS = 24;

/** Months, unless that makes more cohorts than a table can hold. */
function cohortPeriod({ from, until }: TransactionLog): CalendarPeriod {
  const monthOf = (day: string | null): number => {
    const [year, month] = (day ?? "").split("-").map(Number);
    return (year ?? 0) * 12 + (month ?? 0);
  };
  const months = monthOf(until) - monthOf(from) + 1;
  if (months <= MOST_COHORTS) return "month";
  return months <= 3 * MOST_COHORTS ? "quarter" : "year";
}
