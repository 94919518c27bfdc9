import { DataError, ISSUES_KEPT, type IssueCounts } from "./data-error.ts";
import { type Issue, type IssueCode, plainValue } from "./issue.ts";

/** What to do with rows that cannot be read: refuse the whole input, or leave them out and count them. */
export type InvalidRows = "throw" | "skip";

/** Gathers the issues of an input: counts all, keeps the first 100. */
export class IssueCollector {
  readonly #kept: Issue[] = [];
  readonly #byCode: Partial<Record<IssueCode, number>> = {};
  #total = 0;

  /** `message` is a function because most issues of a bad file are only counted. */
  add(code: IssueCode, row: number | null, field: string, value: unknown, message: () => string): void {
    this.#total += 1;
    this.#byCode[code] = (this.#byCode[code] ?? 0) + 1;
    if (this.#kept.length < ISSUES_KEPT) {
      this.#kept.push({ code, row, field, value: plainValue(value), message: message() });
    }
  }

  counts(): IssueCounts {
    return { total: this.#total, byCode: { ...this.#byCode } };
  }

  /** Throws what was gathered, if anything was. */
  throwIfAny(): void {
    if (this.#total > 0) throw new DataError(this.#kept, this.counts());
  }
}
