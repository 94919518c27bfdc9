import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { readAccountIds } from "./account-ids.ts";
import { accountValues, shareOf } from "./account-values.ts";
import { valueWarnings } from "./account-warnings.ts";
import { axisWarnings, medianOf, readAxis } from "./customer-portfolio-axis.ts";
import { type CustomerPortfolioOptions, portfolioLimits } from "./customer-portfolio-options.ts";
import type {
  CustomerPortfolio,
  PortfolioCustomer,
  PortfolioField,
  PortfolioFieldRow,
} from "./customer-portfolio-result.ts";

/**
 * Sorts customers into a portfolio of four fields (Kundenportfolio): how attractive they are, and how strong the own position with them is.
 *
 * `star`: attractive, strong position; `question-mark`: attractive, weak; `cash`: not attractive, strong; `marginal`: neither. Who lies on a
 * limit is on the higher side, so that with medians at least half of the customers are attractive, and more if many are equal.
 *
 * @param rows - Customers, one row each.
 * @param options - The axes `attractiveness` and `position` (a figure, or criteria for a score), `id`, `value` to add up, and `limits`, on the
 *   scales of the axes.
 * @returns `{ rows, fields, customers, value, limits, warnings }`: a row per customer with field and coordinates, and all four fields.
 * @throws {@link DataError} with all faulty rows, for a customer in two rows, or for an option that cannot be used.
 *
 * @example
 * import { customerPortfolio } from "clientele";
 *
 * const customers = [
 *   { customerId: "Ada", potential: 900, shareOfWallet: 0.6 },
 *   { customerId: "Ben", potential: 800, shareOfWallet: 0.1 },
 *   { customerId: "Cem", potential: 200, shareOfWallet: 0.9 },
 *   { customerId: "Dora", potential: 100, shareOfWallet: 0.2 },
 * ];
 * const { rows } = customerPortfolio(customers, { attractiveness: "potential", position: "shareOfWallet" });
 * rows.map((row) => row.field); // => ["star", "question-mark", "cash", "marginal"]
 */
export function customerPortfolio<Row>(
  rows: Iterable<Row>,
  options: CustomerPortfolioOptions<Row>,
): CustomerPortfolio {
  const limits = portfolioLimits(options);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const ids = readAccountIds(list, options.id, collector);
  const readAttractiveness = readAxis(list, "attractiveness", options.attractiveness, collector);
  const readPosition = readAxis(list, "position", options.position, collector);
  const numbers = options.value === undefined ? null : readNumbers(list, options.value, "value", collector);
  collector.throwIfAny();

  const across = readAttractiveness();
  const along = readPosition();
  const meeting = {
    attractiveness: limits.attractiveness ?? medianOf(across.coordinates),
    position: limits.position ?? medianOf(along.coordinates),
  };
  const result = list.map((_, index): PortfolioCustomer => {
    const attractiveness = across.coordinates[index] as number;
    const position = along.coordinates[index] as number;
    return {
      index,
      customerId: ids[index] as CustomerId,
      field: fieldOf(attractiveness >= (meeting.attractiveness ?? 0), position >= (meeting.position ?? 0)),
      attractiveness,
      position,
      value: numbers === null ? null : (numbers[index] as number),
      attractivenessScores: across.partsOf(index),
      positionScores: along.partsOf(index),
    };
  });
  const accounts = numbers === null ? null : accountValues(numbers);
  const value = accounts?.total ?? null;
  return {
    rows: result,
    fields: fieldRows(result, value),
    customers: list.length,
    value,
    limits: meeting,
    warnings: [
      ...(accounts === null ? [] : valueWarnings(accounts)),
      ...axisWarnings("attractiveness", across, meeting.attractiveness),
      ...axisWarnings("position", along, meeting.position),
    ],
  };
}

function fieldOf(attractive: boolean, strong: boolean): PortfolioField {
  if (attractive) return strong ? "star" : "question-mark";
  return strong ? "cash" : "marginal";
}

const FIELDS: readonly PortfolioField[] = ["star", "question-mark", "cash", "marginal"];

function fieldRows(rows: readonly PortfolioCustomer[], total: number | null): PortfolioFieldRow[] {
  const counts = new Int32Array(FIELDS.length);
  const sums = new CompensatedSums(FIELDS.length);
  for (const { field, value } of rows) {
    const place = FIELDS.indexOf(field);
    counts[place] = (counts[place] as number) + 1;
    sums.add(place, value ?? 0);
  }
  return FIELDS.map((field, place) => {
    const customers = counts[place] as number;
    return {
      field,
      customers,
      shareOfCustomers: rows.length === 0 ? null : customers / rows.length,
      value: total === null ? null : sums.at(place),
      shareOfValue: total === null ? null : shareOf(sums.at(place), total),
    };
  });
}
