import { CompensatedSums } from "../math/compensated-sums.ts";
import { checkFigures } from "../rows/finite-figures.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";

/** What was spent to win customers, and how many were won. */
export interface AcquisitionCostOptions {
  /**
   * What marketing and sales cost in the period, by parts of your own naming, each 0 or more: advertising, salaries, commissions, bonuses,
   * overhead, trade fairs …
   */
  readonly costs: Readonly<Record<string, number>>;
  /** Customers won in the period. */
  readonly newCustomers: number;
}

/** A part of the cost. */
export interface AcquisitionCostPart {
  readonly part: string;
  readonly amount: number;
  /** Amount ÷ total; `null` if nothing was spent. */
  readonly share: number | null;
  /** Amount ÷ new customers; `null` if nobody was won. */
  readonly perCustomer: number | null;
}

/** What a new customer costs. */
export interface AcquisitionCost {
  readonly total: number;
  readonly newCustomers: number;
  /** Total ÷ new customers (CAC); `null` if nobody was won. */
  readonly perCustomer: number | null;
  /** In the order in which they were named. */
  readonly parts: readonly AcquisitionCostPart[];
}

const NAMES = { costs: true, newCustomers: true } satisfies Record<keyof AcquisitionCostOptions, true>;

/**
 * The cost of winning a customer (customer acquisition cost, CAC; Akquisitionskosten): all that marketing and sales spent in a period ÷ the
 * customers won in it.
 *
 * All means salaries and overhead, too: the cost of advertising alone, which many reports show, is too low. Leave out what was spent on
 * customers one has already. Where selling takes months, set the cost of one period against the customers of a later one.
 *
 * @param options - `costs` (money by part) and `newCustomers`.
 * @returns `{ total, newCustomers, perCustomer, parts }`; `perCustomer` is `null` if nobody was won.
 * @throws {@link DataError} if a part is no amount of 0 or more, or the customers are no number of 0 or more.
 *
 * @example
 * import { acquisitionCost } from "clientele";
 *
 * const costs = { advertising: 12_000, salaries: 20_000, commissions: 5_000, bonuses: 1_000, overhead: 2_000 };
 * const cac = acquisitionCost({ costs, newCustomers: 160 });
 * cac.perCustomer; // => 250
 * cac.parts[0]; // => { part: "advertising", amount: 12000, share: 0.3, perCustomer: 75 }
 */
export function acquisitionCost(options: AcquisitionCostOptions): AcquisitionCost {
  checkNames("options", options, NAMES);
  const { costs, newCustomers } = options;
  const isRecord =
    typeof costs === "object" && costs !== null && !Array.isArray(costs) && !(costs instanceof Map);
  checkOption(
    "costs",
    costs,
    isRecord ? null : "This is no record: pass { advertising: 12000, salaries: 20000 }.",
  );
  checkNumber("newCustomers", newCustomers, { least: 0 });
  const parts = Object.entries(costs);
  const sum = new CompensatedSums(1);
  for (const [part, amount] of parts) {
    checkNumber(`costs.${part}`, amount, { least: 0 });
    sum.add(0, amount);
  }
  const total = sum.at(0);
  checkFigures("costs", total);
  if (newCustomers > 0) checkFigures("newCustomers", total / newCustomers);
  const perCustomer = (amount: number): number | null => (newCustomers > 0 ? amount / newCustomers : null);
  return {
    total,
    newCustomers,
    perCustomer: perCustomer(total),
    parts: parts.map(([part, amount]) => ({
      part,
      amount,
      share: total > 0 ? amount / total : null,
      perCustomer: perCustomer(amount),
    })),
  };
}
