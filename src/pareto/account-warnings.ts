import type { AccountValues } from "./account-values.ts";

/** What should be known about key accounts, concentration or a portfolio before they are believed. */
export type AccountWarningCode =
  | "negative-values"
  | "no-positive-total"
  | "equal-criterion"
  | "tied-at-limit"
  | "unknown-strategic"
  | "different-rules"
  | "one-sided-axis";

/** A doubt about a result; it stops nothing. */
export interface AccountWarning {
  /**
   * `"negative-values"`: returns outweigh the purchases of some customers. `"no-positive-total"`: the values add up to 0 or less, so there are
   * no shares. `"equal-criterion"`: all customers are equal in a criterion, which tells nothing. `"tied-at-limit"`: equal customers at the
   * limit make more key accounts than it asks for. `"unknown-strategic"`: ids of the list `strategic` stand in no row.
   * `"different-rules"`: two results were made by different rules. `"one-sided-axis"`: all customers lie on one side of a limit of the portfolio.
   */
  readonly code: AccountWarningCode;
  /** How many customers, or ids, it is about. */
  readonly customers: number;
  readonly message: string;
}

/** Warns of values that do not add up to shares as one expects. */
export function valueWarnings({ values, total, negative }: AccountValues): AccountWarning[] {
  const warnings: AccountWarning[] = [];
  if (negative.customers > 0) {
    const message = `Customers with a value below 0: ${negative.customers}, together ${negative.value}. Shares are of the total net of them, so that those of the others add up to more than 1.`;
    warnings.push({ code: "negative-values", customers: negative.customers, message });
  }
  if (values.length > 0 && total <= 0) {
    const message = `The values add up to ${total}: there is no share of it, and nobody reaches one.`;
    warnings.push({ code: "no-positive-total", customers: values.length, message });
  }
  return warnings;
}

/** Warns of criteria in which all customers are equal. */
export function equalWarnings(names: readonly string[], customers: number): AccountWarning[] {
  return names.map((name) => ({
    code: "equal-criterion",
    customers,
    message: `All customers are equal in ${JSON.stringify(name)}: it adds the same to every score and tells nobody apart.`,
  }));
}
