import { CompensatedSums } from "../math/compensated-sums.ts";
import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { IssueCollector } from "../rows/issue-collector.ts";
import { objectRows } from "../rows/object-rows.ts";
import { readNumbers } from "../rows/read-numbers.ts";
import { concentration } from "../statistics/concentration.ts";
import { readAccountIds } from "./account-ids.ts";
import { type AccountValues, accountValues, reaches, shareOf } from "./account-values.ts";
import { valueWarnings } from "./account-warnings.ts";
import {
  type ConcentrationLimits,
  type ConcentrationRiskOptions,
  concentrationRiskSettings,
} from "./concentration-risk-options.ts";
import type {
  ConcentrationBand,
  ConcentrationIndex,
  ConcentrationRisk,
  CustomerAtRisk,
  TopLoss,
} from "./concentration-risk-result.ts";

// Places of sums.
const DISCLOSED = 0;
const AT_RISK = 1;

/**
 * Tells how much a business depends on few customers (Klumpenrisiko): who is too large, what the loss of the largest would mean, what is at risk.
 *
 * Shares are of the total net of negative values. The Herfindahl–Hirschman index is that of customers with a value above 0. Customers under
 * common control are one customer: add up their rows first.
 *
 * @param rows - Customers, one row each.
 * @param value - Revenue, or margin, of a customer: a field or a function of the row.
 * @param options - `id`, `churnProbability` (0 to 1), `disclosureShare` (0.1), `top` ([1, 3, 5, 10]) and `limits` of the bands of the index.
 * @returns `{ customers, value, disclosure, top, concentration, atRisk, rows, warnings }`.
 * @throws {@link DataError} with all faulty rows, for a customer in two rows, or for an option that cannot be used.
 * @see IFRS 8 Operating Segments, paragraph 34 (10 %); US Department of Justice & Federal Trade Commission (2023), Merger Guidelines, 2.1 (0.1
 *   and 0.18, as 1,000 and 1,800 points).
 *
 * @example
 * import { concentrationRisk } from "clientele";
 *
 * const customers = [
 *   { customerId: "Ada", revenue: 700, churn: 0.1 },
 *   { customerId: "Ben", revenue: 200, churn: 0.5 },
 *   { customerId: "Cem", revenue: 100, churn: 0.2 },
 * ];
 * const risk = concentrationRisk(customers, "revenue", { churnProbability: "churn", top: [1] });
 * risk.disclosure.customers.length; // => 3
 * risk.top; // => [{ top: 1, customers: 1, value: 700, share: 0.7, remaining: 300, change: -0.7 }]
 * risk.concentration.band; // => "high"
 * risk.atRisk; // => { value: 190, share: 0.19, remaining: 810 }
 */
export function concentrationRisk<Row>(
  rows: Iterable<Row>,
  value: Accessor<Row, number>,
  options: ConcentrationRiskOptions<Row> = {},
): ConcentrationRisk {
  const { disclosureShare, top, limits } = concentrationRiskSettings(options);
  const list = objectRows(rows);
  const collector = new IssueCollector();
  const ids = readAccountIds(list, options.id, collector);
  const numbers = readNumbers(list, value, "value", collector);
  const { churnProbability } = options;
  const churn = churnProbability === undefined ? null : readChurn(list, churnProbability, collector);
  collector.throwIfAny();

  const accounts = accountValues(numbers);
  const result = customersAtRisk(accounts, ids, churn, disclosureShare);
  const sums = new CompensatedSums(2);
  for (const row of result) {
    if (row.disclosed) sums.add(DISCLOSED, row.value);
    sums.add(AT_RISK, row.valueAtRisk ?? 0);
  }
  const { total } = accounts;
  return {
    customers: list.length,
    value: total,
    disclosure: {
      limit: disclosureShare,
      customers: result.filter(({ disclosed }) => disclosed),
      value: sums.at(DISCLOSED),
      share: shareOf(sums.at(DISCLOSED), total),
    },
    top: lossesOf(accounts, top),
    concentration: indexOf(numbers, limits),
    atRisk:
      churn === null
        ? null
        : {
            value: sums.at(AT_RISK),
            share: shareOf(sums.at(AT_RISK), total),
            remaining: total - sums.at(AT_RISK),
          },
    rows: result,
    warnings: valueWarnings(accounts),
  };
}

function readChurn<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, number>,
  collector: IssueCollector,
): Float64Array {
  const churn = readNumbers(rows, accessor, "churnProbability", collector);
  const field = typeof accessor === "string" ? accessor : "churnProbability";
  for (let i = 0; i < churn.length; i++) {
    const probability = churn[i] as number;
    if (!(probability < 0 || probability > 1)) continue;
    collector.add("invalid_value", i, field, probability, () => {
      return `${quoted(probability)} is no probability: it must lie between 0 and 1, so divide percentages by 100.`;
    });
  }
  return churn;
}

function customersAtRisk(
  { values, order, total }: AccountValues,
  ids: readonly CustomerId[],
  churn: Float64Array | null,
  disclosureShare: number,
): CustomerAtRisk[] {
  const result: CustomerAtRisk[] = [];
  for (let group = 0; group + 1 < order.starts.length; group++) {
    const start = order.starts[group] as number;
    const end = order.starts[group + 1] as number;
    for (let place = start; place < end; place++) {
      const index = order.rows[place] as number;
      const value = values[index] as number;
      const churnProbability = churn === null ? null : (churn[index] as number);
      result.push({
        index,
        customerId: ids[index] as CustomerId,
        rank: start + 1,
        value,
        share: shareOf(value, total),
        disclosed: total > 0 && reaches(value, disclosureShare, total),
        churnProbability,
        valueAtRisk: churnProbability === null ? null : value * churnProbability + 0,
      });
    }
  }
  return result;
}

function lossesOf({ values, order, total }: AccountValues, top: readonly number[]): TopLoss[] {
  return top.map((n) => {
    const sums = new CompensatedSums(2);
    const customers = Math.min(n, values.length);
    for (let place = 0; place < values.length; place++) {
      sums.add(place < customers ? 0 : 1, values[order.rows[place] as number] as number);
    }
    const share = shareOf(sums.at(0), total);
    const change = share === null ? null : 0 - share;
    return { top: n, customers, value: sums.at(0), share, remaining: sums.at(1), change };
  });
}

/** Indices that should lie on a limit differ by this much at most, for rounding. */
const ROUNDING = 1e-12;

function indexOf(values: Float64Array, limits: ConcentrationLimits): ConcentrationIndex {
  const { hhi, numbersEquivalent } = concentration(values, { negative: "zero", top: [] });
  let band: ConcentrationBand | null = null;
  if (hhi !== null) {
    if (hhi > limits.high + ROUNDING) band = "high";
    else band = hhi < limits.moderate - ROUNDING ? "low" : "moderate";
  }
  return { hhi, numbersEquivalent, band, limits };
}
