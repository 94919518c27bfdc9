export type { Accessor, FieldOf, NeededColumn } from "./accessor.ts";
export type { CustomerId } from "./customer-id.ts";
export type { IssueCounts } from "./data-error.ts";
export { DataError } from "./data-error.ts";
export type { GroupValue } from "./group-value.ts";
export type { Issue, IssueCode } from "./issue.ts";
export type { InvalidRows } from "./issue-collector.ts";
