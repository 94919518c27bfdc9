export type { CustomerSummaries, CustomerSummary, PurchaseCount } from "./customer-summaries.ts";
export type { SummaryOptions } from "./summarize-customers.ts";
export { summarizeCustomers } from "./summarize-customers.ts";
