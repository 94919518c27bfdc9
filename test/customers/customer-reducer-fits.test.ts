import { describe, expect, it } from "vitest";
import { predictColumns } from "../../src/clv/predict-columns.ts";
import { createCustomerReducer } from "../../src/customers/create-customer-reducer.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitBgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { relativeError } from "../support/relative-error.ts";

const rows = simulateTransactions({ customers: 2500, from: "2023-01-01", until: "2024-12-31", seed: 5 });
const reducer = createCustomerReducer({ unit: "week", intervals: true });
for (let i = 0; i < rows.length; i += 1000) reducer.add(rows.slice(i, i + 1000));
const summaries = summarizeCustomers(transactionLog(rows), { unit: "week", intervals: true });

function largestDifference(one: object, other: object): number {
  const others = new Map<string, number>(Object.entries(other));
  const errors = Object.entries(one).map(([name, value]) =>
    relativeError(value, others.get(name) ?? Number.NaN),
  );
  return Math.max(...errors);
}

describe("cells of a stream", () => {
  it.each([
    ["BG/NBD", fitBgNbd],
    ["Pareto/NBD", fitParetoNbd],
    ["BG/CNBD-k", fitBgCnbdK],
  ] as const)("give the %s of the customers", (_name, model) => {
    const cells = reducer.cells();
    expect(cells.rows.length).toBeLessThan(summaries.rows.length);
    const ofCells = model(cells);
    const ofCustomers = model(summaries);
    expect(largestDifference(ofCells.parameters, ofCustomers.parameters)).toBeLessThan(1e-9);
    expect(relativeError(ofCells.logLikelihood, ofCustomers.logLikelihood)).toBeLessThan(1e-12);
  });

  it("rounded to weeks keep purchases and whole weeks, in the unit", () => {
    const plain = createCustomerReducer();
    plain.add(rows);
    const weeks = plain.cells({ roundTo: "week" });
    expect(weeks.unit).toBe("day");
    expect(weeks.rows.every(({ recency, T }) => recency % 7 === 0 && T % 7 === 0)).toBe(true);
    const rounded = new Map<string, number>();
    for (const { frequency, recency, T } of plain.finish().rows) {
      const key = `${frequency} ${Math.round(recency / 7)} ${Math.round(T / 7)}`;
      rounded.set(key, (rounded.get(key) ?? 0) + 1);
    }
    expect(
      new Map(weeks.rows.map((row) => [`${row.frequency} ${row.recency / 7} ${row.T / 7}`, row.weight])),
    ).toEqual(rounded);
  });
});

describe("columns of a stream", () => {
  it("are predicted as they are", () => {
    const purchases = fitBgNbd(summaries);
    const { expectedPurchases } = predictColumns(reducer.columns(), { purchases, horizon: { weeks: 26 } });
    expect(expectedPurchases).toHaveLength(reducer.customerIds().length);
    expect(expectedPurchases.every((value) => value > 0)).toBe(true);
  });
});
