import { expect, it } from "vitest";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { logLikelihood } from "../../src/models/log-likelihood.ts";
import type { PurchaseModel, SpendModel } from "../../src/models/models.ts";
import type { PurchaseHistories } from "../../src/models/purchase-histories.ts";
import type { SpendHistories } from "../../src/models/spend-cells.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import donations from "../reference/donations.json" with { type: "json" };
import reference from "../reference/total-log-likelihood.json" with { type: "json" };
import { inHundredths } from "../support/in-hundredths.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const MODELS: Readonly<Record<string, readonly [kind: string, names: readonly string[]]>> = {
  "BG/NBD": ["bg-nbd", ["r", "alpha", "a", "b"]],
  "MBG/NBD": ["mbg-nbd", ["r", "alpha", "a", "b"]],
  "Pareto/NBD": ["pareto-nbd", ["r", "alpha", "s", "beta"]],
  "Gamma-Gamma (x>0, m>0)": ["gamma-gamma", ["p", "q", "gamma"]],
  "BG/BB": ["bg-bb", ["alpha", "beta", "gamma", "delta"]],
};

type Total = (typeof reference.totals)[number];

const totalsOf = (dataset: string): readonly Total[] =>
  reference.totals.filter((total) => total.dataset === dataset);

function expectTotal(total: Total, customers: PurchaseHistories & SpendHistories): void {
  const [kind, names] = MODELS[total.model] ?? ["", []];
  const parameters = Object.fromEntries(names.map((name, i) => [name, total.params[i]]));
  const model = { kind, unit: customers.unit, parameters };
  const value =
    kind === "gamma-gamma"
      ? logLikelihood(model as unknown as SpendModel, customers)
      : logLikelihood(model as unknown as PurchaseModel, customers);
  expect(relativeError(value, Number(total.ll_sum)), total.model).toBeLessThan(1e-12);
}

it("donations: the log-likelihood of the whole table", () => {
  const rows = donations.rows.map(([frequency = 0, recency = 0, weight = 0]) => ({
    ...{ frequency, recency, T: donations.T, weight },
    monetaryValue: 0,
  }));
  expect(totalsOf("donations")).toHaveLength(1);
  for (const total of totalsOf("donations")) expectTotal(total, { unit: "year", rows });
});

describeWithData("CDNOW as the papers round it", "cdnow/cdnow_sample.csv", (path) => {
  const log = transactionLog(csvRows<"sample_id" | "date" | "dollars">(path), {
    customer: "sample_id",
    date: "date",
    amount: (row) => Number(row.dollars),
  });
  const rows = summarizeCustomers(log, { unit: "week", asOf: "1997-09-30" }).rows.map(inHundredths);

  it.each(totalsOf("cdnow_summary_csv"))("has the total log-likelihood of $model", (total) => {
    expectTotal(total, { unit: "week", rows });
  });
});

for (const [dataset, file, id] of [
  ["cdnow_sample_D7_cal", "cdnow/cdnow_sample.csv", "sample_id"],
  ["cdnow_master_D7_cal", "cdnow/cdnow_master.csv", "customer_id"],
] as const) {
  describeWithData(dataset, file, (path) => {
    const log = transactionLog(csvRows<"sample_id" | "customer_id" | "date" | "dollars">(path), {
      customer: id,
      date: "date",
      amount: (row) => Number(row.dollars),
    });
    const customers = summarizeCustomers(log, { unit: "week", asOf: "1997-09-30" });

    it.each(totalsOf(dataset))("has the total log-likelihood of $model", (total) => {
      expectTotal(total, customers);
    });
  });
}
