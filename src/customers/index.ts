export type { CustomerSummaries, CustomerSummary, PurchaseCount } from "./customer-summaries.ts";
export type { OpportunitySummaries, OpportunitySummary } from "./opportunity-summaries.ts";
export type { SummaryOptions } from "./summarize-customers.ts";
export { summarizeCustomers } from "./summarize-customers.ts";
export type { OpportunityOptions } from "./summarize-opportunities.ts";
export { summarizeOpportunities } from "./summarize-opportunities.ts";
