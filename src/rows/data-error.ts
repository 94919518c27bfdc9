import type { Issue, IssueCode } from "./issue.ts";

/** How many issues an error carries; the rest is counted. */
export const ISSUES_KEPT = 100;

/** How many issues there were, in all and by code. */
export interface IssueCounts {
  readonly total: number;
  readonly byCode: Readonly<Partial<Record<IssueCode, number>>>;
}

/**
 * The one error of the library: input that cannot be used, with the reasons as data.
 *
 * `issues` holds the first 100 issues, `total` and `byCode` count all of them.
 *
 * @example
 * import { DataError, transactionLog } from "clientele";
 *
 * try {
 *   transactionLog([{ customerId: "A", date: "2025-02-30", amount: 12 }]);
 * } catch (error) {
 *   if (!(error instanceof DataError)) throw error;
 *   error.byCode; // => { impossible_date: 1 }
 *   error.issues[0]?.field; // => "date"
 * }
 */
export class DataError extends Error implements IssueCounts {
  override readonly name = "DataError";
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly byCode: Readonly<Partial<Record<IssueCode, number>>>;

  constructor(issues: readonly Issue[], counts?: IssueCounts) {
    const total = counts?.total ?? issues.length;
    super(summary(issues, total));
    this.issues = issues;
    this.total = total;
    this.byCode = counts?.byCode ?? countByCode(issues);
  }
}

const ISSUES_IN_MESSAGE = 5;

function summary(issues: readonly Issue[], total: number): string {
  const lines = issues.slice(0, ISSUES_IN_MESSAGE).map(located);
  if (total === 1) return lines.join("");
  const rest = total - lines.length;
  const more = rest > 0 ? `\n  … and ${rest} more` : "";
  return `${total} issues\n${lines.map((line) => `  ${line}`).join("\n")}${more}`;
}

function located(issue: Issue): string {
  const place = issue.row === null ? issue.field : `row ${issue.row}, ${issue.field}`;
  return `${place}: ${issue.message}`;
}

function countByCode(issues: readonly Issue[]): Partial<Record<IssueCode, number>> {
  const counts: Partial<Record<IssueCode, number>> = {};
  for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
